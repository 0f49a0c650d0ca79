#pragma once

#include "base/date.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace cw::x12 {

/// Text of a number or a day without heap memory: it lives in the value itself.
class ShortText {
public:
    std::string_view view() const noexcept { return {m_chars.data(), m_size}; }
    void add(char c) noexcept { m_chars[m_size++] = c; }
    void add(std::string_view text) noexcept;
    /// Exactly `width` digits, with leading zeros.
    void addPadded(std::uint32_t value, int width) noexcept;
    void addNumber(std::int64_t value) noexcept;

private:
    std::array<char, 32> m_chars{};
    std::size_t m_size = 0;
};

/// Type R of X12: `value` counted in `unit`-ths (100 or 1000): "1904.5", ".5", "0".
ShortText decimalText(std::int64_t value, std::int64_t unit) noexcept;
/// "20250115"
ShortText dayText(Date day) noexcept;

}  // namespace cw::x12
