#pragma once

#include "import/documents/inline_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A block of a page before it is written.
struct HtmlPiece {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    InlineText words;
    std::string lines;  ///< Preformatted only.

    bool isEmpty() const noexcept { return words.isEmpty() && lines.empty(); }
    void write(RenditionWriter& writer) const;
};

/// The row of an HTML table that is being read. A row of one cell is no row but layout: its blocks are written as they
/// are. Cells that reach down from rows above leave empty cells.
class HtmlTable {
public:
    void beginCell(bool isHeader, int columns, int rows);
    void add(HtmlPiece piece);
    bool isInCell() const noexcept { return m_isInCell; }
    void endCell() noexcept { m_isInCell = false; }
    void endRow(RenditionWriter& writer);
    /// A table within a cell: from now on this one is layout, its cells are written as they come.
    void turnToLayout(RenditionWriter& writer);
    bool isLayout() const noexcept { return m_isLayout; }

private:
    struct Cell {
        std::vector<HtmlPiece> pieces;
        bool isHeader = false;
        int columns = 1;
    };
    void fillFromAbove();
    static InlineText joined(const Cell& cell);

    std::vector<Cell> m_cells;
    std::vector<int> m_reaching;  ///< For each column, in how many rows more a cell from above stands.
    std::vector<int> m_begun;     ///< The same for the cells of this row.
    bool m_isInCell = false;
    bool m_isLayout = false;
};

}  // namespace cw
