#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cw::utf8 {

/// What a byte that belongs to no character is taken for.
constexpr char32_t broken = 0xFFFD;

struct Character {
    char32_t code = 0;
    std::size_t size = 1;  ///< Bytes; 1 for a byte that belongs to no character.
};
/// The character that begins at `at`, which must be inside the text. Overlong forms and surrogates are broken bytes.
Character characterAt(std::string_view text, std::size_t at) noexcept;
void append(std::string& text, char32_t code);
/// The byte offset of `units` UTF-16 units from the start; nothing past the end or inside a surrogate pair.
std::optional<std::size_t> byteOffset(std::string_view text, std::int64_t units) noexcept;
/// The beginning of the character that the byte belongs to.
std::size_t startOfCharacter(std::string_view text, std::size_t at) noexcept;

}  // namespace cw::utf8
