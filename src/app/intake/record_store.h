#pragma once

#include "app/intake.h"
#include "app/intake/placement.h"

namespace cw::app {

/// Stores records where they belong, in a transaction of the caller.
class RecordStore {
public:
    RecordStore(Workspace& workspace, WriteTx& tx) : m_workspace(workspace), m_tx(tx) {}
    /// By a placement that stores. `file` is for notes. Adds to the counts what was done; a record of which nothing is new
    /// counts as known. Audited by encounter id and counts. Fails as the store does; then the transaction is to be given up.
    Status store(const Incoming& record, const Placement& placement, std::string_view file, IntakeOutcome& outcome);

private:
    Status mergePatients(const Placement& placement, IntakeOutcome& outcome);
    Result<KnownPatient> registerPatient(const Incoming& record);
    Result<EncounterRowId> encounterFor(const Incoming& record, const Placement& placement, const KnownPatient& patient,
                                        std::string_view file, IntakeOutcome& outcome);
    Status updatePatient(const Incoming& record, const Placement& placement, IntakeOutcome& outcome);
    Status updateVisit(const Incoming& record, const StoredEncounter& stored, std::string_view file,
                       IntakeOutcome& outcome);
    Status storeDocuments(const Incoming& record, const Placement& placement, PatientId patient,
                          EncounterRowId encounter, IntakeOutcome& outcome);
    Status storeCodes(const Incoming& record, PatientId patient, EncounterRowId encounter, IntakeOutcome& outcome);
    Status audit(const std::string& encounterId, const IntakeOutcome& outcome);

    Workspace& m_workspace;
    WriteTx& m_tx;
};

}  // namespace cw::app
