#include "app/billing/denial_desk.h"
#include "base/text.h"
#include "cli/claim_parts.h"

#include <limits>
#include <ostream>

namespace cw::cli {

namespace {

struct StepOptions {
    std::int64_t item = 0;
    std::string action, note, outcome, assigned, desk, rootCause, recovered;
    int level = -1;
};

std::string codesOf(const WorkItem& item)
{
    std::vector<std::string> codes;
    for (const auto& code : item.codes) codes.push_back(code.code);
    return text::join(codes, " ");
}

Listing itemListing()
{
    return Listing({"item", "kind", "claim_number", "encounter_id", "patient", "payer", "service_from", "charges",
                    "amount", "desk", "assigned", "opened_on", "due_on", "level", "outcome", "root_cause", "recovered",
                    "codes"});
}

void add(Listing& list, const WorkItem& item)
{
    list.add({item.id.value, toString(item.kind), item.claimNumber, item.encounterId, item.patientName, item.payerName,
              item.serviceFrom.iso(), cell(item.charges), cell(item.amount), item.desk, orNull(item.assignedTo),
              cell(item.openedOn), cell(item.dueOn), item.level, toString(item.outcome), orNull(item.rootCause),
              cell(item.recovered), codesOf(item)});
}

Result<int> listItems(const Runner& runner, app::Workspace& workspace, const WorkItemFilter& filter)
{
    CW_TRY(const auto items, app::DenialDesk(workspace).items(filter));
    auto list = itemListing();
    for (const auto& item : items) add(list, item);
    list.print(runner.console(), runner.general());
    return done;
}

/// One item: its codes in plain words, then what was done.
Result<int> showItem(const Runner& runner, app::Workspace& workspace, WorkItemId id)
{
    CW_TRY(const auto found, app::DenialDesk(workspace).item(id));
    Listing list({"what", "code", "line", "amount", "words", "rules", "at", "by", "level"});
    for (const auto& code : found.first.codes)
        list.add({code.kind, code.code, code.line, cell(code.amount),
                  code.proposal.empty() ? code.sentence : code.sentence + " " + code.proposal,
                  text::join(code.rules, " "), Cell(), Cell(), Cell()});
    for (const auto& step : found.second)
        list.add({step.action, Cell(), Cell(), Cell(), step.note, Cell(), step.at.iso(), step.by, step.level});
    list.print(runner.console(), runner.general());
    return done;
}

Result<int> takeStep(const Runner& runner, app::Workspace& workspace, const StepOptions& options)
{
    app::DenialDesk desk(workspace);
    CW_TRY(auto found, desk.item({options.item}));
    auto& item = found.first;
    if (!options.outcome.empty()) {
        CW_TRY(item.outcome, parseWorkItemOutcome(options.outcome));
    }
    if (options.level >= 0) item.level = options.level;
    if (!options.assigned.empty()) item.assignedTo = options.assigned;
    if (!options.desk.empty()) item.desk = options.desk;
    if (!options.rootCause.empty()) item.rootCause = options.rootCause;
    if (!options.recovered.empty()) {
        CW_TRY(item.recovered, Money::parse(options.recovered));
    }
    CW_TRY(const auto saved, desk.save(item, options.action, options.note));
    auto list = itemListing();
    add(list, saved);
    list.print(runner.console(), runner.general());
    return done;
}

void addStepCommand(CLI::App& claims, Chosen& chosen)
{
    auto* step = claims.add_subcommand("work-step", "Write down what was done about an item");
    auto options = std::make_shared<StepOptions>();
    step->add_option("ITEM", options->item)->required()->check(CLI::PositiveNumber);
    step->add_option("--action", options->action, "appealed, called, resent, note, closed …")->required();
    step->add_option("--note", options->note, "What was said or sent")->required();
    step->add_option("--outcome", options->outcome,
                     "Closes it: resent, paid, partly paid, upheld, written off, patient billed, voided, no action");
    step->add_option("--level", options->level, "Level of appeal")->check(CLI::Range(0, 9));
    step->add_option("--assign", options->assigned, "Account");
    step->add_option("--desk", options->desk, "Whose work it is")->check(CLI::IsMember({"coder", "biller"}));
    step->add_option("--root-cause", options->rootCause, "Why it came to this");
    step->add_option("--recovered", options->recovered, "Money that came after all");
    runsSignedIn(*step, chosen, [options](const Runner& runner, app::Workspace& workspace) {
        return takeStep(runner, workspace, *options);
    });
}

}  // namespace

void addClaimWorkCommands(CLI::App& claims, Chosen& chosen)
{
    struct Options {
        std::int64_t item = 0;
        std::string kind;
        bool all = false;
        WorkItemFilter filter;
    };
    auto* work = claims.add_subcommand("work", "Rejections and denials that wait for somebody");
    auto options = std::make_shared<Options>();
    work->add_option("ITEM", options->item, "One of them, with its codes and what was done");
    work->add_option("--kind", options->kind)->check(CLI::IsMember({"rejection", "denial"}));
    work->add_option("--desk", options->filter.desk)->check(CLI::IsMember({"coder", "biller"}));
    work->add_option("--text", options->filter.text, "Part of claim number, patient or payer");
    work->add_flag("--all", options->all, "Closed ones too");
    runsSignedIn(*work, chosen, [options](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        if (options->item > 0) return showItem(runner, workspace, {options->item});
        auto filter = options->filter;
        if (!options->kind.empty()) {
            CW_TRY(filter.kind, parseWorkItemKind(options->kind));
        }
        filter.openOnly = !options->all;
        filter.limit = std::numeric_limits<int>::max();
        return listItems(runner, workspace, filter);
    });
    addStepCommand(claims, chosen);
}

}  // namespace cw::cli
