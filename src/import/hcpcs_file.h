#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/release.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// The HCPCS Level II "ANWEB" fixed-width record (CMS, HCPCS record layout): 1-5 code (modifiers: three blanks and two
/// characters), 6-10 sequence, 11 record (3, 7 first line of a code or modifier; 4, 8 its continuation), 12-91 long
/// description, 92-119 short description, 269-276 added, 285-292 terminated; Windows-1252; disclaimers may stand first.

/// True when `head`, the beginning of a file, holds such records.
bool recogniseHcpcsFile(std::string_view head);

/// All codes and modifiers, or invalidInput at the first malformed or duplicate record (IMPORT-030), for a file that is
/// cut off (IMPORT-031) or without record (IMPORT-032); cancelled (IMPORT-033).
Result<std::vector<CodeRow>> parseHcpcsFile(std::string_view text, const std::string& label, const Progress& progress);

}  // namespace cw
