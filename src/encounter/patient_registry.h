#pragma once

#include "base/clock.h"
#include "base/transaction.h"
#include "encounter/encounter_repository.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A number of a patient and who gave it: HL7 v2 PID-3 (CX.1, CX.4), C-CDA patientRole/id, FHIR Patient.identifier. The
/// authority is empty when nobody said.
struct PatientNumber {
    std::string authority;
    std::string value;
    bool operator==(const PatientNumber&) const = default;
};

/// A patient as the workspace knows them.
struct KnownPatient {
    PatientId id;
    Person person;  ///< mrn, names, birth date, sex; no address.
    std::vector<PatientNumber> numbers;
    PatientId mergedInto;  ///< Not valid when not merged.
};

/// Two records of one patient put together (HL7 v2 ADT A40), which can be undone.
struct PatientMerge {
    std::int64_t id = 0;
    PatientId from;
    PatientId into;
    std::string fromLabel;  ///< "Halloran, Miriam · 000123": patient data, for the window alone.
    std::string intoLabel;
    Instant at;
    std::string by;
    int encounters = 0;  ///< Moved.
    int documents = 0;
    bool isUndone = false;
};

/// Who is who. `patient.mrn` is unique in the workspace: the number alone, or "number@authority" when another authority
/// has given the same number to another person.
class PatientRegistry {
public:
    virtual ~PatientRegistry() = default;
    /// Fails with notFound. A merged patient is answered as they are stored, with `mergedInto` set.
    virtual Result<KnownPatient> find(ReadTx& tx, PatientId id) const = 0;
    /// Exactly this authority and number, merged ones followed to where they are now.
    virtual Result<std::optional<KnownPatient>> byNumber(ReadTx& tx, const PatientNumber& number) const = 0;
    /// Those with this number from any authority, or with this mrn.
    virtual Result<std::vector<KnownPatient>> byValue(ReadTx& tx, std::string_view value) const = 0;
    /// Part of the name, mrn or any number, without case; or a birth date (ISO). Ordered by name, at most `limit`.
    virtual Result<std::vector<KnownPatient>> search(ReadTx& tx, std::string_view text, int limit) const = 0;
    /// A new patient with these numbers; the first gives the mrn. Fails with conflict when one of them is taken.
    virtual Result<PatientId> add(WriteTx& tx, const Person& person, const std::vector<PatientNumber>& numbers) = 0;
    /// Another number of the same patient. Fails with conflict when it is another's.
    virtual Status addNumber(WriteTx& tx, PatientId patient, const PatientNumber& number) = 0;
    /// Names, birth date and sex as newly told; the copies on encounters stay as they were. Audited in `tx`.
    virtual Status update(WriteTx& tx, PatientId patient, const Person& person, const Actor& actor) = 0;
    /// Encounters, documents and numbers of `from` go to `into`; each moved row is kept for the undo. Audited in `tx`.
    /// Fails with conflict when either is merged already, or both are the same.
    virtual Result<std::int64_t> merge(WriteTx& tx, PatientId from, PatientId into, const Actor& actor) = 0;
    /// Moves back what was moved and is still where it went. Fails with notFound, or conflict when undone already.
    virtual Status undoMerge(WriteTx& tx, std::int64_t merge, const Actor& actor) = 0;
    /// Newest first.
    virtual Result<std::vector<PatientMerge>> merges(ReadTx& tx) const = 0;
};

}  // namespace cw
