#include "ui/desk/viewer/rendition_items.h"

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int longestPiece = 6000;  ///< UTF-16 units; a piece is laid out in a few milliseconds.

double spaceAbove(BlockKind kind, int level, const RenditionItem* before)
{
    if (!before) return 0;
    const bool isUnderHeading = before->kind == BlockKind::heading;
    switch (kind) {
    case BlockKind::heading: return isUnderHeading ? 0.35 : level <= 2 ? 1.1 : 0.8;
    case BlockKind::listItem: return before->kind == BlockKind::listItem ? 0.15 : isUnderHeading ? 0.2 : 0.4;
    case BlockKind::tableRow: return isUnderHeading ? 0.3 : 0.6;
    default: return isUnderHeading ? 0.2 : before->kind == BlockKind::tableRow ? 0.75 : 0.6;
    }
}

/// Where a piece that begins at `begin` ends: at a line end, else at a space, else where it is full.
int pieceEnd(const QString& text, int begin, int end)
{
    if (end - begin <= longestPiece) return end;
    const int limit = begin + longestPiece;
    for (const QChar cut : {QLatin1Char('\n'), QLatin1Char(' ')}) {
        const auto at = static_cast<int>(text.lastIndexOf(cut, limit - 1));
        if (at > begin + longestPiece / 4) return at;
    }
    return text.at(limit).isLowSurrogate() ? limit - 1 : limit;
}

class ItemBuilder {
public:
    ItemBuilder(const DocumentText& text, RenditionItems& out) : m_text(text), m_out(out) {}

    void add(const TextBlock& block)
    {
        const int begin = m_text.indexOf(block.range.begin);
        const int end = m_text.indexOf(block.range.end);
        if (begin >= end || begin < m_end) return;  // A layout that does not fit the text.
        m_end = end;
        if (block.kind == BlockKind::tableRow && !block.cells.empty()) return addRow(block, begin, end);
        m_table = 0;
        addPieces(block.kind, block.level, begin, end);
    }

    void addPieces(BlockKind kind, int level, int begin, int end)
    {
        const double above = spaceAbove(kind, level, last());
        for (int at = begin; at < end;) {
            const int next = pieceEnd(m_text.text(), at, end);
            m_out.items.push_back({kind, level, at, next, -1, at == begin ? above : 0, at == begin, {}});
            at = next;
            while (at < end && m_text.text().at(at) == QLatin1Char('\n')) ++at;
        }
        if (kind != BlockKind::preformatted) return;
        const auto widths = widthsOf(m_text.text(), begin, end, m_out.keepsLines);
        m_out.widths.broken = std::max(m_out.widths.broken, widths.broken);
        m_out.widths.columns = std::max(m_out.widths.columns, widths.columns);
    }

private:
    const RenditionItem* last() const { return m_out.items.empty() ? nullptr : &m_out.items.back(); }

    void addRow(const TextBlock& block, int begin, int end)
    {
        const bool isNew = block.table != m_table || m_out.tables.empty();
        m_table = block.table;
        const auto index = static_cast<int>(m_out.items.size());
        if (isNew) m_out.tables.push_back({index, index, 0});
        auto& table = m_out.tables.back();
        RenditionItem item{BlockKind::tableRow, 0, begin, end, static_cast<int>(m_out.tables.size()) - 1, 0, true, {}};
        item.above = isNew ? spaceAbove(BlockKind::tableRow, 0, last()) : 0;
        int columns = 0;
        for (const auto& cell : block.cells) {
            item.cells.push_back({m_text.indexOf(cell.range.begin), m_text.indexOf(cell.range.end), cell.isHeader,
                                  std::clamp(cell.columns, 1, 100)});
            columns += item.cells.back().columns;
        }
        table.last = index;
        table.columns = std::max(table.columns, columns);
        m_out.items.push_back(std::move(item));
    }

    const DocumentText& m_text;
    RenditionItems& m_out;
    int m_end = 0;
    int m_table = 0;
};

}  // namespace

RenditionItems itemsOf(const Rendition& rendition, const DocumentText& text, bool isNote)
{
    RenditionItems out;
    out.keepsLines = !isNote;
    ItemBuilder builder(text, out);
    for (const auto& block : rendition.blocks) builder.add(block);
    const auto size = static_cast<int>(text.text().size());
    if (out.items.empty() && size > 0) builder.addPieces(BlockKind::preformatted, 0, 0, size);
    // The first line of a plain note is its title.
    if (isNote && !out.items.empty() && out.items.front().kind == BlockKind::heading) out.items.front().level = 1;
    for (const auto& range : rendition.emphasis)
        out.emphasis.emplace_back(text.indexOf(range.begin), text.indexOf(range.end));
    return out;
}

}  // namespace cw::ui
