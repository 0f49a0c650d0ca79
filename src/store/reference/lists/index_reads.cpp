#include "store/reference/lists/index_rows.h"
#include "store/reference/lists/letter_key.h"
#include "store/reference/lists/list_content.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_snapshot.h"

#include <algorithm>
#include <array>

namespace cw::store {

namespace {

constexpr std::array indexKinds = {ListKind::index, ListKind::externalIndex, ListKind::neoplasm, ListKind::drugs,
                                   ListKind::pcsIndex};

/// The main term at which a letter begins; 0 when all are before it.
Result<std::int64_t> firstFrom(Database& database, ReferenceListId list, std::string_view from)
{
    CW_TRY(auto query, database.prepare("SELECT id FROM index_term WHERE parent = ? AND letters >= ? "
                                        "ORDER BY letters, id LIMIT 1"));
    query.bind(rowId::root(list)).bind(letterKey(from));
    CW_TRY(const bool hasRow, query.step());
    return hasRow ? query.integer(0) : 0;
}

}  // namespace

Result<std::vector<IndexEntry>> ReferenceLists::indexTerms(ListKind kind, std::int64_t parent, std::string_view from,
                                                           int limit) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    if (parent != 0) return termsUnder(m_database, kind, parent, 0, limit);
    CW_TRY(const auto all, readLists(m_database));
    const auto* list = servingList(all, kind, std::nullopt);
    if (list == nullptr) return std::vector<IndexEntry>();
    CW_TRY(const auto first, firstFrom(m_database, list->id, from));
    if (first == 0) return std::vector<IndexEntry>();
    return termsUnder(m_database, kind, rowId::root(list->id), letterKey(from).empty() ? 0 : first, limit);
}

Result<std::vector<IndexEntry>> ReferenceLists::indexPath(std::int64_t term) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    std::vector<IndexEntry> path;
    const auto list =
        std::find_if(all.begin(), all.end(), [&](const ReferenceList& l) { return l.id == rowId::list(term); });
    if (list == all.end()) return path;
    while (term != 0) {
        CW_TRY(auto query, m_database.prepare(entrySql("WHERE t.id = ?")));
        query.bind(term);
        CW_TRY(auto found, entries(query, list->kind));
        if (found.empty()) break;
        term = found.front().parent;
        path.push_back(std::move(found.front()));
    }
    std::reverse(path.begin(), path.end());
    return path;
}

Result<std::vector<IndexEntry>> ReferenceLists::indexTermsOf(std::string_view compact, int limit) const
{
    constexpr std::size_t shortestCode = 3;
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    std::vector<IndexEntry> found;
    for (auto length = compact.size(); length >= shortestCode; --length) {
        for (const auto kind : indexKinds) {
            const auto* list = servingList(all, kind, std::nullopt);
            const int left = limit - static_cast<int>(found.size());
            if (list == nullptr || left <= 0) continue;
            CW_TRY(auto query,
                   m_database.prepare(entrySql("WHERE t.id IN (SELECT term_id FROM index_code WHERE code = ? "
                                               "AND term_id BETWEEN ? AND ?) ORDER BY t.id LIMIT ?")));
            query.bind(compact.substr(0, length)).bind(rowId::root(list->id)).bind(rowId::last(list->id)).bind(left);
            CW_TRY(auto more, entries(query, kind));
            std::move(more.begin(), more.end(), std::back_inserter(found));
        }
    }
    return found;
}

Result<std::vector<std::string>> ReferenceLists::indexColumns(ListKind kind) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    const auto* list = servingList(all, kind, std::nullopt);
    if (list == nullptr) return std::vector<std::string>();
    return readTexts(m_database, list->id, "column");
}

}  // namespace cw::store
