#include "app/demo/pdf_letter.h"

#include "base/text.h"

#include <hpdf.h>

namespace cw::app {

namespace {

constexpr float margin = 54;
constexpr float leading = 13;
constexpr float bodySize = 9.5F;

/// libharu reports through a callback; it must not throw through C frames, so the status is asked afterwards.
void ignoreHere(HPDF_STATUS, HPDF_STATUS, void*) {}

void replaceAll(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// UTF-8 as Windows-1252 for the letters the demo uses; anything else becomes "?".
std::string toWinAnsi(std::string_view utf8)
{
    std::string text(utf8);
    replaceAll(text, "\xE2\x89\xA5", ">=");
    replaceAll(text, "\xE2\x89\xA4", "<=");
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            out += text[at];
        } else if ((byte == 0xC2 || byte == 0xC3) && at + 1 < text.size()) {
            const auto low = static_cast<unsigned char>(text[++at]) & 0x3FU;
            out += static_cast<char>(((byte & 0x03U) << 6U) | low);
        } else {
            out += '?';
            while (at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80U) ++at;
        }
    }
    return out;
}

/// Frees the document whatever happens.
struct Document {
    HPDF_Doc handle = HPDF_New(ignoreHere, nullptr);
    ~Document()
    {
        if (handle != nullptr) HPDF_Free(handle);
    }
};

}  // namespace

Result<std::string> pdfLetter(std::string_view utf8)
{
    const Document document;
    const Error failed{ErrorKind::io, "APP-070", "a demo document could not be written as PDF"};
    if (document.handle == nullptr) return failed;
    HPDF_SetCompressionMode(document.handle, HPDF_COMP_ALL);
    HPDF_Font body = HPDF_GetFont(document.handle, "Courier", "WinAnsiEncoding");
    HPDF_Font title = HPDF_GetFont(document.handle, "Helvetica-Bold", "WinAnsiEncoding");
    HPDF_Page page = nullptr;
    float y = 0;
    bool isFirst = true;
    for (const auto line : text::lines(utf8)) {
        if (page == nullptr || y < margin) {
            page = HPDF_AddPage(document.handle);
            if (page == nullptr) return failed;
            HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_LETTER, HPDF_PAGE_PORTRAIT);
            y = HPDF_Page_GetHeight(page) - margin;
        }
        const auto shown = toWinAnsi(line);
        HPDF_Page_BeginText(page);
        HPDF_Page_SetFontAndSize(page, isFirst ? title : body, isFirst ? 14 : bodySize);
        HPDF_Page_TextOut(page, margin, y, shown.c_str());
        HPDF_Page_EndText(page);
        y -= isFirst ? leading * 2 : leading;
        isFirst = false;
    }
    if (HPDF_SaveToStream(document.handle) != HPDF_OK) return failed;
    std::string bytes(HPDF_GetStreamSize(document.handle), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    const auto read = HPDF_ReadFromStream(document.handle, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    if (read != HPDF_OK && read != HPDF_STREAM_EOF) return failed;
    bytes.resize(size);
    return bytes;
}

}  // namespace cw::app
