#include "app/chart_desk.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

class ImportDocuments : public WorkspaceTest {
protected:
    ImportDocuments() { import(*coder, {cleanEncounter("T-1"), cleanEncounter("T-2")}); }

    Result<app::IntakeOutcome> bring(const std::vector<std::filesystem::path>& paths,
                                     const std::string& encounter = "T-1")
    {
        return app::Intake(*coder).importDocuments(paths, encounter, std::nullopt);
    }
    std::vector<DocumentInfo> chart(const std::string& id = "T-1")
    {
        return must(app::CodingDesk(*coder).open(id)).documents;
    }

    std::unique_ptr<app::Workspace> coder = as("coder");
};

TEST_F(ImportDocuments, TakesFilesAndFolders)
{
    m_folder.write("scans/a/lab.pdf", smallPdf());
    m_folder.write("scans/visit.txt", "visit");
    m_folder.write("scans/.hidden", "hidden");
    const auto imported = bring({m_folder.path() / "scans", m_folder.write("consult.txt", "consult")});
    EXPECT_EQ(3, imported->documents);
    EXPECT_EQ(0, imported->rejected);
    EXPECT_EQ(3U, chart().size());
}

TEST_F(ImportDocuments, LeavesOutWhatCannotBeUsedAndGoesOn)
{
    m_folder.write("scans/1-empty.txt", "");
    m_folder.write("scans/2-photo.jpg", std::string("\xFF\xD8\0\x10", 4));
    m_folder.write("scans/3-visit.txt", "visit");
    m_folder.write("scans/4-locked.pdf", smallPdf("<< /Encrypt 3 0 R >>\n"));
    const auto imported = bring({m_folder.path() / "scans", m_folder.path() / "none.txt"});
    ASSERT_TRUE(imported);
    EXPECT_EQ(1, imported->documents);
    EXPECT_EQ(4, imported->rejected);
    std::string notes;
    for (const auto& note : imported->notes) notes += note + "\n";
    for (const auto* part : {"none.txt: no such file", "1-empty.txt: the file is empty", "2-photo.jpg: neither",
                             "4-locked.pdf: the PDF is protected"})
        EXPECT_NE(std::string::npos, notes.find(part)) << part << " in\n" << notes;
}

TEST_F(ImportDocuments, StoresTheSameFileOnce)
{
    const auto file = m_folder.write("visit.txt", "visit");
    ASSERT_TRUE(bring({file, file}));
    ASSERT_TRUE(bring({file}));
    EXPECT_EQ(1U, chart().size());
}

TEST_F(ImportDocuments, MakesWindowsTextUtf8)
{
    ASSERT_TRUE(bring({m_folder.write("visit.txt", "caf\xE9 \x96 38\xB0")}));
    EXPECT_EQ("caf\xC3\xA9 \xE2\x80\x93 38\xC2\xB0",
              app::ChartDesk(*coder).document(chart().at(0).version)->rendition.text);
}

TEST_F(ImportDocuments, TakesTheByteOrderMarkAway)
{
    ASSERT_TRUE(bring({m_folder.write("visit.txt", "\xEF\xBB\xBFvisit")}));
    EXPECT_EQ("visit", app::ChartDesk(*coder).document(chart().at(0).version)->rendition.text);
}

TEST_F(ImportDocuments, ReadsTheTypeFromTheName)
{
    ASSERT_TRUE(bring({m_folder.write("operative_note.txt", "a"), m_folder.write("Lab 2025.txt", "b"),
                       m_folder.write("letter.txt", "c")}));
    std::set<std::string> types;
    for (const auto& document : chart()) types.insert(document.title + ": " + std::string(toString(document.type)));
    EXPECT_EQ((std::set<std::string>{"operative_note: operative_report", "Lab 2025: lab_report", "letter: other"}),
              types);
}

TEST_F(ImportDocuments, OfAPatientStandInEachChart)
{
    const auto file = m_folder.write("history.txt", "history");
    ASSERT_TRUE(app::Intake(*coder).importDocuments({file}, std::nullopt, "MRN-88121"));
    EXPECT_EQ(1U, chart("T-1").size());
    EXPECT_EQ(1U, chart("T-2").size());
}

TEST_F(ImportDocuments, NeedsAKnownOwner)
{
    const auto file = m_folder.write("visit.txt", "visit");
    EXPECT_EQ(ErrorKind::notFound, bring({file}, "T-9").error().kind);
    const auto unknown = app::Intake(*coder).importDocuments({file}, std::nullopt, "MRN-0");
    EXPECT_EQ(ErrorKind::notFound, unknown.error().kind);
    EXPECT_EQ(std::string::npos, unknown.error().detail.find("MRN-0"));
    EXPECT_EQ("0", count(*coder, "document"));
}

TEST_F(ImportDocuments, TakesOneOwnerAtMost)
{
    const auto file = m_folder.write("visit.txt", "visit");
    EXPECT_EQ(1, app::Intake(*coder).importDocuments({file}, std::nullopt, std::nullopt)->unmatched);
    EXPECT_EQ(ErrorKind::invalidInput, app::Intake(*coder).importDocuments({file}, "T-1", "MRN-88121").error().kind);
}

TEST_F(ImportDocuments, IsAudited)
{
    ASSERT_TRUE(bring({m_folder.write("visit.txt", "visit")}));
    EXPECT_EQ("coder document.import T-1",
              ask(*coder, "SELECT account || ' ' || action || ' ' || encounter_id FROM audit "
                          "ORDER BY sequence DESC LIMIT 1"));
}

}  // namespace
}  // namespace cw::test
