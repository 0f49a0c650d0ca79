#include "app/coding_desk.h"
#include "app/intake.h"
#include "app/review_desk.h"
#include "app/worklist.h"
#include "base/file.h"
#include "cli/intake_report.h"
#include "cli/listing.h"

#include <ostream>

namespace cw::cli {

namespace {

using Step = std::function<Result<WorkflowState>(app::Workspace&)>;

/// A step that the encounter is not ready for is a finding for a person, not unusable input.
Result<int> takeStep(const Runner& runner, app::Workspace& workspace, const std::string& id, const Step& step)
{
    const auto state = step(workspace);
    if (state) {
        runner.console().out << id << '\t' << toString(state->status) << '\t' << state->assignedTo << '\n';
        return done;
    }
    const auto& error = state.error();
    report(error, runner.console());
    switch (error.kind) {
    case ErrorKind::invalidInput: return badArguments;
    case ErrorKind::conflict:
    case ErrorKind::notReady: return findings;
    default: return exitFor(error);
    }
}

Result<int> list(const Runner& runner, app::Workspace& workspace, const std::string& status,
                 const std::string& assigned)
{
    WorklistFilter filter;
    if (!status.empty()) {
        CW_TRY(const auto wanted, parseEncounterStatus(status));
        filter.statuses = {wanted};
    }
    if (!assigned.empty()) filter.assignedTo = assigned;
    CW_TRY(const auto page, app::Worklist(workspace).page(filter));
    Listing listing({"encounter_id", "status", "patient", "service_from", "setting", "payer", "charges", "assigned",
                     "place_of_service", "file_by", "days_to_file", "documents", "note"});
    for (const auto& row : page.rows) {
        const auto& summary = row.summary;
        listing.add({summary.encounterId, toString(summary.status), summary.patientName, summary.serviceFrom.iso(),
                     toString(summary.setting), summary.payerName, summary.charges.decimal(), summary.assignedTo,
                     summary.placeOfService,
                     row.fileBy ? nlohmann::ordered_json(row.fileBy->iso()) : nlohmann::ordered_json(),
                     row.fileBy ? nlohmann::ordered_json(row.daysToFile) : nlohmann::ordered_json(), summary.documents,
                     summary.note});
    }
    listing.print(runner.console(), runner.general());
    return done;
}

void addStep(CLI::App& parent, Chosen& chosen, const std::string& name, const std::string& text, bool needsReason,
             Result<WorkflowState> (*step)(app::Workspace&, const std::string&, const std::string&))
{
    auto* command = parent.add_subcommand(name, text);
    auto id = std::make_shared<std::string>();
    auto reason = std::make_shared<std::string>();
    command->add_option("ID", *id, "Encounter")->required();
    if (needsReason) command->add_option(name == "assign" ? "--to" : "--reason", *reason)->required();
    command->callback([&chosen, id, reason, step] {
        chosen = [id, reason, step](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) {
                return takeStep(runner, workspace, *id, [&](app::Workspace& w) { return step(w, *id, *reason); });
            });
        };
    });
}

}  // namespace

void addEncounterCommands(CLI::App& app, Chosen& chosen)
{
    auto* encounters = app.add_subcommand("encounters", "Encounters and their workflow");
    encounters->require_subcommand(1);

    auto* load = encounters->add_subcommand(
        "import", "Import encounter JSON, FHIR, HL7 v2 or C-CDA; makes patients and encounters");
    auto files = std::make_shared<std::vector<std::string>>();
    load->add_option("FILE", *files, "Files")->required();
    load->callback([&chosen, files] {
        chosen = [files](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                int status = done;
                for (const auto& file : *files) {
                    const auto outcome =
                        app::Intake(workspace).importEncounters(file, progressOn(runner.console(), runner.general()));
                    if (!outcome) return outcome.error();
                    status = std::max(status, tellIntake(runner, *outcome));
                }
                return status;
            });
        };
    });

    auto* all = encounters->add_subcommand("list", "The worklist");
    auto status = std::make_shared<std::string>();
    auto assigned = std::make_shared<std::string>();
    all->add_option("--status", *status, "Only this status");
    all->add_option("--assigned", *assigned, "Only this account's");
    all->callback([&chosen, status, assigned] {
        chosen = [status, assigned](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return list(runner, workspace, *status, *assigned); });
        };
    });

    auto* show = encounters->add_subcommand("show", "One encounter as encounter JSON");
    auto shown = std::make_shared<std::string>();
    show->add_option("ID", *shown, "Encounter")->required();
    show->callback([&chosen, shown] {
        chosen = [shown](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto json, app::Intake(workspace).exportEncounters({*shown}));
                runner.console().out << json;
                return done;
            });
        };
    });

    auto* save = encounters->add_subcommand("export", "Encounters as encounter JSON into a file");
    auto ids = std::make_shared<std::vector<std::string>>();
    auto out = std::make_shared<std::string>();
    save->add_option("ID", *ids, "Encounters")->required();
    save->add_option("--out", *out, "A new file")->required();
    save->callback([&chosen, ids, out] {
        chosen = [ids, out](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto json, app::Intake(workspace).exportEncounters(*ids));
                CW_CHECK(writeFileAtomically(*out, json));
                runner.console().out << *out << '\n';
                return done;
            });
        };
    });

    addPacketCommand(*encounters, chosen);
    using W = app::Workspace;
    using S = const std::string&;
    addStep(*encounters, chosen, "assign", "Give an encounter to a coder", true,
            [](W& w, S id, S to) { return app::Worklist(w).assign(id, to); });
    addStep(*encounters, chosen, "submit", "Coding is done", false,
            [](W& w, S id, S) { return app::CodingDesk(w).submit(id); });
    addStep(*encounters, chosen, "return", "Back to the coder", true,
            [](W& w, S id, S reason) { return app::ReviewDesk(w).sendBack(id, reason); });
    addStep(*encounters, chosen, "approve", "Review passed", false,
            [](W& w, S id, S) { return app::ReviewDesk(w).approve(id); });
}

}  // namespace cw::cli
