#include "app/document_files.h"
#include "app/intake/intake_run.h"
#include "tests/app/intake_fixture.h"

#include <chrono>

namespace cw::test {
namespace {

namespace fs = std::filesystem;

/// The test material beside the source tree; tests that need it are skipped without.
std::optional<fs::path> sharedFolder(const std::string& name)
{
    const char* root = std::getenv("CHARTWRIGHT_SHARED");  // NOLINT(concurrency-mt-unsafe): one thread.
    const fs::path folder = fs::path(root == nullptr ? CW_SOURCE_DIR "/../shared" : root) / name;
    return fs::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

class Corpus : public IntakeTest, public testing::WithParamInterface<const char*> {};

/// Nothing gets lost: each file of the material is stored, known, waiting or refused with a reason.
TEST_P(Corpus, EveryFileIsAccountedFor)
{
    const auto folder = sharedFolder(std::string("documents/") + GetParam());
    if (!folder) GTEST_SKIP() << "no test material";
    app::IntakeOutcome total;
    const auto files = app::filesBelow({*folder}, total.notes);
    EXPECT_TRUE(total.notes.empty()) << joined(total.notes);
    const auto options = making();
    const Progress progress;
    const auto results = must(app::IntakeRun(*office, options, progress).run(files));
    ASSERT_EQ(files.size(), results.size());
    for (const auto& result : results) {
        EXPECT_FALSE(app::isEmpty(result.outcome)) << result.path;
        EXPECT_TRUE(result.outcome.rejected == 0 || !result.outcome.notes.empty()) << result.path;
        app::addTo(total, result.outcome);
    }
    EXPECT_EQ(static_cast<int>(files.size()), total.files);
    EXPECT_EQ(
        static_cast<std::size_t>(std::stoi(ask(*office, "SELECT count(*) FROM unmatched WHERE state = 'waiting'"))),
        waiting().size());
    // All that waits can be opened.
    for (const auto& item : waiting()) EXPECT_TRUE(app::Inbox(*office).open(item.id)) << item.sourceName << item.record;
    std::cout << GetParam() << ": " << total.files << " files, " << total.encounters << " encounters, "
              << total.documents << " documents, " << total.versions << " versions, " << total.known << " known, "
              << total.updated << " updated, " << total.unmatched << " waiting, " << total.rejected << " refused, "
              << total.codes << " codes\n";

    // Once more: nothing new.
    const auto again = must(app::IntakeRun(*office, options, progress).run(files));
    app::IntakeOutcome second;
    for (const auto& result : again) app::addTo(second, result.outcome);
    EXPECT_EQ(0, second.documents);
    EXPECT_EQ(0, second.encounters);
    EXPECT_TRUE(faults(*office).empty());
}

INSTANTIATE_TEST_SUITE_P(Documents, Corpus,
                         testing::Values("hl7v2", "ccda/onc_cures", "ccda/hl7_examples", "ccda/onc_negative",
                                         "ccda/vendor_samples", "ccda/fhir_converter", "fhir", "pdf_docx",
                                         "derived_renderings", "notes"));

}  // namespace
}  // namespace cw::test
