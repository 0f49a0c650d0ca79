#pragma once

#include "app/workspace.h"

#include <optional>
#include <string>

namespace cw::app {

/// Whose chart: a patient, and one of their encounters or none.
struct ChartOwner {
    PatientId patient;
    EncounterRowId encounter;
    std::string encounterId;
};

/// By encounter id or by record number, one of them. Fails with invalidInput (APP-053) for both or neither, notFound.
Result<ChartOwner> findOwner(Workspace& workspace, ReadTx& tx, const std::optional<std::string>& encounterId,
                             const std::optional<std::string>& mrn);

}  // namespace cw::app
