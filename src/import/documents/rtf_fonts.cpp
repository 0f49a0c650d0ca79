#include "import/documents/rtf_fonts.h"

#include <array>
#include <utility>

namespace cw {

namespace {

constexpr std::size_t fontLimit = 10'000;
// Symbol fonts (2) are read as Windows-1252: their bullet stands at the same place.
constexpr std::array<std::pair<std::int32_t, int>, 14> charsets = {{{0, 1252},
                                                                    {2, 1252},
                                                                    {77, 10000},
                                                                    {128, 932},
                                                                    {129, 949},
                                                                    {134, 936},
                                                                    {136, 950},
                                                                    {161, 1253},
                                                                    {162, 1254},
                                                                    {163, 1258},
                                                                    {186, 1257},
                                                                    {204, 1251},
                                                                    {238, 1250},
                                                                    {254, 437}}};

}  // namespace

void RtfFonts::charset(std::int32_t charset)
{
    for (const auto& [number, page] : charsets)
        if (number == charset && m_pages.size() < fontLimit) m_pages[m_current] = page;
}

int RtfFonts::codePage(std::int32_t font) const
{
    const auto found = m_pages.find(font);
    return found != m_pages.end() ? found->second : 0;
}

}  // namespace cw
