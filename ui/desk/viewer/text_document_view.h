#pragma once

#include "ui/desk/viewer/document_text.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/desk/viewer/text_layout.h"

namespace cw::ui {

/// A plain-text note on a column of paper, 560 px wide at 100 %.
class TextDocumentView final : public DocumentView {
    Q_OBJECT

public:
    TextDocumentView(Theme& theme, DocumentVersionId version, std::string_view bytes, QWidget* parent);

    int pageCount() const override { return 1; }
    QString pageText(int) const override { return m_text.text(); }
    Span spanOf(int page, int begin, int end) const override;
    std::pair<TextPosition, TextPosition> rangeOf(const Span& span) const override;

protected:
    void layOut() override;
    QSizeF contentSize() const override;
    QList<QRectF> boxesOf(int page, int begin, int end) const override;
    QRectF caretBox(TextPosition position) const override;
    TextPosition positionAt(QPointF content) const override;
    std::pair<TextPosition, TextPosition> lineAround(TextPosition position) const override;
    QRectF pageBox(int page) const override;
    void paintContent(QPainter& painter, const QRectF& visible) override;

private:
    DocumentText m_text;
    TextFlow m_flow;
    TextLayout m_layout;
    QRectF m_paper;
    QPointF m_origin;  ///< Of the text column.
};

}  // namespace cw::ui
