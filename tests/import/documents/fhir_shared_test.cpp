#include "tests/import/documents/fhir_fixture.h"

#include "base/file.h"

#include <chrono>
#include <filesystem>
#include <map>

namespace cw {
namespace {

using test::outcome;
using test::readFhir;

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

struct Tally {
    int read = 0;
    int refusedFiles = 0;
    std::size_t items = 0;
    std::size_t documents = 0;
    std::size_t refusedRecords = 0;
    double seconds = 0;  ///< Of the slowest.
};

void check(const IncomingFile& file, const std::string& name)
{
    for (const auto& item : file.items) {
        for (const auto& [document, codes] : item.documents) {
            EXPECT_FALSE(document.bytes.empty());
            EXPECT_FALSE(document.title.empty());
            EXPECT_EQ(name, document.sourceName);
            EXPECT_TRUE(isPaged(document.format) || !document.rendition.blocks.empty());
            for (const auto& code : codes)
                EXPECT_LE(code.span.end, static_cast<std::int64_t>(document.rendition.text.size()));
        }
        const auto again = readFhir(item.bytes, name);
        ASSERT_TRUE(again) << name << " " << item.record << " " << outcome(again);
        ASSERT_EQ(1U, again->items.size()) << name << " " << item.record;
        EXPECT_EQ(test::fingerprint(item), test::fingerprint(again->items[0])) << name << " " << item.record;
    }
}

Tally readAll(const std::filesystem::path& folder)
{
    Tally tally;
    for (const auto& path : filesOf(folder)) {
        const auto bytes = readFile(path, std::size_t{64} << 20U);
        EXPECT_TRUE(bytes) << outcome(bytes);
        const auto name = path.filename().string();
        const auto start = std::chrono::steady_clock::now();
        const auto file = readFhir(*bytes, name);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        tally.seconds = std::max(tally.seconds, took.count());
        if (!file) {
            ++tally.refusedFiles;
            EXPECT_THAT(file.error().detail, ::testing::StartsWith(name)) << outcome(file);
            continue;
        }
        ++tally.read;
        tally.items += file->items.size();
        for (const auto& item : file->items) tally.documents += item.documents.size();
        tally.refusedRecords += file->refused.size();
        check(*file, name);
    }
    ::testing::Test::RecordProperty("slowest", std::to_string(tally.seconds));
    return tally;
}

struct FolderCase {
    const char* folder;
    int read;
    int refusedFiles;
    std::size_t items;
    std::size_t documents;
};

class FhirShared : public ::testing::TestWithParam<FolderCase> {};

TEST_P(FhirShared, EveryFileIsReadOrRefused)
{
    const auto& expected = GetParam();
    CW_SHARED_OR_SKIP(folder, std::string("documents/fhir/") + expected.folder);
    const auto tally = readAll(*folder);
    EXPECT_EQ(expected.read, tally.read);
    EXPECT_EQ(expected.refusedFiles, tally.refusedFiles);
    EXPECT_EQ(expected.items, tally.items);
    EXPECT_EQ(expected.documents, tally.documents);
    EXPECT_EQ(0U, tally.refusedRecords);
    EXPECT_LT(tally.seconds, 2.0);  // 0.15 s where nothing else runs; sanitizers are slower.
}

// The refused of US Core hold kinds that are not read, organisations and practitioners, or links only.
INSTANTIATE_TEST_SUITE_P(Folders, FhirShared,
                         ::testing::Values(FolderCase{"synthea_2019_r4", 4, 0, 80, 175},
                                           FolderCase{"synthea_2025_r4_notes", 6, 0, 143, 534},
                                           FolderCase{"us_core_examples", 82, 20, 82, 79},
                                           FolderCase{"bluebutton_eob", 2, 0, 4, 0},
                                           FolderCase{"stu3_single_resources", 0, 5, 0, 0}));

TEST(FhirSharedTest, NotesOfABundleWithANameInItsFileName)
{
    const std::string name = "Germán350_Pedroza523_87097a8d-7467-befa-4a8a-34060f536283.json";
    CW_SHARED_OR_SKIP(path, "documents/fhir/synthea_2025_r4_notes/" + name);
    const auto bytes = readFile(*path);
    ASSERT_TRUE(bytes);
    const auto file = readFhir(*bytes, name);
    ASSERT_TRUE(file) << outcome(file);
    std::map<DocumentFormat, int> formats;
    for (const auto& item : file->items) {
        EXPECT_EQ("Germán350", item.patient.person.firstName);
        EXPECT_EQ(IncomingKind::admit, item.kind);
        ASSERT_TRUE(item.visit);
        EXPECT_FALSE(item.visit->number.value.empty());
        for (const auto& document : item.documents) ++formats[document.document.format];
    }
    EXPECT_EQ(30, formats[DocumentFormat::plainText]);
}

TEST(FhirSharedTest, EveryStu3FileNamesTheMemberThatGivesItAway)
{
    CW_SHARED_OR_SKIP(folder, "documents/fhir/stu3_single_resources");
    for (const auto& path : filesOf(*folder)) {
        const auto file = readFhir(*readFile(path), path.filename().string());
        ASSERT_FALSE(file);
        EXPECT_EQ("IMPORT-251", file.error().id);
        EXPECT_THAT(file.error().detail, ::testing::HasSubstr(": " + path.stem().string() + "."));
        EXPECT_THAT(file.error().detail, ::testing::HasSubstr(" is FHIR STU3 (3.0), only R4 (4.0) is read"));
    }
}

TEST(FhirSharedTest, BlueButtonClaimsGiveDiagnosesOfThreePatients)
{
    CW_SHARED_OR_SKIP(path, "documents/fhir/bluebutton_eob/sample_eob_200.ndjson");
    const auto file = readFhir(*readFile(*path), "eob.ndjson");
    ASSERT_TRUE(file) << outcome(file);
    ASSERT_EQ(3U, file->items.size());
    EXPECT_EQ("56 explanations of benefit", file->items[0].claims);
    std::map<std::string, int> systems;
    for (const auto& item : file->items)
        for (const auto& code : item.codes)
            if (code.kind == SourceCodeKind::diagnosis) ++systems[code.system];
    EXPECT_GT(systems["icd10cm"], 300);
    EXPECT_EQ(1U, systems.size());
    EXPECT_THAT(file->notes, ::testing::ElementsAre(::testing::HasSubstr("200 CMS Blue Button claims")));
}

}  // namespace
}  // namespace cw
