#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace cw::app {

/// A PDF of letter pages with this text, line by line in a fixed-width face; the first line is its title. For the demo
/// workspace. Characters outside Windows-1252 are written in plain letters (">=" for U+2265).
Result<std::string> pdfLetter(std::string_view utf8);

}  // namespace cw::app
