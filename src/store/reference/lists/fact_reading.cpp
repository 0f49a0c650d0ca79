#include "store/reference/lists/list_content.h"

namespace cw::store {

namespace {

using MaybeCode = std::optional<std::string_view>;

/// Calls `take` with each row of a list, or those of one code, in the order of the file.
template <class Take>
Status eachRow(Database& database, std::string_view columns, std::string_view table, ReferenceListId list,
               std::string_view codeColumn, MaybeCode code, Take take)
{
    std::string sql = "SELECT " + std::string(columns) + " FROM " + std::string(table) + " WHERE list_id = ?";
    if (code) sql += " AND " + std::string(codeColumn) + " = ?";
    CW_TRY(auto query, database.prepare(sql + " ORDER BY number"));
    query.bind(list.value);
    if (code) query.bind(*code);
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return {};
        CW_CHECK(take(query));
    }
}

std::int32_t smallInteger(const Statement& row, int column)
{
    return static_cast<std::int32_t>(row.integer(column));
}

FeeScheduleRow feeOf(const Statement& row)
{
    FeeScheduleRow fee;
    fee.code = row.text(0);
    fee.modifier = row.text(1);
    fee.status = row.text(2);
    fee.workRvu = smallInteger(row, 3);
    fee.nonFacilityPeRvu = smallInteger(row, 4);
    fee.facilityPeRvu = smallInteger(row, 5);
    fee.malpracticeRvu = smallInteger(row, 6);
    fee.nonFacilityTotal = smallInteger(row, 7);
    fee.facilityTotal = smallInteger(row, 8);
    fee.pcTc = row.text(9);
    fee.globalDays = row.text(10);
    fee.multiple = row.text(11);
    fee.bilateral = row.text(12);
    fee.assistant = row.text(13);
    fee.coSurgeon = row.text(14);
    fee.team = row.text(15);
    fee.endoscopicBase = row.text(16);
    fee.supervision = row.text(17);
    return fee;
}

}  // namespace

Result<Addenda> readAddenda(Database& database, ReferenceListId list)
{
    Addenda addenda;
    CW_CHECK(eachRow(database, "code, kind, billable, before_title, after_title", "addenda_change", list, "code", {},
                     [&](const Statement& row) -> Status {
                         addenda.changes.push_back({static_cast<AddendaChange::Kind>(row.integer(1)), row.text(0),
                                                    row.integer(2) != 0, row.text(3), row.text(4)});
                         return {};
                     }));
    return addenda;
}

Result<FeeSchedule> readFees(Database& database, ReferenceListId list, MaybeCode code)
{
    FeeSchedule schedule;
    CW_CHECK(eachRow(database,
                     "code, modifier, status, work_rvu, office_expense_rvu, facility_expense_rvu, malpractice_rvu, "
                     "office_total, facility_total, pc_tc, global_days, multiple, bilateral, assistant, co_surgeon, "
                     "team, endoscopic_base, supervision",
                     "fee_schedule", list, "code", code, [&](const Statement& row) -> Status {
                         schedule.rows.push_back(feeOf(row));
                         return {};
                     }));
    return schedule;
}

Result<MueLimits> readMueLimits(Database& database, ReferenceListId list, MaybeCode code)
{
    MueLimits limits;
    CW_CHECK(eachRow(database, "code, units, adjudication, rationale", "mue_limit", list, "code", code,
                     [&](const Statement& row) -> Status {
                         limits.limits.push_back({row.text(0), smallInteger(row, 1), characterOf(row, 2), row.text(3)});
                         return {};
                     }));
    return limits;
}

Result<AddOnCodes> readAddOns(Database& database, ReferenceListId list, MaybeCode code)
{
    AddOnCodes codes;
    CW_CHECK(eachRow(database, "code, primary_code, type, first_day, last_day", "add_on_code", list, "code", code,
                     [&](const Statement& row) -> Status {
                         AddOnCode one;
                         one.code = row.text(0);
                         one.primary = row.text(1);
                         one.type = characterOf(row, 2);
                         auto first = dayOf(row, 3);
                         auto last = dayOf(row, 4);
                         if (!first || !last) return first ? last.error() : first.error();
                         one.first = *first;
                         one.last = *last;
                         codes.rows.push_back(std::move(one));
                         return {};
                     }));
    return codes;
}

Result<CodeFlags> readFlags(Database& database, ReferenceListId list, MaybeCode code)
{
    CodeFlags flags;
    CW_CHECK(eachRow(database, "code, system, flag, value", "code_flag", list, "code", code,
                     [&](const Statement& row) -> Status {
                         CW_TRY(const auto system, parseCodeSystem(row.view(1)));
                         flags.flags.push_back({system, row.text(0), row.text(2), row.text(3)});
                         return {};
                     }));
    return flags;
}

Result<CodeMaps> readMaps(Database& database, ReferenceListId list, MaybeCode from)
{
    CodeMaps maps;
    CW_CHECK(eachRow(database, "map, from_code, to_code, flags, effective", "code_map", list, "from_code", from,
                     [&](const Statement& row) -> Status {
                         CW_TRY(const auto effective, dayOf(row, 4));
                         maps.maps.push_back({row.text(0), row.text(1), row.text(2), row.text(3), effective});
                         return {};
                     }));
    return maps;
}

Result<PlacesOfService> readPlaces(Database& database, ReferenceListId list)
{
    PlacesOfService places;
    CW_CHECK(eachRow(
        database, "code, name, description, is_facility_rate, is_assigned", "place_of_service", list, "code", {},
        [&](const Statement& row) -> Status {
            places.rows.push_back({row.text(0), row.text(1), row.text(2), row.integer(3) != 0, row.integer(4) != 0});
            return {};
        }));
    return places;
}

}  // namespace cw::store
