#pragma once

#include "ui/desk/viewer/document_view.h"
#include "ui/desk/viewer/page_cache.h"
#include "ui/desk/viewer/page_texts.h"

#include <QTimer>

namespace cw::ui {

/// Where page images come from: the bytes of a PDF or picture, opened.
struct PageSource {
    std::vector<QSizeF> sizes;         ///< Of the pages, in points.
    std::unique_ptr<PdfReader> pdf;    ///< Null for images.
    PageRenderer* renderer = nullptr;  ///< The view retires it.
};

/// The pages of a PDF or of pictures below each other on white paper, in both themes. 100 % is the width of the view, at
/// most the printed size. Pages are drawn on another thread; until then they are white.
///
/// Beside words a rectangle of a page can be selected: with Alt and the mouse, or by keyboard after startArea(): arrows
/// move it, with Shift they resize it, with Ctrl in larger steps, Enter takes it, Esc leaves it.
class PagedView final : public DocumentView {
    Q_OBJECT

public:
    PagedView(Theme& theme, DocumentVersionId version, PageSource source, QWidget* parent);
    ~PagedView() override;

    /// Stored texts of the pages: OCR words, or what the PDF holds. Selection and place stay.
    void setPages(const std::vector<PageText>& pages);

    int pageCount() const override { return static_cast<int>(m_source.sizes.size()); }
    QString pageText(int page) const override { return m_texts.text(page); }
    Span spanOf(int page, int begin, int end) const override;
    std::pair<TextPosition, TextPosition> rangeOf(const Span& span) const override;
    std::optional<SelectedSpan> selectedSpan() const override;
    void clearSelection() override;
    using DocumentView::reveal;
    void reveal(const Span& span) override;
    void setCaret(TextPosition position, bool extend = false) override;
    ScrollAnchor scrollAnchor() const override;

    bool canRotate() const override { return true; }
    int rotation() const override { return m_rotation; }
    void setRotation(int quarterTurns) override;
    bool startArea() override;
    bool isMarkingArea() const noexcept { return m_isMarking; }
    bool isDrawn(int page) const;  ///< Its image is there in the size shown.

protected:
    void layOut() override;
    QSizeF contentSize() const override { return m_size; }
    QList<QRectF> boxesOf(int page, int begin, int end) const override;
    QList<QRectF> boxesToPaint(int page, int begin, int end) const override;
    QRectF caretBox(TextPosition position) const override;
    TextPosition positionAt(QPointF content) const override;
    std::pair<TextPosition, TextPosition> lineAround(TextPosition position) const override;
    QRectF pageBox(int page) const override;
    QRectF areaBox(const Span& span) const override;
    bool isRecognised(int page) const override { return m_texts.isRecognised(page); }
    double offsetOf(const ScrollAnchor& anchor) const override;
    std::pair<TextPosition, TextPosition> shownRange(const QRectF& visible) const override;
    void paintContent(QPainter& painter, const QRectF& visible) override;

    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    int pageAt(double y) const;
    QRectF toContent(int page, const QRectF& parts) const;
    QPointF toParts(int page, QPointF content) const;
    PageRequest requestFor(int page) const;
    void wantPages(int first, int last);
    void take(const PageRequest& request, const QImage& image);
    void findBoxes();
    void paintLabel(QPainter& painter, const QRectF& paper, const QRectF& visible) const;
    /// What the keys do to a rectangle in parts of the page as it is turned.
    bool moveArea(const QKeyEvent& event);
    void selectArea(int page, const QRectF& turnedParts);
    void stopMarking();

    struct Area {
        int page = 0;
        PageArea parts;  ///< Of the page before it is turned.
        QString words;   ///< Inside; looking them up takes a while.
    };
    PageSource m_source;
    mutable PageTexts m_texts;
    PageCache m_cache;
    int m_rotation = 0;
    std::vector<QRectF> m_pages;  ///< In content pixels.
    QSizeF m_size;
    std::vector<PageRequest> m_wanted;
    mutable std::vector<FoundRange> m_boxesWanted;
    QTimer* m_boxTimer;
    std::optional<Area> m_selected;
    bool m_isMarking = false;
    int m_markedPage = 0;
    QRectF m_marked;  ///< In parts of the page as it is turned.
    std::optional<QPointF> m_dragFrom;
};

}  // namespace cw::ui
