#include "app/document_list.h"
#include "app/inbox.h"
#include "cli/intake_report.h"
#include "cli/listing.h"

#include <ostream>

namespace cw::cli {

namespace {

std::string_view nameOf(UnmatchedState state)
{
    switch (state) {
    case UnmatchedState::waiting: return "waiting";
    case UnmatchedState::resolved: return "resolved";
    case UnmatchedState::discarded: return "discarded";
    }
    return "";
}

/// What cannot be done as things stand is for a person to look at, not unusable input.
Result<int> told(const Runner& runner, const Error& error)
{
    report(error, runner.console());
    return error.kind == ErrorKind::conflict ? findings : exitFor(error);
}

Result<int> listUnmatched(const Runner& runner, app::Workspace& workspace, bool all)
{
    CW_TRY(const auto items, app::Inbox(workspace).list(all));
    Listing listing({"number", "state", "arrived", "file", "record", "kind", "reason", "detail", "patient", "title",
                     "format", "bytes", "note"});
    for (const auto& item : items)
        listing.add({item.id, nameOf(item.state), item.arrivedAt.iso(), item.sourceName, item.record, item.kind,
                     toString(item.reason), item.detail, item.patientLabel, item.title, toString(item.format),
                     item.size, item.note});
    listing.print(runner.console(), runner.general());
    return done;
}

struct ResolveArguments {
    std::int64_t number = 0;
    std::string encounter;
    std::string mrn;
    bool remember = false;
};

Result<int> resolve(const Runner& runner, app::Workspace& workspace, const ResolveArguments& arguments)
{
    app::Inbox::Decision decision;
    decision.rememberNumber = arguments.remember;
    if (!arguments.encounter.empty()) decision.encounterId = arguments.encounter;
    if (!arguments.mrn.empty()) {
        CW_TRY(const auto patient, app::patientOf(workspace, arguments.mrn));
        decision.patient = patient.id;
    }
    const auto outcome = app::Inbox(workspace).resolve(arguments.number, decision);
    return outcome ? tellIntake(runner, *outcome) : told(runner, outcome.error());
}

void addResolve(CLI::App& documents, Chosen& chosen)
{
    auto* command = documents.add_subcommand("resolve", "Attach a waiting record");
    auto arguments = std::make_shared<ResolveArguments>();
    command->add_option("NUMBER", arguments->number, "Number of the record")->required();
    auto* byEncounter = command->add_option("--encounter", arguments->encounter, "To this encounter");
    command->add_option("--mrn", arguments->mrn, "To this patient, without an encounter")->excludes(byEncounter);
    command->add_flag("--remember", arguments->remember, "Its record numbers become the patient's");
    command->callback([&chosen, arguments] {
        if (arguments->encounter.empty() && arguments->mrn.empty()) throw CLI::RequiredError("--encounter or --mrn");
        chosen = [arguments](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return resolve(runner, workspace, *arguments); });
        };
    });
}

void addDiscard(CLI::App& documents, Chosen& chosen)
{
    auto* command = documents.add_subcommand("discard", "Put a waiting record aside for good");
    auto number = std::make_shared<std::int64_t>(0);
    auto reason = std::make_shared<std::string>();
    command->add_option("NUMBER", *number, "Number of the record")->required();
    command->add_option("--reason", *reason, "Why")->required();
    command->callback([&chosen, number, reason] {
        chosen = [number, reason](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                const auto discarded = app::Inbox(workspace).discard(*number, *reason);
                if (!discarded) return told(runner, discarded.error());
                runner.console().out << *number << "\tdiscarded\n";
                return done;
            });
        };
    });
}

}  // namespace

void addUnmatchedCommands(CLI::App& documents, Chosen& chosen)
{
    auto* list = documents.add_subcommand("unmatched", "What came in and belongs to nobody yet");
    auto all = std::make_shared<bool>(false);
    list->add_flag("--all", *all, "Settled ones too");
    list->callback([&chosen, all] {
        chosen = [all](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return listUnmatched(runner, workspace, *all); });
        };
    });
    addResolve(documents, chosen);
    addDiscard(documents, chosen);

    auto* retry = documents.add_subcommand("retry", "Match everything that waits again");
    auto make = std::make_shared<bool>(false);
    retry->add_flag("--make-encounters", *make, "Admissions may make patients and encounters");
    retry->callback([&chosen, make] {
        chosen = [make](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto outcome,
                       app::Inbox(workspace).retry(*make, progressOn(runner.console(), runner.general())));
                return tellIntake(runner, outcome);
            });
        };
    });
}

}  // namespace cw::cli
