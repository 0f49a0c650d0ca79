#pragma once

#include "base/progress.h"
#include "chart/document.h"

#include <string>
#include <vector>

namespace cw {

/// A word that OCR found: [begin, end) in UTF-16 units of the page's text, and where it stands on the page.
struct RecognisedWord {
    int begin = 0;
    int end = 0;
    PageArea area;
    int confidence = 0;  ///< 0 to 100, as Tesseract gives it.
    bool operator==(const RecognisedWord&) const = default;
};

/// The words of one page.
struct PageText {
    std::string text;  ///< UTF-8.
    TextSource source = TextSource::none;
    std::vector<RecognisedWord> words;  ///< Recognised text only.
    bool operator==(const PageText&) const = default;
};

/// Words with boxes as compact text for the store, and back. Fails with corrupt (CHART-021).
std::string writeWords(const std::vector<RecognisedWord>& words);
Result<std::vector<RecognisedWord>> readWords(std::string_view text);

/// Reads the pages of PDF and image documents. Implemented in src/qt; one object per thread.
class PageReader {
public:
    virtual ~PageReader() = default;
    /// Number of pages. Fails with denied (a password is needed or wrong), corrupt or invalidInput (an image with more
    /// than 400 million pixels, a page larger than 200 inches).
    virtual Result<int> countPages(DocumentFormat format, std::string_view bytes, std::string_view password) = 0;
    /// Text of every page as the PDF holds it; pages without any (scans, images) have source none.
    virtual Result<std::vector<PageText>> readText(DocumentFormat format, std::string_view bytes,
                                                   std::string_view password, const Progress& progress) = 0;
    /// False when no Tesseract is installed.
    virtual bool canRecognise() const = 0;
    /// OCR of one page. Fails with unsupported when canRecognise() is false, cancelled, io when the engine fails.
    virtual Result<PageText> recognise(DocumentFormat format, std::string_view bytes, std::string_view password,
                                       int page, const Progress& progress) = 0;
};

}  // namespace cw
