#include "app/library_desk.h"
#include "app/update_centre.h"
#include "cli/code_options.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <ostream>

namespace cw::cli {

namespace {

using Json = nlohmann::ordered_json;

Listing importListing(bool isDryRun)
{
    std::vector<std::string> columns = {"file", "system", "release", "table", "first_day", "last_day",
                                        "read", "added",  "revised", "ended", "rejected",  "compared_with",
                                        "note", "kind",   "variant", "checks"};
    if (isDryRun) columns.emplace_back("changes");
    return Listing(std::move(columns));
}

std::string noteOf(bool alreadyInstalled, bool isDryRun)
{
    if (alreadyInstalled) return "installed already, nothing changed";
    return isDryRun ? "dry run, nothing changed" : "";
}

std::string textOf(const app::ChangedCode& change)
{
    const bool isGone = change.kind == app::CodeChangeKind::deleted;
    return std::string(app::toString(change.kind)) + " " + displayCode(change.key.system, change.key.code) + " " +
           (isGone ? change.before : change.after);
}

void addRows(Listing& list, const app::FileReport& report, Format format)
{
    for (const auto& [summary, lines] : report.releases) {
        const auto& release = summary.release;
        std::vector<Json> row = {report.file,
                                 toString(release.system),
                                 release.name,
                                 toString(release.kind),
                                 isoOrNull(release.inForce.first),
                                 isoOrNull(release.inForce.last),
                                 summary.read,
                                 summary.added,
                                 summary.revised,
                                 summary.ended,
                                 summary.rejected,
                                 summary.comparedWith,
                                 noteOf(summary.alreadyInstalled, report.isDryRun),
                                 "codes",
                                 "",
                                 textsCell({}, format, "; ")};
        std::vector<std::string> changes;
        for (const auto& line : lines) changes.push_back(textOf(line));
        if (report.isDryRun) row.push_back(textsCell(changes, format, "; "));
        list.add(std::move(row));
    }
    for (const auto& [summary] : report.lists) {
        const auto& one = summary.list;
        std::vector<Json> row = {report.file,
                                 "",
                                 one.name,
                                 "official",
                                 isoOrNull(one.inForce.first),
                                 isoOrNull(one.inForce.last),
                                 one.rows + summary.rejected,
                                 summary.added,
                                 summary.revised,
                                 summary.ended,
                                 summary.rejected,
                                 summary.comparedWith,
                                 noteOf(summary.alreadyInstalled, report.isDryRun),
                                 toString(one.kind),
                                 one.variant,
                                 textsCell(one.checks, format, "; ")};
        if (report.isDryRun) row.push_back(textsCell({}, format, "; "));
        list.add(std::move(row));
    }
}

void tellRejections(const app::FileReport& report, std::ostream& err)
{
    for (const auto& one : report.releases)
        for (const auto& line : one.summary.rejections) err << line << '\n';
    for (const auto& one : report.lists)
        for (const auto& line : one.summary.rejections) err << line << '\n';
}

Result<int> import(const Runner& runner, app::Workspace& workspace, const std::vector<std::string>& files,
                   const CodeFileOptions& options, bool isDryRun, bool dropMany)
{
    auto list = importListing(isDryRun);
    const auto format = formatOf(runner.general(), runner.console());
    const auto progress = progressOn(runner.console(), runner.general());
    app::LibraryDesk desk(workspace);
    int status = done;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto report =
            isDryRun ? desk.preview(files[i], options, progress) : desk.import(files[i], options, progress, dropMany);
        if (!report) {
            // What is done stays, and is said.
            if (i > 0) {
                list.print(runner.console(), runner.general());
                runner.console().err << "stopped at " << std::filesystem::path(files[i]).filename().string() << "; "
                                     << i << (i == 1 ? " file" : " files") << " before it "
                                     << (isDryRun ? "read" : "stay as imported") << '\n';
            }
            return report.error();
        }
        tellRejections(*report, runner.console().err);
        for (const auto& drop : report->drops) runner.console().err << "look twice: " << drop << '\n';
        if (report->rejected() > 0) status = findings;
        addRows(list, *report, format);
        if (!report->ignored.empty() && runner.general().verbose)
            for (const auto& member : report->ignored) runner.console().err << "passed over: " << member << '\n';
    }
    list.print(runner.console(), runner.general());
    // So that the next search need not wait for it.
    if (!isDryRun) CW_CHECK(workspace.codeIndex().refresh(progress));
    return status;
}

Result<int> withdraw(const Runner& runner, app::Workspace& workspace, const std::string& name,
                     const std::string& system, const std::string& kind, const std::string& variant)
{
    app::LibraryDesk desk(workspace);
    std::optional<app::Installed> table;
    if (!system.empty()) {
        CW_TRY(const auto which, parseCodeSystem(system));
        CW_TRY(table, desk.findRelease(which, name));
    } else {
        CW_TRY(const auto which, parseListKind(kind));
        CW_TRY(table, desk.findList(which, name, variant));
    }
    CW_CHECK(desk.withdraw(*table));
    runner.console().out << "withdrawn\t" << (system.empty() ? kind : system) << '\t' << name << '\n';
    return done;
}

Result<int> releases(const Runner& runner, const CodeLibrary& library, const ReferenceTables& tables)
{
    CW_TRY(const auto all, library.releases());
    CW_TRY(const auto lists, tables.lists());
    const auto format = formatOf(runner.general(), runner.console());
    Listing list({"system", "release", "table", "first_day", "last_day", "rows", "billable", "modifiers", "imported_at",
                  "source", "sha256", "kind", "variant", "unknown_codes", "checks"});
    for (const auto& release : all)
        list.add({toString(release.system), release.name, toString(release.kind), isoOrNull(release.inForce.first),
                  isoOrNull(release.inForce.last), release.rows, release.billable, release.modifiers,
                  release.importedAt.iso(), release.sourceName, release.sourceDigest, "codes", "", Json(),
                  textsCell({}, format, "; ")});
    for (const auto& one : lists)
        list.add({"", one.name, "official", isoOrNull(one.inForce.first), isoOrNull(one.inForce.last), one.rows, Json(),
                  Json(), one.importedAt.iso(), one.sourceName, one.sourceDigest, toString(one.kind), one.variant,
                  one.unknownCodes, textsCell(one.checks, format, "; ")});
    list.print(runner.console(), runner.general());
    return done;
}

void printImpact(const Runner& runner, const app::ImpactReport& report)
{
    const auto format = formatOf(runner.general(), runner.console());
    Listing list({"change", "system", "code", "before", "after", "billable_before", "billable_after", "open_encounters",
                  "encounters", "sets", "site_terms", "successors"});
    for (const auto& one : report.codes) {
        const auto& change = one.change;
        std::vector<std::string> encounters;
        for (const auto& encounter : one.encounters) encounters.push_back(encounter.encounterId);
        std::vector<std::string> successors;
        for (const auto& code : one.successors) successors.push_back(displayCode(change.key.system, code));
        list.add({app::toString(change.kind), toString(change.key.system),
                  displayCode(change.key.system, change.key.code), change.before, change.after, change.billableBefore,
                  change.billableAfter, encounters.size(), textsCell(encounters, format, ","),
                  textsCell(one.sets, format, ","), textsCell(one.siteTerms, format, ","),
                  textsCell(successors, format, ",")});
    }
    list.print(runner.console(), runner.general());
}

Result<int> diff(const Runner& runner, app::Workspace& workspace, const std::string& systemText,
                 const std::string& from, const std::string& to)
{
    CW_TRY(const auto system, parseCodeSystem(systemText));
    CW_TRY(const auto comparison, app::LibraryDesk(workspace).diff(system, from, to));
    printImpact(runner, comparison.impact);
    runner.console().err << comparison.from.name << " to " << comparison.to.name << ": " << comparison.added
                         << " added, " << comparison.deleted << " deleted, " << comparison.revised << " revised; "
                         << comparison.impact.encounters << " open encounters, " << comparison.impact.sets
                         << " code sets, " << comparison.impact.siteTerms << " site terms touched\n";
    return done;
}

Result<int> updates(const Runner& runner, app::Workspace& workspace, const std::string& onText)
{
    CW_TRY(const auto on, dayOf(onText, runner.console()));
    CW_TRY(const auto all, app::UpdateCentre(workspace).status(on));
    Listing list({"key", "table", "variant", "state", "in_force", "last_day", "next_due", "next_installed", "installed",
                  "agency", "schedule", "citation", "address", "note"});
    for (const auto& one : all)
        list.add({one.source->key, one.source->name, one.variant, app::toString(one.state), one.inForce,
                  isoOrNull(one.lastDay), isoOrNull(one.nextDue), one.isNextInstalled, one.installed.size(),
                  one.source->agency, app::toString(one.source->cycle), one.source->citation, one.address,
                  one.sentence});
    list.print(runner.console(), runner.general());
    return done;
}

struct UpdateOptions {
    std::string on;
    std::string expiring;
    std::vector<std::string> address;
};

Result<int> updateCentre(const Runner& runner, app::Workspace& workspace, const UpdateOptions& options)
{
    if (!options.address.empty()) {
        CW_CHECK(app::UpdateCentre(workspace).setAddress(options.address.at(0), options.address.at(1)));
        return done;
    }
    if (options.expiring.empty()) return updates(runner, workspace, options.on);
    CW_TRY(const auto day, Date::parse(options.expiring));
    CW_TRY(const auto report, app::UpdateCentre(workspace).expiring(day));
    printImpact(runner, report);
    return done;
}

void addImport(CLI::App& codes, Chosen& chosen)
{
    auto* load = codes.add_subcommand("import", "Import official files as published, zip or plain");
    auto files = std::make_shared<std::vector<std::string>>();
    auto system = std::make_shared<std::string>();
    auto kind = std::make_shared<std::string>();
    auto release = std::make_shared<std::string>();
    auto effective = std::make_shared<std::string>();
    auto isDryRun = std::make_shared<bool>(false);
    auto dropMany = std::make_shared<bool>(false);
    load->add_option("FILE", *files, "Files")->required();
    load->add_option("--system", *system, "icd10cm, icd10pcs, hcpcs or cpt");
    load->add_option("--kind", *kind, "Kind of table, where the file does not tell");
    load->add_option("--release", *release, "Name of the release");
    load->add_option("--effective", *effective, "First day on which it holds");
    load->add_flag("--dry-run", *isDryRun, "Say what would be imported; change nothing");
    load->add_flag("--drop-many", *dropMany, "A table may lack more than a tenth of the rows of the one before it");
    load->callback([&chosen, files, system, kind, release, effective, isDryRun, dropMany] {
        chosen = [files, system, kind, release, effective, isDryRun, dropMany](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CodeFileOptions how;
                CW_TRY(how.system, systemOf(*system));
                CW_TRY(how.effective, dateOf(*effective));
                how.kind = *kind;
                how.releaseName = *release;
                return import(runner, workspace, *files, how, *isDryRun, *dropMany);
            });
        };
    });
}

