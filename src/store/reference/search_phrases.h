#pragma once

#include "codeset/reference_tables.h"
#include "search/source.h"
#include "store/sqlite/database.h"

#include <vector>

namespace cw::store {

/// Inclusion terms of the newest Tabular List, and terms of the newest list of each index, each with the terms above it.
Status readSearchPhrases(Database& database, const ReferenceTables& tables, std::vector<search::SourcePhrase>& phrases);

}  // namespace cw::store
