#pragma once

#include <string>
#include <string_view>

namespace cw {

/// The next name ("/Type" without its slash, "#41" resolved) of PDF source, from `at` on, which is moved behind it.
/// Empty at the end. ISO 32000-1, 7.3.5.
std::string nextPdfName(std::string_view source, std::size_t& at);

/// What stands in a PDF outside of its page contents that matters before it is taken in.
struct PdfMarks {
    bool hasScript = false;
    bool hasLaunch = false;
    bool hasAttachment = false;
    bool isProtected = false;
    bool opensWithAction = false;  ///< One that does more than to show a page.
};
PdfMarks readPdfMarks(std::string_view bytes);

}  // namespace cw
