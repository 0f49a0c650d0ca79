#include "claim/paper/pdf_sheet.h"

#include <hpdf.h>

#include <array>

namespace cw::paper {

struct PdfSheet::Handles {
    HPDF_Doc document = nullptr;
    std::array<HPDF_Font, 3> fonts{};
    HPDF_Page page = nullptr;
    double right = 0;
    double down = 0;

    float x(double left) const { return static_cast<float>(left + right); }
    float y(double top) const { return static_cast<float>(height - top - down); }
    ~Handles()
    {
        if (document != nullptr) HPDF_Free(document);
    }
};

namespace {

constexpr std::array<const char*, 3> fontNames = {"Courier", "Helvetica", "Helvetica-Bold"};

/// libharu reports through a callback; it must not throw through C frames, so the status is asked afterwards.
void ignoreHere(HPDF_STATUS, HPDF_STATUS, void*) {}

std::size_t indexOf(Face face)
{
    return static_cast<std::size_t>(face);
}

}  // namespace

PdfSheet::PdfSheet(std::unique_ptr<Handles> handles) : m_handles(std::move(handles)) {}
PdfSheet::~PdfSheet() = default;

Result<std::unique_ptr<PdfSheet>> PdfSheet::create(const std::string& title)
{
    auto handles = std::make_unique<Handles>();
    handles->document = HPDF_New(ignoreHere, nullptr);
    if (handles->document == nullptr) return Error{ErrorKind::io, "CLAIM-526", "a PDF cannot be begun"};
    HPDF_SetCompressionMode(handles->document, HPDF_COMP_ALL);
    HPDF_SetInfoAttr(handles->document, HPDF_INFO_TITLE, title.c_str());
    HPDF_SetInfoAttr(handles->document, HPDF_INFO_CREATOR, "Chartwright");
    for (std::size_t i = 0; i < fontNames.size(); ++i)
        handles->fonts.at(i) = HPDF_GetFont(handles->document, fontNames.at(i), "WinAnsiEncoding");
    return std::unique_ptr<PdfSheet>(new PdfSheet(std::move(handles)));
}

void PdfSheet::addPage(double right, double down)
{
    m_handles->right = right;
    m_handles->down = down;
    m_handles->page = HPDF_AddPage(m_handles->document);
    if (m_handles->page != nullptr) HPDF_Page_SetSize(m_handles->page, HPDF_PAGE_SIZE_LETTER, HPDF_PAGE_PORTRAIT);
}

void PdfSheet::text(Face face, double size, double left, double baseline, const std::string& ascii, double spacing)
{
    auto* page = m_handles->page;
    HPDF_Page_BeginText(page);
    HPDF_Page_SetFontAndSize(page, m_handles->fonts.at(indexOf(face)), static_cast<float>(size));
    HPDF_Page_SetCharSpace(page, static_cast<float>(spacing));
    HPDF_Page_TextOut(page, m_handles->x(left), m_handles->y(baseline), ascii.c_str());
    HPDF_Page_EndText(page);
}

double PdfSheet::widthOf(Face face, double size, const std::string& ascii) const
{
    const auto measured =
        HPDF_Font_TextWidth(m_handles->fonts.at(indexOf(face)), reinterpret_cast<const HPDF_BYTE*>(ascii.data()),
                            static_cast<HPDF_UINT>(ascii.size()));
    return static_cast<double>(measured.width) * size / 1000;
}

void PdfSheet::line(double x1, double y1, double x2, double y2, double thickness)
{
    auto* page = m_handles->page;
    HPDF_Page_SetLineWidth(page, static_cast<float>(thickness));
    HPDF_Page_MoveTo(page, m_handles->x(x1), m_handles->y(y1));
    HPDF_Page_LineTo(page, m_handles->x(x2), m_handles->y(y2));
    HPDF_Page_Stroke(page);
}

void PdfSheet::frame(double left, double top, double right, double bottom, double thickness)
{
    auto* page = m_handles->page;
    HPDF_Page_SetLineWidth(page, static_cast<float>(thickness));
    HPDF_Page_Rectangle(page, m_handles->x(left), m_handles->y(bottom), static_cast<float>(right - left),
                        static_cast<float>(bottom - top));
    HPDF_Page_Stroke(page);
}

void PdfSheet::fill(double left, double top, double right, double bottom)
{
    auto* page = m_handles->page;
    HPDF_Page_Rectangle(page, m_handles->x(left), m_handles->y(bottom), static_cast<float>(right - left),
                        static_cast<float>(bottom - top));
    HPDF_Page_Fill(page);
}

void PdfSheet::ink(Ink colour)
{
    const auto [red, green, blue] =
        std::array{static_cast<float>(colour.red), static_cast<float>(colour.green), static_cast<float>(colour.blue)};
    HPDF_Page_SetRGBFill(m_handles->page, red, green, blue);
    HPDF_Page_SetRGBStroke(m_handles->page, red, green, blue);
}

Result<std::string> PdfSheet::bytes()
{
    const Error failed{ErrorKind::io, "CLAIM-527", "the PDF could not be written"};
    auto* document = m_handles->document;
    if (HPDF_GetError(document) != HPDF_OK || HPDF_SaveToStream(document) != HPDF_OK) return failed;
    std::string bytes(HPDF_GetStreamSize(document), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    const auto read = HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    if (read != HPDF_OK && read != HPDF_STREAM_EOF) return failed;
    bytes.resize(size);
    return bytes;
}

}  // namespace cw::paper
