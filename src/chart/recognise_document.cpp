#include "chart/document.h"

#include "base/text.h"
#include "chart/glance.h"

#include <algorithm>
#include <array>
#include <optional>

namespace cw {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    std::optional<DocumentFormat> format;  ///< Else a kind that we know and do not read:
    std::string_view name;
};

constexpr std::array<Signature, 36> signatures = {{
    {0, "\x89PNG\r\n\x1A\n"sv, DocumentFormat::png, ""},
    {0, "\xFF\xD8\xFF"sv, DocumentFormat::jpeg, ""},
    {0, "GIF87a"sv, DocumentFormat::gif, ""},
    {0, "GIF89a"sv, DocumentFormat::gif, ""},
    {0, "II*\0"sv, DocumentFormat::tiff, ""},
    {0, "MM\0*"sv, DocumentFormat::tiff, ""},
    {0, "II+\0"sv, {}, "a BigTIFF image; save it as a usual TIFF or PDF"},
    {0, "MM\0+"sv, {}, "a BigTIFF image; save it as a usual TIFF or PDF"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, {}, "an old Word, Excel or Outlook file; save it as PDF or RTF"},
    {128, "DICM"sv, {}, "a DICOM image; ask for its report"},
    {8, "WAVE"sv, {}, "an audio recording; ask for its transcription"},
    {0, "ID3"sv, {}, "an audio recording; ask for its transcription"},
    {0, "\xFF\xFB"sv, {}, "an audio recording; ask for its transcription"},
    {0, "\xFF\xF3"sv, {}, "an audio recording; ask for its transcription"},
    {0, "OggS"sv, {}, "an audio recording; ask for its transcription"},
    {0, "fLaC"sv, {}, "an audio recording; ask for its transcription"},
    {0, "#!AMR"sv, {}, "an audio recording; ask for its transcription"},
    {4, "ftypM4A"sv, {}, "an audio recording; ask for its transcription"},
    {4, "ftyphei"sv, {}, "a HEIC photograph; save it as JPEG"},
    {4, "ftyp"sv, {}, "a video"},
    {8, "AVI "sv, {}, "a video"},
    {8, "WEBP"sv, {}, "a WebP image; save it as PNG or JPEG"},
    {0, "BM"sv, {}, "a bitmap (BMP); save it as PNG or TIFF"},
    {0, "\0\0\0\x0CjP"sv, {}, "a JPEG 2000 image; save it as JPEG or TIFF"},
    {0, "\x97JB2\r\n"sv, {}, "a JBIG2 image; save it as TIFF or PDF"},
    {0, "\x1F\x8B"sv, {}, "packed with gzip; unpack it first"},
    {0, "\xFD\x37zXZ"sv, {}, "packed with xz; unpack it first"},
    {0, "BZh"sv, {}, "packed with bzip2; unpack it first"},
    {0, "7z\xBC\xAF\x27\x1C"sv, {}, "a 7z archive; unpack it first"},
    {0, "Rar!\x1A"sv, {}, "a RAR archive; unpack it first"},
    {257, "ustar"sv, {}, "a tar archive; unpack it first"},
    {0,
     "\x7F"
     "ELF"sv,
     {},
     "a program"},
    {0, "MZ"sv, {}, "a program"},
    {0, "SQLite format 3\0"sv, {}, "a database"},
    {0, "\xC5\xD0\xD3\xC6"sv, {}, "PostScript; save it as PDF"},
    {0, "wOFF"sv, {}, "a font"},
}};

constexpr std::array<std::string_view, 24> htmlRoots = {
    "html", "head",  "body", "div",    "p",      "h1",     "h2",  "h3", "span",    "table", "title", "meta",
    "br",   "style", "font", "center", "strong", "script", "pre", "ul", "article", "link",  "b",     "section"};
constexpr std::array<std::string_view, 10> ccdaRoots = {
    "section",   "component", "entry",     "observation", "act",
    "encounter", "procedure", "organizer", "supply",      "substanceAdministration"};

Error refused(std::string_view id, std::string_view name, std::string_view reason)
{
    return {ErrorKind::invalidInput, id, std::string(name) + ": " + std::string(reason)};
}

Error unread(std::string_view name, std::string_view kind)
{
    return refused("CHART-004", name, std::string(kind) + "; this kind is not read");
}

template <class List>
bool holds(const List& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
}

bool looksLikeText(std::string_view bytes)
{
    if (bytes.ends_with('\x1A')) bytes.remove_suffix(1);  // End mark of DOS.
    if (std::any_of(bytes.begin(), bytes.end(), isControl)) return false;
    // Bytes that no usual one-byte encoding has a letter for.
    return bytes.find_first_of("\x81\x8D\x8F\x90\x9D") == std::string_view::npos || text::isUtf8(bytes);
}

