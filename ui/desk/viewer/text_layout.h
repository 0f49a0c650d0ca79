#pragma once

#include "ui/desk/viewer/text_flow.h"

#include <QFont>
#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace cw::ui {

/// What a layout is made for; all in pixels.
struct TextLayoutStyle {
    QFont body;
    QFont strong;
    QFont title;
    double size = 13.5;  ///< Of body and strong; the title's is titleSize.
    double titleSize = 16;
    double width = 492;
    double lineFactor = 1.62;  ///< Line height as a multiple of the size.
};

/// Lines of a document on paper: drawing, and the way between characters of the text and points. The origin is the top
/// left of the text column.
class TextLayout {
public:
    void build(const TextFlow& flow, const TextLayoutStyle& style);
    double height() const noexcept { return m_height; }

    /// Characters [selectedBegin, selectedEnd) are drawn in `selectedColor`.
    void draw(QPainter& painter, const QRectF& visible, int selectedBegin, int selectedEnd, const QColor& color,
              const QColor& selectedColor, const QColor& ruleColor) const;
    /// One box per line.
    QList<QRectF> boxes(int begin, int end) const;
    int indexAt(QPointF point) const;
    /// Where the caret stands before the character.
    QRectF caret(int index) const;
    /// First and last caret position of the drawn line that holds the character.
    std::pair<int, int> lineAround(int index) const;

private:
    struct Block {
        const FlowParagraph* paragraph = nullptr;
        std::unique_ptr<QTextLayout> layout;
        double top = 0;
        double bottom = 0;
    };
    const Block& blockOf(int index) const;
    static int displayOf(const Block& block, int index);

    TextFlow m_flow;
    std::vector<Block> m_blocks;
    double m_width = 0;
    double m_height = 0;
};

}  // namespace cw::ui
