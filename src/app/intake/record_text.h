#pragma once

#include "app/intake.h"
#include "encounter/unmatched.h"

#include <string>
#include <string_view>

namespace cw::app {

/// "document", "admission", "update", "merge", "charges": UnmatchedItem::kind.
std::string_view kindName(IncomingKind kind) noexcept;

/// How the source names the patient: name, birth date, sex, record numbers. Patient data.
std::string patientLabel(const IncomingPatient& patient);

/// "labs.hl7: message 3: waits: No patient here has this record number." without patient data.
std::string noteOf(std::string_view file, std::string_view record, std::string_view text);

/// A waiting item made of a record.
UnmatchedItem waitingItem(const Incoming& record, std::string_view file, UnmatchedReason reason, std::string detail,
                          PatientId candidate, Instant now);

/// Sums up; notes are put in a row.
void addTo(IntakeOutcome& total, const IntakeOutcome& part);
/// Nothing was stored, refused or left waiting.
bool isEmpty(const IntakeOutcome& outcome) noexcept;
/// "2 documents" and "1 document".
std::string counted(int count, std::string_view one);

}  // namespace cw::app
