#include "tests/app/intake_fixture.h"
#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

class DocumentCommands : public CommandLineTest {
protected:
    /// Bernadette Tolliver of V-10441 in the demo, as a laboratory names her.
    static MessagePatient tolliver()
    {
        return {.number = "204417", .authority = "", .family = "Tolliver", .given = "Bernadette", .born = "19570314"};
    }
    static std::string cell(const Ran& ran, std::size_t row, const std::string& column)
    {
        const auto rows = ran.rows();
        for (std::size_t i = 0; i < rows.at(0).size(); ++i)
            if (rows[0][i] == column) return rows.at(row).at(i);
        return "no column " + column;
    }
    std::size_t waitingBefore() { return run({"documents", "unmatched"}).rows().size(); }
};

TEST_F(DocumentCommands, ImportWithoutAnOwnerGoesByTheContent)
{
    m_folder.write("labs.hl7", hl7Result(tolliver(), "V-10441"));
    const auto ran = run("coder", {"documents", "import", path("labs.hl7")});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ(0U, ran.out.find("0 encounters, 1 documents imported")) << ran.out;
}

TEST_F(DocumentCommands, ImportOfWhatWaitsNeedsAPerson)
{
    m_folder.write("note.txt", "Knee pain.\n");
    const auto ran = run("coder", {"documents", "import", path("note.txt")});
    EXPECT_EQ(1, ran.status);
    EXPECT_EQ("0 encounters, 0 documents imported, 1 waiting unmatched\n", ran.out);
    EXPECT_NE(std::string::npos, ran.err.find("note.txt: waits: It names no patient.")) << ran.err;
}

TEST_F(DocumentCommands, ListTellsVersions)
{
    m_folder.write("a.txt", "one");
    m_folder.write("b.txt", "two");
    run({"documents", "import", path("a.txt"), "--encounter", "V-10452"});
    const auto before = run({"documents", "list", "--encounter", "V-10452"});
    std::string id;
    for (std::size_t row = 1; row < before.rows().size(); ++row)
        if (cell(before, row, "title") == "a") id = cell(before, row, "document_id");
    ASSERT_FALSE(id.empty());
    EXPECT_EQ(0, run({"documents", "import", path("b.txt"), "--encounter", "V-10452", "--replaces", id}).status);
    const auto after = run({"documents", "list", "--encounter", "V-10452"});
    std::string versions;
    for (std::size_t row = 1; row < after.rows().size(); ++row)
        if (cell(after, row, "document_id") == id)
            versions += cell(after, row, "version") + "/" + cell(after, row, "versions") + " " +
                        cell(after, row, "archived") + ",";
    EXPECT_EQ("2/2 0,1/2 1,", versions);
    EXPECT_EQ(2, run({"documents", "list"}).status);
    EXPECT_EQ(3, run({"documents", "list", "--mrn", "none"}).status);
}

TEST_F(DocumentCommands, ResolveDiscardAndRetry)
{
    m_folder.write("note.txt", "Knee pain.\n");
    m_folder.write("other.txt", "Hip pain.\n");
    const auto before = waitingBefore();
    run({"documents", "import", path("note.txt"), path("other.txt")});
    auto rows = run({"documents", "unmatched"}).rows();
    ASSERT_EQ(before + 2, rows.size());
    std::map<std::string, std::string> number;
    for (const auto& row : rows) number[row[3]] = row[0];
    EXPECT_EQ(0, run({"documents", "resolve", number["note.txt"], "--encounter", "V-10441"}).status);
    EXPECT_EQ(1, run({"documents", "resolve", number["note.txt"], "--encounter", "V-10441"}).status);
    EXPECT_EQ(2, run({"documents", "resolve", number["other.txt"]}).status);
    EXPECT_EQ(3, run({"documents", "resolve", "1", "--encounter", "V-10441"}).status);
    EXPECT_EQ(1, run({"documents", "retry"}).status);
    EXPECT_EQ(2, run({"documents", "discard", number["other.txt"]}).status);
    EXPECT_EQ(number["other.txt"] + "\tdiscarded\n",
              run({"documents", "discard", number["other.txt"], "--reason", "not ours"}).out);
    EXPECT_EQ(before, run({"documents", "unmatched"}).rows().size());
    EXPECT_LE(before + 2, run({"documents", "unmatched", "--all"}).rows().size());
}

