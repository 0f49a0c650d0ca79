// The chart: opening one with 200 documents, searching it, comparing two notes, bringing in a thousand files. Targets:
// chart open 150 ms, search 50 ms, 200 text notes and 100 C-CDA documents a second.
#include "app/chart_desk.h"
#include "app/coding_desk.h"
#include "app/intake.h"
#include "chart/text_difference.h"
#include "tests/support/encounter_file.h"
#include "wiring/workspace_factory.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>

namespace cw {
namespace {

namespace fs = std::filesystem;

template <class T>
T valueOf(Result<T> result)
{
    if (!result) {
        std::cerr << describe(result.error()) << "\n";
        std::exit(1);  // NOLINT(concurrency-mt-unsafe): one thread.
    }
    return std::move(*result);
}

fs::path shared()
{
    const char* set = std::getenv("CHARTWRIGHT_SHARED");  // NOLINT(concurrency-mt-unsafe): one thread.
    return set != nullptr ? fs::path(set) : fs::path(CW_SOURCE_DIR) / ".." / "shared";
}

/// A note of about this many bytes in clinical words; the same for the same number.
std::string note(unsigned number, std::size_t bytes)
{
    static const std::vector<std::string> words = {
        "patient", "returns",  "with",  "chronic", "kidney",   "disease", "stage",    "three",    "and",   "type",
        "two",     "diabetes", "on",    "insulin", "denies",   "chest",   "pain",     "no",       "fever", "the",
        "left",    "knee",     "shows", "mild",    "effusion", "plan:",   "continue", "losartan", "of",    "a"};
    std::mt19937 random(number);
    std::string text = "PROGRESS NOTE " + std::to_string(number) + "\n\n";
    int inLine = 0;
    while (text.size() < bytes) {
        text += words[random() % words.size()];
        text += ++inLine % 14 == 0 ? (inLine % 70 == 0 ? "\n\n" : "\n") : " ";
    }
    return text + "zosteriform rash " + std::to_string(number) + "\n";
}

/// A new workspace with one encounter, V-1, in a folder of its own.
class BenchWorkspace {
public:
    explicit BenchWorkspace(const std::string& name) : m_folder(fs::path(CW_BINARY_DIR) / ("bench-" + name))
    {
        ::setenv("CHARTWRIGHT_DATA", CW_SOURCE_DIR "/data", 1);  // NOLINT(concurrency-mt-unsafe): one thread.
        fs::remove_all(m_folder);
        fs::create_directories(m_folder / "in");
        wiring::InitRequest request;
        request.folder = m_folder / "workspace";
        request.password = "bench-admin";
        valueOf(wiring::initialise(request, m_clock));
        workspace = valueOf(wiring::openWorkspace(request.folder, "admin", "bench-admin", m_clock));
        const auto file = m_folder / "V-1.json";
        std::ofstream(file) << test::encounterFile({test::cleanEncounter("V-1")});
        valueOf(app::Intake(*workspace).importEncounters(file));
    }
    ~BenchWorkspace()
    {
        workspace.reset();
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    fs::path in() const { return m_folder / "in"; }
    void writeNotes(unsigned count, std::size_t bytes) const
    {
        for (unsigned i = 0; i < count; ++i)
            std::ofstream(in() / ("progress note " + std::to_string(i) + ".txt")) << note(i, bytes);
    }
    app::IntakeOutcome bringIn()
    {
        return valueOf(app::Intake(*workspace).importDocuments({in()}, "V-1", std::nullopt));
    }

    std::unique_ptr<app::Workspace> workspace;

private:
    SystemClock m_clock;
    fs::path m_folder;
};

/// Made once: 200 documents of 20 KB.
BenchWorkspace& largeChart()
{
    static BenchWorkspace chart("large");
    static const auto outcome = [] {
        chart.writeNotes(200, 20'000);
        return chart.bringIn();
    }();
    if (outcome.documents != 200) std::cerr << "only " << outcome.documents << " documents\n";
    return chart;
}

void openChartOf200(benchmark::State& state)
{
    auto& workspace = *largeChart().workspace;
    for (auto _ : state) {
        const auto chart = valueOf(app::CodingDesk(workspace).open("V-1", "bench"));
        const auto first = valueOf(app::ChartDesk(workspace).document(chart.documents.front().version));
        benchmark::DoNotOptimize(first.rendition.text.data());
    }
}
BENCHMARK(openChartOf200)->Unit(benchmark::kMillisecond);

void newsOfChartOf200(benchmark::State& state)
{
    auto& workspace = *largeChart().workspace;
    const auto chart = valueOf(app::CodingDesk(workspace).open("V-1", "bench"));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            valueOf(app::ChartDesk(workspace).news(chart.stored.encounter.row, chart.revision, "bench")));
}
BENCHMARK(newsOfChartOf200)->Unit(benchmark::kMillisecond);

void indexChartOf200(benchmark::State& state)
{
    auto& workspace = *largeChart().workspace;
    const auto row = valueOf(app::CodingDesk(workspace).open("V-1")).stored.encounter.row;
    for (auto _ : state) benchmark::DoNotOptimize(valueOf(app::ChartDesk(workspace).searchIndex(row)));
}
BENCHMARK(indexChartOf200)->Unit(benchmark::kMillisecond);

void searchChartOf200(benchmark::State& state, const std::string& query)
{
    auto& workspace = *largeChart().workspace;
    const auto row = valueOf(app::CodingDesk(workspace).open("V-1")).stored.encounter.row;
    const auto index = valueOf(app::ChartDesk(workspace).searchIndex(row));
    std::size_t hits = 0;
    for (auto _ : state) hits = index->find(query, 1000).size();
    state.counters["hits"] = static_cast<double>(hits);
}
BENCHMARK_CAPTURE(searchChartOf200, one_hit_at_the_end, std::string("zosteriform rash 199"))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchChartOf200, nothing, std::string("eeeee"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchChartOf200, first_thousand, std::string("e"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchChartOf200, words, std::string("chronic kidney disease stage"))->Unit(benchmark::kMillisecond);

void differenceOfNotes(benchmark::State& state, std::size_t bytes, bool isCopied)
{
    const auto left = note(1, bytes);
    auto right = isCopied ? left : note(2, bytes);
    if (isCopied)
        for (std::size_t at = 500; at < right.size(); at += 1500)
            right.insert(right.find(' ', at), " newly added words");
    for (auto _ : state) benchmark::DoNotOptimize(differenceOf(left, right));
}
BENCHMARK_CAPTURE(differenceOfNotes, of_20_KB_copied_forward, 20'000, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(differenceOfNotes, of_20_KB_unlike, 20'000, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(differenceOfNotes, of_100_KB_unlike, 100'000, false)->Unit(benchmark::kMillisecond);

void importTextNotes(benchmark::State& state)
{
    app::IntakeOutcome outcome;
    for (auto _ : state) {
        state.PauseTiming();
        BenchWorkspace fresh("notes");
        fresh.writeNotes(1000, 3'000);
        state.ResumeTiming();
        outcome = fresh.bringIn();
        state.PauseTiming();
        fresh.workspace.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * 1000);
    state.counters["stored"] = outcome.documents;
}
BENCHMARK(importTextNotes)->Unit(benchmark::kMillisecond)->Iterations(2)->UseRealTime();

/// What each C-CDA file of the test material holds, up to 200 of them.
std::vector<std::string> ccdaFiles()
{
    std::vector<fs::path> found;
    std::error_code failure;
    for (const auto& entry : fs::recursive_directory_iterator(shared() / "documents", failure)) {
        const auto path = entry.path().string();
        const auto extension = entry.path().extension().string();
        if (path.find("cda") != std::string::npos &&
            (extension == ".xml" || extension == ".ccda" || extension == ".ccd"))
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> texts;
    for (const auto& file : found) {
        std::ifstream in(file, std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        if (texts.size() == 200) break;
    }
    return texts;
}

void importClinicalDocuments(benchmark::State& state)
{
    const auto texts = ccdaFiles();
    if (texts.empty()) return state.SkipWithError("no C-CDA files at hand (CHARTWRIGHT_SHARED)");
    app::IntakeOutcome outcome;
    std::size_t bytes = 0;
    for (const auto& text : texts) bytes += text.size();
    for (auto _ : state) {
        state.PauseTiming();
        BenchWorkspace fresh("ccda");
        for (std::size_t i = 0; i < texts.size(); ++i)
            std::ofstream(fresh.in() / (std::to_string(i) + ".xml"), std::ios::binary) << texts[i];
        state.ResumeTiming();
        app::IntakeOptions options;
        options.mayMakeEncounters = true;
        outcome = valueOf(app::Intake(*fresh.workspace).importFiles({fresh.in()}, options));
        state.PauseTiming();
        fresh.workspace.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
    state.counters["files"] = static_cast<double>(texts.size());
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
    state.counters["documents"] = outcome.documents + outcome.versions;
    state.counters["unmatched"] = outcome.unmatched;
    state.counters["rejected"] = outcome.rejected;
}
BENCHMARK(importClinicalDocuments)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

}  // namespace
}  // namespace cw

BENCHMARK_MAIN();
