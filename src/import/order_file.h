#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/release.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// The "order file" of ICD-10-CM and ICD-10-PCS: columns 1-5 order number, 7-13 code, 15 flag (1 billable, 0 header),
/// 17-76 short title, from 78 long title; ASCII (CMS, "ICD-10-CM Order File" layout).

/// The system when `head`, the beginning of a file, has that layout (damaged rows may be among it). `name` decides
/// where both systems fit.
std::optional<CodeSystem> recogniseOrderFile(std::string_view head, std::string_view name);

/// All rows, or invalidInput at the first malformed or duplicate one (IMPORT-020), for a file that is cut off
/// (IMPORT-021) or has no row (IMPORT-022); cancelled (IMPORT-023). `label` names the file in messages.
Result<std::vector<CodeRow>> parseOrderFile(std::string_view text, const std::string& label, CodeSystem system,
                                            const Progress& progress);

}  // namespace cw
