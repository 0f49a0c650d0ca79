#include "qt/page_reader.h"

#include "qt/page_images.h"
#include "qt/tesseract.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace cw {

namespace {

constexpr double dotsPerInch = 300;
/// A page with fewer letters than this is taken for a scan with a fax line or a page number on it.
constexpr int fewLetters = 16;
constexpr double mostInches = 200;

int lettersIn(const QString& text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }));
}

QSize pixelsFor(QSizeF points)
{
    const QSizeF pixels = points * (dotsPerInch / 72);
    // 25 million pixels are 300 dpi on twice a tabloid page: more helps nobody to read.
    const double shrink = std::min(1.0, std::sqrt(25e6 / std::max(1.0, pixels.width() * pixels.height())));
    return (pixels * shrink).toSize().expandedTo({1, 1});
}

class QtPageReader final : public PageReader {
public:
    Result<int> countPages(DocumentFormat format, std::string_view bytes, std::string_view password) override
    {
        CW_TRY(const auto pages, PageImages::open(format, bytes, password));
        for (int page = 0; page < pages->pageCount(); ++page) {
            const QSizeF inches = pages->pageSize(page) / 72;
            if (inches.width() > mostInches || inches.height() > mostInches)
                return Error{ErrorKind::invalidInput, "QT-033",
                             "page " + std::to_string(page + 1) + " is larger than 200 inches"};
        }
        return pages->pageCount();
    }

    Result<std::vector<PageText>> readText(DocumentFormat format, std::string_view bytes, std::string_view password,
                                           const Progress& progress) override
    {
        CW_TRY(const auto pages, PageImages::open(format, bytes, password));
        std::vector<PageText> texts(static_cast<std::size_t>(pages->pageCount()));
        if (!pages->pdf()) return texts;
        for (int page = 0; page < pages->pageCount(); ++page) {
            if (progress.isCancelled()) return Error{ErrorKind::cancelled, "QT-043", "reading pages was cancelled"};
            progress.report(page, pages->pageCount(), "Reading pages");
            const QString& text = pages->pdf()->text(page).text;
            if (lettersIn(text) < fewLetters) continue;
            texts[static_cast<std::size_t>(page)] = {text.toStdString(), TextSource::embedded, {}};
        }
        return texts;
    }

    bool canRecognise() const override { return engine().isThere(); }

    Result<PageText> recognise(DocumentFormat format, std::string_view bytes, std::string_view password, int page,
                               const Progress& progress) override
    {
        CW_TRY(const auto pages, PageImages::open(format, bytes, password));
        if (page < 0 || page >= pages->pageCount())
            return Error{ErrorKind::notFound, "QT-044", "there is no page " + std::to_string(page + 1)};
        return engine().recognise(pages->render(page, pixelsFor(pages->pageSize(page))), progress);
    }

private:
    const Tesseract& engine() const
    {
        if (!m_engine) m_engine = Tesseract::find();
        return *m_engine;
    }
    mutable std::optional<Tesseract> m_engine;
};

}  // namespace

std::unique_ptr<PageReader> makePageReader()
{
    return std::make_unique<QtPageReader>();
}

}  // namespace cw
