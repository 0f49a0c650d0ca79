#include "app/coding_desk.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/listing.h"
#include "cli/runner.h"
#include "import/encounter_json.h"

#include <ostream>

namespace cw::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Checked {
    std::string encounterId;
    EditReport report;
};

Json toJson(const Checked& checked)
{
    Json findings = Json::array();
    for (const auto& finding : checked.report.findings)
        findings.push_back({{"rule", finding.key.rule},
                            {"severity", toString(finding.severity)},
                            {"at", finding.at},
                            {"codes", finding.codes},
                            {"message", finding.message},
                            {"fix", finding.fix},
                            {"source", finding.source}});
    Json missing = Json::array();
    for (const auto& table : checked.report.notChecked)
        missing.push_back({{"table", table.table}, {"date", table.date.iso()}});
    return {{"encounter_id", checked.encounterId},
            {"ready", checked.report.isReady()},
            {"findings", findings},
            {"not_checked", missing}};
}

int print(const Runner& runner, const std::vector<Checked>& all)
{
    bool allReady = true;
    for (const auto& checked : all) allReady = allReady && checked.report.isReady();
    if (formatOf(runner.general(), runner.console()) == Format::json) {
        Json list = Json::array();
        for (const auto& checked : all) list.push_back(toJson(checked));
        runner.console().out << Json{{"encounters", list}}.dump(2) << '\n';
    } else {
        Listing list({"encounter_id", "rule", "severity", "codes", "at", "message", "fix", "source"});
        for (const auto& checked : all) {
            for (const auto& finding : checked.report.findings)
                list.add({checked.encounterId, finding.key.rule, toString(finding.severity),
                          text::join(finding.codes, " "), text::join(finding.at, " "), finding.message, finding.fix,
                          finding.source});
            for (const auto& table : checked.report.notChecked)
                list.add({checked.encounterId, "not checked", "note", "", "",
                          "table " + table.table + " is missing for " + table.date.iso(), "Import the release", ""});
        }
        list.print(runner.console(), runner.general());
    }
    return allReady ? done : findings;
}

Result<int> checkFile(const Runner& runner, const CodeLibrary& library, const std::filesystem::path& file)
{
    CW_TRY(const auto bytes, readFile(file));
    CountingIdSource ids;
    CW_TRY(const auto encounters, readEncounterJson(bytes, file.filename().string(), ids));
    std::vector<Checked> all;
    for (const auto& one : encounters) {
        CW_TRY(const auto facts, gatherFacts(one.encounter, library, runner.console().clock.today()));
        all.push_back({one.encounter.encounterId, runEdits(one.encounter, facts)});
    }
    return print(runner, all);
}

Result<int> checkStored(const Runner& runner, app::Workspace& workspace, const std::vector<std::string>& ids)
{
    CW_CHECK(app::require(workspace, Permission::viewEncounters));
    std::vector<Checked> all;
    for (const auto& id : ids) {
        CW_TRY(const auto chart, app::CodingDesk(workspace).open(id));
        all.push_back({id, chart.report});
    }
    return print(runner, all);
}

int printRules(const Runner& runner, const std::set<std::string, std::less<>>& off)
{
    Listing list({"rule", "severity", "title", "source", "on", "advisory"});
    for (const auto& rule : ruleCatalogue())
        list.add({rule.id, toString(rule.severity), rule.title, rule.source, !off.contains(rule.id), rule.advisory});
    list.print(runner.console(), runner.general());
    return done;
}

}  // namespace

void addEditCommands(CLI::App& app, Chosen& chosen)
{
    auto* edits = app.add_subcommand("edits", "What a payer would reject");
    edits->require_subcommand(1);
    auto* check = edits->add_subcommand("check", "Findings of stored encounters or of a file");
    auto ids = std::make_shared<std::vector<std::string>>();
    auto file = std::make_shared<std::string>();
    auto* byId = check->add_option("ID", *ids, "Encounters");
    check->add_option("--file", *file, "Encounter JSON; nothing is stored")->excludes(byId);
    check->callback([&chosen, ids, file] {
        if (ids->empty() && file->empty()) throw CLI::RequiredError("ID or --file");
        chosen = [ids, file](const Runner& runner) {
            if (!file->empty())
                return runner.withLibrary(
                    [&](const CodeLibrary& library) { return checkFile(runner, library, *file); });
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return checkStored(runner, workspace, *ids); });
        };
    });
    edits->add_subcommand("rules", "The rule catalogue")->callback([&chosen] {
        chosen = [](const Runner& runner) {
            // What is switched off is known to those who sign in; the catalogue itself is no secret.
            if (!runner.console().environment("CHARTWRIGHT_PASSWORD")) return printRules(runner, {});
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto off, app::rulesOff(workspace));
                return printRules(runner, off);
            });
        };
    });
}

}  // namespace cw::cli
