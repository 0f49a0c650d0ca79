#pragma once

#include <string>
#include <string_view>

namespace cw {

/// Words as a paragraph or cell holds them: white space (no-break spaces and line separators too) folded to single
/// spaces, none at the ends; control characters and bytes that are not UTF-8 become U+FFFD. Folding twice changes nothing.
std::string foldedText(std::string_view text);

/// Lines as preformatted text holds them: every kind of line end is '\n', tabs and spaces are kept, blank lines at the
/// beginning and white space at the end are left out; the rest as in foldedText().
std::string cleanLines(std::string_view text);

}  // namespace cw
