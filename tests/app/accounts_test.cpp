#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

using app::UserAdmin;

class Accounts : public WorkspaceTest {
protected:
    std::string signInAs(const std::string& user, const std::string& password)
    {
        return outcome(signIn(user, password));
    }
    std::unique_ptr<app::Workspace> admin = as("admin");
    const std::string refused = "STORE-070: the name or the password is wrong";
};

TEST_F(Accounts, SignInWithTheirPassword)
{
    EXPECT_EQ("coder", must(signIn("coder", "demo-coder"))->user().name);
    EXPECT_EQ("coder session.open",
              ask(*admin, "SELECT account || ' ' || action FROM audit ORDER BY sequence DESC LIMIT 1"));
}

TEST_F(Accounts, WrongPasswordAndUnknownNameLookAlike)
{
    EXPECT_EQ(refused, signInAs("coder", "demo-Coder"));
    EXPECT_EQ(refused, signInAs("coder", ""));
    EXPECT_EQ(refused, signInAs("nobody", "demo-coder"));
    EXPECT_EQ(ErrorKind::denied, signIn("coder", "wrong").error().kind);
}

TEST_F(Accounts, ThatAreDisabledLookLikeUnknownOnes)
{
    must(UserAdmin(*admin).disable("coder"));
    EXPECT_EQ(refused, signInAs("coder", "demo-coder"));
    EXPECT_EQ("disabled",
              ask(*admin, "SELECT CASE disabled WHEN 1 THEN 'disabled' END FROM account WHERE name = 'coder'"));
}

TEST_F(Accounts, ThatAreDisabledDoNotOpenEvenWithTheirOldSlot)
{
    const auto slots = slurp(place() / "keys.json");
    must(UserAdmin(*admin).disable("coder"));
    m_folder.write("workspace/keys.json", slots);
    const auto opened = signIn("coder", "demo-coder");
    ASSERT_FALSE(opened);
    EXPECT_EQ(ErrorKind::denied, opened.error().kind);
}

TEST_F(Accounts, ThatWereDisabledOpenWithANewPassword)
{
    must(UserAdmin(*admin).disable("coder"));
    must(UserAdmin(*admin).setPassword("coder", "new-password"));
    EXPECT_EQ("success", signInAs("coder", "new-password"));
}

TEST_F(Accounts, OpenWithANewPasswordOnly)
{
    must(UserAdmin(*as("coder")).setPassword("coder", "new-password"));
    EXPECT_EQ(refused, signInAs("coder", "demo-coder"));
    EXPECT_EQ("success", signInAs("coder", "new-password"));
}

TEST_F(Accounts, OfOthersKeepTheirPasswordFromACoder)
{
    EXPECT_EQ("APP-001", UserAdmin(*as("coder")).setPassword("biller", "new-password").error().id);
    EXPECT_EQ("success", signInAs("biller", "demo-biller"));
}

TEST_F(Accounts, AreAddedWithRolesAndPassword)
{
    must(UserAdmin(*admin).add("j.doe", {Role::coder, Role::biller}, "long-enough"));
    EXPECT_EQ((std::set<Role>{Role::coder, Role::biller}), must(signIn("j.doe", "long-enough"))->user().roles);
}

TEST_F(Accounts, AreNotAddedTwiceNorBadlyNamedNorWithAShortPassword)
{
    EXPECT_EQ(ErrorKind::conflict, UserAdmin(*admin).add("coder", {Role::coder}, "long-enough").error().kind);
    EXPECT_EQ("IDENTITY-003", UserAdmin(*admin).add("J Doe", {Role::coder}, "long-enough").error().id);
    EXPECT_EQ("IDENTITY-004", UserAdmin(*admin).add("j.doe", {Role::coder}, "short").error().id);
    EXPECT_EQ("success", signInAs("coder", "demo-coder"));
    EXPECT_EQ("5", count(*admin, "account"));
}

TEST_F(Accounts, KeepAtLeastOneRole)
{
    EXPECT_EQ(ErrorKind::invalidInput, UserAdmin(*admin).add("j.doe", {}, "long-enough").error().kind);
    EXPECT_EQ(ErrorKind::invalidInput, UserAdmin(*admin).setRoles("coder", {}).error().kind);
    EXPECT_EQ(5U, must(UserAdmin(*admin).list()).size());
}

TEST_F(Accounts, LastAdministratorCannotBeDisabled)
{
    must(UserAdmin(*admin).disable("office"));
    const auto disabled = UserAdmin(*admin).disable("admin");
    ASSERT_FALSE(disabled);
    EXPECT_EQ("APP-040", disabled.error().id);
    EXPECT_EQ("success", signInAs("admin", "demo-admin"));
}

TEST_F(Accounts, LastAdministratorKeepsTheRole)
{
    must(UserAdmin(*admin).setRoles("office", {Role::coder}));
    EXPECT_EQ("APP-040", UserAdmin(*admin).setRoles("admin", {Role::coder}).error().id);
    must(UserAdmin(*admin).setRoles("admin", {Role::administrator, Role::coder}));
}

TEST_F(Accounts, OneOfTwoAdministratorsMayGo)
{
    must(UserAdmin(*admin).disable("admin"));
    EXPECT_EQ("success", signInAs("office", "demo-office"));
}

TEST_F(Accounts, ChangesAreAuditedWithoutPasswords)
{
    must(UserAdmin(*admin).add("j.doe", {Role::coder}, "long-enough"));
    must(UserAdmin(*admin).setRoles("j.doe", {Role::biller}));
    must(UserAdmin(*admin).setPassword("j.doe", "longer-still"));
    must(UserAdmin(*admin).disable("j.doe"));
    std::string told;
    AuditFilter newest;
    newest.limit = 4;
    for (const auto& entry : must(app::AuditDesk(*admin).entries(newest)))
        told += entry.event.user + " " + entry.event.action + " " + entry.event.detail + "\n";
    EXPECT_EQ("admin user.add j.doe coder\nadmin user.roles j.doe biller\nadmin user.password j.doe\n"
              "admin user.disable j.doe\n",
              told);
}

TEST_F(Accounts, OfUnknownNamesAreNotFound)
{
    EXPECT_EQ(ErrorKind::notFound, UserAdmin(*admin).disable("nobody").error().kind);
    EXPECT_EQ(ErrorKind::notFound, UserAdmin(*admin).setRoles("nobody", {Role::coder}).error().kind);
    EXPECT_EQ(ErrorKind::notFound, UserAdmin(*admin).setPassword("nobody", "long-enough").error().kind);
    EXPECT_EQ(refused, signInAs("nobody", "long-enough"));
}

}  // namespace
}  // namespace cw::test
