#include "chart/document.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

struct TypeName {
    DocumentType type;
    std::string_view key;
    std::string_view group;
};

constexpr std::array<TypeName, 10> typeNames = {{
    {DocumentType::progressNote, "progress_note", "Visit notes"},
    {DocumentType::historyAndPhysical, "history_and_physical", "History and physical"},
    {DocumentType::operativeReport, "operative_report", "Operative reports"},
    {DocumentType::dischargeSummary, "discharge_summary", "Discharge summaries"},
    {DocumentType::labReport, "lab_report", "Laboratory"},
    {DocumentType::imagingReport, "imaging_report", "Imaging"},
    {DocumentType::prescription, "prescription", "Medication"},
    {DocumentType::pathologyReport, "pathology_report", "Pathology"},
    {DocumentType::consultNote, "consult_note", "Consultations"},
    {DocumentType::other, "other", "Other"},
}};

Error refused(std::string_view id, std::string_view name, std::string_view reason)
{
    return {ErrorKind::invalidInput, id, std::string(name) + ": " + std::string(reason)};
}

bool looksLikeText(std::string_view bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
}

}  // namespace

std::string_view toString(DocumentType type) noexcept
{
    return typeNames.at(static_cast<std::size_t>(type)).key;
}

std::string_view displayName(DocumentType type) noexcept
{
    return typeNames.at(static_cast<std::size_t>(type)).group;
}

Result<DocumentType> parseDocumentType(std::string_view text)
{
    for (const auto& entry : typeNames)
        if (entry.key == text) return entry.type;
    return Error{ErrorKind::invalidInput, "CHART-001", "not a known document type"};
}

std::string_view toString(DocumentFormat format) noexcept
{
    return format == DocumentFormat::pdf ? "pdf" : "text";
}

Result<DocumentFormat> recogniseDocument(std::string_view bytes, std::string_view name)
{
    if (bytes.empty()) return refused("CHART-002", name, "the file is empty (0 bytes)");
    if (bytes.starts_with("%PDF-")) {
        const auto tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 2048));
        if (tail.find("%%EOF") == std::string_view::npos)
            return refused("CHART-003", name, "the PDF is cut off: its end mark is missing");
        if (bytes.find("/Encrypt") != std::string_view::npos)
            return refused("CHART-004", name,
                           "the PDF is protected by a password; save it without one and import again");
        return DocumentFormat::pdf;
    }
    if (!looksLikeText(bytes)) {
        const bool claimsPdf = text::lowerAscii(name).ends_with(".pdf");
        return refused("CHART-005", name,
                       claimsPdf ? "named .pdf but its content is not a PDF" : "neither a PDF nor plain text");
    }
    if (text::lowerAscii(name).ends_with(".pdf"))
        return refused("CHART-006", name, "named .pdf but its content is not a PDF");
    return DocumentFormat::plainText;
}

}  // namespace cw
