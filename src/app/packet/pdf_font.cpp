#include "app/packet/pdf_font.h"

#include "base/text.h"

#include <cstdint>
#include <cstdlib>
#include <optional>

namespace cw::app::packet {

namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets the environment.
    return value == nullptr ? std::string() : std::string(value);
}

/// Big-endian numbers of a font file; reading past the end gives 0.
class FontBytes {
public:
    explicit FontBytes(std::string_view bytes) : m_bytes(bytes) {}
    std::uint32_t word(std::size_t at) const
    {
        if (at + 2 > m_bytes.size()) return 0;
        return static_cast<std::uint32_t>(byte(at) << 8U | byte(at + 1));
    }
    std::uint32_t number(std::size_t at) const { return word(at) << 16U | word(at + 2); }
    std::string_view tag(std::size_t at) const
    {
        return at + 4 <= m_bytes.size() ? m_bytes.substr(at, 4) : std::string_view();
    }

private:
    std::uint32_t byte(std::size_t at) const { return static_cast<unsigned char>(m_bytes[at]); }
    std::string_view m_bytes;
};

/// Where the Unicode sub-table of format 4 begins.
std::optional<std::size_t> unicodeTable(const FontBytes& font)
{
    const auto tables = font.word(4);
    for (std::size_t i = 0; i < tables; ++i) {
        const auto entry = 12 + 16 * i;
        if (font.tag(entry) != "cmap") continue;
        const std::size_t cmap = font.number(entry + 8);
        const auto encodings = font.word(cmap + 2);
        for (std::size_t e = 0; e < encodings; ++e) {
            const auto record = cmap + 4 + 8 * e;
            const auto at = cmap + font.number(record + 4);
            const bool isUnicode = font.word(record) == 0 || (font.word(record) == 3 && font.word(record + 2) == 1);
            if (isUnicode && font.word(at) == 4) return at;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<std::filesystem::path> fontFile(std::string_view name)
{
    std::vector<std::filesystem::path> folders;
    if (const auto ours = environment("CHARTWRIGHT_FONTS"); !ours.empty()) folders.emplace_back(ours);
    auto shares = environment("XDG_DATA_DIRS");
    if (shares.empty()) shares = "/usr/local/share:/usr/share";  // The default of the XDG base directory specification.
    for (const auto share : text::split(shares, ':'))
        for (const auto* folder : {"fonts/truetype/dejavu", "fonts/dejavu-sans-fonts", "fonts/TTF", "fonts/dejavu"})
            folders.push_back(std::filesystem::path(share) / folder);
    std::error_code ignored;
    for (const auto& folder : folders)
        if (auto file = folder / name; std::filesystem::is_regular_file(file, ignored)) return file;
    return Error{ErrorKind::io, "APP-200",
                 "the font file " + std::string(name) +
                     " is missing; install the package fonts-dejavu-core to write PDF files"};
}

Result<FontCoverage> FontCoverage::parse(std::string_view bytes)
{
    const FontBytes font(bytes);
    const auto table = unicodeTable(font);
    if (!table) return Error{ErrorKind::io, "APP-201", "the font file has no table of Unicode characters"};
    FontCoverage coverage;
    coverage.m_has.resize(0x10000);
    const std::size_t doubled = font.word(*table + 6);
    const auto ends = *table + 14;
    const auto starts = ends + doubled + 2;
    for (std::size_t at = 0; at < doubled; at += 2) {
        const auto last = font.word(ends + at);
        const auto delta = font.word(starts + doubled + at);
        const auto offsetAt = starts + 2 * doubled + at;
        const auto offset = font.word(offsetAt);
        for (auto code = font.word(starts + at); code <= last && code < 0xFFFF; ++code) {
            auto glyph = code;
            if (offset != 0) glyph = font.word(offsetAt + offset + 2 * (code - font.word(starts + at)));
            if (offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFFU;
            if (glyph != 0) coverage.m_has[code] = true;
        }
    }
    return coverage;
}

}  // namespace cw::app::packet
