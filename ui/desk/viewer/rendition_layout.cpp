#include "ui/desk/viewer/rendition_layout.h"

#include <QTextLine>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw::ui {

namespace {

constexpr int shortText = 40'000;         ///< UTF-16 units: 20 KB notes are exact at once.
constexpr std::size_t manyItems = 1'500;  ///< Laid out at a time.

}  // namespace

void RenditionLayout::setContent(RenditionItems items, QString text)
{
    m_items = std::move(items);
    m_text = std::move(text);
}

void RenditionLayout::build(const RenditionStyle& style)
{
    m_style = style;
    m_columns.clear();
    m_widest = std::max(style.width, m_items.widths.columns > 0 ? style.fixedWidth : 0.0);
    for (const auto& table : m_items.tables) {
        m_columns.push_back(columnWidths(m_items, table, m_text, style));
        double width = 0;
        for (const double column : m_columns.back()) width += column;
        m_widest = std::max(m_widest, width);
    }
    const std::size_t count = m_items.items.size();
    m_laid.clear();
    m_laid.resize(count);
    m_laidCount = 0;
    m_isExact.assign(count, false);
    m_tops.assign(count + 1, 0);
    m_validTops = 0;
    m_moved = 0;
    const GlyphWidths widths(fontOf(style, RunLook::body));
    m_heights.clear();
    m_heights.reserve(count);
    const bool isShort = m_text.size() <= shortText;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& item = m_items.items[i];
        m_heights.push_back(isShort ? 0 : estimatedHeight(m_items, item, m_text, style, columnsOf(item), widths));
    }
    m_anchor = -1;
    if (isShort)
        for (std::size_t i = 0; i < count; ++i) laid(i);
}

const std::vector<double>& RenditionLayout::columnsOf(const RenditionItem& item) const
{
    static const std::vector<double> none;
    return item.table < 0 ? none : m_columns[static_cast<std::size_t>(item.table)];
}

double RenditionLayout::topOf(std::size_t item) const
{
    for (; m_validTops < item; ++m_validTops) m_tops[m_validTops + 1] = m_tops[m_validTops] + m_heights[m_validTops];
    return m_tops[item];
}

std::size_t RenditionLayout::itemAt(double y) const
{
    topOf(m_items.items.size());
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    return after == m_tops.begin() ? 0 : static_cast<std::size_t>(after - m_tops.begin() - 1);
}

std::size_t RenditionLayout::itemOf(int index) const
{
    const auto after = std::upper_bound(m_items.items.begin(), m_items.items.end(), index,
                                        [](int at, const RenditionItem& item) { return at < item.begin; });
    return after == m_items.items.begin() ? 0 : static_cast<std::size_t>(after - m_items.items.begin() - 1);
}

const LaidItem& RenditionLayout::laid(std::size_t item) const
{
    auto& slot = m_laid[item];
    if (slot) return *slot;
    slot = layItem(m_items, m_items.items[item], m_text, m_style, columnsOf(m_items.items[item]));
    ++m_laidCount;
    const double change = slot->height - m_heights[item];
    if (change != 0) {
        if (topOf(item) < m_anchor + m_moved) m_moved += change;
        m_heights[item] = slot->height;
        m_validTops = std::min(m_validTops, item);
    }
    m_isExact[item] = true;
    return *slot;
}

void RenditionLayout::takeMoved()
{
    m_anchor += m_moved;
    m_moved = 0;
}

void RenditionLayout::prepare(double top, double bottom)
{
    if (m_items.items.empty()) return;
    if (m_laidCount > manyItems) {
        const std::size_t first = itemAt(top - 4 * (bottom - top));
        const std::size_t last = itemAt(bottom + 4 * (bottom - top));
        for (std::size_t i = 0; i < m_laid.size(); ++i)
            if ((i < first || i > last) && m_laid[i]) m_laid[i].reset(), --m_laidCount;
    }
    // An item that turns out shorter brings others into view: look again.
    const double before = m_moved;
    for (int turn = 0; turn < 4; ++turn) {
        const double move = m_moved - before;
        for (std::size_t i = itemAt(top + move); i < m_laid.size() && topOf(i) < bottom + m_moved - before; ++i)
            laid(i);
        if (m_moved - before == move) break;
    }
}

