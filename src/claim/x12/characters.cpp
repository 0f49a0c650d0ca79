#include "claim/x12/characters.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <iterator>
#include <optional>

namespace cw::x12 {

namespace {

/// Signs of the basic and of the extended set (X12.6, 837 facts section 2).
constexpr std::string_view basicSigns = " !\"&'()*+,-./:;?=";
constexpr std::string_view extendedSigns = "%~@[]_{}\\|<>#$";

struct Range {
    std::uint32_t first;
    std::uint32_t last;
    std::string_view letters;
};

/// Sorted by code point: Latin-1, Latin Extended-A, the Romanian letters of Extended-B, accents, punctuation.
constexpr std::array<Range, 70> plainForms = {{
    {0xA0, 0xA0, " "},      {0xC0, 0xC5, "A"},      {0xC6, 0xC6, "AE"},     {0xC7, 0xC7, "C"},
    {0xC8, 0xCB, "E"},      {0xCC, 0xCF, "I"},      {0xD0, 0xD0, "D"},      {0xD1, 0xD1, "N"},
    {0xD2, 0xD6, "O"},      {0xD8, 0xD8, "O"},      {0xD9, 0xDC, "U"},      {0xDD, 0xDD, "Y"},
    {0xDE, 0xDE, "TH"},     {0xDF, 0xDF, "SS"},     {0xE0, 0xE5, "A"},      {0xE6, 0xE6, "AE"},
    {0xE7, 0xE7, "C"},      {0xE8, 0xEB, "E"},      {0xEC, 0xEF, "I"},      {0xF0, 0xF0, "D"},
    {0xF1, 0xF1, "N"},      {0xF2, 0xF6, "O"},      {0xF8, 0xF8, "O"},      {0xF9, 0xFC, "U"},
    {0xFD, 0xFD, "Y"},      {0xFE, 0xFE, "TH"},     {0xFF, 0xFF, "Y"},      {0x100, 0x105, "A"},
    {0x106, 0x10D, "C"},    {0x10E, 0x111, "D"},    {0x112, 0x11B, "E"},    {0x11C, 0x123, "G"},
    {0x124, 0x127, "H"},    {0x128, 0x131, "I"},    {0x132, 0x133, "IJ"},   {0x134, 0x135, "J"},
    {0x136, 0x138, "K"},    {0x139, 0x142, "L"},    {0x143, 0x14B, "N"},    {0x14C, 0x151, "O"},
    {0x152, 0x153, "OE"},   {0x154, 0x159, "R"},    {0x15A, 0x161, "S"},    {0x162, 0x167, "T"},
    {0x168, 0x173, "U"},    {0x174, 0x175, "W"},    {0x176, 0x178, "Y"},    {0x179, 0x17E, "Z"},
    {0x17F, 0x17F, "S"},    {0x1CD, 0x1CE, "A"},    {0x1CF, 0x1D0, "I"},    {0x1D1, 0x1D2, "O"},
    {0x1D3, 0x1D4, "U"},    {0x1FA, 0x1FB, "A"},    {0x1FC, 0x1FD, "AE"},   {0x1FE, 0x1FF, "O"},
    {0x218, 0x219, "S"},    {0x21A, 0x21B, "T"},    {0x300, 0x36F, ""},     {0x1E9E, 0x1E9E, "SS"},
    {0x2010, 0x2015, "-"},  {0x2018, 0x201B, "'"},  {0x201C, 0x201F, "\""}, {0x2026, 0x2026, "..."},
    {0x2032, 0x2032, "'"},  {0x2033, 0x2033, "\""}, {0x2044, 0x2044, "/"},  {0x2212, 0x2212, "-"},
    {0x2264, 0x2264, "<="}, {0x2265, 0x2265, ">="},
}};

std::optional<std::string_view> plainForm(std::uint32_t point)
{
    const auto after = std::upper_bound(plainForms.begin(), plainForms.end(), point,
                                        [](std::uint32_t value, const Range& range) { return value < range.first; });
    if (after == plainForms.begin()) return std::nullopt;
    const auto& range = *std::prev(after);
    if (point > range.last) return std::nullopt;
    return range.letters;
}

/// Length in bytes of the UTF-8 sequence at the front; 1 for a byte that starts none.
std::size_t sequenceLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length == 1 || length > text.size() || !text::isUtf8(text.substr(0, length))) return 1;
    return length;
}

std::uint32_t codePoint(std::string_view sequence)
{
    const auto lead = static_cast<unsigned char>(sequence.front());
    if (sequence.size() == 1) return lead;
    std::uint32_t point = lead & (0x7FU >> sequence.size());
    for (const char c : sequence.substr(1)) point = (point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    return point;
}

std::string shown(std::string_view sequence, std::uint32_t point)
{
    const bool shows =
        sequence.size() > 1 ? point > 0xA0 && (point < 0x300 || point > 0x36F) : point > ' ' && point < 0x7F;
    if (shows) return std::string(sequence);
    return fmt::format("{}+{:04X}", sequence.size() > 1 || point < 0x80 ? "U" : "byte", point);
}

}  // namespace

bool areUsable(const Delimiters& delimiters) noexcept
{
    const std::array<char, 4> used = {delimiters.element, delimiters.repetition, delimiters.component,
                                      delimiters.segment};
    return std::all_of(used.begin(), used.end(), [&used](char c) {
        const bool isSign = c > ' ' && c < 0x7F && std::isalnum(static_cast<unsigned char>(c)) == 0;
        return isSign && c != '-' && c != '.' && std::count(used.begin(), used.end(), c) == 1;
    });
}

SendableSigns::SendableSigns(const Delimiters& delimiters, bool extended) noexcept
{
    const auto take = [this](char c, char as) { m_signs[static_cast<unsigned char>(c)] = as; };
    for (char c = 'A'; c <= 'Z'; ++c) take(c, c);
    for (char c = 'a'; c <= 'z'; ++c) take(c, static_cast<char>(c - 'a' + 'A'));
    for (char c = '0'; c <= '9'; ++c) take(c, c);
    for (const char c : basicSigns) take(c, c);
    if (extended)
        for (const char c : extendedSigns) take(c, c);
    for (const char c : {delimiters.element, delimiters.repetition, delimiters.component, delimiters.segment})
        take(c, 0);
}

char sendable(char c) noexcept
{
    static const SendableSigns usual;
    return usual.sent(c);
}

std::string toSendable(std::string_view utf8, std::vector<Replacement>& replaced)
{
    return toSendable(utf8, replaced, SendableSigns{});
}

std::string toSendable(std::string_view utf8, std::vector<Replacement>& replaced, const SendableSigns& signs)
{
    utf8 = text::trim(utf8);
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        if (const char c = signs.sent(utf8.front()); c != 0) {
            out += c;
            utf8.remove_prefix(1);
            continue;
        }
        const auto sequence = utf8.substr(0, sequenceLength(utf8));
        const auto point = codePoint(sequence);
        const auto plain = sequence.size() > 1 ? plainForm(point) : std::nullopt;
        std::string to(plain ? *plain : std::string_view(" "));
        // A plain form (' or <=) may itself be beyond the partner's set.
        for (char& c : to)
            if (signs.sent(c) == 0) c = ' ';
        out += to;
        replaced.push_back({shown(sequence, point), std::move(to)});
        utf8.remove_prefix(sequence.size());
    }
    return std::string(text::trim(out));
}

}  // namespace cw::x12
