#pragma once

#include "ui/desk/viewer/difference_rows.h"
#include "ui/desk/viewer/glyph_widths.h"

#include <QAbstractScrollArea>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace cw::ui {

class Theme;
struct Tokens;

/// The two columns of a DifferenceView. Keys of a scroll area move it.
class DifferenceCanvas final : public QAbstractScrollArea {
    Q_OBJECT

public:
    DifferenceCanvas(Theme& theme, QWidget* parent);
    void setRows(std::vector<DifferenceRow> rows);
    void step(int direction);
    int current() const noexcept { return m_current; }
    int count() const noexcept { return static_cast<int>(m_starts.size()); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Side {
        std::unique_ptr<QTextLayout> layout;
        std::vector<DifferenceRange> ranges;
    };
    struct Row {
        double top = 0;
        double height = 0;
        Side left;
        Side right;
    };
    void layOut();
    double lineHeight() const;
    double heightOf(Side& side, const QString& text, const GlyphWidths& widths) const;
    double laySide(Side& side, const QString& text, double width) const;
    void paintSide(QPainter& painter, const Side& side, QPointF at, bool isLeft, const Tokens& tokens) const;
    double columnWidth() const;
    bool isInCurrent(std::size_t row) const;

    Theme& m_theme;
    std::vector<DifferenceRow> m_rows;
    std::vector<Row> m_laid;
    std::vector<std::size_t> m_starts;  ///< First row of each difference.
    int m_current = -1;
    double m_height = 0;
};

}  // namespace cw::ui
