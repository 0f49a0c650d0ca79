#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/release.h"

#include <string>
#include <string_view>

namespace cw {

/// The customer's licensed CPT list: tab separated, UTF-8 or Windows-1252; code (or two-character modifier) first, then
/// one descriptor, or several of which the first is the short and the last the long one; a header line may stand first.

/// True when `head`, the beginning of a file, is such a list.
bool recogniseCptFile(std::string_view head);

/// Fills rows, rejectedRows and rejections of `into`. A repeated row is ignored. Fails with invalidInput when a code
/// comes twice with different text (IMPORT-040), or no row or more than one in twenty is unusable (IMPORT-041);
/// cancelled (IMPORT-042).
Status parseCptFile(std::string_view text, const std::string& label, const Progress& progress, ParsedRelease& into);

}  // namespace cw
