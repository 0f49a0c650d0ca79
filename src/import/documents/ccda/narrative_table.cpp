#include "import/documents/ccda/narrative.h"

#include <algorithm>

namespace cw::ccda {

namespace {

constexpr int columnLimit = 200;
constexpr int rowSpanLimit = 5000;
/// Empty cells that hold the place of spanning ones, in the whole document: a small file must not become a huge table.
constexpr int fillerLimit = 100'000;

int spanOf(pugi::xml_node cell, const char* name, int limit)
{
    return std::clamp(cell.attribute(name).as_int(1), 1, limit);
}

/// Columns from `column` on that cells of rows above reach down into; they are used up.
int takeCovered(std::vector<int>& covered, std::size_t& column)
{
    int columns = 0;
    for (; column < covered.size() && covered[column] > 0; ++column, ++columns) --covered[column];
    return columns;
}

}  // namespace

void NarrativeWriter::writeTable(pugi::xml_node table)
{
    if (const auto caption = table.child("caption")) writeHeading(4, caption);
    m_writer.beginTable();
    std::vector<int> covered;
    writeRows(table, false, covered);
}

void NarrativeWriter::writeRows(pugi::xml_node group, bool isHeader, std::vector<int>& covered)
{
    for (const auto child : group.children()) {
        const std::string_view name = child.name();
        if (name == "tr") {
            openContainer(child);
            writeRow(child, isHeader, covered);
            closeContainer();
        } else if (name == "thead" || name == "tbody" || name == "tfoot") {
            openContainer(child);
            covered.clear();
            writeRows(child, name == "thead", covered);
            closeContainer();
        }
    }
}

void NarrativeWriter::writeRow(pugi::xml_node row, bool isHeader, std::vector<int>& covered)
{
    std::vector<RenditionWriter::Cell> cells;
    std::vector<NarrativeWords> words;
    std::size_t column = 0;
    const auto fillCovered = [&] {
        const int columns = takeCovered(covered, column);
        if (columns == 0 || ++m_fillers > fillerLimit) return;
        cells.push_back({"", false, columns});
        words.emplace_back();
    };
    for (const auto child : row.children()) {
        const std::string_view name = child.name();
        if (name != "td" && name != "th") continue;
        fillCovered();
        if (column >= columnLimit) break;
        const int columns = spanOf(child, "colspan", columnLimit);
        const int rows = spanOf(child, "rowspan", rowSpanLimit);
        gatherMarked(child, words.emplace_back());
        cells.push_back({words.back().text(), isHeader || name == "th", columns});
        if (covered.size() < column + static_cast<std::size_t>(columns))
            covered.resize(column + static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) covered[column++] = rows - 1;
    }
    fillCovered();
    if (cells.empty()) return;
    m_writer.row(cells);
    cover(m_writer.lastRange());
    for (std::size_t i = 0; i < words.size(); ++i) place(words[i], m_writer.lastCell(i));
}

}  // namespace cw::ccda
