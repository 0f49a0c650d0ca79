#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

class SignIn : public CommandLineTest {
protected:
    Ran list(const std::string& user)
    {
        return bare({"--workspace", place().string(), "--user", user, "encounters", "list"});
    }
};

TEST_F(SignIn, WithoutPasswordAndTerminalIsNotPermitted)
{
    const auto ran = list("office");
    EXPECT_EQ(4, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("CHARTWRIGHT_PASSWORD"));
}

TEST_F(SignIn, AsksForThePasswordAtATerminal)
{
    typed = {"demo-office"};
    EXPECT_EQ(0, list("office").status);
    EXPECT_TRUE(typed.empty());
}

TEST_F(SignIn, WithAWrongPasswordIsNotPermitted)
{
    environment["CHARTWRIGHT_PASSWORD"] = "wrong";
    const auto wrong = list("office");
    const auto unknown = list("nobody");
    EXPECT_EQ(4, wrong.status);
    EXPECT_EQ(4, unknown.status);
    EXPECT_EQ(wrong.err, unknown.err);
    EXPECT_TRUE(wrong.out.empty());
}

TEST_F(SignIn, IntoNoWorkspaceIsUnusableInput)
{
    environment["CHARTWRIGHT_PASSWORD"] = "demo-office";
    const auto ran = bare({"--workspace", path("none"), "encounters", "list"});
    EXPECT_EQ(3, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("no workspace in that folder"));
    EXPECT_FALSE(std::filesystem::exists(path("none")));
}

TEST_F(SignIn, IntoADamagedWorkspaceIsAFault)
{
    m_folder.write("workspace/keys.json", "{");
    environment["CHARTWRIGHT_PASSWORD"] = "demo-office";
    EXPECT_EQ(5, list("office").status);
}

TEST_F(SignIn, IntoAWorkStoreWithADamagedFirstPageIsAFault)
{
    damage(place() / "work.db", 200, 64);
    environment["CHARTWRIGHT_PASSWORD"] = "demo-office";
    EXPECT_EQ(5, list("office").status);
}

TEST_F(SignIn, NeverPrintsAPassword)
{
    environment["CHARTWRIGHT_PASSWORD"] = "wrong-secret";
    const auto ran = list("office");
    EXPECT_EQ(std::string::npos, (ran.out + ran.err).find("wrong-secret"));
}

}  // namespace
}  // namespace cw::test
