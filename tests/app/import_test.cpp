#include "app/chart_desk.h"
#include "base/digest.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

using app::Intake;

class Import : public WorkspaceTest {
protected:
    /// What a file that must be refused is refused with; checks that nothing of it was stored.
    std::string refusal(const std::filesystem::path& file)
    {
        const auto before = count(*office, "audit");
        const auto imported = Intake(*office).importEncounters(file);
        EXPECT_EQ("0", count(*office, "encounter"));
        EXPECT_EQ("0", count(*office, "document"));
        EXPECT_EQ("0", count(*office, "patient"));
        EXPECT_EQ(before, count(*office, "audit"));
        const auto told = outcome(imported);
        EXPECT_EQ(std::string::npos, told.find("Quenneville")) << told;
        return told;
    }
    /// The refusal of two encounters, the first sound, the second with this document.
    std::string refusalOfDocument(const std::string& path)
    {
        auto second = cleanEncounter("T-2");
        second["documents"] = {{{"path", path}, {"type", "progress_note"}, {"title", "Visit"}}};
        return refusal(writeEncounters({cleanEncounter("T-1"), second}));
    }

    std::unique_ptr<app::Workspace> office = as("office");
};

TEST_F(Import, BringsEncountersWithTheirDocuments)
{
    m_folder.write("notes/visit.txt", "right knee pain");
    auto encounter = cleanEncounter("T-1");
    encounter["documents"] = {{{"path", "notes/visit.txt"}, {"type", "progress_note"}, {"title", "Visit"}}};
    const auto imported = import(*office, {encounter, cleanEncounter("T-2")});
    EXPECT_EQ(2, imported.encounters);
    EXPECT_EQ(1, imported.documents);
    const auto chart = must(app::CodingDesk(*office).open("T-1"));
    ASSERT_EQ(1U, chart.documents.size());
    EXPECT_EQ("right knee pain", app::ChartDesk(*office).document(chart.documents[0].version)->rendition.text);
    EXPECT_EQ(DocumentType::progressNote, chart.documents[0].type);
}

TEST_F(Import, TellsFileRecordAndReasonOfAValueOfTheWrongType)
{
    auto second = cleanEncounter("T-2");
    second["procedures"][0]["charge"] = 125.0;
    const auto told = refusal(writeEncounters({cleanEncounter("T-1"), second}));
    EXPECT_NE(std::string::npos, told.find("in.json: /encounters/1/procedures/0/charge: ")) << told;
    EXPECT_NE(std::string::npos, told.find("T-2")) << told;
}

TEST_F(Import, RefusesEveryOtherWrongType)
{
    const std::vector<std::pair<std::string, nlohmann::ordered_json>> wrong = {
        {"/patient", "Quenneville"},
        {"/patient/birth_date", "02.04.1961"},
        {"/patient/last_name", 5},
        {"/service/from", "2025-02-30"},
        {"/coverages", nlohmann::ordered_json::object()},
        {"/coverages/0/rank", "fourth"},
        {"/claim/signature_on_file", "Y"},
        {"/diagnoses", "M25.561"},
        {"/diagnoses/0", "M25.561"},
        {"/procedures/0/units", 1},
        {"/procedures/0/diagnosis_pointers", "12"},
        {"/setting", "office"},
        {"/encounter_id", nullptr},
    };
    for (const auto& [pointer, value] : wrong) {
        auto encounter = cleanEncounter("T-1");
        encounter[nlohmann::ordered_json::json_pointer(pointer)] = value;
        const auto told = refusal(writeEncounters({encounter}));
        EXPECT_NE(std::string::npos, told.find("in.json: /encounters/0" + pointer)) << told;
    }
}

TEST_F(Import, RefusesWhatIsNoJson)
{
    EXPECT_NE(std::string::npos, refusal(m_folder.write("in.json", "{\"schema\": ")).find("in.json"));
    EXPECT_NE(std::string::npos, refusal(m_folder.write("in.json", "")).find("in.json"));
    EXPECT_NE(std::string::npos, refusal(m_folder.write("in.json", "\xFF\xFE{}")).find("in.json"));
    EXPECT_NE(std::string::npos, refusal(m_folder.write("in.json", "{}")).find("encounters"));
}

TEST_F(Import, RefusesAFileThatIsNotThere)
{
    EXPECT_NE(std::string::npos, refusal(m_folder.path() / "none.json").find("none.json: no such file"));
}

TEST_F(Import, RefusesAnEncounterTwiceInOneFile)
{
    EXPECT_NE(
        std::string::npos,
        refusal(writeEncounters({cleanEncounter("T-1"), cleanEncounter("T-1")})).find("/encounters/1/encounter_id"));
}