std::pair<int, int> RenditionLayout::shownRange(double top, double bottom) const
{
    if (m_items.items.empty()) return {0, 0};
    return {m_items.items[itemAt(top)].begin, m_items.items[itemAt(bottom)].end};
}

bool RenditionLayout::isExact(int index) const
{
    return !m_items.items.empty() && m_isExact[itemOf(index)];
}

RenditionLayout::Place RenditionLayout::placeOf(int index) const
{
    Place place{itemOf(index), nullptr, 0};
    const auto& runs = laid(place.item).runs;
    for (const auto& run : runs) {
        if (place.run && run.begin > index) break;
        place.run = &run;
    }
    if (place.run) place.display = place.run->displayOf(index);
    return place;
}

QList<QRectF> RenditionLayout::boxes(int begin, int end) const
{
    QList<QRectF> boxes;
    if (m_items.items.empty() || begin >= end) return boxes;
    for (std::size_t i = itemOf(begin); i < m_items.items.size() && m_items.items[i].begin < end; ++i) {
        const auto& item = laid(i);
        const double top = topOf(i);
        for (const auto& run : item.runs) {
            if (run.end <= begin || run.begin >= end) continue;
            const int from = run.displayOf(begin);
            const int to = run.displayOf(end);
            for (int at = 0; at < run.layout->lineCount(); ++at) {
                const QTextLine line = run.layout->lineAt(at);
                const int first = std::max(from, line.textStart());
                const int last = std::min(to, line.textStart() + line.textLength());
                if (first >= last) continue;
                const double left = line.cursorToX(first);
                const double right = std::min(line.cursorToX(last), line.x() + line.naturalTextWidth());
                if (right > left) boxes.append({left, top + line.y(), right - left, line.height()});
            }
        }
    }
    return boxes;
}

int RenditionLayout::indexAt(QPointF point) const
{
    if (m_items.items.empty()) return 0;
    const std::size_t at = itemAt(point.y());
    const auto& item = laid(at);
    const double y = point.y() - topOf(at);
    // The run nearest in height, and among cells side by side the one nearest in width.
    const LaidRun* nearest = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const auto& run : item.runs) {
        const double down = std::max({run.box.top() - y, 0.0, y - run.box.bottom()});
        const double aside = std::max({run.box.left() - point.x(), 0.0, point.x() - run.box.right()});
        const bool isRow = m_items.items[at].kind == BlockKind::tableRow;
        const double away = isRow ? aside : down * 1000 + aside;
        if (away < least) least = away, nearest = &run;
    }
    if (!nearest) return m_items.items[at].begin;
    if (nearest->layout->lineCount() == 0) return nearest->begin;
    int line = 0;
    for (int i = 1; i < nearest->layout->lineCount(); ++i) {
        const QTextLine here = nearest->layout->lineAt(i);
        const QTextLine before = nearest->layout->lineAt(i - 1);
        if (y >= (before.y() + before.height() + here.y()) / 2) line = i;
    }
    return nearest->sourceOf(nearest->layout->lineAt(line).xToCursor(point.x()));
}

QRectF RenditionLayout::caret(int index) const
{
    if (m_items.items.empty()) return {0, 0, 1, m_style.lineHeight()};
    const auto place = placeOf(index);
    const double top = topOf(place.item);
    if (!place.run) return {0, top, 1, m_style.lineHeight()};
    const QTextLine line = place.run->layout->lineForTextPosition(place.display);
    if (!line.isValid()) return {place.run->box.left(), top + place.run->box.top(), 1, m_style.lineHeight()};
    return {line.cursorToX(place.display), top + line.y(), 1, line.height()};
}

std::pair<int, int> RenditionLayout::lineAround(int index) const
{
    if (m_items.items.empty()) return {0, 0};
    const auto place = placeOf(index);
    if (!place.run) return {index, index};
    const auto& run = *place.run;
    const QTextLine line = run.layout->lineForTextPosition(place.display);
    if (!line.isValid()) return {run.begin, run.end};
    int last = line.textStart() + line.textLength();
    // Before the space at which the line was broken: after it the caret would stand on the next line.
    if (last < run.layout->text().size()) --last;
    return {run.sourceOf(line.textStart()), run.sourceOf(std::max(last, line.textStart()))};
}

}  // namespace cw::ui
