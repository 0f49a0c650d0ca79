#include "ui/desk/viewer/item_layout.h"

#include <QTextLine>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

constexpr double listIndent = 1.35;  ///< Text sizes for each level.
constexpr double titleSize = 1.2;

double lineHeightOf(const RenditionStyle& style, RunLook look)
{
    if (look == RunLook::title) return std::round(style.lineHeight() * titleSize);
    return style.lineHeight();
}

QList<QTextLayout::FormatRange> emphasisIn(const RenditionItems& items, const LaidRun& run, int size)
{
    QList<QTextLayout::FormatRange> formats;
    auto at = std::lower_bound(items.emphasis.begin(), items.emphasis.end(), run.begin,
                               [](const std::pair<int, int>& range, int begin) { return range.second <= begin; });
    for (; at != items.emphasis.end() && at->first < run.end; ++at) {
        const int from = run.displayOf(std::max(at->first, run.begin));
        const int to = std::min(run.displayOf(std::min(at->second, run.end)), size);
        if (from >= to) continue;
        QTextLayout::FormatRange format{from, to - from, {}};
        format.format.setFontWeight(QFont::DemiBold);
        formats.append(format);
    }
    return formats;
}

/// Lays the run out from (left, top) on; the answer is its height.
double layRun(const RenditionItems& items, LaidRun& run, const QString& display, const RenditionStyle& style,
              QPointF at, double width)
{
    run.layout = std::make_unique<QTextLayout>(display, fontOf(style, run.look));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(style.size * 2);
    run.layout->setTextOption(option);
    run.layout->setCacheEnabled(true);
    run.layout->setFormats(emphasisIn(items, run, static_cast<int>(display.size())));
    const double lineHeight = lineHeightOf(style, run.look);
    double y = at.y();
    run.layout->beginLayout();
    while (true) {
        QTextLine line = run.layout->createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width);
        line.setPosition({at.x(), y + std::round((lineHeight - line.height()) / 2)});
        y += lineHeight;
    }
    run.layout->endLayout();
    if (run.layout->lineCount() == 0) y += lineHeight;
    run.box = {at.x(), at.y(), width, y - at.y()};
    return y - at.y();
}

RunLook lookOf(const RenditionItem& item)
{
    switch (item.kind) {
    case BlockKind::heading: return headingLook(item.level);
    case BlockKind::note: return RunLook::muted;
    default: return RunLook::body;
    }
}

double indentOf(const RenditionItem& item, const RenditionStyle& style)
{
    return item.kind == BlockKind::listItem ? std::clamp(item.level, 1, 8) * listIndent * style.size : 0;
}

void layParagraph(const RenditionItems& items, const RenditionItem& item, const QString& text,
                  const RenditionStyle& style, LaidItem& laid)
{
    const double indent = indentOf(item, style);
    LaidRun run;
    run.begin = item.begin;
    run.end = item.end;
    run.look = lookOf(item);
    const double top = laid.height;
    laid.height +=
        layRun(items, run, text.mid(item.begin, item.end - item.begin), style, {indent, top}, style.width - indent);
    if (item.kind == BlockKind::listItem && item.isFirst)
        laid.bullet = {indent - style.size * 0.65, top + style.lineHeight() / 2};
    laid.runs.push_back(std::move(run));
}

void layPreformatted(const RenditionItems& items, const RenditionItem& item, const QString& text,
                     const RenditionStyle& style, LaidItem& laid)
{
    for (auto& paragraph : flowOf(text, item.begin, item.end, items.widths.broken, items.keepsLines)) {
        if (paragraph.kind == FlowKind::blank) {
            laid.height += std::round(style.size * 0.6);
            continue;
        }
        const bool isFixed = paragraph.kind == FlowKind::columns;
        LaidRun run;
        run.begin = paragraph.begin();
        run.end = paragraph.end();
        run.source = std::move(paragraph.source);
        run.look = paragraph.kind == FlowKind::rule      ? RunLook::rule
                   : paragraph.kind == FlowKind::heading ? RunLook::strong
                   : !isFixed                            ? RunLook::body
                   : paragraph.isStrong                  ? RunLook::fixedStrong
                                                         : RunLook::fixed;
        laid.height += layRun(items, run, paragraph.display, style, {0, laid.height},
                              isFixed ? std::max(style.width, style.fixedWidth) : style.width);
        laid.runs.push_back(std::move(run));
    }
}

