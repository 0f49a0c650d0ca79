#pragma once

#include "ui/desk/viewer/item_layout.h"

#include <optional>

class QPainter;

namespace cw::ui {

struct Tokens;

/// Where everything of a rendition stands. Only what is looked at is laid out; the rest has an estimated height. The origin
/// is the top left of the text column.
///
/// A question about an item lays it out, and then what is below it moves. How far the line that was at anchor() moved
/// is kept in moved(), so that a view can follow it.
class RenditionLayout {
public:
    void setContent(RenditionItems items, QString text);
    /// Short texts are laid out whole at once.
    void build(const RenditionStyle& style);
    const RenditionItems& items() const noexcept { return m_items; }

    double height() const { return m_tops.empty() ? 0 : topOf(m_items.items.size()); }
    double widest() const noexcept { return m_widest; }  ///< Of prose, columns and tables.
    void setAnchor(double y) { m_anchor = y; }
    double moved() const noexcept { return m_moved; }
    void takeMoved();
    /// Makes everything between exact, and forgets what is far away.
    void prepare(double top, double bottom);

    struct Colors {
        QColor text, muted, selected, line, faintLine;
    };
    /// Characters [selectedBegin, selectedEnd) are drawn in `selected`.
    void draw(QPainter& painter, const QRectF& visible, int selectedBegin, int selectedEnd, const Colors& colors) const;
    /// One box per line and cell.
    QList<QRectF> boxes(int begin, int end) const;
    int indexAt(QPointF point) const;
    QRectF caret(int index) const;  ///< Where it stands before the character.
    /// First and last caret position of the drawn line that holds the character.
    std::pair<int, int> lineAround(int index) const;
    /// Characters of all items that touch the stretch.
    std::pair<int, int> shownRange(double top, double bottom) const;
    bool isExact(int index) const;

private:
    double topOf(std::size_t item) const;
    std::size_t itemAt(double y) const;
    std::size_t itemOf(int index) const;
    const LaidItem& laid(std::size_t item) const;
    const std::vector<double>& columnsOf(const RenditionItem& item) const;
    struct Place {
        std::size_t item = 0;
        const LaidRun* run = nullptr;
        int display = 0;
    };
    Place placeOf(int index) const;
    void drawItem(QPainter& painter, const LaidItem& item, double top, const QRectF& visible, int selectedBegin,
                  int selectedEnd, const Colors& colors) const;

    RenditionItems m_items;
    QString m_text;
    RenditionStyle m_style;
    std::vector<std::vector<double>> m_columns;  ///< Of each table.
    double m_widest = 0;
    double m_anchor = 0;
    mutable std::vector<std::optional<LaidItem>> m_laid;
    mutable std::vector<double> m_heights;
    mutable std::vector<bool> m_isExact;
    mutable std::vector<double> m_tops;
    mutable std::size_t m_validTops = 0;  ///< m_tops[0 … m_validTops] are right.
    mutable std::size_t m_laidCount = 0;
    mutable double m_moved = 0;
};

}  // namespace cw::ui
