#pragma once

#include "app/intake.h"

namespace cw::app {

/// An unmatched record as a person sees it before deciding.
struct OpenedUnmatched {
    UnmatchedItem item;
    IncomingPatient patient;
    std::optional<IncomingVisit> visit;
    std::vector<IncomingDocument> documents;  ///< To read before deciding.
    std::vector<KnownPatient> candidates;     ///< Best first: by number, then by name and birth date.
    /// Encounters of the candidates, best first (visit number, then dates that overlap).
    std::vector<EncounterSummary> encounters;
};

/// The list of what came in and belongs to nobody yet, and patients' merges.
class Inbox {
public:
    explicit Inbox(Workspace& workspace) : m_workspace(workspace) {}

    Result<std::vector<UnmatchedItem>> list(bool all = false);
    Result<int> countWaiting();
    /// Audited as a view of patient data.
    Result<OpenedUnmatched> open(std::int64_t id);
    struct Decision {
        std::optional<std::string> encounterId;  ///< Goes to this encounter …
        PatientId patient;                       ///< … or to this patient without an encounter.
        bool rememberNumber = false;  ///< The source's number becomes one of the patient's: the next will match.
    };
    /// Stores it there. Fails with conflict when it is settled already.
    Result<IntakeOutcome> resolve(std::int64_t id, const Decision& decision);
    /// Tries all that wait again, after a patient, a number or an encounter came in. Admissions may make encounters.
    Result<IntakeOutcome> retry(bool mayMakeEncounters, const Progress& progress = {});
    /// Keeps the bytes, marked discarded with who, when and why.
    Status discard(std::int64_t id, std::string_view reason);

    /// Patients by part of name, number or birth date, for the choice.
    Result<std::vector<KnownPatient>> findPatients(std::string_view text);
    Result<std::vector<EncounterSummary>> encountersOf(PatientId patient);
    Result<std::vector<PatientMerge>> merges();
    Status undoMerge(std::int64_t merge);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
