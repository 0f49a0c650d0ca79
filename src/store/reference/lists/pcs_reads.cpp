#include "base/text.h"
#include "store/reference/lists/list_content.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_snapshot.h"

#include <algorithm>
#include <map>

namespace cw::store {

namespace {

constexpr std::size_t tablePrefix = 3;
constexpr std::size_t codeLength = 7;

std::vector<PcsValue> inOrder(const std::map<char, std::string>& labels)
{
    std::vector<PcsValue> values;
    for (const auto& [character, label] : labels) values.push_back({character, label});
    return values;
}

/// Section, body system, operation: the first three characters are a table's name.
Result<std::vector<PcsValue>> nextOfTables(Database& database, ReferenceListId list, std::string_view prefix)
{
    CW_TRY(auto query, database.prepare("SELECT prefix, labels FROM pcs_table WHERE id BETWEEN ? AND ?"));
    query.bind(rowId::root(list)).bind(rowId::last(list));
    std::map<char, std::string> labels;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return inOrder(labels);
        const auto table = query.view(0);
        if (table.size() <= prefix.size() || !table.starts_with(prefix)) continue;
        const auto parts = unpackParts(query.view(1));
        labels.try_emplace(table[prefix.size()], prefix.size() < parts.size() ? parts[prefix.size()] : "");
    }
}

Result<std::vector<std::int64_t>> tablesNamed(Database& database, ReferenceListId list, std::string_view name)
{
    CW_TRY(auto query,
           database.prepare("SELECT id FROM pcs_table WHERE id BETWEEN ? AND ? AND prefix = ? ORDER BY id"));
    query.bind(rowId::root(list)).bind(rowId::last(list)).bind(name);
    std::vector<std::int64_t> ids;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return ids;
        ids.push_back(query.integer(0));
    }
}

bool rowAllows(const PcsRow& row, std::string_view chosen)
{
    for (std::size_t axis = 0; axis < chosen.size(); ++axis) {
        const auto& values = row.axes.at(axis);
        if (std::none_of(values.begin(), values.end(), [&](const PcsValue& v) { return v.character == chosen[axis]; }))
            return false;
    }
    return true;
}

/// Values of axes 4 to 7 in the rows that allow what is chosen already.
Result<std::vector<PcsValue>> nextOfRows(Database& database, ReferenceListId list, std::string_view prefix)
{
    CW_TRY(const auto tables, tablesNamed(database, list, prefix.substr(0, tablePrefix)));
    const auto chosen = prefix.substr(tablePrefix);
    std::map<char, std::string> labels;
    for (const auto id : tables) {
        CW_TRY(const auto table, readPcsTable(database, id));
        for (const auto& row : table.rows) {
            if (!rowAllows(row, chosen)) continue;
            for (const auto& value : row.axes.at(chosen.size())) labels.try_emplace(value.character, value.label);
        }
    }
    return inOrder(labels);
}

/// What stands next in the codes of the code tables; without labels.
Result<std::vector<PcsValue>> nextOfCodes(Database& database, std::string_view prefix)
{
    std::vector<PcsValue> values;
    std::string after(prefix);
    for (;;) {
        CW_TRY(auto query, database.prepare("SELECT code FROM code_text WHERE system = ? AND is_modifier = 0 AND "
                                            "code > ? ORDER BY code LIMIT 1"));
        query.bind(toString(CodeSystem::icd10pcs)).bind(after);
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return values;
        const auto code = query.view(0);
        if (!code.starts_with(prefix)) return values;
        values.push_back({code[prefix.size()], {}});
        after = std::string(prefix) + values.back().character + '~';  // Behind all codes that go on so.
    }
}

}  // namespace

Result<std::vector<PcsValue>> ReferenceLists::pcsNext(std::string_view prefix) const
{
    if (prefix.size() >= codeLength) return std::vector<PcsValue>();
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    const auto* list = servingList(all, ListKind::pcsTables, std::nullopt);
    if (list == nullptr) return nextOfCodes(m_database, prefix);
    return prefix.size() < tablePrefix ? nextOfTables(m_database, list->id, prefix)
                                       : nextOfRows(m_database, list->id, prefix);
}

Result<std::optional<PcsTable>> ReferenceLists::pcsTable(std::string_view threeCharacters) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    const auto* list = servingList(all, ListKind::pcsTables, std::nullopt);
    if (list == nullptr) return std::optional<PcsTable>();
    CW_TRY(const auto ids, tablesNamed(m_database, list->id, threeCharacters));
    std::optional<PcsTable> whole;
    for (const auto id : ids) {
        CW_TRY(auto table, readPcsTable(m_database, id));
        if (!whole)
            whole = std::move(table);
        else
            std::move(table.rows.begin(), table.rows.end(), std::back_inserter(whole->rows));
    }
    return whole;
}

Result<std::vector<PcsDefinition>> ReferenceLists::pcsDefinitions(char section, int axis, std::string_view term) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    std::vector<PcsDefinition> found;
    const auto* list = servingList(all, ListKind::pcsDefinitions, std::nullopt);
    if (list == nullptr) return found;
    CW_TRY(auto definitions, readPcsDefinitions(m_database, list->id));
    const auto wanted = text::lowerAscii(text::trim(term));
    for (auto& one : definitions.definitions) {
        if (one.section == section && one.axis == axis && (wanted.empty() || text::lowerAscii(one.term) == wanted))
            found.push_back(std::move(one));
    }
    return found;
}

}  // namespace cw::store
