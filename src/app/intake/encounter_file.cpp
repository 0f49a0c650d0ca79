#include "app/intake/encounter_file.h"

#include "app/document_files.h"
#include "app/intake/person_match.h"
#include "base/text.h"
#include "import/encounter_json.h"

#include <algorithm>

namespace cw::app {

namespace {

namespace fs = std::filesystem;

/// Everything of one encounter that came in, its documents read and recognised.
struct Arrival {
    Encounter encounter;
    std::vector<IncomingDocument> documents;
};

/// A path of encounter JSON as a file below the folder of the JSON file.
Result<fs::path> placeOf(const std::string& path, const fs::path& folder, const std::string& record)
{
    const fs::path relative(path);
    const auto plain = relative.lexically_normal();
    if (relative.is_absolute() || plain.empty() || *plain.begin() == "..")
        return Error{ErrorKind::invalidInput, "APP-050", record + ": its path leaves the folder of the JSON file"};
    std::error_code failure;
    const auto root = fs::canonical(folder.empty() ? fs::path(".") : folder, failure);
    const auto target = fs::weakly_canonical(folder / plain, failure);
    if (std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first != root.end())
        return Error{ErrorKind::invalidInput, "APP-154", record + ": a link leads out of the folder of the JSON file"};
    return folder / plain;
}

void applyReference(NewDocument& document, const DocumentReference& reference)
{
    document.type = reference.type;
    if (!reference.title.empty()) document.title = reference.title;
    if (reference.date) document.date = reference.date;
    if (!reference.author.empty()) document.author = reference.author;
    document.sourceName = reference.path;
    document.foreign = reference.foreign;
}

Result<Arrival> gather(const ImportedEncounter& imported, const fs::path& file, Workspace& workspace,
                       const Progress& progress, std::vector<fs::path>& used)
{
    Arrival arrival;
    arrival.encounter = imported.encounter;
    for (std::size_t i = 0; i < imported.documents.size(); ++i) {
        const auto& reference = imported.documents[i];
        const auto record = file.filename().string() + ": encounter " + imported.encounter.encounterId + ": document " +
                            std::to_string(i + 1);
        CW_TRY(const auto path, placeOf(reference.path, file.parent_path(), record));
        auto read = readOneDocument(path, workspace.ids(), progress);
        if (!read) return Error{read.error().kind, read.error().id, record + ": " + read.error().detail};
        const auto contradictions = differences(imported.encounter.patient, read->patient.person);
        if (!contradictions.empty())
            return Error{ErrorKind::invalidInput, "APP-152",
                         record + ": it names another patient (" + text::join(contradictions, ", ") + ")"};
        applyReference(read->document.document, reference);
        arrival.documents.push_back(std::move(read->document));
        used.push_back(path);
    }
    return arrival;
}

Status storeArrival(Workspace& workspace, WriteTx& tx, const Arrival& arrival, const std::string& file,
                    IntakeOutcome& outcome)
{
    auto row = workspace.encounters().add(tx, arrival.encounter, workspace.actor());
    if (!row) return Error{row.error().kind, row.error().id, file + ": " + row.error().detail};
    CW_TRY(const auto patient, workspace.encounters().patientByMrn(tx, arrival.encounter.patient.mrn));
    for (const auto& incoming : arrival.documents) {
        CW_TRY(const auto added, workspace.documents().add(tx, patient, *row, incoming.document));
        if (added.what == AddedDocument::What::known) continue;
        ++outcome.documents;
        if (incoming.codes.empty()) continue;
        CW_CHECK(workspace.documents().addCodes(tx, patient, *row, added.version, incoming.codes));
        outcome.codes += static_cast<int>(incoming.codes.size());
    }
    ++outcome.encounters;
    return {};
}

}  // namespace

Result<ImportedFile> importEncounterFile(Workspace& workspace, const std::filesystem::path& file, std::string_view json,
                                         const Progress& progress)
{
    const auto name = file.filename().string();
    CW_TRY(const auto imported, readEncounterJson(json, name, workspace.ids()));
    const auto total = static_cast<std::int64_t>(imported.size());
    ImportedFile result;
    std::vector<Arrival> arrivals;
    for (const auto& one : imported) {
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "APP-051", "import cancelled; nothing was stored"};
        CW_TRY(auto arrival, gather(one, file, workspace, progress, result.documents));
        arrivals.push_back(std::move(arrival));
        progress.report(static_cast<std::int64_t>(arrivals.size()), total, "Reading");
    }
    CW_TRY(auto tx, workspace.work().beginWrite());
    result.outcome.files = 1;
    for (const auto& arrival : arrivals) {
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "APP-052", "import cancelled; nothing was stored"};
        CW_CHECK(storeArrival(workspace, *tx, arrival, name, result.outcome));
        progress.report(result.outcome.encounters, total, "Storing");
    }
    CW_CHECK(tx->commit());
    return result;
}

}  // namespace cw::app
