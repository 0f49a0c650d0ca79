#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

class SetupCommands : public CommandLineTest {
protected:
    SetupCommands() { environment["CHARTWRIGHT_WORKSPACE"] = path("other"); }
};

TEST_F(SetupCommands, InitPrintsUserRoleAndPassword)
{
    const auto ran = bare({"--workspace", path("fresh"), "init"});
    ASSERT_EQ(0, ran.status) << ran.err;
    ASSERT_EQ(1U, ran.rows().size());
    ASSERT_EQ(3U, ran.rows()[0].size());
    EXPECT_EQ("admin", ran.rows()[0][0]);
    EXPECT_EQ("administrator", ran.rows()[0][1]);
    environment["CHARTWRIGHT_PASSWORD"] = ran.rows()[0][2];
    EXPECT_EQ(0, bare({"--workspace", path("fresh"), "check"}).status);
}

TEST_F(SetupCommands, InitTakesNameAndPasswordThatAreGiven)
{
    environment["CHARTWRIGHT_PASSWORD"] = "long-enough";
    const auto ran = bare({"--workspace", path("fresh"), "--user", "boss", "init"});
    ASSERT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ("boss\tadministrator\tlong-enough\n", ran.out);
}

TEST_F(SetupCommands, InitDemoPrintsOneLineForEachAccount)
{
    const auto ran = bare({"--workspace", path("fresh"), "init", "--demo"});
    ASSERT_EQ(0, ran.status) << ran.err;
    std::map<std::string, std::string> roles;
    for (const auto& row : ran.rows()) {
        ASSERT_EQ(3U, row.size());
        roles[row[0]] = row[1];
    }
    EXPECT_EQ((std::map<std::string, std::string>{{"coder", "coder"},
                                                  {"supervisor", "supervisor"},
                                                  {"biller", "biller"},
                                                  {"admin", "administrator"},
                                                  {"office", "coder,supervisor,biller,administrator"}}),
              roles);
}

TEST_F(SetupCommands, InitOverAWorkspaceIsUnusableInput)
{
    const auto before = slurp(place() / "keys.json");
    EXPECT_EQ(3, run({"init"}).status);
    EXPECT_EQ(before, slurp(place() / "keys.json"));
}

TEST_F(SetupCommands, CheckOfASoundWorkspaceSaysSo)
{
    const auto ran = run("admin", {"check"});
    EXPECT_EQ(0, ran.status);
    EXPECT_EQ("sound\n", ran.out);
}

TEST_F(SetupCommands, CheckOfADamagedWorkspaceIsAFault)
{
    must(databaseOf(*as("admin"))
             .execute("DROP TRIGGER audit_is_frozen; UPDATE audit SET detail = 'x' WHERE sequence = 4"));
    const auto ran = run("admin", {"check"});
    EXPECT_EQ(5, ran.status);
    EXPECT_EQ("audit trail: entry 4: the entry was altered\n", ran.out);
}

TEST_F(SetupCommands, BackupWritesOneFileAndNamesIt)
{
    const auto ran = run("admin", {"backup", path("b.zip")});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ(path("b.zip") + "\n", ran.out);
    EXPECT_TRUE(slurp(path("b.zip")).starts_with("PK"));
    EXPECT_EQ(3, run("admin", {"backup", path("b.zip")}).status);
}

TEST_F(SetupCommands, BackupAndCheckAreForAdministrators)
{
    for (const auto* user : {"coder", "supervisor", "biller"}) {
        EXPECT_EQ(4, run(user, {"backup", path("b.zip")}).status) << user;
        EXPECT_EQ(4, run(user, {"check"}).status) << user;
    }
    EXPECT_FALSE(std::filesystem::exists(path("b.zip")));
}

TEST_F(SetupCommands, WorkspaceIsTakenFromTheEnvironment)
{
    ::setenv("CHARTWRIGHT_WORKSPACE", place().c_str(), 1);  // NOLINT(concurrency-mt-unsafe): one thread.
    environment["CHARTWRIGHT_PASSWORD"] = "demo-office";
    EXPECT_EQ(0, bare({"--user", "office", "check"}).status);
    ::unsetenv("CHARTWRIGHT_WORKSPACE");  // NOLINT(concurrency-mt-unsafe): one thread.
}

TEST_F(SetupCommands, WhatIsNotThereYetSaysSo)
{
    const std::vector<std::vector<std::string>> planned = {{"restore", "b.zip"}, {"suggest", "--file", "note.txt"}};
    for (const auto& arguments : planned) {
        const auto ran = run(arguments);
        EXPECT_EQ(2, ran.status) << arguments[0];
        EXPECT_NE(std::string::npos, ran.err.find("not available yet")) << arguments[0] << ran.err;
        EXPECT_TRUE(ran.out.empty());
    }
}

TEST_F(SetupCommands, UnusableArgumentsAreTwo)
{
    const std::vector<std::vector<std::string>> wrong = {{},
                                                         {"fly"},
                                                         {"encounters"},
                                                         {"encounters", "show"},
                                                         {"encounters", "list", "--colour"},
                                                         {"--format", "xml", "encounters", "list"},
                                                         {"claims", "export", "--form", "837p", "--out", "x"},
                                                         {"claims", "export", "V-1", "--form", "pdf", "--out", "x"},
                                                         {"documents", "list"},
                                                         {"edits", "check"},
                                                         {"codes", "search"},
                                                         {"claims", "list", "--batch", "0"}};
    for (const auto& arguments : wrong) EXPECT_EQ(2, run(arguments).status) << testing::PrintToString(arguments);
}

TEST_F(SetupCommands, PasswordIsNeverAnArgument)
{
    for (const auto* option : {"--password", "--pass", "-p"})
        EXPECT_EQ(2, run({option, "demo-office", "encounters", "list"}).status) << option;
    EXPECT_NE(0, run("admin", {"users", "add", "x.y", "coder", "long-enough"}).status);
    EXPECT_EQ("", ask(*as("admin"), "SELECT name FROM account WHERE name = 'x.y'"));
}

TEST_F(SetupCommands, HelpIsNoError)
{
    const auto ran = bare({"--help"});
    EXPECT_EQ(0, ran.status);
    EXPECT_NE(std::string::npos, ran.out.find("encounters"));
}

}  // namespace
}  // namespace cw::test
