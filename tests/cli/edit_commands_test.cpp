#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

class EditCommands : public CommandLineTest {
protected:
    Ran checkFile(const nlohmann::ordered_json& encounter)
    {
        return bare({"--workspace", place().string(), "edits", "check", "--format", "json", "--file",
                     writeEncounters({encounter}).string()});
    }
};

TEST_F(EditCommands, CheckPrintsTheFixedJsonForm)
{
    const auto ran = checkFile(encounterWithError("T-1"));
    EXPECT_EQ(1, ran.status);
    const auto encounter = ran.json()["encounters"][0];
    EXPECT_EQ("T-1", encounter["encounter_id"]);
    EXPECT_EQ(false, encounter["ready"]);
    ASSERT_EQ(1U, encounter["findings"].size());
    const auto finding = encounter["findings"][0];
    EXPECT_EQ("CV-3", finding["rule"]);
    EXPECT_EQ("error", finding["severity"]);
    EXPECT_EQ(nlohmann::json({"/diagnoses/0"}), finding["at"]);
    EXPECT_EQ(nlohmann::json({"M25.56"}), finding["codes"]);
    for (const auto* text : {"message", "fix", "source"})
        EXPECT_FALSE(finding[text].get<std::string>().empty()) << text;
    EXPECT_TRUE(encounter["not_checked"].is_array());
}

TEST_F(EditCommands, CheckOfACleanEncounterIsDone)
{
    const auto ran = checkFile(cleanEncounter("T-1"));
    EXPECT_EQ(0, ran.status) << ran.out;
    EXPECT_EQ(true, ran.json()["encounters"][0]["ready"]);
}

TEST_F(EditCommands, CheckTellsWhichTablesWereMissing)
{
    auto encounter = cleanEncounter("T-1");
    for (const auto* member : {"from", "to"}) encounter["service"][member] = "1999-01-15";
    const auto missing = checkFile(encounter).json()["encounters"][0]["not_checked"];
    ASSERT_FALSE(missing.empty());
    EXPECT_EQ("icd10cm", missing[0]["table"]);
    EXPECT_EQ("1999-01-15", missing[0]["date"]);
}

TEST_F(EditCommands, CheckOfAFileStoresNothing)
{
    const auto before = count(*as("office"), "encounter");
    checkFile(cleanEncounter("T-1"));
    EXPECT_EQ(before, count(*as("office"), "encounter"));
}

TEST_F(EditCommands, CheckOfStoredEncountersPrintsAList)
{
    const auto ran = run({"edits", "check", "V-10441", "V-10451"});
    EXPECT_EQ(1, ran.status);
    const auto rows = ran.rows();
    ASSERT_GT(rows.size(), 1U);
    EXPECT_EQ((std::vector<std::string>{"encounter_id", "rule", "severity", "codes", "at", "message", "fix", "source",
                                        "attested", "remedy"}),
              rows[0]);
    EXPECT_EQ("V-10441", rows[1][0]);
    EXPECT_EQ(0, run({"edits", "check", "V-10451"}).status);
}

TEST_F(EditCommands, CheckOfAnUnknownEncounterOrFileIsUnusableInput)
{
    EXPECT_EQ(3, run({"edits", "check", "V-1"}).status);
    EXPECT_EQ(3, run({"edits", "check", "--file", path("none.json")}).status);
    EXPECT_EQ(3, run({"edits", "check", "--file", m_folder.write("bad.json", "{").string()}).status);
    EXPECT_EQ(2, run({"edits", "check", "V-10441", "--file", path("none.json")}).status);
}

TEST_F(EditCommands, RulesListTheCatalogue)
{
    const auto rows = bare({"--workspace", place().string(), "edits", "rules"}).rows();
    ASSERT_GT(rows.size(), 30U);
    EXPECT_EQ((std::vector<std::string>{"rule", "severity", "title", "source", "on"}),
              std::vector<std::string>(rows[0].begin(), rows[0].begin() + 5));
    EXPECT_EQ("CV-1", rows[1][0]);
    EXPECT_EQ("1", rows[1][4]);
}

TEST_F(EditCommands, RulesTellWhichAreOff)
{
    ASSERT_EQ(0, run({"edits", "level", "CV-3", "off", "--reason", "a pilot"}).status);
    for (const auto& row : run({"edits", "rules"}).rows())
        if (row[0] == "CV-3") {
            EXPECT_EQ("0", row[4]);
        }
}

}  // namespace
}  // namespace cw::test
