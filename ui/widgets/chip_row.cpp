#include "ui/widgets/chip_row.h"

#include <QPainter>

namespace cw::ui {

ChipRow::ChipRow(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        place();
    });
}

void ChipRow::add(QWidget* chip)
{
    chip->setParent(this);
    m_items.push_back({chip, true});
    place();
}

void ChipRow::setShown(QWidget* chip, bool shown)
{
    for (auto& item : m_items)
        if (item.chip == chip) item.isShown = shown;
    place();
}

void ChipRow::setTrailingText(const QString& text)
{
    m_text = text;
    update();
}

QSize ChipRow::sizeHint() const
{
    return {m_theme.scaled(200), m_theme.scaled(24)};
}

void ChipRow::place()
{
    int x = 0;
    bool isFull = false;
    m_end = 0;
    for (const auto& item : m_items) {
        const QSize size = item.chip->sizeHint();
        isFull = isFull || (item.isShown && x + size.width() > width());
        const bool fits = item.isShown && !isFull;
        item.chip->setVisible(fits);
        if (!fits) continue;
        item.chip->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        m_end = x + size.width();
        x = m_end + m_theme.scaled(6);
    }
    update();
}

void ChipRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void ChipRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont font = m_theme.font(TextSize::work);
    if (QFontMetrics(font).horizontalAdvance(m_text) + m_end + m_theme.scaled(12) > width()) return;
    painter.setFont(font);
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_text);
}

}  // namespace cw::ui
