#include "ui/desk/viewer/glyph_widths.h"

#include <QFontMetricsF>

#include <algorithm>

namespace cw::ui {

GlyphWidths::GlyphWidths(const QFont& font)
{
    const QFontMetricsF metrics(font);
    for (std::size_t i = 32; i < m_widths.size(); ++i)
        m_widths[i] = metrics.horizontalAdvance(QChar(static_cast<char16_t>(i)));
    m_other = metrics.horizontalAdvance(QLatin1Char('M'));
}

double GlyphWidths::of(QChar unit) const
{
    const auto code = unit.unicode();
    return code < m_widths.size() ? m_widths[code] : m_other;
}

double GlyphWidths::of(QStringView text) const
{
    double sum = 0;
    for (const QChar unit : text) sum += of(unit);
    return sum;
}

double GlyphWidths::longestWord(QStringView text) const
{
    double longest = 0;
    double word = 0;
    for (const QChar unit : text) {
        word = unit.isSpace() ? 0 : word + of(unit);
        longest = std::max(longest, word);
    }
    return longest;
}

}  // namespace cw::ui
