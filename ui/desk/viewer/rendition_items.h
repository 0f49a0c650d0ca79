#pragma once

#include "chart/rendition.h"
#include "ui/desk/viewer/document_text.h"
#include "ui/desk/viewer/text_flow.h"

#include <vector>

namespace cw::ui {

/// A cell of a table row in UTF-16 offsets of the text.
struct ItemCell {
    int begin = 0;
    int end = 0;
    bool isHeader = false;
    int columns = 1;
};

/// The smallest stretch of a rendition that is laid out at once: a block, or a piece of a long one.
struct RenditionItem {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    int begin = 0;  ///< UTF-16.
    int end = 0;
    int table = -1;       ///< Index in RenditionItems::tables.
    double above = 0;     ///< Space, in text sizes.
    bool isFirst = true;  ///< Of its block; later pieces have no bullet.
    std::vector<ItemCell> cells;
};

struct ItemTable {
    int first = 0;  ///< Items, both included.
    int last = 0;
    int columns = 0;
};

struct RenditionItems {
    std::vector<RenditionItem> items;  ///< In order.
    std::vector<ItemTable> tables;
    std::vector<std::pair<int, int>> emphasis;
    TextWidths widths;        ///< Of the preformatted lines.
    bool keepsLines = false;  ///< Preformatted text is shown in one width; else prose in it is joined (plain notes).
};

/// `isNote`: plain text, where only lines with columns are shown in one width.
RenditionItems itemsOf(const Rendition& rendition, const DocumentText& text, bool isNote);

}  // namespace cw::ui
