#pragma once

#include <QFont>
#include <QStringView>

#include <array>

namespace cw::ui {

/// Widths of text without shaping it: within a few parts in a hundred, and a thousand times as fast. For estimates.
class GlyphWidths {
public:
    GlyphWidths() = default;
    explicit GlyphWidths(const QFont& font);
    double of(QStringView text) const;
    /// Of the longest word.
    double longestWord(QStringView text) const;

private:
    double of(QChar unit) const;
    std::array<double, 128> m_widths{};
    double m_other = 0;
};

}  // namespace cw::ui
