#include "qt/page_images.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace cw {

namespace {

constexpr qint64 mostPixels = 100'000'000;
constexpr int mostPages = 5000;
constexpr int allocationMegabytes = 512;
constexpr double letterWidth = 612;
constexpr double metresPerPoint = 0.0254 / 72;

QByteArray qtName(DocumentFormat format)
{
    switch (format) {
    case DocumentFormat::tiff: return "tiff";
    case DocumentFormat::jpeg: return "jpeg";
    case DocumentFormat::gif: return "gif";
    default: return "png";
    }
}

Error unreadable(int page)
{
    return {ErrorKind::corrupt, "QT-030", "page " + std::to_string(page + 1) + " of the picture cannot be read"};
}

/// A resolution below that of a screen is a camera's or a missing one.
QSizeF pointsOf(const QImage& image)
{
    const double perMetreX = image.dotsPerMeterX();
    const double perMetreY = image.dotsPerMeterY();
    constexpr double leastPerMetre = 100 / 0.0254;
    if (perMetreX >= leastPerMetre && perMetreY >= leastPerMetre)
        return {image.width() / perMetreX / metresPerPoint, image.height() / perMetreY / metresPerPoint};
    return {letterWidth, letterWidth * image.height() / std::max(1, image.width())};
}

}  // namespace

PageImages::PageImages() = default;
PageImages::~PageImages() = default;

Result<std::unique_ptr<PageImages>> PageImages::open(DocumentFormat format, std::string_view bytes,
                                                     std::string_view password)
{
    std::unique_ptr<PageImages> images(new PageImages);
    if (format == DocumentFormat::pdf) {
        CW_TRY(images->m_pdf, PdfReader::open(bytes, password));
        return images;
    }
    images->m_bytes = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    images->m_kind = qtName(format);
    CW_CHECK(images->readImageSizes());
    return images;
}

Status PageImages::readImageSizes()
{
    QBuffer buffer(&m_bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, m_kind);
    reader.setAllocationLimit(allocationMegabytes);
    const int count = m_kind == "tiff" ? std::max(1, reader.imageCount()) : 1;
    if (count > mostPages)
        return Error{ErrorKind::invalidInput, "QT-032",
                     "the picture has more than " + std::to_string(mostPages) + " pages"};
    for (int page = 0; page < count; ++page) {
        if (page > 0 && !reader.jumpToImage(page)) return unreadable(page);
        const QSize size = reader.size();
        if (!size.isValid() || size.isEmpty()) return unreadable(page);
        if (static_cast<qint64>(size.width()) * size.height() > mostPixels)
            return Error{ErrorKind::invalidInput, "QT-031",
                         "page " + std::to_string(page + 1) + " has " + std::to_string(size.width()) + " x " +
                             std::to_string(size.height()) + " pixels; at most 100 million can be shown"};
        m_sizes.push_back({letterWidth, letterWidth * size.height() / size.width()});
    }
    const QImage& first = decoded(0);
    if (first.isNull()) return unreadable(0);
    // Scans have one resolution: that of the first page decides, so that opening reads no more than one page.
    const double scale = pointsOf(first).width() / first.width();
    for (int page = 0; page < count; ++page) {
        const double wide = m_sizes[static_cast<std::size_t>(page)].width();
        const double tall = m_sizes[static_cast<std::size_t>(page)].height();
        if (page == 0 || !reader.jumpToImage(page)) {
            m_sizes[static_cast<std::size_t>(page)] = pointsOf(first);
        } else {
            m_sizes[static_cast<std::size_t>(page)] = {reader.size().width() * scale,
                                                       reader.size().width() * scale * tall / wide};
        }
    }
    return {};
}

int PageImages::pageCount() const
{
    return m_pdf ? m_pdf->pageCount() : static_cast<int>(m_sizes.size());
}

QSizeF PageImages::pageSize(int page) const
{
    return m_pdf ? m_pdf->pageSize(page) : m_sizes.at(static_cast<std::size_t>(page));
}

const QImage& PageImages::decoded(int page)
{
    if (page == m_decodedPage) return m_decoded;
    QBuffer buffer(&m_bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, m_kind);
    reader.setAllocationLimit(allocationMegabytes);
    reader.setAutoTransform(true);  // A photograph says in EXIF how it is to be held.
    if (page > 0) reader.jumpToImage(page);
    m_decoded = reader.read();
    // Scaling is smooth and quick in these two; a fax page stays a quarter of its size in grey.
    if (!m_decoded.isNull()) {
        const bool isGrey = m_decoded.isGrayscale() && !m_decoded.hasAlphaChannel();
        m_decoded = m_decoded.convertToFormat(isGrey                        ? QImage::Format_Grayscale8
                                              : m_decoded.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                                            : QImage::Format_RGB32);
    }
    m_decodedPage = page;
    return m_decoded;
}

QImage PageImages::render(int page, QSize pixels)
{
    if (m_pdf) return m_pdf->render(page, pixels);
    QImage paper(pixels.expandedTo({1, 1}), QImage::Format_RGB32);
    paper.fill(Qt::white);
    const QImage& image = decoded(page);
    if (image.isNull()) return paper;
    QPainter painter(&paper);
    painter.drawImage(QPoint(0, 0), image.scaled(paper.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return paper;
}

}  // namespace cw
