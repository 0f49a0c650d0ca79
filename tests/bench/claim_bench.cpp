#include "tests/claim/sample_encounter.h"

#include <benchmark/benchmark.h>

namespace cw {
namespace {

/// A file of 1,000 claims.
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
        auto file = write837p(request);
        if (!file) return state.SkipWithError(file.error().detail.c_str());
        benchmark::DoNotOptimize(file->bytes.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(visits.size()));
}

void writeOfficeVisits(benchmark::State& state)
{
    write(state, sample::officeVisit());
}
BENCHMARK(writeOfficeVisits)->Unit(benchmark::kMillisecond);

void writeClaimsWithEveryPart(benchmark::State& state)
{
    write(state, sample::injuredChild());
}
BENCHMARK(writeClaimsWithEveryPart)->Unit(benchmark::kMillisecond);

void readBackOfficeVisits(benchmark::State& state)
{
    const auto visit = sample::officeVisit();
    const auto file = write837p(sample::request({&visit}));
    if (!file) return state.SkipWithError(file.error().detail.c_str());
    for (auto _ : state) benchmark::DoNotOptimize(x12::readInterchanges(file->bytes));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file->bytes.size()));
}
BENCHMARK(readBackOfficeVisits);

}  // namespace
}  // namespace cw
