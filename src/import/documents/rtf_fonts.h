#pragma once

#include <cstdint>
#include <map>

namespace cw {

/// Which code page each font of an RTF file means by its bytes (\fcharset, specification 1.9.1, "Font Table").
class RtfFonts {
public:
    void begin(std::int32_t font) { m_current = font; }
    void charset(std::int32_t charset);
    /// 0 when the font tells none: that of the document.
    int codePage(std::int32_t font) const;

private:
    std::int32_t m_current = 0;
    std::map<std::int32_t, int> m_pages;
};

}  // namespace cw
