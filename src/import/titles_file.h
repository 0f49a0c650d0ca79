#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/release.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// The "codes file" beside an order file (CMS, "ICD-10-CM Codes File" layout): columns 1-7 code, from 9 the long title;
/// complete codes only, no headers.

/// The system when `head`, the beginning of a file, has that layout. A list of five-character codes may be HCPCS: then
/// `name` must say icd10.
std::optional<CodeSystem> recogniseTitlesFile(std::string_view head, std::string_view name);

/// All rows, the long title for the short one too. Fails with invalidInput at the first malformed or duplicate row
/// (IMPORT-144), for a file that is cut off (IMPORT-145); cancelled (IMPORT-146).
Result<std::vector<CodeRow>> parseTitlesFile(std::string_view text, const std::string& label, CodeSystem system,
                                             const Progress& progress);

}  // namespace cw
