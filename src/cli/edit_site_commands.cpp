#include "app/edit_desk.h"
#include "base/file.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <algorithm>
#include <ostream>

namespace cw::cli {

namespace {

Result<SiteRule> ruleNamed(app::Workspace& workspace, const std::string& id)
{
    CW_TRY(const auto rules, app::EditDesk(workspace).siteRules());
    const auto found = std::find_if(rules.begin(), rules.end(), [&id](const SiteRule& rule) { return rule.id == id; });
    if (found == rules.end()) return Error{ErrorKind::notFound, "CLI-064", "no rule of the site is called " + id};
    return *found;
}

Result<int> list(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto rules, app::EditDesk(workspace).siteRules());
    Listing rows({"rule", "version", "on", "level", "title", "payer", "source"});
    for (const auto& rule : rules)
        rows.add({rule.id, rule.version, rule.isActive, toString(rule.level), rule.title, rule.payerId, rule.source});
    rows.print(runner.console(), runner.general());
    return done;
}

Result<int> show(const Runner& runner, app::Workspace& workspace, const std::string& id)
{
    CW_TRY([[maybe_unused]] const auto newest, ruleNamed(workspace, id));
    CW_TRY(const auto versions, app::EditDesk(workspace).siteRuleVersions(id));
    runner.console().out << writeSiteRules(versions) << '\n';
    return done;
}

Result<int> exportAll(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto rules, app::EditDesk(workspace).siteRules());
    runner.console().out << writeSiteRules(rules) << '\n';
    return done;
}

Result<int> import(const Runner& runner, app::Workspace& workspace, const std::string& file)
{
    CW_TRY(const auto json, readFile(file));
    CW_TRY(const int saved, app::EditDesk(workspace).importSiteRules(json));
    runner.console().out << "imported\t" << saved << '\n';
    return done;
}

Result<int> tryRule(const Runner& runner, app::Workspace& workspace, const std::string& id, int sample)
{
    CW_TRY(const auto rule, ruleNamed(workspace, id));
    CW_TRY(const auto trial,
           app::EditDesk(workspace).trySiteRule(rule, sample, progressOn(runner.console(), runner.general())));
    Listing rows({"encounter_id"});
    for (const auto& hit : trial.hits) rows.add({hit});
    rows.print(runner.console(), runner.general());
    runner.console().err << "met by " << trial.met << " of " << trial.checked << " encounters\n";
    return done;
}

Result<int> setActive(const Runner& runner, app::Workspace& workspace, const std::string& id, bool isActive)
{
    CW_TRY(auto rule, ruleNamed(workspace, id));
    if (rule.isActive != isActive) {
        rule.isActive = isActive;
        CW_TRY(rule, app::EditDesk(workspace).saveSiteRule(rule));
    }
    runner.console().out << rule.id << "\tversion " << rule.version << '\t' << (rule.isActive ? "on" : "off") << '\n';
    return done;
}

using Task = std::function<Result<int>(const Runner&, app::Workspace&, const std::string&)>;

/// A command with one word behind it.
CLI::App* addTask(CLI::App& site, Chosen& chosen, const std::string& name, const std::string& what,
                  const std::string& word, Task task)
{
    auto* command = site.add_subcommand(name, what);
    auto value = std::make_shared<std::string>();
    if (!word.empty()) command->add_option(word, *value, word)->required();
    command->callback([&chosen, value, task = std::move(task)] {
        chosen = [value, task](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return task(runner, workspace, *value); });
        };
    });
    return command;
}

}  // namespace

void addSiteRuleCommands(CLI::App& edits, Chosen& chosen)
{
    auto* site = edits.add_subcommand("site", "Rules that the site wrote itself");
    site->require_subcommand(1);
    addTask(
        *site, chosen, "list", "The newest version of each", "",
        [](const Runner& runner, app::Workspace& workspace, const std::string&) { return list(runner, workspace); });
    addTask(*site, chosen, "show", "All versions of a rule as JSON, newest first", "ID", show);
    addTask(*site, chosen, "import", "Rules from JSON: new ones are added, known ones become a new version", "FILE",
            import);
    addTask(*site, chosen, "export", "All rules as JSON", "",
            [](const Runner& runner, app::Workspace& workspace, const std::string&) {
                return exportAll(runner, workspace);
            });
    auto sample = std::make_shared<int>(500);
    addTask(*site, chosen, "try", "Which of the newest encounters meet a rule; nothing is stored", "ID",
            [sample](const Runner& runner, app::Workspace& workspace, const std::string& id) {
                return tryRule(runner, workspace, id, *sample);
            })
        ->add_option("--sample", *sample, "How many encounters (500)")
        ->check(CLI::PositiveNumber);
    for (const bool isActive : {true, false})
        addTask(*site, chosen, isActive ? "enable" : "disable", isActive ? "Switch a rule on" : "Switch a rule off",
                "ID", [isActive](const Runner& runner, app::Workspace& workspace, const std::string& id) {
                    return setActive(runner, workspace, id, isActive);
                });
}

}  // namespace cw::cli
