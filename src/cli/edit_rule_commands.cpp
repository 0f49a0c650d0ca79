#include "app/edit_desk.h"
#include "base/text.h"
#include "cli/code_options.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <ostream>

namespace cw::cli {

namespace {

std::string scopeText(Scopes scopes)
{
    std::vector<std::string> names;
    for (const auto setting : {Setting::professional, Setting::outpatient, Setting::inpatient})
        if ((scopes & scopeOf(setting)) != 0) names.emplace_back(toString(setting));
    return text::join(names, ",");
}

std::string_view attestText(Attest attest)
{
    switch (attest) {
    case Attest::never: return "never";
    case Attest::warnings: return "warnings";
    case Attest::always: return "always";
    }
    return "";
}

std::string effectiveText(const DateInterval& dates)
{
    if (!dates.first && !dates.last) return "always";
    return (dates.first ? dates.first->iso() : "") + ".." + (dates.last ? dates.last->iso() : "");
}

std::string payersText(const app::RuleSetting& setting)
{
    std::vector<std::string> parts;
    for (const auto& [payer, level] : setting.payers) parts.push_back(payer + "=" + std::string(toString(level)));
    return text::join(parts, ",");
}

void print(const Runner& runner, const std::vector<app::RuleSetting>& settings)
{
    Listing list({"rule", "severity", "title", "source", "on", "advisory", "level", "changed", "payers", "scope",
                  "medicare_only", "attest", "fixed", "version", "effective", "fix"});
    for (const auto& setting : settings) {
        const auto& rule = *setting.rule;
        list.add({rule.id, toString(rule.severity), rule.title, rule.source, setting.level != RuleLevel::off,
                  rule.advisory, toString(setting.level), !setting.isDefault, payersText(setting),
                  scopeText(rule.scope), rule.payer == PayerFilter::medicare, attestText(rule.attest), rule.isFixed,
                  rule.version, effectiveText(rule.effective), rule.fix});
    }
    list.print(runner.console(), runner.general());
}

/// As the catalogue has them.
std::vector<app::RuleSetting> defaults()
{
    std::vector<app::RuleSetting> settings;
    for (const auto& rule : ruleCatalogue()) settings.push_back({&rule, levelOf(rule, nullptr, {}), true, {}});
    return settings;
}

struct LevelOptions {
    std::string rule;
    std::string level;
    std::string payer;
    std::string reason;
};

Result<int> setLevel(app::Workspace& workspace, const LevelOptions& options)
{
    std::optional<RuleLevel> level;
    if (options.level != "default") {
        CW_TRY(level, parseRuleLevel(options.level));
    }
    CW_CHECK(app::EditDesk(workspace).setLevel(options.rule, options.payer, level, options.reason));
    return done;
}

Result<int> levels(const Runner& runner, app::Workspace& workspace, const std::string& rule)
{
    CW_TRY(const auto changes, app::EditDesk(workspace).levelChanges(rule));
    Listing list({"when", "who", "rule", "payer", "level", "reason"});
    for (const auto& change : changes)
        list.add({change.when.iso(), change.who, change.rule, change.payerId,
                  change.level ? toString(*change.level) : "default", change.why});
    list.print(runner.console(), runner.general());
    return done;
}

}  // namespace

void addEditRuleCommands(CLI::App& edits, Chosen& chosen)
{
    edits.add_subcommand("rules", "The rule catalogue")->callback([&chosen] {
        chosen = [](const Runner& runner) {
            // What a site has changed is known to those who sign in; the catalogue itself is no secret.
            if (!runner.console().environment("CHARTWRIGHT_PASSWORD")) {
                print(runner, defaults());
                return static_cast<int>(done);
            }
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto settings, app::EditDesk(workspace).rules());
                print(runner, settings);
                return done;
            });
        };
    });

    auto* level = edits.add_subcommand("level", "Change what the site makes of a rule");
    auto options = std::make_shared<LevelOptions>();
    level->add_option("RULE", options->rule, "As `edits rules` lists it")->required();
    level->add_option("LEVEL", options->level, "off, note, warning, error or default")
        ->required()
        ->check(CLI::IsMember({"off", "note", "warning", "error", "default"}));
    level->add_option("--payer", options->payer, "For claims to this payer id only");
    level->add_option("--reason", options->reason, "Why; kept with the change")->required();
    level->callback([&chosen, options] {
        chosen = [options](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return setLevel(workspace, *options); });
        };
    });

    auto* history = edits.add_subcommand("levels", "Changes of levels, newest first");
    auto rule = std::make_shared<std::string>();
    history->add_option("RULE", *rule, "Only of this rule");
    history->callback([&chosen, rule] {
        chosen = [rule](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return levels(runner, workspace, *rule); });
        };
    });
}

}  // namespace cw::cli
