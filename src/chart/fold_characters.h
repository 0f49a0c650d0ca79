#pragma once

#include <string_view>

/// What characters are worth when case and accents do not matter. Latin, Greek and Cyrillic; others stay as they are.
namespace cw::fold {

/// The character without case and accent; typographic quotes and dashes as on a keyboard.
char32_t simple(char32_t c) noexcept;
/// In several letters ("ß" is "ss", "½" is "1/2"), ASCII; empty for most.
std::string_view spelledOut(char32_t c) noexcept;
bool isSpace(char32_t c) noexcept;
bool isLineEnd(char32_t c) noexcept;
/// Combining accents, soft hyphens, marks without width: nothing that anybody types to find a word.
bool isDropped(char32_t c) noexcept;
bool isLetter(char32_t c) noexcept;
bool isDigit(char32_t c) noexcept;

}  // namespace cw::fold
