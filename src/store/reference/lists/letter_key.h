#pragma once

#include <string>
#include <string_view>

namespace cw::store {

/// A title as it is looked up: lower case, without accents, what stands in brackets left out, words parted by one blank.
std::string letterKey(std::string_view title);

/// How closely a reference ("Complications", "abdomen") names a title ("Complication(s)", "abdomen, abdominal"), both as
/// written: 3 the whole title, 2 one of its parts between commas, 1 without a last "NEC", "NOS" or "of", 0 not at all. A
/// plural s never counts.
int closeness(std::string_view title, std::string_view reference);

}  // namespace cw::store
