#pragma once

#include "base/clock.h"
#include "base/transaction.h"
#include "encounter/encounter.h"
#include "encounter/workflow.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cw {

/// Who acts, for audit rows and void marks.
struct Actor {
    UserId id;
    std::string name;  ///< The account's name, not a patient's.
};

/// Where an encounter stands in the workflow, beside its content.
struct WorkflowState {
    EncounterStatus status = EncounterStatus::fresh;
    std::string assignedTo;  ///< Account name; empty when free.
    std::string note;        ///< Reason of the last return or hold.
    std::int64_t version = 0;
};

/// The row versions that were read, for optimistic locking per row.
struct RowVersions {
    std::int64_t header = 0;
    std::map<std::int64_t, std::int64_t> rows;  ///< Diagnosis, line and evidence ids.
};

struct StoredEncounter {
    Encounter encounter;
    WorkflowState workflow;
    RowVersions versions;
    PatientId patient;
};

/// One line of the worklist.
struct EncounterSummary {
    EncounterRowId row;
    std::string encounterId;
    EncounterStatus status = EncounterStatus::fresh;
    std::string patientName;
    std::string mrn;
    Date serviceFrom = Date::of(2000, 1, 1);
    Setting setting = Setting::professional;
    std::string placeOfService;
    std::string payerName;
    std::string payerId;
    std::string claimFilingCode;
    Money charges;
    std::string assignedTo;
    std::string note;
    int documents = 0;
};

struct WorklistFilter {
    std::vector<EncounterStatus> statuses;  ///< Empty: all.
    std::optional<std::string> assignedTo;
    bool orUnassigned = false;  ///< With assignedTo: free ones too.
    std::string text;           ///< Part of visit id, patient name, MRN or payer, without case.
};

class EncounterRepository {
public:
    virtual ~EncounterRepository() = default;
    /// Oldest service date first.
    virtual Result<std::vector<EncounterSummary>> list(ReadTx& tx, const WorklistFilter& filter) const = 0;
    /// Fails with notFound (no such encounter id), or corrupt when a stored row no longer parses.
    virtual Result<StoredEncounter> load(ReadTx& tx, std::string_view encounterId) const = 0;
    /// Many at once, in the order of `ids` (each once; those that do not exist are left out): far quicker than one by one.
    virtual Result<std::vector<StoredEncounter>> loadMany(ReadTx& tx,
                                                          const std::vector<std::string>& encounterIds) const = 0;
    virtual Result<bool> exists(ReadTx& tx, std::string_view encounterId) const = 0;
    /// Fails with notFound.
    virtual Result<PatientId> patientByMrn(ReadTx& tx, std::string_view mrn) const = 0;
    /// Stores a new encounter, its patient (by MRN) and rows. Fails with conflict when the id exists.
    virtual Result<EncounterRowId> add(WriteTx& tx, const Encounter& encounter, const Actor& actor) = 0;
    /// Writes the rows in which `after` differs from `before`, if their versions are still `seen`; else conflict, and
    /// nothing is changed. Removed rows are voided with who and when. Returns the new versions. Audited in `tx`.
    virtual Result<RowVersions> save(WriteTx& tx, const Encounter& before, const Encounter& after,
                                     const RowVersions& seen, const Actor& actor) = 0;
    /// Moves the workflow if its version is still `seen.version`. Audited in `tx`. Returns the new state.
    virtual Result<WorkflowState> setWorkflow(WriteTx& tx, EncounterRowId row, const WorkflowState& seen,
                                              const WorkflowState& next, std::string_view action,
                                              const Actor& actor) = 0;
    /// The same step for many, quicker; `rows`, their seen states and versions go together. Fails as setWorkflow(), and then the transaction must
    /// not be committed.
    virtual Status setWorkflowOfMany(WriteTx& tx, const std::vector<std::pair<EncounterRowId, WorkflowState>>& seen,
                                     EncounterStatus next, std::string_view action, const Actor& actor) = 0;
};

}  // namespace cw
