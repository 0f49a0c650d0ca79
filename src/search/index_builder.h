#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "search/source.h"

#include <string>

namespace cw::search {

/// The bytes of an index over the source. About a second for 185,000 codes. Terms that name unknown codes lose these
/// targets. Fails with cancelled (SEARCH-010) or invalidInput when the source is too large for the format (SEARCH-011).
Result<std::string> buildIndex(const Source& source, const Progress& progress);

}  // namespace cw::search
