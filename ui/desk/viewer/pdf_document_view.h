#pragma once

#include "qt/pdf_reader.h"
#include "ui/desk/viewer/document_view.h"

#include <map>
#include <memory>

namespace cw::ui {

/// The pages of a PDF below each other on white paper, in both themes. 100 % is the width of the view, at most the
/// printed size.
class PdfDocumentView final : public DocumentView {
    Q_OBJECT

public:
    PdfDocumentView(Theme& theme, DocumentVersionId version, std::unique_ptr<PdfReader> reader, QWidget* parent);

    int pageCount() const override { return m_reader->pageCount(); }
    QString pageText(int page) const override { return m_reader->text(page).text; }
    Span spanOf(int page, int begin, int end) const override;
    std::pair<TextPosition, TextPosition> rangeOf(const Span& span) const override;

protected:
    void layOut() override;
    QSizeF contentSize() const override { return m_size; }
    QList<QRectF> boxesOf(int page, int begin, int end) const override;
    QRectF caretBox(TextPosition position) const override;
    TextPosition positionAt(QPointF content) const override;
    std::pair<TextPosition, TextPosition> lineAround(TextPosition position) const override;
    QRectF pageBox(int page) const override;
    void paintContent(QPainter& painter, const QRectF& visible) override;

private:
    QRectF toContent(int page, const QRectF& points) const;
    const QImage& image(int page);

    std::unique_ptr<PdfReader> m_reader;
    std::vector<QRectF> m_pages;   ///< In content pixels.
    std::vector<double> m_scales;  ///< Pixels per point.
    QSizeF m_size;
    std::map<int, QImage> m_images;  ///< Of the pages around the visible ones.
};

}  // namespace cw::ui