TEST_F(Import, RefusesTheWholeFileWhenAnEncounterExists)
{
    import(*office, {cleanEncounter("T-2")});
    m_folder.write("visit.txt", "right knee pain");
    auto first = cleanEncounter("T-1");
    first["documents"] = {{{"path", "visit.txt"}}};
    const auto imported =
        Intake(*office).importEncounters(writeEncounters({first, cleanEncounter("T-2"), cleanEncounter("T-3")}));
    ASSERT_FALSE(imported);
    EXPECT_EQ(ErrorKind::conflict, imported.error().kind);
    EXPECT_EQ("in.json: encounter T-2 exists already", imported.error().detail);
    EXPECT_EQ("1", count(*office, "encounter"));
    EXPECT_EQ("0", count(*office, "document"));
}

TEST_F(Import, RefusesAMissingDocument)
{
    const auto told = refusalOfDocument("notes/none.txt");
    EXPECT_NE(std::string::npos, told.find("in.json: encounter T-2: document 1: none.txt: no such file")) << told;
}

TEST_F(Import, RefusesADocumentOfZeroBytes)
{
    m_folder.write("empty.txt", "");
    const auto told = refusalOfDocument("empty.txt");
    EXPECT_NE(std::string::npos, told.find("T-2: document 1: empty.txt: the file is empty (0 bytes)")) << told;
}

TEST_F(Import, RefusesAPdfThatIsNone)
{
    m_folder.write("lab.pdf", "this is text");
    const auto told = refusalOfDocument("lab.pdf");
    EXPECT_NE(std::string::npos, told.find("lab.pdf: named .pdf but its content is not a PDF")) << told;
}

TEST_F(Import, RefusesAPdfWithPassword)
{
    m_folder.write("lab.pdf",
                   smallPdf("3 0 obj\n<< /Filter /Standard /V 1 >>\nendobj\ntrailer\n<< /Encrypt 3 0 R >>\n"));
    const auto told = refusalOfDocument("lab.pdf");
    EXPECT_NE(std::string::npos, told.find("lab.pdf: the PDF is protected; its password is needed")) << told;
}

TEST_F(Import, TakesAPdfAsItIs)
{
    m_folder.write("lab.pdf", smallPdf());
    auto encounter = cleanEncounter("T-1");
    encounter["documents"] = {{{"path", "lab.pdf"}, {"type", "lab_report"}}};
    import(*office, {encounter});
    const auto document = must(app::CodingDesk(*office).open("T-1")).documents.at(0);
    EXPECT_EQ(DocumentFormat::pdf, document.format);
    EXPECT_EQ(sha256Hex(smallPdf()), document.digest);
}

TEST_F(Import, RefusesAPathThatLeavesTheFolder)
{
    m_folder.write("secret.txt", "secret");
    auto encounter = cleanEncounter("T-1");
    for (const auto* path : {"../secret.txt", "a/../../secret.txt", "./../secret.txt"}) {
        encounter["documents"] = {{{"path", path}}};
        const auto told = refusal(m_folder.write("inner/in.json", encounterFile({encounter})));
        EXPECT_NE(std::string::npos, told.find("its path leaves the folder of the JSON file")) << told;
    }
}

TEST_F(Import, RefusesAnAbsolutePath)
{
    const auto told = refusalOfDocument(m_folder.write("visit.txt", "words").string());
    EXPECT_NE(std::string::npos, told.find("relative to the JSON file")) << told;
}

TEST_F(Import, RefusesAFolderAsDocument)
{
    std::filesystem::create_directories(m_folder.path() / "notes");
    const auto told = refusalOfDocument("notes");
    EXPECT_NE(std::string::npos, told.find("notes: not a file")) << told;
}

TEST_F(Import, CancelledWhileStoringLeavesNothing)
{
    std::stop_source stop;
    const Progress progress(
        [&stop](std::int64_t done, std::int64_t, const std::string& what) {
            if (what == "Storing" && done == 2) stop.request_stop();
        },
        stop.get_token());
    const auto file = writeEncounters({cleanEncounter("T-1"), cleanEncounter("T-2"), cleanEncounter("T-3")});
    const auto imported = Intake(*office).importEncounters(file, progress);
    ASSERT_FALSE(imported);
    EXPECT_EQ(ErrorKind::cancelled, imported.error().kind);
    EXPECT_EQ("0", count(*office, "encounter"));
}

TEST_F(Import, KeepsCodesThatAreNoCodes)
{
    auto encounter = cleanEncounter("T-1");
    encounter["diagnoses"][0]["code"] = "knee!!";
    import(*office, {encounter});
    EXPECT_EQ("KNEE!!", must(app::CodingDesk(*office).open("T-1")).stored.encounter.diagnoses[0].code.text);
}

}  // namespace
}  // namespace cw::test
