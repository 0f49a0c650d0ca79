#include "tests/claim/sample_encounter.h"

#include <benchmark/benchmark.h>

namespace cw {
namespace {

/// The line again until there are `count`.
Encounter withLines(Encounter encounter, std::size_t count)
{
    encounter.procedures.resize(count, encounter.procedures.front());
    return encounter;
}

/// A file of 1,000 claims; the target of issue 6 is 100,000 claims a second with three lines each.
void write(benchmark::State& state, const Encounter& encounter)
{
    std::vector<Encounter> visits(1000, encounter);
    std::vector<const Encounter*> pointers;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        visits[i].encounterId = "V-" + std::to_string(i);
        pointers.push_back(&visits[i]);
    }
    const auto request = sample::request(pointers);
    for (auto _ : state) {
        auto file = write837(request);
        if (!file) return state.SkipWithError(file.error().detail.c_str());
        if (!file->refused.empty()) return state.SkipWithError(file->refused.front().error.detail.c_str());
        benchmark::DoNotOptimize(file->bytes.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(visits.size()));
}

void write837pOfficeVisits(benchmark::State& state)
{
    write(state, withLines(sample::officeVisit(), 3));
}
BENCHMARK(write837pOfficeVisits)->Unit(benchmark::kMillisecond);

void write837pWithManyParts(benchmark::State& state)
{
    write(state, sample::injuredChild());
}
BENCHMARK(write837pWithManyParts)->Unit(benchmark::kMillisecond);

void write837iOutpatientVisits(benchmark::State& state)
{
    write(state, sample::outpatientVisit());
}
BENCHMARK(write837iOutpatientVisits)->Unit(benchmark::kMillisecond);

void write837iStays(benchmark::State& state)
{
    write(state, sample::inpatientStay());
}
BENCHMARK(write837iStays)->Unit(benchmark::kMillisecond);

/// Every second claim is rolled back out of the file at its last line.
void write837pHalfRefused(benchmark::State& state)
{
    const auto good = withLines(sample::officeVisit(), 3);
    auto bad = good;
    bad.procedures.back().charge.reset();
    std::vector<Encounter> visits;
    for (int i = 0; i < 1000; ++i) {
        visits.push_back(i % 2 == 0 ? good : bad);
        visits.back().encounterId = "V-" + std::to_string(i);
    }
    std::vector<const Encounter*> pointers;
    for (const auto& visit : visits) pointers.push_back(&visit);
    const auto request = sample::request(pointers);
    for (auto _ : state) {
        const auto file = write837(request);
        if (!file || file->refused.size() != 500) return state.SkipWithError("not half refused");
    }
    state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(write837pHalfRefused)->Unit(benchmark::kMillisecond);

void readBackOfficeVisits(benchmark::State& state)
{
    const auto visit = sample::officeVisit();
    const auto file = write837(sample::request({&visit}));
    if (!file) return state.SkipWithError(file.error().detail.c_str());
    for (auto _ : state) benchmark::DoNotOptimize(x12::readInterchanges(file->bytes));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file->bytes.size()));
}
BENCHMARK(readBackOfficeVisits);

}  // namespace
}  // namespace cw

BENCHMARK_MAIN();
