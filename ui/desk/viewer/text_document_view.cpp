#include "ui/desk/viewer/text_document_view.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace cw::ui {

namespace {

// Design pixels at 100 %.
constexpr double paperWidth = 560;
constexpr double sideMargin = 34;
constexpr double topMargin = 26;
constexpr double textSize = 13.5;
constexpr double titleSize = 16;

}  // namespace

TextDocumentView::TextDocumentView(Theme& theme, DocumentVersionId version, std::string_view bytes, QWidget* parent)
    : DocumentView(theme, version, parent), m_text(bytes), m_flow(flowOf(m_text.text()))
{
    layOut();
}

Span TextDocumentView::spanOf(int, int begin, int end) const
{
    return {version(), 0, m_text.byteOf(begin), m_text.byteOf(end)};
}

std::pair<TextPosition, TextPosition> TextDocumentView::rangeOf(const Span& span) const
{
    return {{0, m_text.indexOf(span.begin)}, {0, m_text.indexOf(span.end)}};
}

void TextDocumentView::layOut()
{
    const double factor = zoom() * theme().scale();
    const double available = viewport()->width();
    // Text flows: in a narrow pane the paper gets narrower instead of being cut.
    const double width = std::max(std::min(paperWidth * factor, available), 240.0);
    const double side = std::min(sideMargin * factor, width / 8);
    TextLayoutStyle style;
    style.body = theme().font(TextSize::work);
    style.body.setPointSizeF(textSize * factor * 0.75);
    style.strong = style.body;
    style.strong.setWeight(QFont::DemiBold);
    style.title = style.strong;
    style.title.setPointSizeF(titleSize * factor * 0.75);
    style.size = textSize * factor;
    style.titleSize = titleSize * factor;
    style.width = width - 2 * side;
    m_layout.build(m_flow, style);
    const double left = std::max(0.0, (available - width) / 2);
    m_origin = {left + side, topMargin * factor};
    const double height = m_layout.height() + 2 * topMargin * factor;
    m_paper = {left, 0, width, std::max(height, static_cast<double>(viewport()->height()))};
}

QSizeF TextDocumentView::contentSize() const
{
    return {m_paper.right(), m_paper.height()};
}

QList<QRectF> TextDocumentView::boxesOf(int, int begin, int end) const
{
    auto boxes = m_layout.boxes(begin, end);
    for (auto& box : boxes) box.translate(m_origin);
    return boxes;
}

QRectF TextDocumentView::caretBox(TextPosition position) const
{
    return m_layout.caret(position.offset).translated(m_origin);
}

TextPosition TextDocumentView::positionAt(QPointF content) const
{
    return {0, m_layout.indexAt(content - m_origin)};
}

std::pair<TextPosition, TextPosition> TextDocumentView::lineAround(TextPosition position) const
{
    const auto [begin, end] = m_layout.lineAround(position.offset);
    return {{0, begin}, {0, end}};
}

QRectF TextDocumentView::pageBox(int) const
{
    return m_paper;
}

void TextDocumentView::paintContent(QPainter& painter, const QRectF& visible)
{
    const Tokens& tokens = theme().tokens();
    painter.fillRect(m_paper, tokens.paper);
    painter.fillRect(QRectF(m_paper.left(), m_paper.top(), 1, m_paper.height()), tokens.faintLine);
    painter.fillRect(QRectF(m_paper.right() - 1, m_paper.top(), 1, m_paper.height()), tokens.faintLine);
    paintMarks(painter, visible, tokens, false);
    painter.save();
    painter.translate(m_origin);
    const auto [begin, end] = selectionRange();
    m_layout.draw(painter, visible.translated(-m_origin), begin.offset, end.offset, tokens.paperText, tokens.onAccent,
                  tokens.line);
    painter.restore();
}

}  // namespace cw::ui
