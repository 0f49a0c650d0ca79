#include "app/intake.h"

#include "app/document_files.h"
#include "base/file.h"
#include "import/encounter_json.h"

namespace cw::app {

namespace {

/// Everything of one encounter that came in, its documents read and recognised.
struct Arrival {
    Encounter encounter;
    std::vector<NewDocument> documents;
};

Result<Arrival> gather(const ImportedEncounter& imported, const std::filesystem::path& file)
{
    Arrival arrival;
    arrival.encounter = imported.encounter;
    for (std::size_t i = 0; i < imported.documents.size(); ++i) {
        const auto& reference = imported.documents[i];
        const auto record = file.filename().string() + ": encounter " + imported.encounter.encounterId + ": document " +
                            std::to_string(i + 1);
        const std::filesystem::path relative(reference.path);
        const auto plain = relative.lexically_normal();
        if (relative.is_absolute() || plain.empty() || *plain.begin() == "..")
            return Error{ErrorKind::invalidInput, "APP-050", record + ": its path leaves the folder of the JSON file"};
        auto document = readDocumentFile(file.parent_path() / plain);
        if (!document)
            return Error{document.error().kind, document.error().id, record + ": " + document.error().detail};
        document->type = reference.type;
        if (!reference.title.empty()) document->title = reference.title;
        document->date = reference.date;
        document->author = reference.author;
        document->sourceName = reference.path;
        document->foreign = reference.foreign;
        arrival.documents.push_back(std::move(*document));
    }
    return arrival;
}

}  // namespace

Result<IntakeOutcome> Intake::importEncounters(const std::filesystem::path& file, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    CW_TRY(const auto json, readFile(file));
    CW_TRY(const auto imported, readEncounterJson(json, file.filename().string(), m_workspace.ids()));
    std::vector<Arrival> arrivals;
    for (const auto& one : imported) {
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "APP-051", "import cancelled; nothing was stored"};
        CW_TRY(auto arrival, gather(one, file));
        arrivals.push_back(std::move(arrival));
        progress.report(static_cast<std::int64_t>(arrivals.size()), static_cast<std::int64_t>(imported.size()),
                        "Reading");
    }

    CW_TRY(auto tx, m_workspace.work().beginWrite());
    IntakeOutcome outcome;
    for (const auto& arrival : arrivals) {
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "APP-052", "import cancelled; nothing was stored"};
        auto row = m_workspace.encounters().add(*tx, arrival.encounter, m_workspace.actor());
        if (!row) return Error{row.error().kind, row.error().id, file.filename().string() + ": " + row.error().detail};
        CW_TRY(const auto patient, m_workspace.encounters().patientByMrn(*tx, arrival.encounter.patient.mrn));
        for (const auto& document : arrival.documents) {
            CW_CHECK(m_workspace.documents().add(*tx, patient, *row, document));
            ++outcome.documents;
        }
        ++outcome.encounters;
        progress.report(outcome.encounters, static_cast<std::int64_t>(arrivals.size()), "Storing");
    }
    CW_CHECK(tx->commit());
    return outcome;
}

Result<IntakeOutcome> Intake::importDocuments(const std::vector<std::filesystem::path>& paths,
                                              const std::optional<std::string>& encounterId,
                                              const std::optional<std::string>& mrn, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    if (encounterId.has_value() == mrn.has_value())
        return Error{ErrorKind::invalidInput, "APP-053", "name either an encounter or a patient's record number"};
    PatientId patient;
    EncounterRowId encounter;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        if (encounterId) {
            CW_TRY(const auto stored, m_workspace.encounters().load(*tx, *encounterId));
            patient = stored.patient;
            encounter = stored.encounter.row;
        } else {
            CW_TRY(patient, m_workspace.encounters().patientByMrn(*tx, *mrn));
        }
    }
    IntakeOutcome outcome;
    const auto files = filesBelow(paths, outcome.notes);
    outcome.rejected = static_cast<int>(outcome.notes.size());
    std::int64_t done = 0;
    for (const auto& path : files) {
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "APP-054",
                         "import cancelled after " + std::to_string(outcome.documents) + " documents"};
        progress.report(++done, static_cast<std::int64_t>(files.size()), "Importing documents");
        const auto document = readDocumentFile(path);
        if (!document) {
            outcome.notes.push_back(document.error().detail);
            ++outcome.rejected;
            continue;
        }
        // A transaction each: one bad file takes nothing with it.
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        CW_CHECK(m_workspace.documents().add(*tx, patient, encounter, *document));
        CW_CHECK(m_workspace.audit().append(
            *tx, {m_workspace.user().name, "document.import", encounterId.value_or(""), "1 document"}));
        CW_CHECK(tx->commit());
        ++outcome.documents;
    }
    return outcome;
}

Result<std::string> Intake::exportEncounters(const std::vector<std::string>& encounterIds)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    std::vector<ImportedEncounter> out;
    for (const auto& id : encounterIds) {
        CW_TRY(auto stored, m_workspace.encounters().load(*tx, id));
        CW_TRY(const auto documents,
               m_workspace.documents().ofEncounter(*tx, stored.encounter.row, m_workspace.user().id));
        ImportedEncounter one;
        one.encounter = std::move(stored.encounter);
        for (const auto& info : documents)
            one.documents.push_back({info.sourceName, info.type, info.title, info.date, info.author, info.foreign});
        out.push_back(std::move(one));
        CW_CHECK(m_workspace.audit().append(*tx, {m_workspace.user().name, "encounter.export", id, "encounter JSON"}));
    }
    CW_CHECK(tx->commit());
    return writeEncounterJson(out);
}

}  // namespace cw::app
