#pragma once

#include "ui/desk/viewer/document_text.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/desk/viewer/rendition_layout.h"

namespace cw::ui {

/// A document that is not paged, on a column of paper: 560 px wide at 100 %, wider where tables and columns need it.
class RenditionView final : public DocumentView {
    Q_OBJECT

public:
    RenditionView(Theme& theme, DocumentVersionId version, const Rendition& rendition, DocumentFormat format,
                  QWidget* parent);

    int pageCount() const override { return 1; }
    QString pageText(int) const override { return m_text.text(); }
    Span spanOf(int page, int begin, int end) const override;
    std::pair<TextPosition, TextPosition> rangeOf(const Span& span) const override;
    const RenditionLayout& layout() const noexcept { return m_layout; }

protected:
    void layOut() override;
    QSizeF contentSize() const override;
    QList<QRectF> boxesOf(int page, int begin, int end) const override;
    QRectF caretBox(TextPosition position) const override;
    TextPosition positionAt(QPointF content) const override;
    std::pair<TextPosition, TextPosition> lineAround(TextPosition position) const override;
    QRectF pageBox(int page) const override;
    void paintContent(QPainter& painter, const QRectF& visible) override;
    std::pair<TextPosition, TextPosition> shownRange(const QRectF& visible) const override;
    void prepare(const QRectF& visible) override;
    double pendingMove() const override { return m_layout.moved(); }
    void takePendingMove() override;

private:
    QRectF paper() const;

    DocumentText m_text;
    RenditionLayout m_layout;
    double m_left = 0;   ///< Of the paper.
    double m_width = 0;  ///< Of the paper.
    QPointF m_origin;    ///< Of the text column.
};

}  // namespace cw::ui
