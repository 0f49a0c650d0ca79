// The reference library with whole published tables, beside plain SQLite doing the same job with a stock full-text index.
#include "import/code_file.h"
#include "store/reference/reference_library.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdlib>
#include <iostream>

namespace {

using cw::store::Database;
using cw::store::ReferenceLibrary;

std::filesystem::path publishedFiles()
{
    const char* set = std::getenv("CHARTWRIGHT_SHARED");
    return (set != nullptr ? std::filesystem::path(set) : std::filesystem::path(CW_SOURCE_DIR) / ".." / "shared") /
           "reference";
}
std::filesystem::path order2025()
{
    return publishedFiles() / "icd10cm" / "icd10cm_2025_cms_code_descriptions_tabular_order.zip";
}
/// A path in the build folder, free.
std::filesystem::path scratch(const std::string& name)
{
    const auto file = std::filesystem::path(CW_BINARY_DIR) / name;
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
    return file;
}

/// Ends the run: a benchmark of a failure says nothing.
template <class T>
T valueOf(cw::Result<T> result)
{
    if (!result) {
        std::cerr << cw::describe(result.error()) << "\n";
        std::exit(1);
    }
    return std::move(*result);
}
void require(const cw::Status& status)
{
    if (status) return;
    std::cerr << cw::describe(status.error()) << "\n";
    std::exit(1);
}

std::unique_ptr<ReferenceLibrary> emptyLibrary(const std::string& name)
{
    static const cw::SystemClock clock;
    return valueOf(ReferenceLibrary::open(scratch(name), clock, Database::Mode::create));
}

void importOrderFile(benchmark::State& state)
{
    for (auto _ : state) {
        state.PauseTiming();
        auto library = emptyLibrary("bench_import.db");
        state.ResumeTiming();
        const auto parsed = valueOf(cw::parseCodeFile(order2025(), {}, {}));
        benchmark::DoNotOptimize(valueOf(library->install(parsed, {})));
        state.SetItemsProcessed(state.items_processed() + static_cast<std::int64_t>(parsed.rows.size()));
        state.PauseTiming();
        library.reset();
        state.ResumeTiming();
    }
}

/// What `sqlite3 .import` and an index with default settings do: one table, one FTS5 built over it.
std::unique_ptr<Database> plainTable(const std::string& name, const std::vector<const cw::ParsedRelease*>& releases)
{
    auto plain = valueOf(Database::open(scratch(name), {}, Database::Mode::create));
    require(plain->execute("PRAGMA journal_mode=WAL; CREATE TABLE t (code, billable, short, long); BEGIN;"));
    auto insert = valueOf(plain->prepare("INSERT INTO t VALUES (?, ?, ?, ?)"));
    for (const auto* release : releases) {
        for (const auto& row : release->rows) {
            insert.bind(row.code).bind(row.billable ? 1 : 0).bind(row.shortTitle).bind(row.longTitle);
            require(insert.run());
        }
    }
    require(plain->execute("COMMIT; CREATE VIRTUAL TABLE f USING fts5 (code, long, content='t', prefix='2 3', "
                           "tokenize='unicode61 remove_diacritics 2'); INSERT INTO f (f) VALUES ('rebuild');"));
    return plain;
}

void importYardstick(benchmark::State& state)
{
    for (auto _ : state) {
        const auto parsed = valueOf(cw::parseCodeFile(order2025(), {}, {}));
        auto plain = plainTable("bench_plain_import.db", {&parsed});
        benchmark::DoNotOptimize(plain);
    }
}

cw::store::ReferenceLibrary& library2025()
{
    static const auto library = [] {
        auto made = emptyLibrary("bench_standing.db");
        valueOf(made->install(valueOf(cw::parseCodeFile(order2025(), {}, {})), {}));
        return made;
    }();
    return *library;
}

void standing(benchmark::State& state)
{
    const auto& library = library2025();
    const auto day = cw::Date::of(2025, 1, 15);
    for (auto _ : state) benchmark::DoNotOptimize(valueOf(library.standing(cw::CodeSystem::icd10cm, "S72001A", day)));
}

}  // namespace

int main(int argc, char** argv)
{
    for (const auto& file : std::vector{order2025()}) {
        if (std::filesystem::exists(file)) continue;
        std::cerr << "published file not here: " << file << " (set CHARTWRIGHT_SHARED)\n";
        return 77;
    }
    benchmark::RegisterBenchmark("import/FY2025", importOrderFile)->Unit(benchmark::kMillisecond)->Iterations(3);
    benchmark::RegisterBenchmark("import/yardstick", importYardstick)->Unit(benchmark::kMillisecond)->Iterations(3);
    benchmark::RegisterBenchmark("standing", standing)->Unit(benchmark::kMicrosecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
