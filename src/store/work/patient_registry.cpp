#include "store/work/patient_registry.h"

#include "store/work/patient_rows.h"
#include "store/work/work_database.h"

#include <algorithm>

namespace cw::store {

namespace {

Result<std::vector<PatientNumber>> numbersOf(Database& database, PatientId patient)
{
    CW_TRY(auto select,
           database.prepare("SELECT authority, value FROM patient_number WHERE patient = ? ORDER BY authority, value"));
    select.bind(patient.value);
    std::vector<PatientNumber> numbers;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return numbers;
        numbers.push_back({select.text(0), select.text(1)});
    }
}

Result<std::optional<PatientId>> ownerOf(Database& database, const PatientNumber& number)
{
    CW_TRY(auto select, database.prepare("SELECT patient FROM patient_number WHERE authority = ? AND value = ?"));
    CW_TRY(const bool found, select.bind(number.authority).bind(number.value).step());
    return found ? std::optional(PatientId{select.integer(0)}) : std::nullopt;
}

/// Ids in the first column, where they are now, each once, in order.
Result<std::vector<PatientId>> followedIds(Database& database, Statement& select)
{
    std::vector<PatientId> ids;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return ids;
        CW_TRY(const auto now, followMerges(database, PatientId{select.integer(0)}));
        if (std::find(ids.begin(), ids.end(), now) == ids.end()) ids.push_back(now);
    }
}

std::string likeText(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// The number alone, or with its authority when somebody else has that mrn.
Result<std::string> freeMrn(Database& database, const PatientNumber& number)
{
    CW_TRY(auto select, database.prepare("SELECT 1 FROM patient WHERE mrn = ?"));
    CW_TRY(const bool isTaken, select.bind(number.value).step());
    if (!isTaken) return number.value;
    const auto longer = number.value + "@" + number.authority;
    select.reset();
    CW_TRY(const bool isLongerTaken, select.bind(longer).step());
    if (number.authority.empty() || isLongerTaken)
        return Error{ErrorKind::conflict, "STORE-247", "another patient has this medical record number"};
    return longer;
}

}  // namespace

Result<KnownPatient> SqlitePatientRegistry::find(ReadTx& tx, PatientId id) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select,
           database.prepare("SELECT mrn, last_name, first_name, middle_name, suffix, birth_date, sex, merged_into "
                            "FROM patient WHERE id = ?"));
    CW_TRY(const bool found, select.bind(id.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-248", "no such patient"};
    KnownPatient patient;
    patient.id = id;
    patient.person.mrn = select.text(0);
    patient.person.lastName = select.text(1);
    patient.person.firstName = select.text(2);
    patient.person.middleName = select.text(3);
    patient.person.suffix = select.text(4);
    if (!select.isNull(5)) {
        CW_TRY(patient.person.birthDate, Date::parse(select.view(5)));
    }
    patient.person.sex = sexOfKey(select.view(6));
    patient.mergedInto = PatientId{select.integer(7)};
    CW_TRY(patient.numbers, numbersOf(database, id));
    return patient;
}

Result<std::optional<KnownPatient>> SqlitePatientRegistry::byNumber(ReadTx& tx, const PatientNumber& number) const
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto owner, ownerOf(database, number));
    if (!owner) return std::optional<KnownPatient>{};
    CW_TRY(const auto now, followMerges(database, *owner));
    CW_TRY(auto patient, find(tx, now));
    return std::optional(std::move(patient));
}

Result<std::vector<KnownPatient>> SqlitePatientRegistry::byValue(ReadTx& tx, std::string_view value) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select, database.prepare("SELECT patient FROM patient_number WHERE value = ?1 "
                                         "UNION SELECT id FROM patient WHERE mrn = ?1 ORDER BY 1"));
    CW_TRY(const auto ids, followedIds(database, select.bind(value)));
    std::vector<KnownPatient> patients;
    for (const auto id : ids) {
        CW_TRY(auto patient, find(tx, id));
        patients.push_back(std::move(patient));
    }
    return patients;
}

