#include "ui/widgets/tabular.h"

#include <QPainter>

#include <algorithm>

namespace cw::ui {

namespace {

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

double cellWidth(const QFontMetricsF& metrics)
{
    double widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

/// Calls `visit(part, isDigit, width)` for every digit and every stretch between digits.
template <class Visit>
void eachPart(const QFontMetricsF& metrics, const QString& text, const Visit& visit)
{
    const double cell = cellWidth(metrics);
    qsizetype i = 0;
    while (i < text.size()) {
        qsizetype end = i + 1;
        const bool digit = isDigit(text[i]);
        if (!digit)
            while (end < text.size() && !isDigit(text[end])) ++end;
        const QString part = text.mid(i, end - i);
        visit(part, digit, digit ? cell : metrics.horizontalAdvance(part));
        i = end;
    }
}

QString fitted(const QFontMetricsF& metrics, QString text, double width)
{
    if (tabularWidth(metrics, text) <= width) return text;
    const QChar ellipsis(0x2026);
    while (!text.isEmpty() && tabularWidth(metrics, text + ellipsis) > width) text.chop(1);
    return text + ellipsis;
}

}  // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text)
{
    double width = 0;
    eachPart(metrics, text, [&width](const QString&, bool, double partWidth) { width += partWidth; });
    return width;
}

void drawTabular(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const QString shown = fitted(metrics, text, box.width());
    double x = alignment.testFlag(Qt::AlignRight) ? box.right() - tabularWidth(metrics, shown) : box.left();
    const double y = box.center().y() + (metrics.ascent() - metrics.descent()) / 2.0;
    eachPart(metrics, shown, [&](const QString& part, bool digit, double width) {
        const double inset = digit ? (width - metrics.horizontalAdvance(part)) / 2.0 : 0.0;
        painter.drawText(QPointF(x + inset, y), part);
        x += width;
    });
}

}  // namespace cw::ui
