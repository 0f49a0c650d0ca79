#include "import/documents/html_table.h"

#include <algorithm>

namespace cw {

namespace {

constexpr std::size_t columnLimit = 1'000;

}  // namespace

void HtmlPiece::write(RenditionWriter& writer) const
{
    switch (kind) {
    case BlockKind::heading: writer.heading(level, words.text()); break;
    case BlockKind::listItem: writer.listItem(level, words.text()); break;
    case BlockKind::preformatted: writer.preformatted(lines); break;
    default: writer.paragraph(words.text()); break;
    }
    words.emphasiseIn(writer, writer.lastRange());
}

void HtmlTable::beginCell(bool isHeader, int columns, int rows)
{
    fillFromAbove();
    m_isInCell = true;
    if (m_cells.size() >= columnLimit) return;  // The words go to the last cell.
    m_cells.push_back({{}, isHeader, columns});
    const auto room = columnLimit - std::min(m_begun.size(), columnLimit);
    m_begun.insert(m_begun.end(), std::min(static_cast<std::size_t>(columns), room), rows - 1);
}

void HtmlTable::fillFromAbove()
{
    while (m_begun.size() < m_reaching.size() && m_reaching[m_begun.size()] > 0 && m_cells.size() < columnLimit) {
        m_cells.emplace_back();
        m_begun.push_back(m_reaching[m_begun.size()] - 1);
    }
}

void HtmlTable::add(HtmlPiece piece)
{
    if (m_cells.empty()) beginCell(false, 1, 1);
    m_cells.back().pieces.push_back(std::move(piece));
}

InlineText HtmlTable::joined(const Cell& cell)
{
    InlineText words;
    for (const auto& piece : cell.pieces) {
        words.append(piece.words);
        if (piece.lines.empty()) continue;
        InlineText lines;
        lines.append(piece.lines, false);
        words.append(lines);
    }
    return words;
}

void HtmlTable::endRow(RenditionWriter& writer)
{
    m_isInCell = false;
    if (m_cells.empty()) return;
    if (m_cells.size() == 1 || m_isLayout) {
        for (const auto& cell : m_cells)
            for (const auto& piece : cell.pieces) piece.write(writer);
    } else {
        std::vector<InlineText> words;
        std::vector<RenditionWriter::Cell> row;
        for (const auto& cell : m_cells) {
            words.push_back(joined(cell));
            row.push_back({words.back().text(), cell.isHeader, cell.columns});
        }
        writer.row(row);
        for (std::size_t i = 0; i < words.size(); ++i) words[i].emphasiseIn(writer, writer.lastCell(i));
    }
    m_cells.clear();
    m_reaching = std::exchange(m_begun, {});
}

void HtmlTable::turnToLayout(RenditionWriter& writer)
{
    m_isLayout = true;
    const bool wasInCell = m_isInCell;
    endRow(writer);
    m_isInCell = wasInCell;
}

}  // namespace cw
