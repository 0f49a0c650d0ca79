#pragma once

#include "app/intake.h"

namespace cw::app {

struct ImportedFile {
    IntakeOutcome outcome;
    std::vector<std::filesystem::path> documents;  ///< The files that its encounters name.
};

/// Encounter JSON with the documents beside it: all encounters of the file, or none, in one transaction. Fails as
/// readEncounterJson and readOneDocument do; with conflict when an encounter is there already; with invalidInput when a
/// path leaves the folder (APP-050, APP-154) or a document names another patient (APP-152); with cancelled.
Result<ImportedFile> importEncounterFile(Workspace& workspace, const std::filesystem::path& file, std::string_view json,
                                         const Progress& progress);

}  // namespace cw::app
