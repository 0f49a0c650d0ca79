#include "ui/desk/viewer/text_layout.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLine>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

struct Spacing {
    double above = 0;
    double below = 0;
};

Spacing spacingOf(const FlowParagraph& paragraph, double size)
{
    switch (paragraph.kind) {
    case FlowKind::title: return {0, size * 0.5};
    case FlowKind::heading: return {size * 0.35, size * 0.1};
    default: return {};
    }
}

/// A fixed-width face in which the widest line with columns fits the paper, as long as it stays readable.
QFont columnFont(const TextLayoutStyle& style, int columns)
{
    QFont font(QStringLiteral("DejaVu Sans Mono"));
    font.setStyleHint(QFont::Monospace);
    constexpr double advance = 0.603;  // Of the face, per pixel of its size.
    font.setPixelSize(
        static_cast<int>(std::clamp(style.width / (advance * columns), style.size * 0.7, style.size * 0.95)));
    return font;
}

}  // namespace

void TextLayout::build(const TextFlow& flow, const TextLayoutStyle& style)
{
    m_flow = flow;
    m_blocks.clear();
    m_width = style.width;
    const double size = style.size;
    const QFont fixed = columnFont(style, m_flow.columns);
    double y = 0;
    for (const auto& paragraph : m_flow.paragraphs) {
        Block block;
        block.paragraph = &paragraph;
        const bool isStrong = paragraph.isStrong || paragraph.kind == FlowKind::heading;
        QFont font = paragraph.kind == FlowKind::title ? style.title : isStrong ? style.strong : style.body;
        if (paragraph.kind == FlowKind::columns) {
            font = fixed;
            font.setBold(isStrong);
        }
        const auto spacing = spacingOf(paragraph, size);
        y += spacing.above;
        block.top = y;
        if (paragraph.kind == FlowKind::blank) {
            y += size * 0.6;
        } else {
            block.layout = std::make_unique<QTextLayout>(paragraph.display, font);
            QTextOption option;
            option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            option.setTabStopDistance(size * 2);
            block.layout->setTextOption(option);
            block.layout->setCacheEnabled(true);
            const bool isTitle = paragraph.kind == FlowKind::title;
            const double lineHeight = (isTitle ? style.titleSize : size) * style.lineFactor;
            block.layout->beginLayout();
            while (true) {
                QTextLine line = block.layout->createLine();
                if (!line.isValid()) break;
                line.setLineWidth(style.width);
                line.setPosition({0, y + (lineHeight - line.height()) / 2});
                y += lineHeight;
            }
            block.layout->endLayout();
        }
        block.bottom = y;
        y += spacing.below;
        m_blocks.push_back(std::move(block));
    }
    m_height = y;
}

void TextLayout::draw(QPainter& painter, const QRectF& visible, int selectedBegin, int selectedEnd, const QColor& color,
                      const QColor& selectedColor, const QColor& ruleColor) const
{
    for (const auto& block : m_blocks) {
        if (!block.layout || block.bottom < visible.top() || block.top > visible.bottom()) continue;
        if (block.paragraph->kind == FlowKind::rule) {
            const double y = std::round((block.top + block.bottom) / 2) + 0.5;
            painter.setPen(ruleColor);
            painter.drawLine(QPointF(0, y), QPointF(m_width, y));
            continue;
        }
        QList<QTextLayout::FormatRange> formats;
        const int begin = displayOf(block, selectedBegin);
        const int end = displayOf(block, selectedEnd);
        if (selectedBegin < selectedEnd && begin < end) {
            QTextLayout::FormatRange range{begin, end - begin, {}};
            range.format.setForeground(selectedColor);
            formats.append(range);
        }
        painter.setPen(color);
        block.layout->draw(&painter, {0, 0}, formats, visible);
    }
}

const TextLayout::Block& TextLayout::blockOf(int index) const
{
    // The last block that begins at or before the character.
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), index,
                                        [](int at, const Block& block) { return at < block.paragraph->begin(); });
    return after == m_blocks.begin() ? m_blocks.front() : *(after - 1);
}

int TextLayout::displayOf(const Block& block, int index)
{
    const auto& source = block.paragraph->source;
    const auto at = std::lower_bound(source.begin(), source.end(), index);
    return static_cast<int>(std::min<std::ptrdiff_t>(at - source.begin(), block.paragraph->display.size()));
}

QList<QRectF> TextLayout::boxes(int begin, int end) const
{
    QList<QRectF> boxes;
    for (const auto& block : m_blocks) {
        if (!block.layout || block.paragraph->end() <= begin || block.paragraph->begin() >= end) continue;
        const int from = displayOf(block, begin);
        const int to = displayOf(block, end);
        for (int i = 0; i < block.layout->lineCount(); ++i) {
            const QTextLine line = block.layout->lineAt(i);
            const int first = std::max(from, line.textStart());
            const int last = std::min(to, line.textStart() + line.textLength());
            if (first >= last) continue;
            const double left = line.cursorToX(first);
            const double right = std::min(line.cursorToX(last), line.x() + line.naturalTextWidth());
            if (right > left) boxes.append({left, line.y(), right - left, line.height()});
        }
    }
    return boxes;
}

int TextLayout::indexAt(QPointF point) const
{
    if (m_blocks.empty()) return 0;
    const auto below = std::lower_bound(m_blocks.begin(), m_blocks.end(), point.y(),
                                        [](const Block& block, double y) { return block.bottom < y; });
    const Block& block = below == m_blocks.end() ? m_blocks.back() : *below;
    if (!block.layout || block.layout->lineCount() == 0) return block.paragraph->begin();
    int nearest = 0;
    for (int i = 1; i < block.layout->lineCount(); ++i) {
        const QTextLine line = block.layout->lineAt(i);
        const QTextLine before = block.layout->lineAt(i - 1);
        if (point.y() >= (before.y() + before.height() + line.y()) / 2) nearest = i;
    }
    const auto at = block.layout->lineAt(nearest).xToCursor(point.x());
    const auto& source = block.paragraph->source;
    return source[std::min(static_cast<std::size_t>(at), source.size() - 1)];
}

QRectF TextLayout::caret(int index) const
{
    if (m_blocks.empty()) return {};
    const Block& block = blockOf(index);
    if (!block.layout) return {0, block.top, 1, block.bottom - block.top};
    const int at = displayOf(block, index);
    const QTextLine line = block.layout->lineForTextPosition(at);
    if (!line.isValid()) return {0, block.top, 1, block.bottom - block.top};
    return {line.cursorToX(at), line.y(), 1, line.height()};
}

std::pair<int, int> TextLayout::lineAround(int index) const
{
    if (m_blocks.empty()) return {0, 0};
    const Block& block = blockOf(index);
    const auto& source = block.paragraph->source;
    if (!block.layout) return {source.front(), source.front()};
    const QTextLine line = block.layout->lineForTextPosition(displayOf(block, index));
    if (!line.isValid()) return {source.front(), source.back()};
    int last = line.textStart() + line.textLength();
    // Before the space at which the line was broken: after it the caret would stand on the next line.
    if (last < block.paragraph->display.size()) --last;
    return {source[static_cast<std::size_t>(line.textStart())],
            source[static_cast<std::size_t>(std::max(last, line.textStart()))]};
}

}  // namespace cw::ui
