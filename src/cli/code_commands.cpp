#include "app/code_lookup.h"
#include "app/library_desk.h"
#include "base/file.h"
#include "base/text.h"
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
    int limit = 10;
};

Result<std::optional<CodeSystem>> systemOf(const std::string& text)
{
    if (text.empty()) return std::optional<CodeSystem>{};
    CW_TRY(const auto system, parseCodeSystem(text));
    return std::optional(system);
}

Result<std::optional<Date>> dateOf(const std::string& text)
{
    if (text.empty()) return std::optional<Date>{};
    CW_TRY(const auto date, Date::parse(text));
    return std::optional(date);
}

nlohmann::ordered_json isoOrNull(const std::optional<Date>& date)
{
    return date ? nlohmann::ordered_json(date->iso()) : nlohmann::ordered_json();
}

std::string description(const CodeEntry& entry)
{
    std::string text = entry.longTitle;
    if (entry.kind == ReleaseKind::starter) text += " [starter]";
    return text;
}

Result<int> search(const Runner& runner, const CodeLibrary& library, const SearchOptions& options)
{
    SearchRequest request;
    CW_TRY(request.system, systemOf(options.system));
    CW_TRY(request.on, dateOf(options.on));
    if (!request.on) request.on = runner.console().clock.today();
    request.limit = options.limit;
    const app::CodeLookup lookup(library);
    if (options.batch.empty()) {
        request.query = text::join(options.query, " ");
        CW_TRY(const auto hits, lookup.search(request));
        Listing list({"rank", "system", "code", "billable", "description"});
        for (std::size_t i = 0; i < hits.size(); ++i)
            list.add({i + 1, toString(hits[i].entry.system), hits[i].entry.displayCode(), hits[i].entry.billable,
                      description(hits[i].entry)});
        list.print(runner.console(), runner.general());
        return done;
    }
    CW_TRY(const auto file, readFile(options.batch));
    Listing list({"query", "rank", "system", "code", "billable", "description"});
    std::vector<std::int64_t> times;
    for (const auto line : text::lines(file)) {
        request.query = std::string(text::trim(line));
        if (request.query.empty()) continue;
        const auto start = std::chrono::steady_clock::now();
        CW_TRY(const auto hits, lookup.search(request));
        times.push_back(
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
        for (std::size_t i = 0; i < hits.size(); ++i)
            list.add({request.query, i + 1, toString(hits[i].entry.system), hits[i].entry.displayCode(),
                      hits[i].entry.billable, description(hits[i].entry)});
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

Result<int> show(const Runner& runner, const CodeLibrary& library, const std::string& code,
                 const std::string& systemText, const std::string& onText)
{
    CW_TRY(const auto system, systemOf(systemText));
    CW_TRY(auto on, dateOf(onText));
    if (!on) on = runner.console().clock.today();
    CW_TRY(const auto details, app::CodeLookup(library).details(code, system, on));
    const auto& entry = details.entry;
    using Json = nlohmann::ordered_json;
    const auto brief = [](const CodeEntry& other) {
        return Json{{"code", other.displayCode()}, {"billable", other.billable}, {"description", other.longTitle}};
    };
    Json json = {{"system", toString(entry.system)},
                 {"code", entry.displayCode()},
                 {"billable", entry.billable},
                 {"short", entry.shortTitle},
                 {"description", entry.longTitle},
                 {"valid_from", isoOrNull(entry.valid.first)},
                 {"valid_until", isoOrNull(entry.valid.last)},
                 {"valid", entry.validOnDate},
                 {"on", on->iso()},
                 {"table", toString(entry.kind)},
                 {"release", entry.releaseName},
                 {"ancestors", Json::array()},
                 {"children", Json::array()}};
    for (const auto& ancestor : details.ancestors) json["ancestors"].push_back(brief(ancestor));
    for (const auto& child : details.children) json["children"].push_back(brief(child));
    auto& out = runner.console().out;
    if (formatOf(runner.general(), runner.console()) == Format::json) {
        out << json.dump(2) << '\n';
        return done;
    }
    out << entry.displayCode() << '\t' << entry.longTitle << '\n';
    out << "system\t" << displayName(entry.system) << '\n';
    out << "billable\t" << (entry.billable ? "yes" : "no, a more specific code is needed") << '\n';
    out << "valid\t" << (entry.valid.first ? entry.valid.first->iso() : "always") << " to "
        << (entry.valid.last ? entry.valid.last->iso() : "further notice") << (entry.validOnDate ? "" : ", NOT")
        << " on " << on->iso() << '\n';
    out << "table\t" << toString(entry.kind) << ' ' << entry.releaseName << '\n';
    for (const auto& ancestor : details.ancestors)
        out << "under\t" << ancestor.displayCode() << '\t' << ancestor.longTitle << '\n';
    for (const auto& child : details.children)
        out << "holds\t" << child.displayCode() << '\t' << child.longTitle << '\n';
    return done;
}

Result<int> releases(const Runner& runner, const CodeLibrary& library)
{
    CW_TRY(const auto all, library.releases());
    Listing list({"system", "release", "table", "first_day", "last_day", "rows", "billable", "modifiers", "imported_at",
                  "source", "sha256"});
    for (const auto& release : all)
        list.add({toString(release.system), release.name, toString(release.kind), isoOrNull(release.inForce.first),
                  isoOrNull(release.inForce.last), release.rows, release.billable, release.modifiers,
                  release.importedAt.iso(), release.sourceName, release.sourceDigest});
    list.print(runner.console(), runner.general());
    return done;
}

Result<int> import(const Runner& runner, app::Workspace& workspace, const std::vector<std::string>& files,
                   const CodeFileOptions& options)
{
    Listing list({"file", "system", "release", "table", "first_day", "last_day", "read", "added", "revised", "ended",
                  "rejected", "compared_with", "note"});
    int status = done;
    std::optional<Error> failed;
    for (const auto& file : files) {
        auto summary =
            app::LibraryDesk(workspace).import(file, options, progressOn(runner.console(), runner.general()));
        if (!summary) {
            failed = summary.error();
            break;
        }
        for (const auto& line : summary->rejections) runner.console().err << line << '\n';
        if (summary->rejected > 0) status = findings;
        const auto& release = summary->release;
        list.add({std::filesystem::path(file).filename().string(), toString(release.system), release.name,
                  toString(release.kind), isoOrNull(release.inForce.first), isoOrNull(release.inForce.last),
                  summary->read, summary->added, summary->revised, summary->ended, summary->rejected,
                  summary->comparedWith, summary->alreadyInstalled ? "installed already, nothing changed" : ""});
    }
    if (failed && files.size() == 1) return *failed;
    list.print(runner.console(), runner.general());
    if (failed) return *failed;
    return status;
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
    find->add_option("--limit", options->limit, "Most hits")->check(CLI::Range(1, 10000));
    find->callback([&chosen, options] {
        if (options->batch.empty() && options->query.empty()) throw CLI::RequiredError("QUERY or --batch");
        chosen = [options](const Runner& runner) {
            return runner.withLibrary([&](const CodeLibrary& library) { return search(runner, library, *options); });
        };
    });

    auto* display = codes->add_subcommand("show", "One code with its place, titles and validity");
    auto code = std::make_shared<std::string>();
    auto system = std::make_shared<std::string>();
    auto on = std::make_shared<std::string>();
    display->add_option("CODE", *code, "With or without dot")->required();
    display->add_option("--system", *system, "icd10cm, icd10pcs, hcpcs or cpt");
    display->add_option("--on", *on, "Date of service (today)");
    display->callback([&chosen, code, system, on] {
        chosen = [code, system, on](const Runner& runner) {
            return runner.withLibrary(
                [&](const CodeLibrary& library) { return show(runner, library, *code, *system, *on); });
        };
    });

    codes->add_subcommand("releases", "Installed tables, their dates, source and rows")->callback([&chosen] {
        chosen = [](const Runner& runner) {
            return runner.withLibrary([&](const CodeLibrary& library) { return releases(runner, library); });
        };
    });

    auto* load = codes->add_subcommand("import", "Import official files as published, zip or plain");
    auto files = std::make_shared<std::vector<std::string>>();
    auto importSystem = std::make_shared<std::string>();
    auto kind = std::make_shared<std::string>();
    auto release = std::make_shared<std::string>();
    auto effective = std::make_shared<std::string>();
    load->add_option("FILE", *files, "Files")->required();
    load->add_option("--system", *importSystem, "icd10cm, icd10pcs, hcpcs or cpt");
    load->add_option("--kind", *kind, "Kind of table, where the file does not tell");
    load->add_option("--release", *release, "Name of the release");
    load->add_option("--effective", *effective, "First day on which it holds");
    load->callback([&chosen, files, importSystem, kind, release, effective] {
        chosen = [files, importSystem, kind, release, effective](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CodeFileOptions how;
                CW_TRY(how.system, systemOf(*importSystem));
                CW_TRY(how.effective, dateOf(*effective));
                how.kind = *kind;
                how.releaseName = *release;
                return import(runner, workspace, *files, how);
            });
        };
    });
    addUnavailable(*codes, chosen, "diff", "Differences between two releases");
}

}  // namespace cw::cli
