// Billing over an encrypted workspace: export with edits, snapshot and audit; an 835 of 50,000 claims; the queues. Targets:
// a file of 10,000 claims checked and written in 3 s, 10,000 claims a second from the store without the edits
// (claim_store_bench), the 835 in 20 s, each queue in 50 ms. CW_BENCH_CLAIMS sets how many claims there are (200000).
#include "app/billing/answer_desk.h"
#include "app/billing_desk.h"
#include "import/encounter_json.h"
#include "tests/support/encounter_file.h"
#include "wiring/workspace_factory.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace cw {
namespace {

namespace fs = std::filesystem;
using Clock_ = std::chrono::steady_clock;

template <class T>
T valueOf(Result<T> result)
{
    if (!result) {
        std::cerr << describe(result.error()) << "\n";
        std::exit(1);  // NOLINT(concurrency-mt-unsafe): one thread.
    }
    return std::move(*result);
}
void check(const Status& status)
{
    if (!status) {
        std::cerr << describe(status.error()) << "\n";
        std::exit(1);  // NOLINT(concurrency-mt-unsafe): one thread.
    }
}

double secondsOf(const std::function<void()>& work)
{
    const auto start = Clock_::now();
    work();
    return std::chrono::duration<double>(Clock_::now() - start).count();
}

std::string idOf(int number)
{
    return fmt::format("V-{:06}", number);
}

/// Three lines, a patient and a payer of twenty.
Encounter visit(int number, IdSource& ids)
{
    auto json = test::loneEncounter(idOf(number), fmt::format("9{:04}", number % 20));
    auto line = json["procedures"][1];
    line["code"] = "36415";
    line["modifiers"] = nlohmann::ordered_json::array();
    line["charge"] = "12.50";
    json["procedures"].push_back(line);
    return valueOf(readEncounterJson(test::encounterFile({json}), "bench", ids)).front().encounter;
}

void fill(app::Workspace& workspace, int claims)
{
    constexpr int portion = 5000;
    for (int first = 0; first < claims; first += portion) {
        auto tx = valueOf(workspace.work().beginWrite());
        std::vector<std::pair<EncounterRowId, WorkflowState>> seen;
        for (int i = first; i < std::min(first + portion, claims); ++i) {
            const auto row = valueOf(workspace.encounters().add(*tx, visit(i, workspace.ids()), workspace.actor()));
            WorkflowState fresh;
            fresh.version = 1;
            seen.emplace_back(row, fresh);
        }
        check(
            workspace.encounters().setWorkflowOfMany(*tx, seen, EncounterStatus::approved, "bench", workspace.actor()));
        check(tx->commit());
    }
}

double exportRange(app::Workspace& workspace, const fs::path& folder, int first, int last)
{
    app::ExportRequest request;
    request.folder = folder;
    for (int i = first; i < last; ++i) request.encounterIds.push_back(idOf(i));
    std::size_t written = 0;
    const auto seconds = secondsOf([&] {
        const auto outcome = valueOf(app::BillingDesk(workspace).exportClaims(request));
        for (const auto& file : outcome.files) written += static_cast<std::size_t>(file.batch.claims);
        if (!outcome.refused.empty())
            std::cout << "  refused: " << outcome.refused.front().encounterId << ": " << outcome.refused.front().reason
                      << "\n";
    });
    if (written != request.encounterIds.size()) std::cout << "  only " << written << " were written\n";
    return seconds;
}

/// An 835 that pays the first line, reduces the second and denies the third of each claim.
std::string remittance(int claims)
{
    std::string text =
        "ISA*00*          *00*          *ZZ*PAYER          *ZZ*310123456      *250220*1200*^*00501*000000777*0*P*:~\n"
        "GS*HP*PAYER*310123456*20250220*1200*777*X*005010X221A1~\nST*835*0001~\n";
    text += fmt::format(
        "BPR*I*{}*C*ACH*CCP*01*999999999*DA*1*1999999999**01*999999999*DA*1*20250220~\n"
        "TRN*1*EFT777*1999999999~\nDTM*405*20250220~\nN1*PR*PAYER OF THE BENCH~\nN3*1 ROAD~\n"
        "N4*DAYTON*OH*45402~\nPER*BL*OFFICE*TE*9375550199~\nN1*PE*ELM STREET CLINIC*XX*1234567893~\nLX*1~\n",
        static_cast<long long>(claims) * 140);
    int segments = 12;
    for (int i = 0; i < claims; ++i) {
        const auto id = idOf(i);
        text +=
            fmt::format("CLP*{0}*1*217.5*140*40*CI*PCN{0}*11*1~\nNM1*QC*1*QUENNEVILLE*ODILE~\nDTM*232*20250115~\n"
                        "SVC*HC:99213:25*125*80**1~\nDTM*472*20250115~\nCAS*CO*45*25~\nCAS*PR*2*20~\nREF*6R*{0}-1~\n"
                        "SVC*HC:20610:RT*80*60**1~\nDTM*472*20250115~\nCAS*PR*2*20~\nREF*6R*{0}-2~\n"
                        "SVC*HC:36415*12.5*0**1~\nDTM*472*20250115~\nCAS*CO*97*12.5~\nREF*6R*{0}-3~\nLQ*HE*N19~\n",
                        id);
        segments += 17;
    }
    return text + fmt::format("SE*{}*0001~\nGE*1*777~\nIEA*1*000000777~\n", segments + 1);
}

void timeQueues(app::Workspace& workspace)
{
    app::BillingDesk desk(workspace);
    const auto best = [](const std::function<void()>& work) {
        double least = 1e9;
        for (int i = 0; i < 5; ++i) least = std::min(least, secondsOf(work));
        return least * 1000;
    };
    std::cout << fmt::format("  totals of all queues: {:.1f} ms\n", best([&] { valueOf(desk.totals()); }));
    for (const auto queue : {ClaimQueue::ready, ClaimQueue::failing, ClaimQueue::sent, ClaimQueue::rejected,
                             ClaimQueue::denied, ClaimQueue::paid}) {
        QueueFilter filter;
        filter.queue = queue;
        std::size_t rows = 0;
        const auto byPayer = best([&] { valueOf(desk.byPayer(queue)); });
        const auto page = best([&] {
            rows = queue == ClaimQueue::ready || queue == ClaimQueue::failing ? valueOf(desk.ready(filter)).size()
                                                                              : valueOf(desk.claims(filter)).size();
        });
        std::cout << fmt::format("  {}: by payer {:.1f} ms, first page of {} rows {:.1f} ms\n", toString(queue),
                                 byPayer, rows, page);
    }
}

int run()
{
    const char* set = std::getenv("CW_BENCH_CLAIMS");  // NOLINT(concurrency-mt-unsafe): one thread.
    const int claims = set != nullptr ? std::atoi(set) : 200'000;
    const fs::path folder = fs::path(CW_BINARY_DIR) / "bench-billing";
    fs::remove_all(folder);
    ::setenv("CHARTWRIGHT_DATA", CW_SOURCE_DIR "/data", 1);  // NOLINT(concurrency-mt-unsafe): one thread.
    const FixedClock clock(Date::of(2025, 1, 20));
    wiring::InitRequest request;
    request.folder = folder / "workspace";
    request.demo = true;
    request.password = "demo-admin";
    valueOf(wiring::initialise(request, clock));
    const auto workspace = valueOf(wiring::openWorkspace(request.folder, "office", "demo-office", clock));
    std::cout << fmt::format("{} encounters of three lines stored and approved: {:.1f} s\n", claims,
                             secondsOf([&] { fill(*workspace, claims); }));
    std::cout << "queues, all ready\n";
    timeQueues(*workspace);
    const int one = std::min(claims, 10'000);
    const auto seconds = exportRange(*workspace, folder / "out", 0, one);
    std::cout << fmt::format("export of {} claims with edits, files, snapshots and audit: {:.2f} s, {:.0f}/s\n", one,
                             seconds, one / seconds);
    double rest = 0;
    for (int first = one; first < claims; first += 10'000)
        rest += exportRange(*workspace, folder / "out", first, std::min(first + 10'000, claims));
    std::cout << fmt::format("the other {}: {:.1f} s\n", claims - one, rest);
    const int paid = std::min(claims, 50'000);
    const auto text = remittance(paid);
    std::cout << fmt::format("835 of {} claims, {:.1f} MB\n", paid, static_cast<double>(text.size()) / 1e6);
    app::AnswerOutcome outcome;
    const auto import =
        secondsOf([&] { outcome = valueOf(app::AnswerDesk(*workspace).importBytes("bench.835", text)); });
    std::cout << fmt::format("  imported in {:.1f} s: {} paid, {} denied, {} waiting\n", import, outcome.paid,
                             outcome.denied, outcome.waiting);
    std::cout << "queues, sent and paid\n";
    timeQueues(*workspace);
    return 0;
}

}  // namespace
}  // namespace cw

int main()
{
    return cw::run();
}
