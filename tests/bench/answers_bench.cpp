#include "claim/answers/read_answers.h"

#include <benchmark/benchmark.h>

#include <string>

namespace cw::answers {
namespace {

/// One payment of `claims` claims with two lines each, in balance.
std::string remittance(int claims)
{
    std::string bytes =
        "ISA*00*          *00*          *ZZ*CLEARCO        *ZZ*SUB310123456   *261120*1030*^*00501*000000901*0*P*:~\n"
        "GS*HP*CLEARCO*SUB310123456*20261120*1030*77*X*005010X221A1~\nST*835*0001~\nBPR*I*" +
        std::to_string(92LL * claims) +
        "*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261125~\nTRN*1*EFT70001*1512345678~\n"
        "N1*PR*EXAMPLE HEALTH PLAN*XV*12345~\nPER*BL*EDI DESK*TE*8005550101~\nN1*PE*ELM STREET CLINIC*XX*1234567893~\nLX*1~\n";
    int segments = 7;
    for (int i = 1; i <= claims; ++i) {
        const auto number = "V-" + std::to_string(100'000 + i);
        bytes += "CLP*" + number + "*1*137*92*20*MC*26325" + std::to_string(i) + "*11*1~\n";
        bytes += "NM1*QC*1*ROE*JANE*M***MI*W100000001~\nDTM*232*20261102~\nDTM*233*20261102~\n";
        bytes += "SVC*HC:99213:25*125*80**1~\nDTM*472*20261102~\nCAS*CO*45*25~\nCAS*PR*2*20~\nREF*6R*" + number +
                 "-1~\nAMT*B6*100~\n";
        bytes += "SVC*HC:85025*12*12**1~\nDTM*472*20261102~\nREF*6R*" + number + "-2~\nLQ*HE*N620~\n";
        segments += 14;
    }
    return bytes + "SE*" + std::to_string(segments + 1) + "*0001~\nGE*1*77~\nIEA*1*000000901~\n";
}

void readRemittance(benchmark::State& state)
{
    const auto bytes = remittance(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        auto file = readAnswers(bytes);
        if (!file) return state.SkipWithError(file.error().detail.c_str());
        const auto& payment = std::get<Remittance>(file->answers.front());
        if (!payment.imbalances.empty() || !file->warnings.empty()) return state.SkipWithError("not in balance");
        benchmark::DoNotOptimize(payment.claims.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(readRemittance)->Arg(1'000)->Arg(50'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cw::answers

BENCHMARK_MAIN();
