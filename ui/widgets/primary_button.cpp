#include "ui/widgets/primary_button.h"

#include <QPainter>

#include <cmath>

namespace cw::ui {

PrimaryButton::PrimaryButton(Theme& theme, const QString& text, const QString& keys, QWidget* parent)
    : QPushButton(text, parent), m_theme(theme), m_keys(keys)
{
    setAccessibleName(text);
    setToolTip(keys);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize PrimaryButton::sizeHint() const
{
    const double words = QFontMetricsF(m_theme.font(TextSize::work, true)).horizontalAdvance(text());
    const double keys =
        m_keys.isEmpty() ? 0
                         : QFontMetricsF(m_theme.font(TextSize::label)).horizontalAdvance(m_keys) + m_theme.scaled(16);
    return {static_cast<int>(std::ceil(words + keys)) + m_theme.scaled(24), m_theme.scaled(29)};
}

void PrimaryButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = isEnabled() ? t.onAccent : t.muted;
    painter.setPen(isEnabled() ? t.accent : t.line);
    painter.setBrush(!isEnabled()   ? t.window
                     : isDown()     ? t.accent.darker(112)
                     : underMouse() ? t.accent.lighter(106)
                                    : t.accent);
    const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(shape, 4, 4);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(ink);
        painter.drawRoundedRect(shape.adjusted(2, 2, -2, -2), 3, 3);
    }
    const QFont font = m_theme.font(TextSize::work, true);
    const double words = QFontMetricsF(font).horizontalAdvance(text());
    const double left = m_theme.scaled(12);
    painter.setPen(ink);
    painter.setFont(font);
    painter.drawText(QRectF(left, 0, words + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_keys.isEmpty()) return;
    const QFont small = m_theme.font(TextSize::label);
    const double keys = QFontMetricsF(small).horizontalAdvance(m_keys) + m_theme.scaled(9);
    const double boxHeight = m_theme.scaled(17);
    const QRectF box(std::floor(left + words + m_theme.scaled(7)) + 0.5, std::floor((height() - boxHeight) / 2.0) + 0.5,
                     keys, boxHeight);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(small);
    painter.drawText(box, Qt::AlignCenter, m_keys);
}

}  // namespace cw::ui
