#include "store/work/code_usage.h"

#include "store/work/work_database.h"

namespace cw::store {

namespace {

/// All codes on all live rows, as (system, code, encounter, coded_by, coded_at).
constexpr std::string_view codedRows = "SELECT 'icd10cm' AS system, code, encounter, coded_by, coded_at FROM diagnosis "
                                       "WHERE voided_at IS NULL AND code <> '' UNION ALL "
                                       "SELECT system, code, encounter, coded_by, coded_at FROM procedure_line "
                                       "WHERE voided_at IS NULL AND code <> '' AND system <> ''";

Result<CodeKey> keyOf(const Statement& row)
{
    CW_TRY(const auto system, parseCodeSystem(row.view(0)));
    return CodeKey{system, row.text(1)};
}

}  // namespace

Result<std::vector<UsedCode>> SqliteCodeUsage::codedBy(ReadTx& tx, std::string_view account) const
{
    // The condition in both halves, so that each takes its index.
    CW_TRY(auto select,
           databaseOf(tx).prepare("SELECT system, code, count(*), max(coded_at) FROM ("
                                  "SELECT 'icd10cm' AS system, code, coded_at FROM diagnosis WHERE coded_by = ?1 "
                                  "AND voided_at IS NULL AND code <> '' UNION ALL "
                                  "SELECT system, code, coded_at FROM procedure_line WHERE coded_by = ?1 "
                                  "AND voided_at IS NULL AND code <> '' AND system <> '') "
                                  "GROUP BY system, code ORDER BY max(coded_at) DESC, system, code"));
    select.bind(account);
    std::vector<UsedCode> used;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return used;
        CW_TRY(auto key, keyOf(select));
        used.push_back({std::move(key), select.integer(2), Instant{select.integer(3)}});
    }
}

Result<std::vector<PreviousCode>> SqliteCodeUsage::previous(ReadTx& tx, std::string_view encounterId) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto owner, database.prepare("SELECT id, patient FROM encounter WHERE encounter_id = ?"));
    CW_TRY(const bool found, owner.bind(encounterId).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-280", "no encounter " + std::string(encounterId)};
    CW_TRY(auto select, database.prepare("SELECT DISTINCT r.system, r.code, e.service_from, e.encounter_id FROM (" +
                                         std::string(codedRows) +
                                         ") r JOIN encounter e ON e.id = r.encounter WHERE e.patient = ? AND e.id <> ? "
                                         "ORDER BY e.service_from DESC, e.encounter_id DESC, r.system, r.code"));
    select.bind(owner.integer(1)).bind(owner.integer(0));
    std::vector<PreviousCode> codes;
    std::map<CodeKey, std::size_t> places;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return codes;
        CW_TRY(auto key, keyOf(select));
        CW_TRY(const auto day, Date::parse(select.view(2)));
        const auto [place, isNew] = places.try_emplace(key, codes.size());
        if (isNew) codes.push_back({std::move(key), day, select.text(3), 0});
        ++codes[place->second].encounters;
    }
}

Result<std::map<CodeKey, std::vector<TouchedEncounter>>> SqliteCodeUsage::onOpenEncounters(ReadTx& tx) const
{
    std::string statuses;
    for (const auto status : allStatuses())
        if (isOpen(status)) statuses += statuses.empty() ? "?" : ", ?";
    CW_TRY(auto select,
           databaseOf(tx).prepare("SELECT DISTINCT r.system, r.code, e.encounter_id, e.status, e.service_from FROM (" +
                                  std::string(codedRows) +
                                  ") r JOIN encounter e ON e.id = r.encounter "
                                  "WHERE e.status IN (" +
                                  statuses + ") ORDER BY r.system, r.code, e.encounter_id"));
    for (const auto status : allStatuses())
        if (isOpen(status)) select.bind(toString(status));
    std::map<CodeKey, std::vector<TouchedEncounter>> touched;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return touched;
        CW_TRY(auto key, keyOf(select));
        TouchedEncounter encounter;
        encounter.encounterId = select.text(2);
        CW_TRY(encounter.status, parseEncounterStatus(select.view(3)));
        CW_TRY(encounter.serviceFrom, Date::parse(select.view(4)));
        touched[std::move(key)].push_back(std::move(encounter));
    }
}

}  // namespace cw::store
