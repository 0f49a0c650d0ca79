#pragma once

#include "chart/page_text.h"
#include "qt/pdf_reader.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

namespace cw::ui {

/// The words of a paged document and where they stand. Boxes and points are in parts of the page, 0 to 1, as it lies
/// before it is turned. Stored page texts are used where there are any; else a PDF is asked for what it holds.
class PageTexts {
public:
    /// `pdf` is null for images.
    PageTexts(std::unique_ptr<PdfReader> pdf, int pageCount);
    void setPages(const std::vector<PageText>& pages);

    const QString& text(int page);
    bool isRecognised(int page) const;
    /// One box per line. A question to a PDF takes 5 ms: knowsBoxes() tells whether it was asked before.
    const QList<QRectF>& boxes(int page, int begin, int end);
    bool knowsBoxes(int page, int begin, int end) const;
    /// The gap between two characters nearest to the point.
    int indexAt(int page, QPointF point);
    /// Words inside a rectangle; empty when there are none or they cannot be told apart from those beside it.
    QString wordsIn(int page, const QRectF& area);

private:
    struct Page {
        std::optional<QString> text;
        std::optional<PageText> stored;
    };
    const std::vector<RecognisedWord>* words(int page) const;
    QSizeF sizeOf(int page) const;

    std::unique_ptr<PdfReader> m_pdf;
    std::vector<Page> m_pages;
    std::map<std::tuple<int, int, int>, QList<QRectF>> m_boxes;
};

}  // namespace cw::ui
