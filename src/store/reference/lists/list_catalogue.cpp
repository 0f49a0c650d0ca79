#include "store/reference/lists/list_catalogue.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace cw::store {

namespace {

/// Where rows of a list are: by its id, or by a range of ids.
struct RowPlace {
    std::string_view table;
    std::string_view column;
    bool isRange;
};
constexpr std::array rowPlaces = {
    RowPlace{"list_text", "list_id", false},       RowPlace{"tabular_seventh", "node_id", true},
    RowPlace{"tabular_note", "node_id", true},     RowPlace{"tabular_node", "id", true},
    RowPlace{"index_code", "term_id", true},       RowPlace{"index_term", "id", true},
    RowPlace{"pcs_row", "table_id", true},         RowPlace{"pcs_table", "id", true},
    RowPlace{"pcs_definition", "id", true},        RowPlace{"addenda_change", "list_id", false},
    RowPlace{"fee_schedule", "list_id", false},    RowPlace{"ptp_column", "id", true},
    RowPlace{"mue_limit", "list_id", false},       RowPlace{"add_on_code", "list_id", false},
    RowPlace{"code_flag", "list_id", false},       RowPlace{"code_map", "list_id", false},
    RowPlace{"place_of_service", "list_id", false}};

Result<ReferenceList> listOf(const Statement& row)
{
    ReferenceList list;
    list.id = {row.integer(0)};
    CW_TRY(list.kind, parseListKind(row.view(1)));
    list.variant = row.text(2);
    list.name = row.text(3);
    CW_TRY(list.inForce.first, dayOf(row, 4));
    CW_TRY(list.inForce.last, dayOf(row, 5));
    list.sourceName = row.text(6);
    list.sourceDigest = row.text(7);
    list.importedAt = {row.integer(8)};
    list.rows = row.integer(9);
    list.unknownCodes = row.integer(10);
    list.checks = unpackParts(row.view(11));
    return list;
}

bool isNewer(const ReferenceList& a, const ReferenceList& b)
{
    if (a.inForce.first != b.inForce.first) return a.inForce.first > b.inForce.first;
    return std::tuple(a.importedAt, a.id) > std::tuple(b.importedAt, b.id);
}

/// 2 in force on the day, 1 began before it, 0 begins later.
int nearness(const ReferenceList& list, std::optional<Date> on)
{
    if (!on || list.inForce.contains(*on)) return 2;
    return !list.inForce.first || *list.inForce.first <= *on ? 1 : 0;
}

bool servesBetter(const ReferenceList& a, const ReferenceList& b, std::optional<Date> on)
{
    const int nearA = nearness(a, on);
    const int nearB = nearness(b, on);
    return nearA != nearB ? nearA > nearB : isNewer(a, b);
}

}  // namespace

Result<std::vector<ReferenceList>> readLists(Database& database)
{
    CW_TRY(auto query,
           database.prepare("SELECT id, kind, variant, name, first_day, last_day, source_name, source_digest, "
                            "imported_at, row_count, unknown_codes, checks FROM reference_list "
                            "ORDER BY kind, variant, first_day, id"));
    std::vector<ReferenceList> lists;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return lists;
        CW_TRY(auto list, listOf(query));
        lists.push_back(std::move(list));
    }
}

Result<ReferenceListId> insertList(Database& database, const ReferenceList& list, std::int64_t conversionFactor)
{
    CW_TRY(auto insert,
           database.prepare("INSERT INTO reference_list (kind, variant, name, first_day, last_day, source_name, "
                            "source_digest, imported_at, row_count, unknown_codes, checks, conversion_factor) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(toString(list.kind)).bind(list.variant).bind(list.name);
    insert.bind(isoDay(list.inForce.first)).bind(isoDay(list.inForce.last));
    insert.bind(list.sourceName).bind(list.sourceDigest).bind(list.importedAt.milliseconds);
    insert.bind(list.rows).bind(list.unknownCodes).bind(packParts(list.checks)).bind(conversionFactor);
    CW_CHECK(insert.run());
    return ReferenceListId{database.lastRowId()};
}

Result<bool> deleteList(Database& database, ReferenceListId list)
{
    for (const auto& place : rowPlaces) {
        const std::string where = " WHERE " + std::string(place.column);
        CW_TRY(auto remove, database.prepare("DELETE FROM " + std::string(place.table) + where +
                                             (place.isRange ? " BETWEEN ? AND ?" : " = ?")));
        if (place.isRange)
            remove.bind(rowId::root(list)).bind(rowId::last(list));
        else
            remove.bind(list.value);
        CW_CHECK(remove.run());
    }
    CW_TRY(auto header, database.prepare("DELETE FROM reference_list WHERE id = ?"));
    CW_CHECK(header.bind(list.value).run());
    return database.changes() > 0;
}

const ReferenceList* servingList(const std::vector<ReferenceList>& lists, ListKind kind, std::optional<Date> on)
{
    const ReferenceList* best = nullptr;
    for (const auto& list : lists) {
        if (list.kind == kind && (best == nullptr || servesBetter(list, *best, on))) best = &list;
    }
    return best;
}

std::vector<const ReferenceList*> servingVariants(const std::vector<ReferenceList>& lists, ListKind kind,
                                                  std::optional<Date> on)
{
    std::vector<const ReferenceList*> serving;  // Lists come by variant.
    for (const auto& list : lists) {
        if (list.kind != kind) continue;
        if (serving.empty() || serving.back()->variant != list.variant)
            serving.push_back(&list);
        else if (servesBetter(list, *serving.back(), on))
            serving.back() = &list;
    }
    return serving;
}

const ReferenceList* predecessorOf(const std::vector<ReferenceList>& lists, const ParsedList& list)
{
    const ReferenceList* best = nullptr;
    for (const auto& other : lists) {
        if (other.kind != list.kind || other.variant != list.variant) continue;
        if (list.inForce.first && other.inForce.first && *list.inForce.first <= *other.inForce.first) continue;
        if (best == nullptr || isNewer(other, *best)) best = &other;
    }
    return best;
}

}  // namespace cw::store
