#pragma once

#include "app/code_lookup.h"

#include <nlohmann/json.hpp>

#include <iosfwd>

namespace cw::cli {

nlohmann::ordered_json jsonOf(const app::CodeDetails& details, Date on);
/// Lines of a word, a tab, and what there is to say.
void printDetails(const app::CodeDetails& details, Date on, std::ostream& out);

/// "Diabetes, diabetic > type 2 > with > nephropathy".
std::string trailText(const std::vector<IndexEntry>& path);

}  // namespace cw::cli
