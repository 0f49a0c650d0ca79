#include "ui/desk/viewer/difference_canvas.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLine>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

using Kind = DifferencePart::Kind;

// Design pixels.
constexpr int gutter = 24;  ///< For the signs.
constexpr int margin = 10;
constexpr double lineFactor = 1.5;

}  // namespace

DifferenceCanvas::DifferenceCanvas(Theme& theme, QWidget* parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(40);
    setObjectName(QStringLiteral("differenceCanvas"));
    connect(&theme, &Theme::changed, this, &DifferenceCanvas::layOut);
}

void DifferenceCanvas::setRows(std::vector<DifferenceRow> rows)
{
    m_rows = std::move(rows);
    m_starts.clear();
    m_current = -1;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (!m_rows[i].isSame() && (i == 0 || m_rows[i - 1].isSame())) m_starts.push_back(i);
    layOut();
    verticalScrollBar()->setValue(0);
}

double DifferenceCanvas::columnWidth() const
{
    return std::max(80.0, viewport()->width() / 2.0 - m_theme.scaled(gutter) - m_theme.scaled(margin));
}

double DifferenceCanvas::laySide(Side& side, const QString& text, double width) const
{
    QString shown = text;
    shown.replace(QLatin1Char('\n'), QChar::LineSeparator).replace(QLatin1Char('\r'), QLatin1Char(' '));
    shown.replace(QLatin1Char('\t'), QLatin1Char(' '));
    QFont font = m_theme.font(TextSize::work);
    // Columns made of spaces stay columns.
    if (shown.contains(QStringLiteral("   "))) font.setFamily(QStringLiteral("DejaVu Sans Mono"));
    side.layout = std::make_unique<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    side.layout->setTextOption(option);
    side.layout->setCacheEnabled(true);
    const double tall = lineHeight();
    double y = 0;
    side.layout->beginLayout();
    while (true) {
        QTextLine line = side.layout->createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width);
        line.setPosition({0, y + std::round((tall - line.height()) / 2)});
        y += tall;
    }
    side.layout->endLayout();
    return y;
}

double DifferenceCanvas::heightOf(Side& side, const QString& text, const GlyphWidths& widths) const
{
    // A line that surely fits is laid out when it is painted: most of a long note is never looked at.
    constexpr double sure = 0.8;
    const bool isOneLine = !text.contains(QLatin1Char('\n')) && !text.contains(QStringLiteral("   ")) &&
                           widths.of(text) < sure * columnWidth();
    return isOneLine ? lineHeight() : laySide(side, text, columnWidth());
}

double DifferenceCanvas::lineHeight() const
{
    return std::round(13 * m_theme.scale() * lineFactor);
}

void DifferenceCanvas::layOut()
{
    m_laid.clear();
    m_laid.reserve(m_rows.size());
    const GlyphWidths widths(m_theme.font(TextSize::work));
    double y = m_theme.scaled(margin);
    for (const auto& row : m_rows) {
        Row laid;
        laid.top = y;
        laid.left.ranges = row.leftRanges;
        laid.right.ranges = row.rightRanges;
        laid.height = std::max(heightOf(laid.left, row.left, widths), heightOf(laid.right, row.right, widths));
        y += laid.height;
        m_laid.push_back(std::move(laid));
    }
    m_height = y + m_theme.scaled(margin);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(m_height)) - viewport()->height()));
    viewport()->update();
}

void DifferenceCanvas::step(int direction)
{
    if (m_starts.empty()) return;
    const int size = count();
    m_current = m_current < 0 ? (direction > 0 ? 0 : size - 1) : (m_current + direction + size) % size;
    const auto& row = m_laid[m_starts[static_cast<std::size_t>(m_current)]];
    const double top = verticalScrollBar()->value();
    if (row.top < top || row.top + row.height > top + viewport()->height())
        verticalScrollBar()->setValue(static_cast<int>(row.top - viewport()->height() / 3.0));
    viewport()->update();
}

