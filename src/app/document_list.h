#pragma once

#include "app/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace cw::app {

/// All documents of an encounter's chart, or of a patient, each with all its versions, newest first. Audited as a view of
/// patient data. Fails with invalidInput (APP-053) for both or neither, notFound.
Result<std::vector<DocumentInfo>> documentsOf(Workspace& workspace, const std::optional<std::string>& encounterId,
                                              const std::optional<std::string>& mrn);

/// The row of an encounter, for use cases that take it.
Result<EncounterRowId> rowOf(Workspace& workspace, std::string_view encounterId);

/// The patient with this record number; a merged one is followed to where they are now.
Result<KnownPatient> patientOf(Workspace& workspace, std::string_view mrn);

}  // namespace cw::app
