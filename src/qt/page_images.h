#pragma once

#include "chart/document.h"
#include "qt/pdf_reader.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QSizeF>

#include <memory>
#include <string_view>
#include <vector>

namespace cw {

/// The pages of a paged document as images, whatever its kind: PDF, TIFF of any number of pages, JPEG, PNG, GIF (its first
/// frame). Not a widget; one thread at a time.
class PageImages {
public:
    /// Fails as PdfReader::open does; images: corrupt when they cannot be read (QT-030), invalidInput for more than
    /// 100 million pixels on a page (QT-031) or more than 5,000 pages (QT-032).
    static Result<std::unique_ptr<PageImages>> open(DocumentFormat format, std::string_view bytes,
                                                    std::string_view password);
    ~PageImages();

    int pageCount() const;
    QSizeF pageSize(
        int page) const;  ///< Points (1/72 inch); a picture without a resolution is as wide as Letter paper.
    /// White paper with the page on it, `pixels` large.
    QImage render(int page, QSize pixels);
    PdfReader* pdf() noexcept { return m_pdf.get(); }  ///< Null for images.

private:
    PageImages();
    Status readImageSizes();
    const QImage& decoded(int page);

    std::unique_ptr<PdfReader> m_pdf;
    QByteArray m_bytes;
    QByteArray m_kind;
    std::vector<QSizeF> m_sizes;
    int m_decodedPage = -1;
    QImage m_decoded;  ///< One page at a time: scans are large.
};

}  // namespace cw