bool DifferenceCanvas::isInCurrent(std::size_t row) const
{
    if (m_current < 0 || m_rows[row].isSame()) return false;
    const auto start = m_starts[static_cast<std::size_t>(m_current)];
    const bool isLast = static_cast<std::size_t>(m_current) + 1 == m_starts.size();
    return row >= start && (isLast || row < m_starts[static_cast<std::size_t>(m_current) + 1]);
}

void DifferenceCanvas::paintSide(QPainter& painter, const Side& side, QPointF at, bool isLeft,
                                 const Tokens& tokens) const
{
    QList<QTextLayout::FormatRange> formats;
    int signedLine = -1;
    painter.setFont(m_theme.font(TextSize::work, true));
    for (const auto& range : side.ranges) {
        if (range.kind == Kind::same) continue;
        QTextLayout::FormatRange format{range.begin, range.end - range.begin, {}};
        format.format.setForeground(isLeft ? tokens.error : tokens.accent);
        format.format.setBackground(isLeft ? tokens.errorTint : tokens.accentTint);
        format.format.setFontStrikeOut(isLeft);
        format.format.setFontUnderline(!isLeft);
        formats.append(format);
        // One sign on each line that has a difference.
        const int first = side.layout->lineForTextPosition(range.begin).lineNumber();
        const int last = side.layout->lineForTextPosition(std::max(range.begin, range.end - 1)).lineNumber();
        for (int line = std::max(first, signedLine + 1); line <= last; ++line) {
            const QTextLine drawn = side.layout->lineAt(line);
            if (drawn.naturalTextWidth() < 1) continue;
            painter.setPen(isLeft ? tokens.error : tokens.accent);
            painter.drawText(
                QRectF(at.x() - m_theme.scaled(gutter), at.y() + drawn.y(), m_theme.scaled(gutter), drawn.height()),
                Qt::AlignCenter, isLeft ? QStringLiteral("\u2212") : QStringLiteral("+"));
            signedLine = line;
        }
    }
    painter.setPen(tokens.muted);
    side.layout->draw(&painter, at, formats);
}

void DifferenceCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Tokens& tokens = m_theme.tokens();
    painter.fillRect(viewport()->rect(), tokens.paper);
    const double offset = verticalScrollBar()->value();
    const double half = std::floor(viewport()->width() / 2.0);
    auto row = std::lower_bound(m_laid.begin(), m_laid.end(), offset,
                                [](const Row& laid, double y) { return laid.top + laid.height < y; });
    for (; row != m_laid.end() && row->top < offset + viewport()->height(); ++row) {
        const double y = row->top - offset;
        const auto& source = m_rows[static_cast<std::size_t>(row - m_laid.begin())];
        if (!row->left.layout) laySide(row->left, source.left, columnWidth());
        if (!row->right.layout) laySide(row->right, source.right, columnWidth());
        if (isInCurrent(static_cast<std::size_t>(row - m_laid.begin())))
            for (const double x : {0.0, half}) painter.fillRect(QRectF(x, y, 3, row->height), tokens.accent);
        paintSide(painter, row->left, {static_cast<double>(m_theme.scaled(gutter)), y}, true, tokens);
        paintSide(painter, row->right, {half + m_theme.scaled(gutter), y}, false, tokens);
    }
    painter.fillRect(QRectF(half - 1, 0, 1, viewport()->height()), tokens.line);
    if (!hasFocus()) return;
    painter.setPen(tokens.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
}

void DifferenceCanvas::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void DifferenceCanvas::scrollContentsBy(int, int)
{
    viewport()->update();
}

void DifferenceCanvas::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Home: return verticalScrollBar()->setValue(0);
    case Qt::Key_End: return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    case Qt::Key_Escape:
    case Qt::Key_F3: return event->ignore();
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

}  // namespace cw::ui
