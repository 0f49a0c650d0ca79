#include "app/packet/pdf_document.h"

#include "base/file.h"
#include "chart/utf8.h"

#include <hpdf.h>
#include <hpdf_objects.h>

#include <cstdio>
#include <vector>

namespace cw::app::packet {

struct PdfDocument::Handles {
    HPDF_Doc document = nullptr;
    std::array<HPDF_Font, 3> fonts{};
    std::vector<HPDF_Page> pages;
    HPDF_Page page = nullptr;
    ~Handles()
    {
        if (document != nullptr) HPDF_Free(document);
    }
};

namespace {

constexpr std::array<std::string_view, 3> fontNames = {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf"};

/// libharu reports through a callback; it must not throw through C frames, so the status is asked afterwards.
void ignoreHere(HPDF_STATUS, HPDF_STATUS, void*) {}

std::size_t indexOf(Face face)
{
    return static_cast<std::size_t>(face);
}

/// libharu writes the map from codes to Unicode with an operator that PDF does not have there (begincidrange; ISO 32000-1,
/// 9.10.3 wants bfchar or bfrange), and readers guess. The codes are Unicode already, so each range stands for itself.
std::string unicodeMap()
{
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr int most = 64;  // Of ranges in one list; a range stays within one first byte.
    for (int high = 0; high < 256; ++high) {
        std::array<char, 32> line{};
        if (high % most == 0) map += std::to_string(most) + " beginbfrange\n";
        (void)std::snprintf(line.data(), line.size(), "<%02X00> <%02XFF> <%02X00>\n", high, high, high);
        map += line.data();
        if (high % most == most - 1) map += "endbfrange\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

bool mendUnicodeMap(HPDF_Font font)
{
    auto* map = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(font, "ToUnicode", HPDF_OCLASS_DICT));
    if (map == nullptr || map->stream == nullptr) return false;
    HPDF_MemStream_FreeData(map->stream);
    return HPDF_Stream_WriteStr(map->stream, unicodeMap().c_str()) == HPDF_OK;
}

std::string codePoint(char32_t code)
{
    std::array<char, 16> text{};
    const int size = std::snprintf(text.data(), text.size(), "[U+%04X]", static_cast<unsigned>(code));
    return {text.data(), static_cast<std::size_t>(size)};
}

}  // namespace

PdfDocument::PdfDocument(std::unique_ptr<Handles> handles) : m_handles(std::move(handles)) {}
PdfDocument::~PdfDocument() = default;

Result<std::unique_ptr<PdfDocument>> PdfDocument::create(const std::string& title)
{
    auto handles = std::make_unique<Handles>();
    handles->document = HPDF_New(ignoreHere, nullptr);
    if (handles->document == nullptr) return Error{ErrorKind::io, "APP-202", "a PDF cannot be begun"};
    auto* document = handles->document;
    HPDF_SetCompressionMode(document, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(document);
    HPDF_SetInfoAttr(document, HPDF_INFO_TITLE, title.c_str());
    HPDF_SetInfoAttr(document, HPDF_INFO_CREATOR, "Chartwright");
    std::array<FontCoverage, 3> coverage;
    for (std::size_t i = 0; i < fontNames.size(); ++i) {
        CW_TRY(const auto file, fontFile(fontNames[i]));
        CW_TRY(const auto bytes, readFile(file));
        CW_TRY(coverage[i], FontCoverage::parse(bytes));
        const char* name = HPDF_LoadTTFontFromFile(document, file.c_str(), HPDF_TRUE);
        handles->fonts[i] = name == nullptr ? nullptr : HPDF_GetFont(document, name, "UTF-8");
        if (handles->fonts[i] == nullptr || !mendUnicodeMap(handles->fonts[i]))
            return Error{ErrorKind::io, "APP-203", "the font file " + file.filename().string() + " cannot be used"};
    }
    std::unique_ptr<PdfDocument> made(new PdfDocument(std::move(handles)));
    made->m_coverage = std::move(coverage);
    return made;
}

void PdfDocument::addPage()
{
    m_handles->page = HPDF_AddPage(m_handles->document);
    if (m_handles->page == nullptr) return;
    HPDF_Page_SetSize(m_handles->page, HPDF_PAGE_SIZE_LETTER, HPDF_PAGE_PORTRAIT);
    m_handles->pages.push_back(m_handles->page);
}

int PdfDocument::pages() const noexcept
{
    return static_cast<int>(m_handles->pages.size());
}

void PdfDocument::toPage(int page)
{
    m_handles->page = m_handles->pages.at(static_cast<std::size_t>(page));
}

std::string PdfDocument::drawable(Face face, std::string_view utf8) const
{
    const auto& coverage = m_coverage.at(indexOf(face));
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto character = utf8::characterAt(utf8, at);
        const auto code = character.code;
        const bool isControl = code < 0x20 || (code >= 0x7F && code < 0xA0);
        if (code == U'\t')
            out += ' ';
        else if (!isControl && coverage.has(code))
            utf8::append(out, code);
        else
            out += codePoint(code);
        at += character.size;
    }
    return out;
}

float PdfDocument::widthOf(const Style& style, const std::string& drawable) const
{
    const auto size = HPDF_Font_TextWidth(m_handles->fonts.at(indexOf(style.face)),
                                          reinterpret_cast<const HPDF_BYTE*>(drawable.data()),
                                          static_cast<HPDF_UINT>(drawable.size()));
    return static_cast<float>(size.width) * style.size / 1000;
}

void PdfDocument::text(float left, float baseline, const Style& style, const std::string& drawable)
{
    auto* page = m_handles->page;
    HPDF_Page_BeginText(page);
    HPDF_Page_SetFontAndSize(page, m_handles->fonts.at(indexOf(style.face)), style.size);
    HPDF_Page_SetRGBFill(page, style.colour.red, style.colour.green, style.colour.blue);
    HPDF_Page_TextOut(page, left, height - baseline, drawable.c_str());
    HPDF_Page_EndText(page);
}

void PdfDocument::rule(float left, float right, float y, Colour colour)
{
    auto* page = m_handles->page;
    HPDF_Page_SetLineWidth(page, 0.6F);
    HPDF_Page_SetRGBStroke(page, colour.red, colour.green, colour.blue);
    HPDF_Page_MoveTo(page, left, height - y);
    HPDF_Page_LineTo(page, right, height - y);
    HPDF_Page_Stroke(page);
}

void PdfDocument::fill(float left, float top, float boxWidth, float boxHeight, Colour colour)
{
    auto* page = m_handles->page;
    HPDF_Page_SetRGBFill(page, colour.red, colour.green, colour.blue);
    HPDF_Page_Rectangle(page, left, height - top - boxHeight, boxWidth, boxHeight);
    HPDF_Page_Fill(page);
}

void PdfDocument::outline(const std::string& label, int page)
{
    auto* entry = HPDF_CreateOutline(m_handles->document, nullptr, label.c_str(), nullptr);
    auto* destination = HPDF_Page_CreateDestination(m_handles->pages.at(static_cast<std::size_t>(page)));
    if (entry != nullptr && destination != nullptr) HPDF_Outline_SetDestination(entry, destination);
}

Result<std::string> PdfDocument::bytes()
{
    const Error failed{ErrorKind::io, "APP-204", "the PDF could not be written"};
    auto* document = m_handles->document;
    if (HPDF_GetError(document) != HPDF_OK || HPDF_SaveToStream(document) != HPDF_OK) return failed;
    std::string bytes(HPDF_GetStreamSize(document), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    const auto read = HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    if (read != HPDF_OK && read != HPDF_STREAM_EOF) return failed;
    bytes.resize(size);
    return bytes;
}

}  // namespace cw::app::packet
