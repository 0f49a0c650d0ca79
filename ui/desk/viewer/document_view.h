#pragma once

#include "ui/desk/viewer/highlight.h"
#include "ui/desk/viewer/text_position.h"

#include <QAbstractScrollArea>
#include <QString>

#include <optional>
#include <vector>

namespace cw::ui {

class Theme;

/// A document that can be read, searched and marked, by keyboard as well as by mouse: the part that all kinds share.
///
/// There is always a caret. Arrows move it, with Ctrl by words, Home and End along the line, Page keys by screens;
/// with Shift they select. A selection stays within one page, as evidence does, and stays visible without focus.
class DocumentView : public QAbstractScrollArea {
    Q_OBJECT

public:
    DocumentView(Theme& theme, DocumentVersionId version, QWidget* parent);

    virtual int pageCount() const = 0;
    virtual QString pageText(int page) const = 0;
    /// Spans as src/chart/document.h counts them, from and to UTF-16 offsets of a page's text.
    virtual Span spanOf(int page, int begin, int end) const = 0;
    virtual std::pair<TextPosition, TextPosition> rangeOf(const Span& span) const = 0;

    DocumentVersionId version() const noexcept { return m_version; }
    virtual std::optional<SelectedSpan> selectedSpan() const;
    virtual void clearSelection();
    /// Proof and suggestions; search hits have their own list.
    void setHighlights(std::vector<Highlight> highlights);
    /// In reading order; `current` is an index, or -1.
    void setSearchHits(std::vector<FoundRange> hits, int current);
    /// Scrolls the span into view and puts the caret before it.
    virtual void reveal(const Span& span);
    void reveal(const FoundRange& range);
    void setZoom(double zoom);
    double zoom() const noexcept { return m_zoom; }
    TextPosition caretPosition() const noexcept { return m_caret; }
    virtual void setCaret(TextPosition position, bool extend = false);
    virtual ScrollAnchor scrollAnchor() const;
    void scrollTo(const ScrollAnchor& anchor);

    /// Quarter turns to the right; only documents with pages turn.
    virtual bool canRotate() const { return false; }
    virtual int rotation() const { return 0; }
    virtual void setRotation(int) {}
    /// Begins to mark a rectangle of the page by keyboard; false when the document has none.
    virtual bool startArea() { return false; }
    /// Where the words are drawn, in pixels of the viewport: for tools that read the screen.
    QRect screenBox(const FoundRange& range) const;
    TextPosition positionAtViewport(QPoint point) const { return positionAt(point + scrollOffset()); }
    std::pair<TextPosition, TextPosition> selectedRange() const { return selectionRange(); }

signals:
    void selectionChanged();
    void caretMoved();
    void zoomRequested(double factor);  ///< Ctrl and the wheel.
    void pageChanged(int page);         ///< The page at the top of the view.

protected:
    /// Geometry in pixels of the whole content at the current zoom.
    virtual void layOut() = 0;
    virtual QSizeF contentSize() const = 0;
    virtual QList<QRectF> boxesOf(int page, int begin, int end) const = 0;
    virtual QRectF caretBox(TextPosition position) const = 0;
    virtual TextPosition positionAt(QPointF content) const = 0;
    virtual std::pair<TextPosition, TextPosition> lineAround(TextPosition position) const = 0;
    virtual QRectF pageBox(int page) const = 0;
    /// Calls paintMarks() where the marks belong: before the letters of a text, over the image of a page.
    virtual void paintContent(QPainter& painter, const QRectF& visible) = 0;
    void paintMarks(QPainter& painter, const QRectF& visible, const Tokens& tokens, bool onPaper) const;

    /// From the first to the last position that may be on screen.
    virtual std::pair<TextPosition, TextPosition> shownRange(const QRectF& visible) const = 0;
    /// As boxesOf, but may come back empty and repaint later when they take long to find.
    virtual QList<QRectF> boxesToPaint(int page, int begin, int end) const { return boxesOf(page, begin, end); }
    virtual QRectF areaBox(const Span&) const { return {}; }
    virtual bool isRecognised(int) const { return false; }
    virtual double offsetOf(const ScrollAnchor& anchor) const;
    /// For content whose height is partly estimated: makes what is visible exact. Then pendingMove() says how far it moved.
    virtual void prepare(const QRectF&) {}
    virtual double pendingMove() const { return 0; }
    virtual void takePendingMove() {}

    /// Lays out again and keeps what is at the top of the view where it is.
    void refresh();
    QPointF scrollOffset() const;
    void setScrollY(double y);
    void ensureVisible(const QRectF& box);
    /// With a third of the view above it, so that the sentence is seen in its place; nothing when it is on screen.
    void scrollInto(const QRectF& box);
    std::pair<TextPosition, TextPosition> selectionRange() const;
    Theme& theme() const noexcept { return m_theme; }

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void updateScrollBars();
    void settle();
    void selectWordAt(TextPosition position);
    void scrollByKey(int key);
    void copySelection();
    void paintHits(QPainter& painter, const std::pair<TextPosition, TextPosition>& shown, const Tokens& tokens,
                   bool onPaper) const;
    std::optional<TextPosition> moved(const QKeyEvent& event);
    TextPosition movedByCharacter(int direction, bool byWord) const;
    TextPosition movedVertically(double pixels);
    TextPosition clamped(TextPosition position) const;

    Theme& m_theme;
    DocumentVersionId m_version;
    double m_zoom = 1.0;
    TextPosition m_anchor;
    TextPosition m_caret;
    std::vector<Highlight> m_highlights;
    std::vector<FoundRange> m_hits;
    int m_currentHit = -1;
    bool m_isSelecting = false;
    int m_topPage = -1;
};

/// Next place at which the caret may stand, from `offset`: by grapheme, or by word (to the beginning of the next, or of
/// this or the one before). -1 when there is none in that direction.
int nextStop(const QString& text, int offset, int direction, bool byWord);
/// The word at or before the offset, as [begin, end).
std::pair<int, int> wordAround(const QString& text, int offset);

}  // namespace cw::ui
