#include "store/reference/lists/index_rows.h"

#include "store/reference/lists/list_content.h"

namespace cw::store {

namespace {

/// A row of entrySql().
IndexEntry entryOf(const Statement& row, ListKind kind)
{
    IndexEntry entry;
    entry.id = row.integer(0);
    entry.parent = rowId::index(row.integer(1)) < 0 ? 0 : row.integer(1);
    entry.kind = kind;
    entry.hasChildren = row.integer(2) != 0;
    entry.term = readTerm(row, 3);
    return entry;
}

}  // namespace

std::string entrySql(std::string_view rest)
{
    return "SELECT t.id, t.parent, EXISTS (SELECT 1 FROM index_term c WHERE c.parent = t.id), " +
           std::string(termColumns) + " FROM index_term t " + std::string(rest);
}

Result<std::vector<IndexEntry>> entries(Statement& query, ListKind kind)
{
    std::vector<IndexEntry> found;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return found;
        found.push_back(entryOf(query, kind));
    }
}

Result<std::vector<IndexEntry>> termsUnder(Database& database, ListKind kind, std::int64_t parent, std::int64_t first,
                                           int limit)
{
    CW_TRY(auto query, database.prepare(entrySql("WHERE t.parent = ? AND t.id >= ? ORDER BY t.id LIMIT ?")));
    query.bind(parent).bind(first).bind(limit);
    return entries(query, kind);
}

}  // namespace cw::store
