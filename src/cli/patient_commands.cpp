#include "app/document_list.h"
#include "app/inbox.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <ostream>

namespace cw::cli {

namespace {

std::string sexOf(const Person& person)
{
    if (person.sex == Sex::female) return "F";
    if (person.sex == Sex::male) return "M";
    return person.sex ? "U" : "";
}

std::string numbersOf(const KnownPatient& patient)
{
    std::string list;
    for (const auto& number : patient.numbers) {
        if (!list.empty()) list += "; ";
        list += number.value;
        if (!number.authority.empty()) list += " (" + number.authority + ")";
    }
    return list;
}

nlohmann::ordered_json birthDate(const KnownPatient& patient)
{
    if (!patient.person.birthDate) return {};
    return patient.person.birthDate->iso();
}

Result<int> listPatients(const Runner& runner, app::Workspace& workspace, const std::string& text)
{
    CW_TRY(const auto patients, app::Inbox(workspace).findPatients(text));
    Listing listing({"patient_id", "mrn", "name", "birth_date", "sex", "numbers", "merged_into"});
    for (const auto& patient : patients)
        listing.add({patient.id.value, patient.person.mrn, displayName(patient.person), birthDate(patient),
                     sexOf(patient.person), numbersOf(patient),
                     patient.mergedInto.isValid() ? nlohmann::ordered_json(patient.mergedInto.value)
                                                  : nlohmann::ordered_json()});
    listing.print(runner.console(), runner.general());
    return done;
}

Result<int> showPatient(const Runner& runner, app::Workspace& workspace, const std::string& mrn)
{
    CW_TRY(const auto patient, app::patientOf(workspace, mrn));
    CW_TRY(const auto encounters, app::Inbox(workspace).encountersOf(patient.id));
    Listing listing(
        {"mrn", "name", "birth_date", "sex", "numbers", "encounter_id", "status", "service_from", "documents"});
    const auto add = [&](nlohmann::ordered_json id, nlohmann::ordered_json status, nlohmann::ordered_json from,
                         nlohmann::ordered_json documents) {
        listing.add({patient.person.mrn, displayName(patient.person), birthDate(patient), sexOf(patient.person),
                     numbersOf(patient), std::move(id), std::move(status), std::move(from), std::move(documents)});
    };
    for (const auto& one : encounters) add(one.encounterId, toString(one.status), one.serviceFrom.iso(), one.documents);
    if (encounters.empty()) add({}, {}, {}, {});
    listing.print(runner.console(), runner.general());
    return done;
}

Result<int> listMerges(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto merges, app::Inbox(workspace).merges());
    Listing listing({"number", "from", "into", "at", "by", "encounters", "documents", "undone"});
    for (const auto& merge : merges)
        listing.add({merge.id, merge.fromLabel, merge.intoLabel, merge.at.iso(), merge.by, merge.encounters,
                     merge.documents, merge.isUndone});
    listing.print(runner.console(), runner.general());
    return done;
}

Result<int> undoMerge(const Runner& runner, app::Workspace& workspace, std::int64_t number)
{
    const auto undone = app::Inbox(workspace).undoMerge(number);
    if (undone) {
        runner.console().out << number << "\tundone\n";
        return done;
    }
    report(undone.error(), runner.console());
    return undone.error().kind == ErrorKind::conflict ? findings : exitFor(undone.error());
}

}  // namespace

void addPatientCommands(CLI::App& app, Chosen& chosen)
{
    auto* patients = app.add_subcommand("patients", "Patients, their numbers and merges");
    patients->require_subcommand(1);

    auto* list = patients->add_subcommand("list", "Patients by part of name or number, or by birth date");
    auto text = std::make_shared<std::string>();
    list->add_option("TEXT", *text, "Part of name or number, or a birth date (all without)");
    list->callback([&chosen, text] {
        chosen = [text](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return listPatients(runner, workspace, *text); });
        };
    });

    auto* show = patients->add_subcommand("show", "One patient with numbers and encounters");
    auto mrn = std::make_shared<std::string>();
    show->add_option("MRN", *mrn, "Record number")->required();
    show->callback([&chosen, mrn] {
        chosen = [mrn](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return showPatient(runner, workspace, *mrn); });
        };
    });

    auto* merges = patients->add_subcommand("merges", "Patients that were put together, newest first");
    merges->callback([&chosen] {
        chosen = [](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return listMerges(runner, workspace); });
        };
    });

    auto* undo = patients->add_subcommand("undo-merge", "Take a merge back");
    auto number = std::make_shared<std::int64_t>(0);
    undo->add_option("NUMBER", *number, "Number of the merge")->required();
    undo->callback([&chosen, number] {
        chosen = [number](const Runner& runner) {
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return undoMerge(runner, workspace, *number); });
        };
    });
}

}  // namespace cw::cli
