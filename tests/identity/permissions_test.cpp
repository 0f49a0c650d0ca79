#include "identity/user.h"

#include <gtest/gtest.h>

#include <array>

namespace cw {
namespace {

using P = Permission;

struct PermissionCase {
    Permission permission;
    bool coder;
    bool supervisor;
    bool biller;
    bool administrator;
};

void PrintTo(const PermissionCase& one, std::ostream* out)
{
    *out << toString(one.permission);
}

class Permissions : public testing::TestWithParam<PermissionCase> {};

TEST_P(Permissions, BelongToTheseRoles)
{
    const auto& row = GetParam();
    EXPECT_EQ(row.coder, allows({Role::coder}, row.permission));
    EXPECT_EQ(row.supervisor, allows({Role::supervisor}, row.permission));
    EXPECT_EQ(row.biller, allows({Role::biller}, row.permission));
    EXPECT_EQ(row.administrator, allows({Role::administrator}, row.permission));
}

TEST_P(Permissions, BelongToNobodyWithoutRole)
{
    EXPECT_FALSE(allows({}, GetParam().permission));
}

TEST_P(Permissions, OfSeveralRolesAreThoseOfEach)
{
    const auto& row = GetParam();
    EXPECT_EQ(row.coder || row.biller, allows({Role::coder, Role::biller}, row.permission));
    EXPECT_TRUE(allows({Role::coder, Role::supervisor, Role::biller, Role::administrator}, row.permission));
}

INSTANTIATE_TEST_SUITE_P(All, Permissions,
                         testing::Values(PermissionCase{P::viewEncounters, true, true, true, true},
                                         PermissionCase{P::importEncounters, true, true, true, true},
                                         PermissionCase{P::code, true, false, false, false},
                                         PermissionCase{P::assign, false, true, false, true},
                                         PermissionCase{P::review, false, true, false, false},
                                         PermissionCase{P::bill, false, false, true, false},
                                         PermissionCase{P::importCodes, false, false, false, true},
                                         PermissionCase{P::shareCodeSets, false, true, false, true},
                                         PermissionCase{P::manageUsers, false, false, false, true},
                                         PermissionCase{P::viewAudit, false, true, false, true},
                                         PermissionCase{P::backUp, false, false, false, true}));

TEST(Roles, GoThereAndBack)
{
    const std::set<Role> all = {Role::coder, Role::supervisor, Role::biller, Role::administrator};
    EXPECT_EQ("coder,supervisor,biller,administrator", toString(all));
    EXPECT_EQ(all, *parseRoles(toString(all)));
    EXPECT_EQ((std::set<Role>{Role::coder}), *parseRoles(" coder , coder"));
}

TEST(Roles, RefuseWhatIsNone)
{
    for (const auto* text : {"", "boss", "coder,", "Coder", "coder;biller"}) {
        const auto roles = parseRoles(text);
        ASSERT_FALSE(roles) << text;
        EXPECT_EQ("IDENTITY-001", roles.error().id);
    }
}

TEST(UserNames, TakeLowerCaseLettersDigitsAndThreeSigns)
{
    for (const auto* name : {"a", "j.doe", "front-desk_2", "0"}) EXPECT_TRUE(checkUserName(name)) << name;
    EXPECT_TRUE(checkUserName(std::string(64, 'a')));
}

TEST(UserNames, RefuseEverythingElse)
{
    for (const auto& name : {std::string(), std::string("J"), std::string("a b"), std::string("a/b"),
                             std::string("a\tb"), std::string("\xC3\xA9"), std::string(65, 'a')}) {
        const auto checked = checkUserName(name);
        ASSERT_FALSE(checked) << name;
        EXPECT_EQ("IDENTITY-003", checked.error().id);
    }
}

TEST(Passwords, HaveAtLeastEightCharacters)
{
    EXPECT_TRUE(checkPassword("12345678"));
    const auto checked = checkPassword("1234567");
    ASSERT_FALSE(checked);
    EXPECT_EQ("IDENTITY-004", checked.error().id);
}

TEST(PermissionNames, AreDistinctWords)
{
    std::set<std::string_view> names;
    for (const auto permission : {P::viewEncounters, P::importEncounters, P::code, P::assign, P::review, P::bill,
                                  P::importCodes, P::manageUsers, P::viewAudit, P::backUp})
        names.insert(toString(permission));
    EXPECT_EQ(10U, names.size());
}

}  // namespace
}  // namespace cw
