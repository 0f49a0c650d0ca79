#include "store/reference/lists/list_content.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_snapshot.h"

#include <algorithm>

namespace cw::store {

namespace {

constexpr std::size_t categoryLength = 3;
constexpr std::string_view entryColumns =
    "n.id, n.level, n.name, n.title, EXISTS (SELECT 1 FROM tabular_node c WHERE c.parent = n.id)";

TabularEntry entryOf(const Statement& row)
{
    TabularEntry entry;
    entry.id = row.integer(0);
    entry.level = static_cast<TabularLevel>(row.integer(1));
    entry.name = row.text(2);
    if (entry.level == TabularLevel::code) entry.name = displayCode(CodeSystem::icd10cm, entry.name);
    entry.title = row.text(3);
    entry.hasChildren = row.integer(4) != 0;
    return entry;
}

/// The node of a code, or 0.
Result<std::int64_t> codeNode(Database& database, ReferenceListId list, std::string_view compact)
{
    CW_TRY(auto query,
           database.prepare("SELECT id FROM tabular_node WHERE name = ? AND level = ? AND id BETWEEN ? AND ?"));
    query.bind(compact).bind(static_cast<int>(TabularLevel::code)).bind(rowId::root(list)).bind(rowId::last(list));
    CW_TRY(const bool hasRow, query.step());
    return hasRow ? query.integer(0) : 0;
}

struct NearestNode {
    std::int64_t id = 0;
    std::size_t length = 0;  ///< Characters of the code that the node has.
};

Result<NearestNode> nearestNode(Database& database, ReferenceListId list, std::string_view compact)
{
    for (auto length = compact.size(); length >= categoryLength; --length) {
        CW_TRY(const auto id, codeNode(database, list, compact.substr(0, length)));
        if (id != 0) return NearestNode{id, length};
    }
    return NearestNode{};
}

/// From the node up to its chapter.
Result<std::vector<TabularEntry>> upwards(Database& database, std::int64_t id)
{
    std::vector<TabularEntry> entries;
    while (rowId::index(id) >= 0) {
        CW_TRY(auto query, database.prepare("SELECT " + std::string(entryColumns) +
                                            ", n.parent FROM tabular_node n WHERE n.id = ?"));
        CW_TRY(const bool hasRow, query.bind(id).step());
        if (!hasRow) break;
        entries.push_back(entryOf(query));
        id = query.integer(5);
    }
    return entries;
}

/// "S72001A" of the node S72001: filled with X and completed (Guidelines I.A.4, I.A.5).
bool completes(std::string_view stem, std::string_view compact, const std::vector<SeventhCharacter>& characters)
{
    return std::any_of(characters.begin(), characters.end(), [&](const SeventhCharacter& seventh) {
        return withSeventhCharacter(stem, seventh.character) == compact;
    });
}

/// The federal fiscal year, which begins in October.
int fiscalYear(Date day)
{
    return day < Date::of(day.year(), 10, 1) ? day.year() : day.year() + 1;
}

std::optional<int> fiscalYear(const DateInterval& interval)
{
    if (interval.first) return fiscalYear(*interval.first);
    if (interval.last) return fiscalYear(*interval.last);
    return std::nullopt;
}

}  // namespace

Result<bool> ReferenceLists::isOlderThanCodes(const ReferenceList& list, std::optional<Date> on) const
{
    CW_TRY(const auto releases, m_library.releases());
    const Release* codes = nullptr;
    if (on) {
        codes = coveringRelease(releases, CodeSystem::icd10cm, *on);
        if (codes != nullptr && codes->kind == ReleaseKind::starter) codes = nullptr;
    } else {
        for (const auto& release : releases) {  // By first day within the system.
            if (release.system == CodeSystem::icd10cm && release.kind != ReleaseKind::starter) codes = &release;
        }
    }
    auto year = codes != nullptr ? fiscalYear(codes->inForce) : std::nullopt;
    if (!year && on) year = fiscalYear(*on);
    const auto own = fiscalYear(list.inForce);
    return year && own && *own < *year;
}

Result<std::optional<TabularPlace>> ReferenceLists::place(std::string_view compact, std::optional<Date> on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    const auto* list = servingList(all, ListKind::tabular, on);
    if (list == nullptr) return std::optional<TabularPlace>();
    CW_TRY(const auto nearest, nearestNode(m_database, list->id, compact));
    if (nearest.id == 0) return std::optional<TabularPlace>();

    TabularPlace place;
    place.release = list->name;
    CW_TRY(place.isOlderThanCodes, isOlderThanCodes(*list, on));
    CW_TRY(auto entries, upwards(m_database, nearest.id));
    for (auto& entry : entries) {
        if (place.seventhCharacters.empty()) {
            CW_TRY(place.seventhCharacters, readSeventh(m_database, entry.id));
        }
        CW_TRY(auto notes, readNotes(m_database, entry.id));
        place.levels.push_back({std::move(entry), std::move(notes)});
    }
    std::reverse(place.levels.begin(), place.levels.end());
    const auto stem = compact.substr(0, nearest.length);
    place.restsOnAncestor = nearest.length != compact.size() && !completes(stem, compact, place.seventhCharacters);
    return std::optional(std::move(place));
}

Result<std::vector<TabularEntry>> ReferenceLists::tabularChildren(std::int64_t parent, std::optional<Date> on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    std::vector<TabularEntry> children;
    if (parent == 0) {
        CW_TRY(const auto all, readLists(m_database));
        const auto* list = servingList(all, ListKind::tabular, on);
        if (list == nullptr) return children;
        parent = rowId::root(list->id);
    }
    CW_TRY(auto query, m_database.prepare("SELECT " + std::string(entryColumns) +
                                          " FROM tabular_node n WHERE n.parent = ? ORDER BY n.id"));
    query.bind(parent);
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return children;
        children.push_back(entryOf(query));
    }
}

Result<std::vector<CodeNote>> ReferenceLists::tabularNotes(std::int64_t node) const
{
    return readNotes(m_database, node);
}

}  // namespace cw::store
