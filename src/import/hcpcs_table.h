#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/release.h"

#include <string>
#include <string_view>

namespace cw {

/// HCPCS Level II as a table with named columns, comma or tab separated: the 48 columns that CMS hands out beside the
/// fixed-width file ("HCPC", "RECID", "ADD DT", "TERM DT"), lists made from it ("hcpcs", "date_added", "date_term"),
/// and codes with their description only, which tell no dates (hasRowDates is false). Modifiers have three leading
/// blanks, as in the fixed-width file, or record type 7.

/// True when `head`, the beginning of a file, is such a table.
bool recogniseHcpcsTable(std::string_view head);

/// Fills rows and hasRowDates. Fails with invalidInput at the first malformed or duplicate row (IMPORT-180), without
/// header or row (IMPORT-181), for a quote that never closes (IMPORT-182); cancelled (IMPORT-183).
Status parseHcpcsTable(std::string_view text, const std::string& label, const Progress& progress, ParsedRelease& into);

}  // namespace cw
