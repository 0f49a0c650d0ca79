#pragma once

#include "app/packet/pdf_document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::app::packet {

/// A stretch of text at its place in a row; drawable already.
struct Piece {
    float left = 0;
    Style style;
    std::string text;
};

/// One line across the page. Pages break between rows only.
struct Row {
    float height = 0;
    std::vector<Piece> pieces;
    bool hasRule = false;       ///< A faint line below, with some air on both sides.
    std::optional<Colour> bar;  ///< A mark at the left of the row's text.
    float barLeft = 0;
};
using Rows = std::vector<Row>;

struct Cell {
    std::string_view text;
    Style style;
    float left = 0;
    float width = 0;
};

void append(Rows& rows, Rows more);

/// Sets rows one below the other, over as many pages as it takes.
class Flow {
public:
    static constexpr float margin = 54;
    static constexpr float right = PdfDocument::width - margin;
    static constexpr float top = 50;
    static constexpr float bottom = PdfDocument::height - 58;

    explicit Flow(PdfDocument& document) : m_document(document) {}

    /// The text in lines of at most this width. Lines break at spaces, and at line feeds of the text; a word that is too long
    /// breaks where it must.
    Rows wrapped(std::string_view text, const Style& style, float left, float width) const;
    /// Cells side by side, each wrapped in its own width.
    Rows columns(const std::vector<Cell>& cells) const;

    void space(float points);
    /// The first `together` rows are not parted by a page, and the rest do not leave a single row behind. `repeated` stands
    /// again at the top of each further page.
    void place(const Rows& rows, std::size_t together = 1, const Rows& repeated = {});
    int pageOfFirst() const noexcept { return m_pageOfFirst; }  ///< Where the rows placed last begin, from 0.
    /// A row of a table, of some lines: whole on a page if a page can hold it, below the repeated header.
    void placeWhole(const Rows& rows, const Rows& header);
    /// The foot line of each page: this and "page 3 of 7".
    void finish(const std::string& foot, const Style& style);

private:
    void newPage();
    void draw(const Row& row);

    PdfDocument& m_document;
    int m_pageOfFirst = 0;
    float m_y = bottom;  ///< Full: the first row begins a page.
};

}  // namespace cw::app::packet
