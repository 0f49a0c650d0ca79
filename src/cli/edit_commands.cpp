#include "app/coding_desk.h"
#include "app/edit_desk.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/listing.h"
#include "cli/runner.h"
#include "import/encounter_json.h"

#include <ostream>

namespace cw::cli {

namespace {

using Json = nlohmann::ordered_json;

Json attestedJson(const Finding& finding)
{
    if (!finding.attested) return nullptr;
    return {{"by", finding.attested->who}, {"when", finding.attested->when.iso()}, {"why", finding.attested->why}};
}

Json toJson(const app::CheckedEntry& checked)
{
    Json findings = Json::array();
    for (const auto& finding : checked.report.findings) {
        Json remedies = Json::array();
        for (const auto& remedy : finding.remedies) remedies.push_back(remedy.label);
        findings.push_back({{"rule", finding.key.rule},
                            {"severity", toString(finding.severity)},
                            {"at", finding.at},
                            {"codes", finding.codes},
                            {"message", finding.message},
                            {"fix", finding.fix},
                            {"source", finding.source},
                            {"attested", attestedJson(finding)},
                            {"remedies", std::move(remedies)}});
    }
    Json missing = Json::array();
    for (const auto& table : checked.report.notChecked)
        missing.push_back({{"table", table.table}, {"date", table.date.iso()}});
    return {{"encounter_id", checked.encounterId},
            {"ready", checked.report.isReady()},
            {"findings", findings},
            {"not_checked", missing}};
}

Listing listingOf(const std::vector<app::CheckedEntry>& all)
{
    Listing list({"encounter_id", "rule", "severity", "codes", "at", "message", "fix", "source", "attested", "remedy"});
    for (const auto& checked : all) {
        for (const auto& finding : checked.report.findings)
            list.add({checked.encounterId, finding.key.rule, toString(finding.severity), text::join(finding.codes, " "),
                      text::join(finding.at, " "), finding.message, finding.fix, finding.source,
                      finding.attested ? finding.attested->who : "",
                      finding.remedies.empty() ? "" : finding.remedies.front().label});
        for (const auto& table : checked.report.notChecked)
            list.add({checked.encounterId, "not checked", "note", "", "",
                      "table " + table.table + " is missing for " + table.date.iso(), "Import the release", "", "",
                      ""});
    }
    return list;
}

int print(const Runner& runner, const std::vector<app::CheckedEntry>& all)
{
    bool allReady = true;
    for (const auto& checked : all) allReady = allReady && checked.report.isReady();
    if (formatOf(runner.general(), runner.console()) == Format::json) {
        Json list = Json::array();
        for (const auto& checked : all) list.push_back(toJson(checked));
        runner.console().out << Json{{"encounters", list}}.dump(2) << '\n';
    } else {
        listingOf(all).print(runner.console(), runner.general());
    }
    return allReady ? done : findings;
}

Result<int> checkFile(const Runner& runner, const std::shared_ptr<const RuleTables>& tables,
                      const std::filesystem::path& file)
{
    CW_TRY(const auto bytes, readFile(file));
    CountingIdSource ids;
    CW_TRY(const auto imported, readEncounterJson(bytes, file.filename().string(), ids));
    std::vector<Encounter> encounters;
    for (const auto& one : imported) encounters.push_back(one.encounter);
    app::EditSetup setup;
    setup.tables = tables;
    CW_TRY(auto reports, app::checkBook(app::entriesOf(encounters, runner.console().clock.today()), setup,
                                        progressOn(runner.console(), runner.general())));
    std::vector<app::CheckedEntry> all;
    for (std::size_t i = 0; i < reports.size(); ++i) all.push_back({encounters[i].encounterId, std::move(reports[i])});
    return print(runner, all);
}

Result<int> checkStored(const Runner& runner, app::Workspace& workspace, const std::vector<std::string>& ids)
{
    CW_CHECK(app::require(workspace, Permission::viewEncounters));
    std::vector<app::CheckedEntry> all;
    for (const auto& id : ids) {
        CW_TRY(const auto chart, app::CodingDesk(workspace).open(id));
        all.push_back({id, chart.report});
    }
    return print(runner, all);
}

Result<int> checkOpen(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto all, app::EditDesk(workspace).checkOpen(progressOn(runner.console(), runner.general())));
    return print(runner, all);
}

}  // namespace

void addEditCommands(CLI::App& app, Chosen& chosen)
{
    auto* edits = app.add_subcommand("edits", "What a payer would reject");
    edits->require_subcommand(1);
    auto* check = edits->add_subcommand("check", "Findings of stored encounters or of a file");
    auto ids = std::make_shared<std::vector<std::string>>();
    auto file = std::make_shared<std::string>();
    auto isAll = std::make_shared<bool>(false);
    auto* byId = check->add_option("ID", *ids, "Encounters");
    auto* byFile = check->add_option("--file", *file, "Encounter JSON; nothing is stored")->excludes(byId);
    check->add_flag("--all-open", *isAll, "All encounters that are not billed yet")->excludes(byId)->excludes(byFile);
    check->callback([&chosen, ids, file, isAll] {
        if (ids->empty() && file->empty() && !*isAll) throw CLI::RequiredError("ID, --file or --all-open");
        chosen = [ids, file, isAll](const Runner& runner) {
            if (!file->empty())
                return runner.withEditTables([&](const auto& tables) { return checkFile(runner, tables, *file); });
            return runner.withWorkspace([&](app::Workspace& workspace) {
                return *isAll ? checkOpen(runner, workspace) : checkStored(runner, workspace, *ids);
            });
        };
    });
    addEditRuleCommands(*edits, chosen);
    addAttestCommands(*edits, chosen);
    addEditTableCommands(*edits, chosen);
    addSiteRuleCommands(*edits, chosen);
}

}  // namespace cw::cli
