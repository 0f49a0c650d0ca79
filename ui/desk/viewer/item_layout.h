#pragma once

#include "ui/desk/viewer/glyph_widths.h"
#include "ui/desk/viewer/rendition_items.h"

#include <QFont>
#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace cw::ui {

/// Fonts and measures that a rendition is laid out with; pixels.
struct RenditionStyle {
    QFont body;  ///< Of no size: fontOf() gives it one.
    double size = 13.5;
    double width = 492;       ///< Of a line of prose.
    double wideWidth = 492;   ///< What tables and columns may use before one has to scroll.
    double fixedSize = 13;    ///< Of text in one width.
    double fixedWidth = 492;  ///< Its longest line.
    double lineHeight() const;
    double cellPadding() const { return size * 0.45; }
};

enum class RunLook { body, strong, title, heading, mutedHeading, headerCell, muted, fixed, fixedStrong, rule };
QFont fontOf(const RenditionStyle& style, RunLook look);
RunLook headingLook(int level);

/// Text that flows in one rectangle: a paragraph, a cell, a line of columns.
struct LaidRun {
    std::unique_ptr<QTextLayout> layout;  ///< Lines are positioned within the item.
    QRectF box;
    int begin = 0;  ///< UTF-16 of the text.
    int end = 0;
    std::vector<int> source;  ///< Where each character drawn stands in the text; empty: begin, begin + 1, …
    RunLook look = RunLook::body;

    int displayOf(int index) const;
    int sourceOf(int display) const;
};

struct LaidItem {
    std::vector<LaidRun> runs;
    double height = 0;     ///< With the space above.
    QPointF bullet;        ///< Centre; null for none.
    bool hasLine = false;  ///< Below it, as wide as the table.
    double lineWidth = 0;
};

/// Widths of the columns of a table: as wide as the words need, narrower when that is more than style.wideWidth, never
/// narrower than the longest words (then the table is wider).
std::vector<double> columnWidths(const RenditionItems& items, const ItemTable& table, const QString& text,
                                 const RenditionStyle& style);

LaidItem layItem(const RenditionItems& items, const RenditionItem& item, const QString& text,
                 const RenditionStyle& style, const std::vector<double>& columns);
/// Height of layItem() within a few parts in a hundred.
double estimatedHeight(const RenditionItems& items, const RenditionItem& item, const QString& text,
                       const RenditionStyle& style, const std::vector<double>& columns, const GlyphWidths& widths);

}  // namespace cw::ui
