#pragma once

#include "store/reference/lists/list_rows.h"

namespace cw::store {

/// All installed lists, by kind, variant and first day.
Result<std::vector<ReferenceList>> readLists(Database& database);
/// Writes the header and gives its id.
Result<ReferenceListId> insertList(Database& database, const ReferenceList& list, std::int64_t conversionFactor);
/// Deletes the list with all its rows; false when there is none. Must run in a transaction.
Result<bool> deleteList(Database& database, ReferenceListId list);

/// The list of a kind that answers for a day: one in force then, else the newest that began before, else the newest.
/// Without a day the newest. Null when none is installed.
const ReferenceList* servingList(const std::vector<ReferenceList>& lists, ListKind kind, std::optional<Date> on);
/// The same for each variant of the kind.
std::vector<const ReferenceList*> servingVariants(const std::vector<ReferenceList>& lists, ListKind kind,
                                                  std::optional<Date> on);
/// The newest list of the same kind and variant that began before `list`; by import where either has no first day.
const ReferenceList* predecessorOf(const std::vector<ReferenceList>& lists, const ParsedList& list);

}  // namespace cw::store
