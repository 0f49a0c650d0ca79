#pragma once

#include "codeset/reference_tables.h"
#include "store/reference/lists/list_rows.h"

namespace cw::store {

/// A query for index terms "t"; `rest` says which and in what order.
std::string entrySql(std::string_view rest);
/// All rows of such a query with its values bound.
Result<std::vector<IndexEntry>> entries(Statement& query, ListKind kind);
/// Terms directly under a term, or under the root of a list for main terms, in the order of the book from one on.
Result<std::vector<IndexEntry>> termsUnder(Database& database, ListKind kind, std::int64_t parent, std::int64_t first,
                                           int limit);

}  // namespace cw::store
