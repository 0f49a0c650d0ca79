#pragma once

#include "base/ids.h"
#include "encounter/parties.h"
#include "store/sqlite/database.h"

#include <optional>
#include <string_view>

namespace cw::store {

/// Where a patient is now: the one they were merged into, at the end of the chain; else themselves.
Result<PatientId> followMerges(Database& database, PatientId patient);

/// The patient with this mrn, else with this number from no authority; not followed.
Result<std::optional<PatientId>> patientOfMrn(Database& database, std::string_view mrn);

/// A new row, under this mrn. Fails with conflict when the mrn is taken.
Status insertPatient(Database& database, PatientId id, const Person& person, std::string_view mrn);

/// "F", "M", "U", or empty when nobody said.
std::string_view sexKey(const std::optional<Sex>& sex) noexcept;
std::optional<Sex> sexOfKey(std::string_view key) noexcept;

/// The number belongs to the patient from now on, unless it is somebody's already.
Status keepNumber(Database& database, std::int64_t id, std::string_view authority, std::string_view value,
                  PatientId patient);

/// The patient of an encounter, by medical record number: a known one stays as stored, whatever else the encounter says of
/// them, but for a sex that nobody had told; merged ones are followed.
Result<PatientId> keepPatient(Database& database, IdSource& ids, const Person& patient);

}  // namespace cw::store
