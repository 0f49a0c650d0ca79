#include "app/intake.h"

#include "app/document_files.h"
#include "app/intake/encounter_file.h"
#include "app/intake/intake_run.h"
#include "app/intake/record_text.h"
#include "base/file.h"
#include "import/encounter_json.h"

namespace cw::app {

namespace {

/// FHIR, HL7 v2, C-CDA and archives of them; anything else is to be encounter JSON, whose reader says what is wrong with it.
bool holdsMessages(std::string_view bytes, const std::string& name)
{
    if (isEncounterJson(bytes)) return false;
    if (bytes.starts_with("PK\x03\x04")) return true;
    const auto format = recogniseDocument(bytes, name);
    return format &&
           (*format == DocumentFormat::fhir || *format == DocumentFormat::hl7 || *format == DocumentFormat::ccda);
}

}  // namespace

Result<IntakeOutcome> Intake::importEncounters(const std::filesystem::path& file, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    CW_TRY(const auto bytes, readFile(file));
    if (holdsMessages(bytes, file.filename().string())) {
        IntakeOptions options;
        options.mayMakeEncounters = true;
        return importFiles({file}, options, progress);
    }
    CW_TRY(auto imported, importEncounterFile(m_workspace, file, bytes, progress));
    return std::move(imported.outcome);
}

Result<IntakeOutcome> Intake::importFiles(const std::vector<std::filesystem::path>& paths, const IntakeOptions& options,
                                          const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::importEncounters));
    IntakeOutcome outcome;
    const auto files = filesBelow(paths, outcome.notes);
    outcome.rejected = static_cast<int>(outcome.notes.size());
    outcome.files = outcome.rejected;
    CW_TRY(const auto results, IntakeRun(m_workspace, options, progress).run(files));
    for (const auto& result : results) addTo(outcome, result.outcome);
    return outcome;
}

Result<IntakeOutcome> Intake::importDocuments(const std::vector<std::filesystem::path>& paths,
                                              const std::optional<std::string>& encounterId,
                                              const std::optional<std::string>& mrn, const Progress& progress)
{
    IntakeOptions options;
    options.encounterId = encounterId;
    options.mrn = mrn;
    return importFiles(paths, options, progress);
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
