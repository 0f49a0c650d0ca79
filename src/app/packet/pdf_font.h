#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cw::app::packet {

/// A TrueType file of the DejaVu family ("DejaVuSans-Bold.ttf") among the system's fonts: CHARTWRIGHT_FONTS when set, else below
/// XDG_DATA_DIRS. Fails with io (APP-200) naming the Debian package.
Result<std::filesystem::path> fontFile(std::string_view name);

/// Which characters a TrueType font has glyphs for, by its cmap table (OpenType, "cmap", format 4: the Basic Multilingual
/// Plane, which is what libharu can set).
class FontCoverage {
public:
    /// Fails with io (APP-201) for bytes that are no TrueType font with such a table.
    static Result<FontCoverage> parse(std::string_view font);
    bool has(char32_t code) const noexcept { return code < m_has.size() && m_has[code]; }

private:
    std::vector<bool> m_has;
};

}  // namespace cw::app::packet
