#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

class EncounterCommands : public CommandLineTest {
protected:
    std::string stage(const std::string& id) { return statusOf(*as("office"), id); }
};

TEST_F(EncounterCommands, ListBeginsWithTheFixedColumns)
{
    const auto rows = run({"encounters", "list"}).rows();
    ASSERT_EQ(13U, rows.size());
    const std::vector<std::string> fixed = {"encounter_id", "status", "patient", "service_from",
                                            "setting",      "payer",  "charges", "assigned"};
    EXPECT_EQ(fixed, std::vector<std::string>(rows[0].begin(), rows[0].begin() + 8));
    for (const auto& row : rows) EXPECT_EQ(rows[0].size(), row.size());
}

TEST_F(EncounterCommands, ListIsFilteredByStatusAndPerson)
{
    auto rows = run({"encounters", "list", "--status", "in_coding"}).rows();
    ASSERT_EQ(3U, rows.size());
    EXPECT_EQ("in coding", rows[1][1]);
    rows = run({"encounters", "list", "--status", "in coding", "--assigned", "coder"}).rows();
    ASSERT_EQ(2U, rows.size());
    EXPECT_EQ("V-10445", rows[1][0]);
}

TEST_F(EncounterCommands, ListOfAnUnknownStatusIsUnusable)
{
    EXPECT_EQ(3, run({"encounters", "list", "--status", "lost"}).status);
}

TEST_F(EncounterCommands, ListAsJsonHasTheSameNames)
{
    const auto json = run({"encounters", "list", "--status", "approved", "--format", "json"}).json();
    ASSERT_EQ(1U, json.size());
    EXPECT_EQ("V-10451", json[0]["encounter_id"]);
    EXPECT_EQ("approved", json[0]["status"]);
    EXPECT_EQ("475.00", json[0]["charges"]);
    EXPECT_TRUE(json[0]["file_by"].is_null());
}

TEST_F(EncounterCommands, ListIsATableAtATerminalAndTsvElsewhere)
{
    EXPECT_NE(std::string::npos, run({"encounters", "list"}).out.find("encounter_id\tstatus"));
    isTerminal = true;
    const auto table = run({"encounters", "list", "--quiet"}).out;
    EXPECT_EQ(std::string::npos, table.find('\t'));
    EXPECT_NE(std::string::npos, run({"encounters", "list", "--format", "tsv"}).out.find('\t'));
}

TEST_F(EncounterCommands, ShowPrintsEncounterJson)
{
    const auto json = run({"encounters", "show", "V-10449"}).json();
    EXPECT_EQ("encounters/1", json["schema"]);
    EXPECT_EQ("V-10449", json["encounters"][0]["encounter_id"]);
    EXPECT_EQ("S61.211A", json["encounters"][0]["diagnoses"][0]["code"]);
}

TEST_F(EncounterCommands, ShowOfAnUnknownIdIsUnusableInput)
{
    const auto ran = run({"encounters", "show", "V-1"});
    EXPECT_EQ(3, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("no encounter V-1"));
    EXPECT_TRUE(ran.out.empty());
}

TEST_F(EncounterCommands, ExportWritesTheFileThatShowPrints)
{
    EXPECT_EQ(0, run({"encounters", "export", "V-10449", "--out", path("out.json")}).status);
    EXPECT_EQ(run({"encounters", "show", "V-10449"}).out, slurp(path("out.json")));
}

TEST_F(EncounterCommands, ImportTellsWhatCame)
{
    m_folder.write("visit.txt", "right knee pain");
    auto encounter = cleanEncounter("T-1");
    encounter["documents"] = {{{"path", "visit.txt"}}};
    const auto ran =
        run("coder", {"encounters", "import", writeEncounters({encounter, cleanEncounter("T-2")}).string()});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ("2 encounters, 1 documents imported\n", ran.out);
    EXPECT_EQ("new", stage("T-1"));
}

TEST_F(EncounterCommands, ImportOfAWrongValueIsUnusableInputAndNamed)
{
    auto encounter = cleanEncounter("T-1");
    encounter["procedures"][1]["units"] = 1;
    const auto ran =
        run("coder", {"encounters", "import", writeEncounters({cleanEncounter("T-2"), encounter}).string()});
    EXPECT_EQ(3, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("in.json: /encounters/1/procedures/1/units")) << ran.err;
    EXPECT_EQ("", stage("T-2"));
}

TEST_F(EncounterCommands, ImportOfAnEncounterThatExistsIsUnusableInput)
{
    const auto file = writeEncounters({cleanEncounter("T-1")}).string();
    EXPECT_EQ(0, run({"encounters", "import", file}).status);
    const auto ran = run({"encounters", "import", file});
    EXPECT_EQ(3, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("T-1 exists already"));
}

