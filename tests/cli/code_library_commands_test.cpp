#include "tests/app/library_fixture.h"
#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

/// Two invented years of ICD-10-CM in the demo workspace.
class CodeLibraryCommands : public CommandLineTest {
protected:
    CodeLibraryCommands() : CommandLineTest(Content::none) {}

    std::string year(int number) const
    {
        return m_folder
            .write("icd10cm_order_" + std::to_string(number) + ".txt", orderFile(number == 2024 ? fy2024 : fy2025))
            .string();
    }
    std::string poa() const { return m_folder.write("POAexemptCodesFY25.txt", poaFile).string(); }
    /// The cell of a column in row `row` (0 is the heading).
    static std::string cell(const Ran& ran, std::size_t row, const std::string& column)
    {
        const auto rows = ran.rows();
        for (std::size_t i = 0; i < rows.at(0).size(); ++i)
            if (rows[0][i] == column) return rows.at(row).at(i);
        return "no column " + column;
    }
    /// The second year lacks one of five codes.
    void importBoth() { ASSERT_EQ(0, run("admin", {"codes", "import", "--drop-many", year(2024), year(2025)}).status); }
};

TEST_F(CodeLibraryCommands, ImportPrintsARowForEachTable)
{
    const auto ran = run("admin", {"codes", "import", "--drop-many", year(2024), year(2025), poa()});
    EXPECT_EQ(0, ran.status) << ran.err;
    ASSERT_EQ(4U, ran.rows().size());
    EXPECT_EQ("FY2025", cell(ran, 2, "release"));
    EXPECT_EQ("FY2024", cell(ran, 2, "compared_with"));
    EXPECT_EQ("1", cell(ran, 2, "added"));
    EXPECT_EQ("1", cell(ran, 2, "revised"));
    EXPECT_EQ("1", cell(ran, 2, "ended"));
    EXPECT_EQ("0", cell(ran, 2, "rejected"));
    EXPECT_EQ("poa", cell(ran, 3, "kind"));
    EXPECT_EQ("1", cell(ran, 3, "read"));
    EXPECT_EQ("1 codes exempt", cell(ran, 3, "checks"));
}

TEST_F(CodeLibraryCommands, DryRunChangesNothing)
{
    ASSERT_EQ(0, run("admin", {"codes", "import", year(2024)}).status);
    const auto before = bare({"--workspace", place().string(), "codes", "releases"}).out;
    const auto json = run("admin", {"codes", "import", year(2025), "--dry-run", "--format", "json"}).json();
    ASSERT_EQ(1U, json.size());
    EXPECT_EQ("dry run, nothing changed", json[0]["note"]);
    EXPECT_EQ("deleted E78.5 Hyperlipidemia, unspecified", json[0]["changes"][0]);
    EXPECT_EQ(before, bare({"--workspace", place().string(), "codes", "releases"}).out);
}

TEST_F(CodeLibraryCommands, AFailingFileIsNamedAndWhatIsDoneStays)
{
    const auto bad = m_folder.write("photo.jpg", "\xFF\xD8").string();
    const auto ran = run("admin", {"codes", "import", year(2024), bad, year(2025)});
    EXPECT_EQ(3, ran.status);
    EXPECT_EQ(2U, ran.rows().size());
    EXPECT_NE(std::string::npos, ran.err.find("stopped at photo.jpg; 1 file before it stay as imported")) << ran.err;
    const auto releases = bare({"--workspace", place().string(), "codes", "releases"}).out;
    EXPECT_NE(std::string::npos, releases.find("FY2024"));
    EXPECT_EQ(std::string::npos, releases.find("FY2025"));
}

TEST_F(CodeLibraryCommands, WithdrawTakesReleasesAndLists)
{
    importBoth();
    ASSERT_EQ(0, run("admin", {"codes", "import", poa()}).status);
    EXPECT_EQ(2, run("admin", {"codes", "withdraw", "FY2024"}).status);
    EXPECT_EQ(4, run("coder", {"codes", "withdraw", "FY2024", "--system", "icd10cm"}).status);
    EXPECT_EQ(0, run("admin", {"codes", "withdraw", "FY2024", "--system", "icd10cm"}).status);
    EXPECT_EQ(0, run("admin", {"codes", "withdraw", "FY2025", "--kind", "poa"}).status);
    const auto ran = bare({"--workspace", place().string(), "codes", "releases"});
    EXPECT_EQ(std::string::npos, ran.out.find("FY2024"));
    EXPECT_EQ(std::string::npos, ran.out.find("poa"));
    EXPECT_EQ(3, run("admin", {"codes", "withdraw", "FY2024", "--system", "icd10cm"}).status);
}