Result<DocumentFormat> recognisePdf(std::string_view bytes, std::string_view name)
{
    const auto tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 2048));
    if (tail.find("%%EOF") == std::string_view::npos)
        return refused("CHART-003", name, "the PDF is cut off: its end mark is missing");
    return DocumentFormat::pdf;
}

bool isCcda(const glance::Root& root, std::string_view text)
{
    if (root.name == "ClinicalDocument") return true;
    if (root.tag.find("urn:hl7-org:v3") != std::string_view::npos) return true;
    static constexpr std::array<std::string_view, 3> marks = {"templateId", "codeSystem=", "<nonXMLBody"};
    return holds(ccdaRoots, root.name) && std::any_of(marks.begin(), marks.end(), [text](std::string_view mark) {
               return text.find(mark) != std::string_view::npos;
           });
}

Result<DocumentFormat> recogniseMarkup(std::string_view text, std::string_view name)
{
    const auto root = glance::rootOf(text);
    const auto lower = text::lowerAscii(root.name);
    if (isCcda(root, text)) return DocumentFormat::ccda;
    if (text::lowerAscii(root.docType.substr(0, 4)) == "html" || holds(htmlRoots, lower)) return DocumentFormat::html;
    if (root.tag.find("http://hl7.org/fhir") != std::string_view::npos)
        return refused("CHART-008", name, "FHIR as XML; only FHIR as JSON is read");
    const bool claimsXml = text.starts_with("<?xml") || root.tag.find("xmlns") != std::string_view::npos ||
                           !root.docType.empty() || text::lowerAscii(name).ends_with(".xml");
    if (claimsXml) return refused("CHART-009", name, "XML that is neither C-CDA nor HTML");
    return DocumentFormat::plainText;
}

Result<DocumentFormat> recogniseText(std::string_view text, std::string_view bytes, std::string_view name)
{
    if (glance::isHl7(text)) return DocumentFormat::hl7;
    if (text.starts_with("{\\rtf")) return DocumentFormat::rtf;
    if (text.starts_with('<')) {
        CW_TRY(const auto format, recogniseMarkup(text, name));
        if (format != DocumentFormat::plainText) return format;
    }
    if (glance::hasMember(text, "resourceType")) return DocumentFormat::fhir;
    const auto lower = text::lowerAscii(name);
    if (text.starts_with('{') && lower.ends_with("json"))
        return refused("CHART-010", name, "JSON without a resourceType: not FHIR");
    const bool isText = glance::isWideText(bytes) || looksLikeText(bytes);
    const bool claimsPdf = lower.ends_with(".pdf");
    constexpr std::string_view noPdf = "named .pdf but its content is not a PDF";
    if (!isText)
        return refused("CHART-005", name, claimsPdf ? noPdf : "neither text nor a kind of document that is read");
    if (claimsPdf) return refused("CHART-006", name, noPdf);
    return lower.ends_with(".hl7") ? DocumentFormat::hl7 : DocumentFormat::plainText;
}

}  // namespace

Result<DocumentFormat> recogniseDocument(std::string_view bytes, std::string_view name)
{
    if (bytes.empty()) return refused("CHART-002", name, "the file is empty (0 bytes)");
    const auto head = bytes.substr(0, 4096);
    if (std::all_of(head.begin(), head.end(), [](char c) { return c == '\0'; }))
        return refused("CHART-011", name, "begins with nothing but zero bytes");
    std::string storage;
    const auto text = glance::beginning(bytes, storage);
    if (text.starts_with("%PDF-")) return recognisePdf(bytes, name);
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return unread(name, "a zip file inside another document, or a Word or Excel file");
    const bool isWide = glance::isWideText(bytes);
    const bool isBinary = !isWide && std::any_of(head.begin(), head.end(), isControl);
    for (const auto& signature : signatures) {
        if (head.substr(std::min(signature.offset, head.size())).substr(0, signature.bytes.size()) != signature.bytes)
            continue;
        if (signature.format) return *signature.format;
        // Letters like "BM" begin notes, too.
        if (isBinary || !looksLikeText(bytes)) return unread(name, signature.name);
    }
    // A PDF may have up to 1,024 bytes in front of its header (ISO 32000-1, annex H, note 13).
    if (isBinary && head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return recognisePdf(bytes, name);
    return recogniseText(text, bytes, name);
}

}  // namespace cw