void layRow(const RenditionItems& items, const RenditionItem& item, const QString& text, const RenditionStyle& style,
            const std::vector<double>& columns, LaidItem& laid)
{
    const double padding = style.cellPadding();
    const double top = laid.height + std::round(padding * 0.55);
    double tallest = style.lineHeight();
    double left = 0;
    std::size_t column = 0;
    for (const auto& cell : item.cells) {
        double width = 0;
        for (int i = 0; i < cell.columns && column < columns.size(); ++i) width += columns[column++];
        LaidRun run;
        run.begin = cell.begin;
        run.end = cell.end;
        run.look = cell.isHeader ? RunLook::headerCell : RunLook::body;
        tallest = std::max(tallest, layRun(items, run, text.mid(cell.begin, cell.end - cell.begin), style,
                                           {left + padding, top}, std::max(8.0, width - 2 * padding)));
        laid.runs.push_back(std::move(run));
        left += width;
    }
    laid.height = top + tallest + std::round(padding * 0.55) + 1;
    laid.hasLine = true;
    for (const double width : columns) laid.lineWidth += width;
}

}  // namespace

double RenditionStyle::lineHeight() const
{
    return std::round(size * 1.56);
}

RunLook headingLook(int level)
{
    return level <= 1 ? RunLook::title : level <= 3 ? RunLook::heading : RunLook::mutedHeading;
}

QFont fontOf(const RenditionStyle& style, RunLook look)
{
    QFont font = style.body;
    double size = style.size;
    switch (look) {
    case RunLook::title:
        size *= titleSize;
        font.setWeight(QFont::DemiBold);
        break;
    case RunLook::strong:
    case RunLook::heading:
    case RunLook::mutedHeading:
    case RunLook::headerCell: font.setWeight(QFont::DemiBold); break;
    case RunLook::fixed:
    case RunLook::fixedStrong:
        font = QFont(QStringLiteral("DejaVu Sans Mono"));
        font.setStyleHint(QFont::Monospace);
        font.setBold(look == RunLook::fixedStrong);
        size = style.fixedSize;
        break;
    default: break;
    }
    // Points, because a pixel size is a whole number.
    font.setPointSizeF(size * 0.75);
    return font;
}

int LaidRun::displayOf(int index) const
{
    if (source.empty()) return std::clamp(index, begin, end) - begin;
    const auto at = std::lower_bound(source.begin(), source.end(), index);
    return static_cast<int>(
        std::min<std::ptrdiff_t>(at - source.begin(), layout ? layout->text().size() : at - source.begin()));
}

int LaidRun::sourceOf(int display) const
{
    if (source.empty()) return std::min(begin + display, end);
    return source[std::min(static_cast<std::size_t>(std::max(display, 0)), source.size() - 1)];
}

LaidItem layItem(const RenditionItems& items, const RenditionItem& item, const QString& text,
                 const RenditionStyle& style, const std::vector<double>& columns)
{
    LaidItem laid;
    laid.height = std::round(item.above * style.size);
    switch (item.kind) {
    case BlockKind::tableRow: layRow(items, item, text, style, columns, laid); break;
    case BlockKind::preformatted: layPreformatted(items, item, text, style, laid); break;
    default: layParagraph(items, item, text, style, laid); break;
    }
    return laid;
}

double estimatedHeight(const RenditionItems& items, const RenditionItem& item, const QString& text,
                       const RenditionStyle& style, const std::vector<double>& columns, const GlyphWidths& widths)
{
    const double above = std::round(item.above * style.size);
    const auto lines = [&](int begin, int end, double width) {
        // Lines end at a word: a twentieth of each stays empty.
        return std::max(1.0, std::ceil(1.05 * widths.of(QStringView(text).mid(begin, end - begin)) / width));
    };
    if (item.kind == BlockKind::tableRow) {
        double most = 1;
        std::size_t column = 0;
        for (const auto& cell : item.cells) {
            double width = 0;
            for (int i = 0; i < cell.columns && column < columns.size(); ++i) width += columns[column++];
            most = std::max(most, lines(cell.begin, cell.end, std::max(8.0, width - 2 * style.cellPadding())));
        }
        return above + most * style.lineHeight() + 2 * std::round(style.cellPadding() * 0.55) + 1;
    }
    if (item.kind == BlockKind::preformatted) {
        const auto breaks = QStringView(text).mid(item.begin, item.end - item.begin).count(QLatin1Char('\n'));
        const double flowing = items.keepsLines ? 0 : lines(item.begin, item.end, style.width);
        return above + std::max(static_cast<double>(breaks) + 1, flowing) * style.lineHeight();
    }
    const double indent = indentOf(item, style);
    return above + lines(item.begin, item.end, style.width - indent) * lineHeightOf(style, lookOf(item));
}

}  // namespace cw::ui
