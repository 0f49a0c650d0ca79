#include "store/work/patient_rows.h"

namespace cw::store {

Result<PatientId> followMerges(Database& database, PatientId patient)
{
    // UNION instead of UNION ALL ends even in a circle, which merge() never makes.
    CW_TRY(auto select,
           database.prepare("WITH RECURSIVE chain (id) AS (SELECT ?1 UNION SELECT p.merged_into FROM chain "
                            "JOIN patient p ON p.id = chain.id WHERE p.merged_into IS NOT NULL) "
                            "SELECT p.id FROM chain JOIN patient p ON p.id = chain.id WHERE p.merged_into IS NULL"));
    CW_TRY(const bool found, select.bind(patient.value).step());
    return found ? PatientId{select.integer(0)} : patient;
}

Result<std::optional<PatientId>> patientOfMrn(Database& database, std::string_view mrn)
{
    CW_TRY(auto select, database.prepare("SELECT id FROM patient WHERE mrn = ?"));
    CW_TRY(const bool found, select.bind(mrn).step());
    if (found) return std::optional(PatientId{select.integer(0)});
    CW_TRY(auto number, database.prepare("SELECT patient FROM patient_number WHERE authority = '' AND value = ?"));
    CW_TRY(const bool isNumber, number.bind(mrn).step());
    return isNumber ? std::optional(PatientId{number.integer(0)}) : std::nullopt;
}

Status insertPatient(Database& database, PatientId id, const Person& person, std::string_view mrn)
{
    CW_TRY(
        auto insert,
        database.prepare("INSERT INTO patient (id, mrn, last_name, first_name, middle_name, suffix, birth_date, sex) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id.value).bind(mrn).bind(person.lastName).bind(person.firstName).bind(person.middleName);
    insert.bind(person.suffix).bind(person.birthDate ? std::optional(person.birthDate->iso()) : std::nullopt);
    return insert.bind(sexKey(person.sex)).run();
}

std::string_view sexKey(const std::optional<Sex>& sex) noexcept
{
    if (!sex) return "";
    return *sex == Sex::female ? "F" : *sex == Sex::male ? "M" : "U";
}

std::optional<Sex> sexOfKey(std::string_view key) noexcept
{
    if (key == "F") return Sex::female;
    if (key == "M") return Sex::male;
    if (key == "U") return Sex::unknown;
    return std::nullopt;
}

Status keepNumber(Database& database, std::int64_t id, std::string_view authority, std::string_view value,
                  PatientId patient)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO patient_number (id, authority, value, patient) "
                                         "VALUES (?, ?, ?, ?) ON CONFLICT (authority, value) DO NOTHING"));
    return insert.bind(id).bind(authority).bind(value).bind(patient.value).run();
}

Result<PatientId> keepPatient(Database& database, IdSource& ids, const Person& patient)
{
    CW_TRY(const auto known, patientOfMrn(database, patient.mrn));
    if (known) {
        CW_TRY(auto fill, database.prepare("UPDATE patient SET sex = ? WHERE id = ? AND sex = ''"));
        CW_CHECK(fill.bind(sexKey(patient.sex)).bind(known->value).run());
        CW_TRY(const auto now, followMerges(database, *known));
        if (!patient.mrn.empty()) CW_CHECK(keepNumber(database, ids.next(), {}, patient.mrn, now));
        return now;
    }
    const PatientId id{ids.next()};
    CW_CHECK(insertPatient(database, id, patient, patient.mrn));
    if (!patient.mrn.empty()) CW_CHECK(keepNumber(database, ids.next(), {}, patient.mrn, id));
    return id;
}

}  // namespace cw::store