TEST_F(EncounterCommands, ImportOfAMissingFileIsUnusableInput)
{
    EXPECT_EQ(3, run({"encounters", "import", path("none.json")}).status);
}

TEST_F(EncounterCommands, RoundTripKeepsTheText)
{
    auto encounter = cleanEncounter("T-1");
    encounter["shift"] = "late";
    run({"encounters", "import", writeEncounters({encounter}).string()});
    const auto shown = run({"encounters", "show", "T-1"}).out;
    copyTemplate(Content::demo, m_folder.path() / "second");
    m_folder.write("shown.json", shown);
    const auto second = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--workspace", path("second"), "--user", "office"});
        return bare(arguments);
    };
    EXPECT_EQ(0, second({"encounters", "import", path("shown.json")}).status);
    EXPECT_EQ(shown, second({"encounters", "show", "T-1"}).out);
    EXPECT_NE(std::string::npos, shown.find("\"shift\": \"late\""));
}

TEST_F(EncounterCommands, StepsPrintWhereTheEncounterStands)
{
    run("coder", {"encounters", "import", writeEncounters({cleanEncounter("T-1")}).string()});
    EXPECT_EQ("T-1\tnew\tcoder\n", run("supervisor", {"encounters", "assign", "T-1", "--to", "coder"}).out);
    EXPECT_EQ("T-1\tcoded\tcoder\n", run("coder", {"encounters", "submit", "T-1"}).out);
    EXPECT_EQ("T-1\treturned\tcoder\n", run("supervisor", {"encounters", "return", "T-1", "--reason", "again"}).out);
    EXPECT_EQ("T-1\tcoded\tcoder\n", run("coder", {"encounters", "submit", "T-1"}).out);
    EXPECT_EQ("T-1\tapproved\tcoder\n", run("supervisor", {"encounters", "approve", "T-1"}).out);
}

TEST_F(EncounterCommands, SubmitWithErrorsNeedsAPerson)
{
    run("coder", {"encounters", "import", writeEncounters({encounterWithError("T-1")}).string()});
    const auto ran = run("coder", {"encounters", "submit", "T-1"});
    EXPECT_EQ(1, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("CV-3")) << ran.err;
    EXPECT_EQ("new", stage("T-1"));
}

TEST_F(EncounterCommands, StepsOutOfOrderNeedAPerson)
{
    EXPECT_EQ(1, run("supervisor", {"encounters", "approve", "V-10441"}).status);
    EXPECT_EQ(1, run("coder", {"encounters", "submit", "V-10451"}).status);
}

TEST_F(EncounterCommands, StepsOfOthersAreNotPermitted)
{
    EXPECT_EQ(4, run("coder", {"encounters", "approve", "V-10449"}).status);
    EXPECT_EQ(4, run("biller", {"encounters", "submit", "V-10445"}).status);
    EXPECT_EQ(4, run("coder", {"encounters", "return", "V-10449", "--reason", "x"}).status);
    EXPECT_EQ(4, run("biller", {"encounters", "assign", "V-10441", "--to", "coder"}).status);
    EXPECT_EQ("coded", stage("V-10449"));
}

TEST_F(EncounterCommands, StepsOfUnknownEncountersAreUnusableInput)
{
    EXPECT_EQ(3, run("coder", {"encounters", "submit", "V-1"}).status);
    EXPECT_EQ(3, run("supervisor", {"encounters", "assign", "V-10441", "--to", "nobody"}).status);
}

TEST_F(EncounterCommands, ReturnNeedsAReason)
{
    EXPECT_EQ(2, run("supervisor", {"encounters", "return", "V-10449"}).status);
    EXPECT_EQ(2, run("supervisor", {"encounters", "return", "V-10449", "--reason", " "}).status);
    EXPECT_EQ("coded", stage("V-10449"));
}

TEST_F(EncounterCommands, DocumentsImportTellsWhatWasLeftOut)
{
    m_folder.write("scans/a.txt", "note");
    m_folder.write("scans/b.txt", "");
    const auto ran = run("coder", {"documents", "import", path("scans"), "--encounter", "V-10441"});
    EXPECT_EQ(1, ran.status);
    EXPECT_EQ("0 encounters, 1 documents imported, 1 left out\n", ran.out);
    EXPECT_NE(std::string::npos, ran.err.find("b.txt: the file is empty"));
}

TEST_F(EncounterCommands, DocumentsImportOfNothingUsableIsUnusableInput)
{
    m_folder.write("b.txt", "");
    EXPECT_EQ(3, run("coder", {"documents", "import", path("b.txt"), "--encounter", "V-10441"}).status);
    EXPECT_EQ(3, run("coder", {"documents", "import", path("b.txt"), "--encounter", "V-1"}).status);
    EXPECT_EQ(2, run("coder", {"documents", "import", path("b.txt"), "--encounter", "V-1", "--mrn", "1"}).status);
}

}  // namespace
}  // namespace cw::test