TEST_F(CodeLibraryCommands, ReleasesListTheListsToo)
{
    ASSERT_EQ(0, run("admin", {"codes", "import", poa()}).status);
    const auto ran = bare({"--workspace", place().string(), "codes", "releases"});
    const auto last = ran.rows().size() - 1;
    EXPECT_EQ("poa", cell(ran, last, "kind"));
    EXPECT_EQ("FY2025", cell(ran, last, "release"));
    EXPECT_EQ("1", cell(ran, last, "rows"));
    EXPECT_EQ(64U, cell(ran, last, "sha256").size());
}

TEST_F(CodeLibraryCommands, ImportThatDropsManyRowsIsAskedAbout)
{
    ASSERT_EQ(0, run("admin", {"codes", "import", year(2024)}).status);
    const auto dry = run("admin", {"codes", "import", "--dry-run", year(2025)});
    EXPECT_EQ(0, dry.status);
    EXPECT_EQ("look twice: icd10cm FY2025 lacks 1 of the 5 rows of FY2024\n", dry.err);
    const auto ran = run("admin", {"codes", "import", year(2025)});
    EXPECT_EQ(1, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("APP-238")) << ran.err;
}

TEST_F(CodeLibraryCommands, DiffNamesCodesAndOpenEncounters)
{
    importBoth();
    import(*as("office"), {cleanEncounter("V-1")});
    const auto ran = run("coder", {"codes", "diff", "--system", "icd10cm", "FY2024", "FY2025"});
    EXPECT_EQ(0, ran.status) << ran.err;
    ASSERT_EQ(4U, ran.rows().size());
    EXPECT_EQ("deleted", cell(ran, 1, "change"));
    EXPECT_EQ("E78.5", cell(ran, 1, "code"));
    EXPECT_EQ("V-1", cell(ran, 1, "encounters"));
    EXPECT_EQ("revised", cell(ran, 2, "change"));
    EXPECT_EQ("Essential hypertension", cell(ran, 2, "before"));
    EXPECT_EQ("Essential (primary) hypertension", cell(ran, 2, "after"));
    EXPECT_NE(std::string::npos, ran.err.find("1 added, 1 deleted, 1 revised; 1 open encounters")) << ran.err;
    const auto json =
        run("coder", {"codes", "diff", "--system", "icd10cm", "FY2024", "FY2025", "--format", "json"}).json();
    EXPECT_EQ((std::vector<std::string>{"V-1"}), json[0]["encounters"].get<std::vector<std::string>>());
    EXPECT_EQ(1, json[0]["open_encounters"]);
    EXPECT_EQ(3, run("coder", {"codes", "diff", "--system", "icd10cm", "FY2024", "FY2031"}).status);
}

TEST_F(CodeLibraryCommands, UpdatesTellWhatIsMissing)
{
    importBoth();
    const auto ran = run("coder", {"codes", "updates", "--on", "2025-09-01"});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ("icd10cm", cell(ran, 1, "key"));
    EXPECT_EQ("expires soon", cell(ran, 1, "state"));
    EXPECT_EQ("2025-10-01", cell(ran, 1, "next_due"));
    EXPECT_EQ("missing", cell(ran, 2, "state"));
    EXPECT_EQ(4, run("coder", {"codes", "updates", "--set-address", "icd10cm", "https://a.example/x.zip"}).status);
    EXPECT_EQ(0, run("admin", {"codes", "updates", "--set-address", "icd10cm", "https://a.example/x.zip"}).status);
    EXPECT_EQ("https://a.example/x.zip", cell(run("coder", {"codes", "updates"}), 1, "address"));
}

TEST_F(CodeLibraryCommands, UpdatesTellWhatExpires)
{
    importBoth();
    import(*as("office"), {cleanEncounter("V-1")});
    const auto ran = run("coder", {"codes", "updates", "--expiring", "2024-09-30"});
    ASSERT_EQ(2U, ran.rows().size()) << ran.err;
    EXPECT_EQ("E78.5", cell(ran, 1, "code"));
    EXPECT_EQ("V-1", cell(ran, 1, "encounters"));
}