void addWithdraw(CLI::App& codes, Chosen& chosen)
{
    auto* take = codes.add_subcommand("withdraw", "Take a release or a list out again");
    auto name = std::make_shared<std::string>();
    auto system = std::make_shared<std::string>();
    auto kind = std::make_shared<std::string>();
    auto variant = std::make_shared<std::string>();
    take->add_option("NAME", *name, "As `codes releases` lists it")->required();
    auto* bySystem = take->add_option("--system", *system, "A code table: icd10cm, icd10pcs, hcpcs or cpt");
    take->add_option("--kind", *kind, "A list: tabular, ptp, mue …")->excludes(bySystem);
    take->add_option("--variant", *variant, "Of a list in several: practitioner, outpatient, dme");
    take->callback([&chosen, name, system, kind, variant] {
        if (system->empty() && kind->empty()) throw CLI::RequiredError("--system or --kind");
        chosen = [name, system, kind, variant](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) {
                return withdraw(runner, workspace, *name, *system, *kind, *variant);
            });
        };
    });
}

}  // namespace

void addCodeLibraryCommands(CLI::App& codes, Chosen& chosen)
{
    addImport(codes, chosen);
    addWithdraw(codes, chosen);
    codes.add_subcommand("releases", "Installed tables and lists, their dates, source and rows")->callback([&chosen] {
        chosen = [](const Runner& runner) {
            return runner.withReference([&](const CodeLibrary& library, const ReferenceTables& tables) {
                return releases(runner, library, tables);
            });
        };
    });

    auto* compare =
        codes.add_subcommand("diff", "Differences between two releases, and the open encounters they touch");
    auto system = std::make_shared<std::string>();
    auto from = std::make_shared<std::string>();
    auto to = std::make_shared<std::string>();
    compare->add_option("--system", *system, "icd10cm, icd10pcs, hcpcs or cpt")->required();
    compare->add_option("FROM", *from, "Name of the older release")->required();
    compare->add_option("TO", *to, "Name of the newer release")->required();
    compare->callback([&chosen, system, from, to] {
        chosen = [system, from, to](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return diff(runner, workspace, *system, *from, *to); });
        };
    });

    auto* watch = codes.add_subcommand("updates", "What is installed, in force, missing or about to expire");
    auto options = std::make_shared<UpdateOptions>();
    watch->add_option("--on", options->on, "Day to judge (today)");
    watch->add_option("--expiring", options->expiring, "Codes in use that are in force on this day for the last time");
    watch
        ->add_option("--set-address", options->address,
                     "KEY URL: where a table is downloaded; an empty URL: as at first")
        ->expected(2);
    watch->callback([&chosen, options] {
        chosen = [options](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return updateCentre(runner, workspace, *options); });
        };
    });
}

}  // namespace cw::cli
