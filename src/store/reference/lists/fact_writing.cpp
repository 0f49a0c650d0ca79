#include "store/reference/lists/list_content.h"

namespace cw::store {

namespace {

/// Starts a row: list, code, position.
Statement& startRow(Statement& insert, ReferenceListId list, std::string_view code, std::size_t number)
{
    return insert.bind(list.value).bind(code).bind(static_cast<std::int64_t>(number));
}

}  // namespace

Status write(Database& database, ReferenceListId list, const Addenda& addenda, RowProgress& progress)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO addenda_change (list_id, code, number, kind, billable, "
                                         "before_title, after_title) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < addenda.changes.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& change = addenda.changes[at];
        startRow(insert, list, change.code, at).bind(static_cast<int>(change.kind)).bind(change.billable ? 1 : 0);
        insert.bind(change.before).bind(change.after);
        CW_CHECK(insert.run());
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const FeeSchedule& schedule, RowProgress& progress)
{
    CW_TRY(auto insert,
           database.prepare("INSERT INTO fee_schedule (list_id, code, number, modifier, status, work_rvu, "
                            "office_expense_rvu, facility_expense_rvu, malpractice_rvu, office_total, facility_total, "
                            "pc_tc, global_days, multiple, bilateral, assistant, co_surgeon, team, endoscopic_base, "
                            "supervision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < schedule.rows.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& row = schedule.rows[at];
        startRow(insert, list, row.code, at).bind(row.modifier).bind(row.status);
        insert.bind(row.workRvu).bind(row.nonFacilityPeRvu).bind(row.facilityPeRvu).bind(row.malpracticeRvu);
        insert.bind(row.nonFacilityTotal).bind(row.facilityTotal).bind(row.pcTc).bind(row.globalDays);
        insert.bind(row.multiple).bind(row.bilateral).bind(row.assistant).bind(row.coSurgeon).bind(row.team);
        insert.bind(row.endoscopicBase).bind(row.supervision);
        CW_CHECK(insert.run());
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const MueLimits& limits, RowProgress& progress)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO mue_limit (list_id, code, number, units, adjudication, "
                                         "rationale) VALUES (?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < limits.limits.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& limit = limits.limits[at];
        startRow(insert, list, limit.code, at).bind(limit.units).bind(std::string(1, limit.adjudication));
        insert.bind(limit.rationale);
        CW_CHECK(insert.run());
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const AddOnCodes& codes, RowProgress& progress)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO add_on_code (list_id, code, number, primary_code, type, "
                                         "first_day, last_day) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < codes.rows.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& row = codes.rows[at];
        startRow(insert, list, row.code, at).bind(row.primary).bind(std::string(1, row.type));
        insert.bind(isoDay(row.first)).bind(isoDay(row.last));
        CW_CHECK(insert.run());
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const CodeFlags& flags, RowProgress& progress)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO code_flag (list_id, code, number, system, flag, value) "
                                         "VALUES (?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < flags.flags.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& flag = flags.flags[at];
        startRow(insert, list, flag.code, at).bind(toString(flag.system)).bind(flag.flag).bind(flag.value);
        CW_CHECK(insert.run());
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const CodeMaps& maps, RowProgress& progress)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO code_map (list_id, from_code, number, map, to_code, flags, "
                                         "effective) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < maps.maps.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& map = maps.maps[at];
        startRow(insert, list, map.from, at).bind(map.map).bind(map.to).bind(map.flags).bind(isoDay(map.effective));
        CW_CHECK(insert.run());
    }
    return {};
}

Status write(Database& database, ReferenceListId list, const PlacesOfService& places, RowProgress& progress)
{
    CW_TRY(auto insert, database.prepare("INSERT INTO place_of_service (list_id, code, number, name, description, "
                                         "is_facility_rate, is_assigned) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (std::size_t at = 0; at < places.rows.size(); ++at) {
        CW_CHECK(progress.next());
        const auto& place = places.rows[at];
        startRow(insert, list, place.code, at).bind(place.name).bind(place.description);
        insert.bind(place.isFacilityRate ? 1 : 0).bind(place.isAssigned ? 1 : 0);
        CW_CHECK(insert.run());
    }
    return {};
}

}  // namespace cw::store
