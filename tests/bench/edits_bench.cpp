#include "app/edit_desk.h"
#include "edits/engine/incremental.h"
#include "encounter/coding.h"
#include "tests/edits/support/case_file.h"
#include "tests/edits/support/case_runner.h"
#include "tests/edits/support/edit_case.h"
#include "tests/edits/support/official_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

// Times the edits over the clean encounters and the cases, with every official table that is at hand. Figures are printed
// beside the bars of the issue; nothing is asserted.

namespace cw::test {

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

long residentKilobytes()
{
    std::ifstream file("/proc/self/status");
    std::string line;
    while (std::getline(file, line))
        if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
    return 0;
}

void print(std::string_view what, const std::vector<double>& values, std::string_view bar)
{
    fmt::print("{:<44} median {:7.3f} ms  p99 {:7.3f} ms  longest {:7.3f} ms   bar {}\n", what, percentile(values, 0.5),
               percentile(values, 0.99), percentile(values, 1), bar);
}

struct Sample {
    Encounter encounter;
    EditContext context;
};

std::vector<Sample> samples()
{
    std::vector<Sample> all;
    for (const auto& file : caseFiles())
        for (const auto& text : readCases(file)) {
            auto one = understood(text);
            all.push_back({std::move(one.encounter), std::move(one.context)});
        }
    return all;
}

void timeSingle(const std::vector<Sample>& all, const std::shared_ptr<const RuleTables>& tables)
{
    std::vector<double> whole;
    std::vector<double> rulesOnly;
    for (int round = 0; round < 20; ++round)
        for (const auto& one : all) {
            const auto begin = Clock::now();
            const auto facts = gatherFacts(one.encounter, tables, one.context);
            const auto gathered = Clock::now();
            const auto report = runEdits(one.encounter, *facts);
            rulesOnly.push_back(milliseconds(gathered));
            whole.push_back(milliseconds(begin));
            if (report.findings.size() > 10000) std::abort();
        }
    print("one encounter, facts and all rules", whole, "0.3 / 2");
    print("  of it the rules", rulesOnly, "");
}

void timeIncremental(const std::vector<Sample>& all, const std::shared_ptr<const RuleTables>& tables)
{
    std::vector<double> times;
    std::vector<double> rules;
    CountingIdSource ids;
    for (const auto& one : all) {
        if (one.encounter.procedures.empty()) continue;
        IncrementalEdits incremental;
        (void)incremental.run(one.encounter, *gatherFacts(one.encounter, tables, one.context));
        auto changed = one.encounter;
        changed.procedures.front().charge = Money::cents(12300);
        const auto facts = gatherFacts(changed, tables, one.context);
        const auto begin = Clock::now();
        (void)incremental.run(changed, *facts);
        times.push_back(milliseconds(begin));
        rules.push_back(incremental.rulesRun());
        auto more = changed;
        if (auto moved = coding::addDiagnosis(more, *Icd10CmCode::parse("Z87.891"), DiagnosisRole::diagnosis, {}, ids))
            more = std::move(*moved);
        const auto moreFacts = gatherFacts(more, tables, one.context);
        const auto again = Clock::now();
        (void)incremental.run(more, *moreFacts);
        times.push_back(milliseconds(again));
    }
    print("after one change, only what changed", times, "0.1");
    fmt::print("  rules run after a changed charge: median {:.0f} of {}\n", percentile(rules, 0.5),
               ruleCatalogue().size());
}

void timeBook(const std::vector<Sample>& all, const std::shared_ptr<const RuleTables>& tables)
{
    app::EditSetup setup;
    setup.tables = tables;
    std::vector<app::BookEntry> book;
    while (book.size() < 50'000)
        for (const auto& one : all) book.push_back({&one.encounter, one.context});
    for (const int threads : {1, 2}) {
        const auto begin = Clock::now();
        const auto reports = app::checkBook(book, setup, {}, threads);
        if (!reports) std::abort();
        fmt::print("batch of {} encounters, {} threads: {:.0f}/s   bar 5000/s on two cores\n", book.size(), threads,
                   static_cast<double>(book.size()) / milliseconds(begin) * 1000);
    }
}

int run()
{
    std::string reason;
    const auto* official = OfficialTables::shared(reason);
    if (!official) {
        fmt::print("skipped: {}\n", reason);
        return 0;
    }
    const auto all = samples();
    fmt::print("{} encounters, {} rules\n", all.size(), ruleCatalogue().size());
    const auto& tables = official->tables();
    const long before = residentKilobytes();
    const auto begin = Clock::now();
    for (const auto setting : {Setting::professional, Setting::outpatient, Setting::inpatient})
        for (const auto day :
             {Date::of(2024, 8, 15), Date::of(2025, 1, 15), Date::of(2025, 11, 3), Date::of(2026, 5, 1)})
            if (!tables->prepare(setting, day)) std::abort();
    fmt::print("tables read at first use: {:.0f} ms   bar 300 ms\n", milliseconds(begin));
    for (const auto& one : all) (void)gatherFacts(one.encounter, tables, one.context);
    fmt::print("memory of the tables: {:.0f} MB   bar 150 MB\n",
               static_cast<double>(residentKilobytes() - before) / 1024);
    timeSingle(all, tables);
    timeIncremental(all, tables);
    timeBook(all, tables);
    return 0;
}

}  // namespace

}  // namespace cw::test

int main()
{
    return cw::test::run();
}
