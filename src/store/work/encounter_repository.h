#pragma once

#include "encounter/encounter_repository.h"
#include "identity/audit.h"

namespace cw::store {

/// Encounters as rows: a header with its own version, and diagnoses, lines and evidence each with theirs, so that two
/// people who change different rows do not disturb each other.
class SqliteEncounterRepository final : public EncounterRepository {
public:
    SqliteEncounterRepository(const Clock& clock, IdSource& ids, AuditLog& audit)
        : m_clock(clock), m_ids(ids), m_audit(audit)
    {}
    Result<std::vector<EncounterSummary>> list(ReadTx& tx, const WorklistFilter& filter) const override;
    Result<StoredEncounter> load(ReadTx& tx, std::string_view encounterId) const override;
    Result<std::vector<StoredEncounter>> loadMany(ReadTx& tx,
                                                  const std::vector<std::string>& encounterIds) const override;
    Result<bool> exists(ReadTx& tx, std::string_view encounterId) const override;
    Result<EncounterRowId> add(WriteTx& tx, const Encounter& encounter, const Actor& actor) override;
    Result<RowVersions> save(WriteTx& tx, const Encounter& before, const Encounter& after, const RowVersions& seen,
                             const Actor& actor) override;
    Result<WorkflowState> setWorkflow(WriteTx& tx, EncounterRowId row, const WorkflowState& seen,
                                      const WorkflowState& next, std::string_view action, const Actor& actor) override;
    Status setWorkflowOfMany(WriteTx& tx, const std::vector<std::pair<EncounterRowId, WorkflowState>>& seen,
                             EncounterStatus next, std::string_view action, const Actor& actor) override;
    Result<PatientId> patientByMrn(ReadTx& tx, std::string_view mrn) const override;

private:
    Status audit(WriteTx& tx, const Actor& actor, std::string_view action, const Encounter& encounter,
                 std::string detail);

    const Clock& m_clock;
    IdSource& m_ids;
    AuditLog& m_audit;
};

}  // namespace cw::store