TEST_F(CodeLibraryCommands, SetsAreMadeShownAndUsed)
{
    importBoth();
    const auto made =
        run("office", {"codes", "sets", "add", "Check-up", "i10", "R06.02", "--shared", "--type", "adult"});
    EXPECT_EQ(0, made.status) << made.err;
    EXPECT_EQ("Essential (primary) hypertension", cell(made, 1, "description"));
    EXPECT_EQ("in force", cell(made, 1, "state"));
    const auto all = run("coder", {"codes", "sets", "list"});
    EXPECT_EQ("Check-up", cell(all, 1, "set"));
    EXPECT_EQ("shared", cell(all, 1, "owner"));
    EXPECT_EQ("2", cell(all, 1, "codes"));
    EXPECT_EQ(4, run("coder", {"codes", "sets", "add", "Check-up", "E78.50"}).status);
    EXPECT_EQ(3, run("office", {"codes", "sets", "add", "Check-up", "I10"}).status);
    EXPECT_EQ(1, run("office", {"codes", "sets", "add", "Check-up", "E78.5"}).status);  // Flagged: it has ended.
    EXPECT_EQ(0, run("office", {"codes", "sets", "remove", "Check-up", "E78.5"}).status);

    import(*as("office"), {cleanEncounter("V-1")});
    const auto used = run("office", {"codes", "sets", "apply", "Check-up", "V-1"});
    EXPECT_EQ(1, used.status) << used.err;  // I10 is on it already.
    EXPECT_EQ("V-1\t1 added\n", used.out);
    EXPECT_EQ("R06.02", cell(run("office", {"codes", "recent"}), 1, "code"));
    EXPECT_EQ(0, run("office", {"codes", "sets", "remove", "Check-up"}).status);
    EXPECT_EQ(3, run("office", {"codes", "sets", "show", "Check-up"}).status);
    EXPECT_EQ("I10\tfavourite\n", run("coder", {"codes", "sets", "favourite", "I10"}).out);
}

TEST_F(CodeLibraryCommands, ShowAndIndexPrintWhatTheListsSay)
{
    importBoth();
    {
        const auto admin = as("admin");
        ParsedList list;
        list.kind = ListKind::index;
        list.name = "FY2025";
        list.sourceDigest = "index";
        list.rowCount = 2;
        IndexTree tree;
        tree.terms.resize(2);
        tree.terms[0].title = "Hypertension";
        tree.terms[0].codes = {"I10"};
        tree.terms[1].title = "lipids";
        tree.terms[1].parent = 0;
        tree.terms[1].level = 1;
        tree.terms[1].codes = {"E78.-"};
        list.content = tree;
        must(admin->tablesWriter().installList(list, {}));
        list.kind = ListKind::conversion;
        list.content = CodeMaps{{{"successor", "E785", "E7850", "", {}}}};
        must(admin->tablesWriter().installList(list, {}));
    }
    const auto json =
        bare({"--workspace", place().string(), "codes", "show", "I10", "--on", "2025-01-20", "--format", "json"})
            .json();
    EXPECT_EQ("I10", json["code"]);
    EXPECT_EQ("Hypertension", json["index"][0]["term"]);
    EXPECT_TRUE(json["notes_release"].is_null());
    EXPECT_TRUE(json["seventh_characters"].empty());
    const auto gone =
        bare({"--workspace", place().string(), "codes", "show", "E78.5", "--on", "2025-01-20", "--format", "json"});
    EXPECT_EQ("E78.50", gone.json()["successors"][0]["code"]);
    const auto index = bare({"--workspace", place().string(), "codes", "index", "hyper"});
    ASSERT_EQ(3U, index.rows().size()) << index.err;
    EXPECT_EQ("  lipids", cell(index, 2, "term"));
    EXPECT_EQ("E78.-", cell(index, 2, "codes"));
    EXPECT_EQ(2U, bare({"--workspace", place().string(), "codes", "index", "hypertension,", "lipids"}).rows().size());
    EXPECT_EQ(1, bare({"--workspace", place().string(), "codes", "build", "0"}).status);
}

}  // namespace
}  // namespace cw::test
