#include "app/code_finder.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/code_options.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <algorithm>
#include <chrono>
#include <ostream>

namespace cw::cli {

namespace {

struct SearchOptions {
    std::vector<std::string> query;
    std::string batch;
    std::string system;
    std::string on;
    std::string setting;
    int limit = 10;
    bool billableOnly = false;
    bool reasons = false;
};

std::string description(const CodeEntry& entry)
{
    std::string text = entry.longTitle;
    if (entry.kind == ReleaseKind::starter) text += " [starter]";
    return text;
}

std::vector<nlohmann::ordered_json> cellsOf(const search::Hit& hit, std::size_t rank)
{
    return {rank, toString(hit.entry.system), hit.entry.displayCode(), hit.entry.billable, description(hit.entry)};
}

Result<search::Query> queryOf(const Runner& runner, const SearchOptions& options)
{
    search::Query query;
    CW_TRY(query.system, systemOf(options.system));
    CW_TRY(query.on, dateOf(options.on));
    if (!query.on) query.on = runner.console().clock.today();
    query.limit = options.limit;
    query.billableOnly = options.billableOnly;
    if (options.setting == "inpatient") query.setting = search::Setting::inpatient;
    if (options.setting == "outpatient") query.setting = search::Setting::outpatient;
    return query;
}

Result<int> searchOne(const Runner& runner, app::CodeFinder& finder, search::Query query, const SearchOptions& options)
{
    query.text = text::join(options.query, " ");
    CW_TRY(const auto hits, finder.find(query));
    std::vector<std::string> columns{"rank", "system", "code", "billable", "description"};
    if (options.reasons) columns.emplace_back("reason");
    Listing list(columns);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        auto cells = cellsOf(hits[i], i + 1);
        if (options.reasons) cells.emplace_back(reasonOf(hits[i]));
        list.add(std::move(cells));
    }
    list.print(runner.console(), runner.general());
    return done;
}

Result<int> searchBatch(const Runner& runner, app::CodeFinder& finder, search::Query query,
                        const SearchOptions& options)
{
    CW_TRY(const auto file, readFile(options.batch));
    Listing list({"query", "rank", "system", "code", "billable", "description"});
    std::vector<std::int64_t> times;
    // The first answer opens the index, which no query should be charged with.
    CW_CHECK(finder.find(query));
    for (const auto line : text::lines(file)) {
        query.text = std::string(text::trim(line));
        if (query.text.empty()) continue;
        const auto start = std::chrono::steady_clock::now();
        CW_TRY(const auto hits, finder.find(query));
        times.push_back(
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
        for (std::size_t i = 0; i < hits.size(); ++i) {
            auto cells = cellsOf(hits[i], i + 1);
            cells.insert(cells.begin(), query.text);
            list.add(std::move(cells));
        }
    }
    list.print(runner.console(), runner.general());
    std::sort(times.begin(), times.end());
    const auto at = [&times](double part) {
        return times.empty() ? 0
                             : times[std::min(times.size() - 1,
                                              static_cast<std::size_t>(part * static_cast<double>(times.size())))];
    };
    runner.console().err << times.size() << " queries, median " << at(0.5) << " us, p99 " << at(0.99) << " us\n";
    return done;
}

Result<int> search(const Runner& runner, app::CodeFinder& finder, const SearchOptions& options)
{
    CW_TRY(auto query, queryOf(runner, options));
    return options.batch.empty() ? searchOne(runner, finder, std::move(query), options)
                                 : searchBatch(runner, finder, std::move(query), options);
}

}  // namespace

void addCodeCommands(CLI::App& app, Chosen& chosen)
{
    auto* codes = app.add_subcommand("codes", "Code tables");
    codes->require_subcommand(1);

    auto* find = codes->add_subcommand("search", "Ranked hits for a code, a prefix, or words in any order");
    auto options = std::make_shared<SearchOptions>();
    auto* query = find->add_option("QUERY", options->query, "Code or words");
    find->add_option("--batch", options->batch, "File with one query a line")->excludes(query);
    find->add_option("--system", options->system, "icd10cm, icd10pcs, hcpcs or cpt");
    find->add_option("--on", options->on, "Date of service (today)");
    find->add_option("--setting", options->setting, "Which procedure codes come first")
        ->check(CLI::IsMember({"inpatient", "outpatient"}));
    find->add_flag("--billable", options->billableOnly, "Only codes that can be billed");
    find->add_flag("--reasons", options->reasons, "Say why each hit is there")->excludes("--batch");
    find->add_option("--limit", options->limit, "Most hits")->check(CLI::Range(1, 10000));
    find->callback([&chosen, options] {
        if (options->batch.empty() && options->query.empty()) throw CLI::RequiredError("QUERY or --batch");
        chosen = [options](const Runner& runner) {
            return runner.withFinder([&](app::CodeFinder& finder) { return search(runner, finder, *options); });
        };
    });

    addCodeDisplayCommands(*codes, chosen);
    addCodeLibraryCommands(*codes, chosen);
    addCodeSetCommands(*codes, chosen);
}

}  // namespace cw::cli