Result<std::vector<KnownPatient>> SqlitePatientRegistry::search(ReadTx& tx, std::string_view text, int limit) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(
                            "SELECT p.id FROM patient p WHERE p.merged_into IS NULL AND (p.birth_date = ?1 OR "
                            "lower(p.last_name || ', ' || p.first_name || ' ' || p.last_name || ' ' || p.mrn) "
                            "LIKE '%' || lower(?2) || '%' ESCAPE '\\' OR EXISTS (SELECT 1 FROM patient_number n "
                            "WHERE n.patient = p.id AND lower(n.value) LIKE '%' || lower(?2) || '%' ESCAPE '\\')) "
                            "ORDER BY lower(p.last_name), lower(p.first_name), p.mrn LIMIT ?3"));
    select.bind(text).bind(likeText(text)).bind(limit);
    std::vector<PatientId> ids;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        ids.push_back(PatientId{select.integer(0)});
    }
    std::vector<KnownPatient> patients;
    for (const auto id : ids) {
        CW_TRY(auto patient, find(tx, id));
        patients.push_back(std::move(patient));
    }
    return patients;
}

Result<PatientId> SqlitePatientRegistry::add(WriteTx& tx, const Person& person,
                                             const std::vector<PatientNumber>& numbers)
{
    auto& database = databaseOf(tx);
    auto all = numbers;
    if (all.empty()) all.push_back({{}, person.mrn});
    for (const auto& number : all) {
        if (number.value.empty())
            return Error{ErrorKind::invalidInput, "STORE-249", "a patient needs a medical record number"};
        CW_TRY(const auto owner, ownerOf(database, number));
        if (owner)
            return Error{ErrorKind::conflict, "STORE-250", "one of the patient's numbers belongs to another patient"};
    }
    CW_TRY(const auto mrn, freeMrn(database, all.front()));
    const PatientId id{m_ids.next()};
    CW_CHECK(insertPatient(database, id, person, mrn));
    for (const auto& number : all) CW_CHECK(keepNumber(database, m_ids.next(), number.authority, number.value, id));
    return id;
}

Status SqlitePatientRegistry::addNumber(WriteTx& tx, PatientId patient, const PatientNumber& number)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto now, followMerges(database, patient));
    CW_TRY(const auto owner, ownerOf(database, number));
    if (owner && *owner != now) return Error{ErrorKind::conflict, "STORE-251", "the number belongs to another patient"};
    return keepNumber(database, m_ids.next(), number.authority, number.value, now);
}

Status SqlitePatientRegistry::update(WriteTx& tx, PatientId patient, const Person& person, const Actor& actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto now, followMerges(database, patient));
    CW_TRY(const auto before, find(tx, now));
    CW_TRY(
        auto update,
        database.prepare("UPDATE patient SET last_name = CASE WHEN ?1 = '' THEN last_name ELSE ?1 END, "
                         "first_name = CASE WHEN ?2 = '' THEN first_name ELSE ?2 END, "
                         "middle_name = CASE WHEN ?3 = '' THEN middle_name ELSE ?3 END, "
                         "suffix = CASE WHEN ?4 = '' THEN suffix ELSE ?4 END, birth_date = coalesce(?5, birth_date), "
                         "sex = CASE WHEN ?6 = '' THEN sex ELSE ?6 END, version = version + 1 WHERE id = ?7"));
    update.bind(person.lastName).bind(person.firstName).bind(person.middleName).bind(person.suffix);
    update.bind(person.birthDate ? std::optional(person.birthDate->iso()) : std::nullopt).bind(sexKey(person.sex));
    CW_CHECK(update.bind(now.value).run());
    CW_TRY(const auto after, find(tx, now));
    // Which of them, never what they say.
    std::string changed;
    const auto& old = before.person;
    const auto& fresh = after.person;
    if (old.lastName != fresh.lastName || old.firstName != fresh.firstName || old.middleName != fresh.middleName ||
        old.suffix != fresh.suffix)
        changed += ", name";
    if (old.birthDate != fresh.birthDate) changed += ", birth date";
    if (old.sex != fresh.sex) changed += ", sex";
    if (changed.empty()) return {};
    return m_audit.append(tx, {actor.name, "patient.update", {}, changed.substr(2)});
}

}  // namespace cw::store
