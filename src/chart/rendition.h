#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// What a stretch of a readable document is.
enum class BlockKind {
    heading,       ///< Level 1 to 4: document title, section, sub-section, caption.
    paragraph,     ///<
    listItem,      ///< Level 1 is the outermost list.
    tableRow,      ///< Consecutive rows with the same `table` make one table.
    preformatted,  ///< Line breaks and columns as they came; shown in one width.
    note  ///< What we say about the document ("attachment, see …"): shown muted, not part of the source's words.
};

/// [begin, end) in UTF-8 bytes of the text.
struct TextRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    bool isEmpty() const noexcept { return begin >= end; }
    bool operator==(const TextRange&) const = default;
};

struct TableCell {
    TextRange range;
    bool isHeader = false;
    int columns = 1;  ///< Columns it spans.
    bool operator==(const TableCell&) const = default;
};

struct TextBlock {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    int table = 0;  ///< Number of the table, from 1; rows only.
    TextRange range;
    std::vector<TableCell> cells;  ///< Rows only; in order.
    bool operator==(const TextBlock&) const = default;
};

/// A document of any textual kind made readable: its words in reading order, and what each stretch of them is.
///
/// The text is what is shown, searched, quoted and counted in: proof keeps byte offsets of `text`. The same source gives
/// the same rendition in every release of the program, or the reader's number in the layout is raised (proof on a
/// stored version always uses the stored text). Blocks are in order and do not overlap; between two there is at least one
/// '\n' that belongs to neither; cells of a row are parted by '\t'.
struct Rendition {
    std::string text;
    std::vector<TextBlock> blocks;
    std::vector<TextRange> emphasis;  ///< Words that the source shows bold or italic.
    bool operator==(const Rendition&) const = default;
};

/// Puts a rendition together. White space inside a paragraph or cell is folded to single spaces, lines of preformatted
/// text are kept. Text that is not UTF-8 or holds control characters has them replaced by U+FFFD. Empty blocks are left
/// out. Never fails; stops taking text at 64 MB and says so in a note.
class RenditionWriter {
public:
    void heading(int level, std::string_view text);
    void paragraph(std::string_view text);
    void listItem(int level, std::string_view text);
    void preformatted(std::string_view text);
    void note(std::string_view text);
    /// A label and what it says: a paragraph "Label: value", the label emphasised. Left out when the value is empty.
    void labelled(std::string_view label, std::string_view value);

    void beginTable();
    struct Cell {
        std::string text;
        bool isHeader = false;
        int columns = 1;
    };
    /// A row of the table begun last; without one it begins a table.
    void row(const std::vector<Cell>& cells);
    void headerRow(const std::vector<std::string>& cells);
    void row(const std::vector<std::string>& cells);

    /// Where the words of the block (or cell of the row) written last stand; empty when it was left out.
    TextRange lastRange() const noexcept;
    TextRange lastCell(std::size_t index) const noexcept;
    /// Marks part of what is written as emphasised.
    void emphasise(TextRange range);

    bool isEmpty() const noexcept { return m_rendition.blocks.empty(); }
    Rendition finish() &&;

private:
    void append(BlockKind kind, int level, std::string_view folded);
    TextRange appendText(std::string_view text);
    void separate(BlockKind next);
    bool hasRoom(std::size_t more);

    Rendition m_rendition;
    int m_table = 0;
    bool m_isTableOpen = false;
    bool m_isFull = false;
    bool m_wasWritten = false;  ///< The last call wrote a block.
};

/// Plain text as a rendition: blank lines part paragraphs, lines are kept (preformatted), short lines in capitals or
/// ending in a colon that stand alone are headings. The text stays byte for byte what it was.
Rendition plainTextRendition(std::string text);

/// Blocks and emphasis as compact JSON for the store, and back. `text` gives the words. Fails with corrupt (CHART-020)
/// for a layout that does not fit the text.
std::string writeLayout(const Rendition& rendition);
Result<Rendition> readLayout(std::string text, std::string_view layout);

}  // namespace cw
