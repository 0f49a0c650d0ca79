#pragma once

#include "app/intake/matching.h"
#include "app/workspace.h"

#include <optional>
#include <string>

namespace cw::app {

/// What decides besides the record itself.
struct IntakeRules {
    OwnAuthorities own;
    bool mayMakeEncounters = false;
};
/// With the own authorities of the setting "intake.authorities".
Result<IntakeRules> intakeRules(Workspace& workspace, ReadTx& tx, bool mayMakeEncounters);

/// An owner by somebody's word.
struct GivenOwner {
    PatientId patient;
    std::string encounterId;             ///< Empty: the patient without an encounter.
    std::optional<DocumentId> replaces;  ///< The document of which this is a corrected version.
    bool isDecided = false;              ///< They have seen the record: what it names is not compared any more.
};

/// Where a record goes.
struct Placement {
    enum class Fate {
        stores,  ///< To `patient` and `encounter`.
        waits,   ///< In the unmatched list.
        refused  ///< It names somebody else than the owner that was given.
    };
    Fate fate = Fate::waits;
    UnmatchedReason reason = UnmatchedReason::noPatient;  ///< Waits.
    std::string detail;                                   ///< Waits or refused; no patient data.
    PatientId candidate;
    std::optional<KnownPatient> patient;  ///< Stores; not set: a new patient is registered.
    std::optional<StoredEncounter> encounter;
    bool makesEncounter = false;  ///< By the visit of the record.
    bool isDecided = false;
    std::optional<KnownPatient> mergedAway;  ///< Who goes into `patient`.
    std::optional<DocumentId> replaces;
};

/// Finds the owner of records, in a transaction of the caller; changes nothing. Fails only as the store does.
class Placing {
public:
    Placing(Workspace& workspace, ReadTx& tx, const IntakeRules& rules)
        : m_workspace(workspace), m_tx(tx), m_rules(rules)
    {}
    /// By what the record says itself.
    Result<Placement> byContent(const Incoming& record);
    /// By somebody's word. Fails with notFound when the owner is not there, conflict (APP-151) when a decided merge names a
    /// patient who is not known.
    Result<Placement> byWord(const Incoming& record, const GivenOwner& owner);

private:
    Result<Placement> merge(const Incoming& record, PatientMatch survivor);
    Result<std::optional<StoredEncounter>> visitOf(const Incoming& record);
    Result<PatientMatch> whoGoes(const Incoming& record);
    Status placeVisit(const Incoming& record, Placement& placement);
    Result<std::string> contradiction(const Incoming& record, const KnownPatient& owner);

    Workspace& m_workspace;
    ReadTx& m_tx;
    const IntakeRules& m_rules;
};

}  // namespace cw::app
