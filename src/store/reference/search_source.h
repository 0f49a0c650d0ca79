#pragma once

#include "codeset/reference_tables.h"
#include "codeset/site_terms.h"
#include "search/source.h"
#include "store/reference/reference_library.h"

#include <string>

namespace cw::store {

/// Tells one state of the library from another: what is installed, and the site's terms. Quick.
Result<std::string> searchKey(ReferenceLibrary& library);

/// All codes with the stretches of days over which each answer of find() holds, inclusion terms of the newest Tabular
/// List, terms of the newest indexes and tables, and the site's terms. `key` is left empty.
Result<search::Source> readSearchSource(ReferenceLibrary& library, const ReferenceTables& tables,
                                        const SiteTerms& terms);

}  // namespace cw::store
