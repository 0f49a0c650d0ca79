#include "ui/desk/viewer/rendition_layout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

bool isMuted(RunLook look)
{
    return look == RunLook::muted || look == RunLook::headerCell || look == RunLook::mutedHeading;
}

}  // namespace

void RenditionLayout::draw(QPainter& painter, const QRectF& visible, int selectedBegin, int selectedEnd,
                           const Colors& colors) const
{
    for (std::size_t i = m_items.items.empty() ? 0 : itemAt(visible.top()); i < m_items.items.size(); ++i) {
        if (topOf(i) > visible.bottom()) break;
        const auto& item = laid(i);
        drawItem(painter, item, topOf(i), visible, selectedBegin, selectedEnd, colors);
    }
}

void RenditionLayout::drawItem(QPainter& painter, const LaidItem& item, double top, const QRectF& visible,
                               int selectedBegin, int selectedEnd, const Colors& colors) const
{
    if (item.hasLine)
        painter.fillRect(QRectF(0, std::round(top + item.height) - 1, item.lineWidth, 1), colors.faintLine);
    if (!item.bullet.isNull()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.muted);
        painter.drawEllipse(item.bullet + QPointF(0, top), m_style.size * 0.15, m_style.size * 0.15);
    }
    for (const auto& run : item.runs) {
        if (run.look == RunLook::rule) {
            painter.fillRect(QRectF(0, std::round(top + run.box.center().y()), m_style.width, 1), colors.line);
            continue;
        }
        QList<QTextLayout::FormatRange> formats;
        if (selectedBegin < selectedEnd && run.begin < selectedEnd && run.end > selectedBegin) {
            const int begin = run.displayOf(selectedBegin);
            const int end = run.displayOf(selectedEnd);
            if (begin < end) {
                QTextLayout::FormatRange range{begin, end - begin, {}};
                range.format.setForeground(colors.selected);
                formats.append(range);
            }
        }
        painter.setPen(isMuted(run.look) ? colors.muted : colors.text);
        run.layout->draw(&painter, {0, top}, formats, visible);
    }
}

}  // namespace cw::ui
