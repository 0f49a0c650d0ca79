#include "ui/widgets/chip.h"

#include "ui/widgets/tabular.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace cw::ui {

double chipWidth(const Theme& theme, const QString& text)
{
    return std::ceil(tabularWidth(QFontMetricsF(theme.font(TextSize::label, true)), text)) + 2.0 * theme.scaled(7);
}

double paintChip(QPainter& painter, const Theme& theme, const QRectF& box, double left, Tone tone, const QString& text)
{
    const auto colours = coloursOf(tone, theme.tokens());
    const double width = chipWidth(theme, text);
    const double height = theme.scaled(19);
    const QRectF shape(left, box.center().y() - height / 2.0, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint);
    painter.drawRoundedRect(shape, 3, 3);
    painter.setPen(colours.text);
    painter.setFont(theme.font(TextSize::label, true));
    drawTabular(painter, shape.adjusted(theme.scaled(7), 0, 0, 0), Qt::AlignLeft, text);
    painter.restore();
    return width;
}

Chip::Chip(Theme& theme, Tone tone, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_tone(tone)
{
    setText(text);
    setClickable(false);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setClickable(bool clickable)
{
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !clickable);
    setCheckable(clickable);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize Chip::sizeHint() const
{
    return {static_cast<int>(chipWidth(m_theme, text())) + 2, m_theme.scaled(21)};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, m_theme, rect(), 1, m_tone, text());
    if (!hasFocus() && !isChecked()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? m_theme.tokens().accent : coloursOf(m_tone, m_theme.tokens()).text, 1,
                        hasFocus() ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

}  // namespace cw::ui