TEST_F(DocumentCommands, PatientsMayBeListedShownMergedAndTakenApart)
{
    EXPECT_EQ(13U, run({"patients", "list"}).rows().size());
    const auto found = run({"patients", "list", "toll"});
    ASSERT_EQ(2U, found.rows().size());
    EXPECT_EQ("204417", found.rows()[1][1]);
    const auto shown = run({"patients", "show", "204417"});
    EXPECT_EQ("V-10441", cell(shown, 1, "encounter_id"));
    EXPECT_EQ(3, run({"patients", "show", "none"}).status);

    m_folder.write("a40.hl7", hl7Message("ADT^A40", tolliver(), "", {"MRG|118236"}));
    EXPECT_EQ(0, run({"documents", "import", path("a40.hl7")}).status);
    const auto merges = run({"patients", "merges"});
    ASSERT_EQ(2U, merges.rows().size());
    EXPECT_EQ(3U, run({"patients", "show", "118236"}).rows().size());
    EXPECT_EQ(0, run({"patients", "undo-merge", merges.rows()[1][0]}).status);
    EXPECT_EQ(1, run({"patients", "undo-merge", merges.rows()[1][0]}).status);
    EXPECT_EQ(3, run({"patients", "undo-merge", "1"}).status);
}

TEST_F(DocumentCommands, EncountersImportTakesMessages)
{
    m_folder.write("adt.hl7", hl7Message("ADT^A01", tolliver(), "V-99", {}));
    const auto ran = run("coder", {"encounters", "import", path("adt.hl7")});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ(0U, ran.out.find("1 encounters, 0 documents imported")) << ran.out;
}

TEST_F(DocumentCommands, SearchFindsWordsWithTheirPlaces)
{
    m_folder.write("note.txt", "Café au lait spot on the left knee.\n");
    run({"documents", "import", path("note.txt"), "--encounter", "V-10441"});
    const auto ran = run({"documents", "search", "--encounter", "V-10441", "cafe", "au", "lait"});
    ASSERT_EQ(2U, ran.rows().size());
    EXPECT_EQ("note", cell(ran, 1, "title"));
    EXPECT_EQ("1", cell(ran, 1, "page"));
}

TEST_F(DocumentCommands, WatchTakesWhatLiesInTheFolderAndEnds)
{
    m_folder.write("in/V-10441/note.txt", "Knee pain.\n");
    const auto ran = run({"documents", "watch", path("in"), "--once"});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ("0 encounters, 1 documents imported\n", ran.out);
    EXPECT_TRUE(std::filesystem::exists(m_folder.path() / "in/imported/V-10441/note.txt"));
}

TEST_F(DocumentCommands, WatchNeedsAFolder)
{
    EXPECT_EQ(2, run({"documents", "watch", "--once"}).status);
    EXPECT_EQ(3, run({"documents", "watch", path("none"), "--once"}).status);
}

TEST_F(DocumentCommands, PasswordComesFromTheEnvironment)
{
    m_folder.write("note.txt", "Knee pain.\n");
    EXPECT_EQ(
        2, run({"documents", "import", path("note.txt"), "--encounter", "V-10441", "--password-env", "SCAN"}).status);
    environment["SCAN"] = "secret";
    EXPECT_EQ(
        0, run({"documents", "import", path("note.txt"), "--encounter", "V-10441", "--password-env", "SCAN"}).status);
}

}  // namespace
}  // namespace cw::test
