#include "chart/document.h"

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

struct FormatName {
    DocumentFormat format;
    std::string_view key;
    std::string_view name;
};

constexpr std::array<FormatName, 11> formatNames = {{
    {DocumentFormat::plainText, "text", "Text"},
    {DocumentFormat::pdf, "pdf", "PDF"},
    {DocumentFormat::rtf, "rtf", "RTF"},
    {DocumentFormat::html, "html", "HTML"},
    {DocumentFormat::ccda, "ccda", "C-CDA"},
    {DocumentFormat::fhir, "fhir", "FHIR"},
    {DocumentFormat::hl7, "hl7", "HL7 v2"},
    {DocumentFormat::tiff, "tiff", "TIFF scan"},
    {DocumentFormat::jpeg, "jpeg", "JPEG image"},
    {DocumentFormat::png, "png", "PNG image"},
    {DocumentFormat::gif, "gif", "GIF image"},
}};

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
    return formatNames.at(static_cast<std::size_t>(format)).key;
}

std::string_view displayName(DocumentFormat format) noexcept
{
    return formatNames.at(static_cast<std::size_t>(format)).name;
}

Result<DocumentFormat> parseDocumentFormat(std::string_view text)
{
    for (const auto& entry : formatNames)
        if (entry.key == text) return entry.format;
    return Error{ErrorKind::corrupt, "CHART-007", "not a known document format"};
}

bool isPaged(DocumentFormat format) noexcept
{
    return format == DocumentFormat::pdf || isImage(format);
}

bool isImage(DocumentFormat format) noexcept
{
    return format == DocumentFormat::tiff || format == DocumentFormat::jpeg || format == DocumentFormat::png ||
           format == DocumentFormat::gif;
}

}  // namespace cw
