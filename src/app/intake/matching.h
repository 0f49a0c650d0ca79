#pragma once

#include "encounter/patient_registry.h"
#include "encounter/unmatched.h"
#include "import/documents/incoming.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cw::app {

/// Assigning authorities whose numbers are our own record numbers (setting "intake.authorities").
using OwnAuthorities = std::set<std::string, std::less<>>;

/// The numbers by which a patient may be found, each once, in the source's order: record numbers and identifiers of a
/// patient (HL7 table 0203: MR, PI, PT, U …, or without type). Never social security, licence, passport, insurance, account
/// or visit numbers, told by type and by authority.
std::vector<PatientNumber> recordNumbers(const IncomingPatient& patient);
/// The source names nobody: no identifier and no name.
bool namesNobody(const IncomingPatient& patient);

/// What the registry knows of one number.
struct NumberFinding {
    PatientNumber number;
    std::optional<KnownPatient> exact;    ///< This authority and number.
    std::vector<KnownPatient> sameValue;  ///< The number, whoever gave it; merged patients followed, each once.
};

/// The one patient, or why it is not clear who it is.
struct PatientMatch {
    std::optional<KnownPatient> patient;
    UnmatchedReason reason = UnmatchedReason::noPatient;
    std::string detail;
    PatientId candidate;
    /// Nobody here has any of these numbers; or, from another authority, only somebody who is clearly another person.
    /// An admission may register a patient then.
    bool mayBeNew = false;
};

/// Pure: who it is by what the registry knows of each number, and whether the names agree.
///
/// A number from authority X is that of a patient known under X, or of one whose number nobody gave an authority to when
/// X is one of our own. A number without authority is that of the only patient who has it, when it is their mrn.
PatientMatch judgePatient(const std::vector<NumberFinding>& findings, const Person& told, const OwnAuthorities& own);

/// Asks the registry for each number, then judges.
Result<PatientMatch> matchPatient(ReadTx& tx, const PatientRegistry& registry, const IncomingPatient& patient,
                                  const OwnAuthorities& own);

}  // namespace cw::app
