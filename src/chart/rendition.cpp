#include "chart/rendition.h"

#include "chart/rendition_text.h"

#include <algorithm>
#include <utility>

namespace cw {

namespace {

constexpr std::size_t textLimit = std::size_t{64} << 20U;
constexpr std::string_view limitNote = "The document is longer than 64 MB; the rest of it is left out.";

}  // namespace

void RenditionWriter::heading(int level, std::string_view text)
{
    append(BlockKind::heading, std::clamp(level, 1, 4), foldedText(text));
}

void RenditionWriter::paragraph(std::string_view text)
{
    append(BlockKind::paragraph, 0, foldedText(text));
}

void RenditionWriter::listItem(int level, std::string_view text)
{
    append(BlockKind::listItem, std::max(level, 1), foldedText(text));
}

void RenditionWriter::preformatted(std::string_view text)
{
    append(BlockKind::preformatted, 0, cleanLines(text));
}

void RenditionWriter::note(std::string_view text)
{
    append(BlockKind::note, 0, foldedText(text));
}

void RenditionWriter::labelled(std::string_view label, std::string_view value)
{
    const auto words = foldedText(value);
    m_wasWritten = false;
    if (words.empty()) return;
    const auto name = foldedText(label) + ":";
    append(BlockKind::paragraph, 0, name + " " + words);
    if (!m_wasWritten) return;
    const auto begin = m_rendition.blocks.back().range.begin;
    emphasise({begin, begin + static_cast<std::int64_t>(name.size())});
}

void RenditionWriter::beginTable()
{
    ++m_table;
    m_isTableOpen = true;
}

void RenditionWriter::row(const std::vector<Cell>& cells)
{
    m_wasWritten = false;
    std::vector<std::string> words;
    std::size_t size = cells.size();
    bool hasWords = false;
    for (const auto& cell : cells) {
        words.push_back(foldedText(cell.text));
        size += words.back().size();
        hasWords = hasWords || !words.back().empty();
    }
    if (!hasWords || !hasRoom(size)) return;
    if (!m_isTableOpen) beginTable();
    separate(BlockKind::tableRow);
    TextBlock block{BlockKind::tableRow, 0, m_table, {}, {}};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != 0) m_rendition.text += '\t';
        block.cells.push_back({appendText(words[i]), cells[i].isHeader, std::max(cells[i].columns, 1)});
    }
    block.range = {block.cells.front().range.begin, block.cells.back().range.end};
    m_rendition.blocks.push_back(std::move(block));
    m_wasWritten = true;
}

void RenditionWriter::headerRow(const std::vector<std::string>& cells)
{
    std::vector<Cell> full;
    for (const auto& text : cells) full.push_back({text, true, 1});
    row(full);
}

void RenditionWriter::row(const std::vector<std::string>& cells)
{
    std::vector<Cell> full;
    for (const auto& text : cells) full.push_back({text, false, 1});
    row(full);
}

TextRange RenditionWriter::lastRange() const noexcept
{
    return m_wasWritten ? m_rendition.blocks.back().range : TextRange{};
}

TextRange RenditionWriter::lastCell(std::size_t index) const noexcept
{
    if (!m_wasWritten || index >= m_rendition.blocks.back().cells.size()) return {};
    return m_rendition.blocks.back().cells[index].range;
}

void RenditionWriter::emphasise(TextRange range)
{
    range.begin = std::max<std::int64_t>(range.begin, 0);
    range.end = std::min(range.end, static_cast<std::int64_t>(m_rendition.text.size()));
    if (!range.isEmpty()) m_rendition.emphasis.push_back(range);
}

Rendition RenditionWriter::finish() &&
{
    auto& ranges = m_rendition.emphasis;
    std::sort(ranges.begin(), ranges.end(), [](const TextRange& a, const TextRange& b) { return a.begin < b.begin; });
    std::vector<TextRange> merged;
    for (const auto& range : ranges) {
        if (!merged.empty() && range.begin <= merged.back().end)
            merged.back().end = std::max(merged.back().end, range.end);
        else
            merged.push_back(range);
    }
    ranges = std::move(merged);
    return std::move(m_rendition);
}

void RenditionWriter::append(BlockKind kind, int level, std::string_view folded)
{
    m_wasWritten = false;
    m_isTableOpen = false;
    if (folded.empty() || !hasRoom(folded.size())) return;
    separate(kind);
    m_rendition.blocks.push_back({kind, level, 0, appendText(folded), {}});
    m_wasWritten = true;
}

TextRange RenditionWriter::appendText(std::string_view text)
{
    const auto begin = static_cast<std::int64_t>(m_rendition.text.size());
    m_rendition.text += text;
    return {begin, static_cast<std::int64_t>(m_rendition.text.size())};
}

void RenditionWriter::separate(BlockKind next)
{
    if (m_rendition.blocks.empty()) return;
    const auto& last = m_rendition.blocks.back();
    const bool isSameTable = next == BlockKind::tableRow && last.kind == next && last.table == m_table;
    const bool isSameList = next == BlockKind::listItem && last.kind == next;
    m_rendition.text += isSameTable || isSameList ? "\n" : "\n\n";
}

bool RenditionWriter::hasRoom(std::size_t more)
{
    if (m_isFull) return false;
    if (m_rendition.text.size() + more <= textLimit) return true;
    m_isFull = true;
    separate(BlockKind::note);
    m_rendition.blocks.push_back({BlockKind::note, 0, 0, appendText(limitNote), {}});
    return false;
}

}  // namespace cw
