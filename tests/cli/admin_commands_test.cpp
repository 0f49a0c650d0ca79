#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

class AdminCommands : public CommandLineTest {};

TEST_F(AdminCommands, UsersListShowsRolesAndState)
{
    run("admin", {"users", "disable", "biller"});
    const auto rows = run("admin", {"users", "list"}).rows();
    ASSERT_EQ(6U, rows.size());
    EXPECT_EQ((std::vector<std::string>{"user", "roles", "state", "created_at"}), rows[0]);
    EXPECT_EQ("admin", rows[1][0]);
    EXPECT_EQ("biller", rows[2][0]);
    EXPECT_EQ("disabled", rows[2][2]);
}

TEST_F(AdminCommands, UsersAddTakesThePasswordFromTheEnvironment)
{
    environment["CHARTWRIGHT_NEW_PASSWORD"] = "demo-j.doe";
    const auto ran = run("admin", {"users", "add", "j.doe", "coder,biller"});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ("j.doe\tcoder,biller\n", ran.out);
    EXPECT_EQ(0, run("j.doe", {"encounters", "list"}).status);
}

TEST_F(AdminCommands, UsersAddAsksTwiceAtATerminal)
{
    typed = {"demo-j.doe", "demo-j.doe"};
    EXPECT_EQ(0, run("admin", {"users", "add", "j.doe", "--role", "coder"}).status);
    typed = {"one-password", "other-password"};
    const auto ran = run("admin", {"users", "add", "k.doe", "--role", "coder"});
    EXPECT_EQ(3, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("the two passwords differ"));
}

TEST_F(AdminCommands, UsersAddWithoutPasswordOrWithABadRoleIsUnusableInput)
{
    EXPECT_EQ(3, run("admin", {"users", "add", "j.doe", "coder"}).status);
    environment["CHARTWRIGHT_NEW_PASSWORD"] = "long-enough";
    EXPECT_EQ(3, run("admin", {"users", "add", "j.doe", "king"}).status);
    EXPECT_EQ(3, run("admin", {"users", "add", "coder", "coder"}).status);
    EXPECT_EQ(2, run("admin", {"users", "add", "j.doe"}).status);
}

TEST_F(AdminCommands, UsersSetRoleAndPassword)
{
    EXPECT_EQ("coder\tsupervisor\n", run("admin", {"users", "set-role", "coder", "supervisor"}).out);
    environment["CHARTWRIGHT_NEW_PASSWORD"] = "new-password";
    EXPECT_EQ(0, run("admin", {"users", "set-password", "coder"}).status);
    EXPECT_EQ(4, run("coder", {"encounters", "list"}).status);
}

TEST_F(AdminCommands, UsersAreForAdministrators)
{
    environment["CHARTWRIGHT_NEW_PASSWORD"] = "long-enough";
    EXPECT_EQ(4, run("supervisor", {"users", "list"}).status);
    EXPECT_EQ(4, run("supervisor", {"users", "add", "j.doe", "coder"}).status);
    EXPECT_EQ(4, run("supervisor", {"users", "set-role", "coder", "coder"}).status);
    EXPECT_EQ(4, run("supervisor", {"users", "disable", "coder"}).status);
    EXPECT_EQ(4, run("supervisor", {"users", "set-password", "coder"}).status);
    EXPECT_EQ(0, run("coder", {"encounters", "list"}).status);
}

TEST_F(AdminCommands, LastAdministratorStays)
{
    EXPECT_EQ(0, run("admin", {"users", "disable", "office"}).status);
    EXPECT_EQ(3, run("admin", {"users", "disable", "admin"}).status);
    EXPECT_EQ(3, run("admin", {"users", "set-role", "admin", "coder"}).status);
}

TEST_F(AdminCommands, AuditShowListsTheTrail)
{
    const auto rows = run("supervisor", {"audit", "show"}).rows();
    EXPECT_EQ((std::vector<std::string>{"sequence", "at", "user", "action", "encounter", "detail"}), rows.at(0));
    EXPECT_EQ("workspace.create", rows.at(1)[3]);
    EXPECT_EQ("session.open", rows.back()[3]);
}

TEST_F(AdminCommands, AuditShowIsFilteredByEncounter)
{
    const auto rows = run("supervisor", {"audit", "show", "--encounter", "V-10451"}).rows();
    ASSERT_GT(rows.size(), 3U);
    for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_EQ("V-10451", rows[i][4]);
}

TEST_F(AdminCommands, AuditShowIsFilteredByUserNamedAfterIt)
{
    run("coder", {"encounters", "show", "V-10441"});
    const auto rows = run("supervisor", {"audit", "show", "--user", "coder"}).rows();
    ASSERT_EQ(3U, rows.size());
    for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_EQ("coder", rows[i][2]);
}

TEST_F(AdminCommands, AuditVerifyTellsWhetherTheTrailIsWhole)
{
    const auto whole = run("supervisor", {"audit", "verify"});
    EXPECT_EQ(0, whole.status);
    EXPECT_TRUE(whole.out.starts_with("whole\t"));
    must(databaseOf(*as("admin")).execute("DROP TRIGGER audit_stays; DELETE FROM audit WHERE sequence = 3"));
    const auto broken = run("supervisor", {"audit", "verify"});
    EXPECT_EQ(5, broken.status);
    EXPECT_EQ("broken\tat entry 3: an entry is missing\n", broken.out);
}

TEST_F(AdminCommands, AuditIsNotForCodersAndBillers)
{
    for (const auto* user : {"coder", "biller"}) {
        EXPECT_EQ(4, run(user, {"audit", "show"}).status);
        EXPECT_EQ(4, run(user, {"audit", "verify"}).status);
    }
}

}  // namespace
}  // namespace cw::test
