#include "ui/widgets/key_hint.h"

#include <QPainter>

#include <cmath>

namespace cw::ui {

namespace {

double keyBoxWidth(const Theme& theme, const QString& keys)
{
    return std::ceil(QFontMetricsF(theme.font(TextSize::label)).horizontalAdvance(keys)) + 2.0 * theme.scaled(5);
}

}  // namespace

double paintKeyBox(QPainter& painter, const Theme& theme, const QRectF& box, double left, const QString& keys)
{
    const double height = theme.scaled(17);
    const double width = keyBoxWidth(theme, keys);
    const QRectF shape(std::floor(left) + 0.5, std::floor(box.center().y() - height / 2.0) + 0.5, width - 1, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.tokens().line);
    painter.setBrush(theme.tokens().window);
    painter.drawRoundedRect(shape, 3, 3);
    painter.setPen(theme.tokens().muted);
    painter.setFont(theme.font(TextSize::label));
    painter.drawText(shape, Qt::AlignCenter, keys);
    painter.restore();
    return width;
}

KeyHint::KeyHint(Theme& theme, const QString& keys, const QString& meaning, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_keys(keys), m_meaning(meaning)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void KeyHint::setMeaning(const QString& meaning)
{
    m_meaning = meaning;
    describe();
    updateGeometry();
    update();
}

void KeyHint::describe()
{
    setAccessibleName(m_meaning.isEmpty() ? m_keys : m_keys + QStringLiteral(": ") + m_meaning);
}

int KeyHint::boxWidth() const
{
    return static_cast<int>(keyBoxWidth(m_theme, m_keys));
}

QSize KeyHint::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextSize::label));
    const int text = m_meaning.isEmpty() ? 0 : m_theme.scaled(5) + metrics.horizontalAdvance(m_meaning) + 1;
    return {boxWidth() + text, m_theme.scaled(20)};
}

void KeyHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double used = paintKeyBox(painter, m_theme, rect(), 0, m_keys);
    if (m_meaning.isEmpty()) return;
    painter.setPen(m_theme.tokens().muted);
    painter.setFont(m_theme.font(TextSize::label));
    painter.drawText(QRectF(rect()).adjusted(used + m_theme.scaled(5), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_meaning);
}

}  // namespace cw::ui
