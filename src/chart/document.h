#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "chart/rendition.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// `documents[].type` of encounter JSON.
enum class DocumentType {
    progressNote,
    historyAndPhysical,
    operativeReport,
    dischargeSummary,
    labReport,
    imagingReport,
    prescription,
    pathologyReport,
    consultNote,
    other
};
std::string_view toString(DocumentType type) noexcept;     ///< "progress_note"
std::string_view displayName(DocumentType type) noexcept;  ///< "Visit notes", the group heading in the document tree.
/// Fails with invalidInput (CHART-001).
Result<DocumentType> parseDocumentType(std::string_view text);

/// What the stored bytes are. Paged kinds are shown as page images; the others as their rendition.
enum class DocumentFormat { plainText, pdf, rtf, html, ccda, fhir, hl7, tiff, jpeg, png, gif };
std::string_view toString(DocumentFormat format) noexcept;  ///< "text", "pdf", "rtf", "ccda" …; what the store keeps.
std::string_view displayName(DocumentFormat format) noexcept;  ///< "Text", "PDF", "C-CDA", "TIFF scan" …
/// Fails with corrupt (CHART-007).
Result<DocumentFormat> parseDocumentFormat(std::string_view text);
/// PDF and images: pages with boxes. Offsets count UTF-16 units of a page's text (embedded, else recognised).
bool isPaged(DocumentFormat format) noexcept;
bool isImage(DocumentFormat format) noexcept;

/// Where the words of a page came from.
enum class TextSource { none, embedded, recognised };  ///< recognised: OCR, unverified.

/// A document as the chart lists it, without its bytes.
struct DocumentInfo {
    DocumentId id;
    DocumentVersionId version;  ///< The one meant: the newest in a chart's list.
    int versionNumber = 1;
    int versionCount = 1;
    PatientId patient;
    EncounterRowId encounter;  ///< Not valid when it belongs to the patient alone.
    DocumentType type = DocumentType::other;
    DocumentFormat format = DocumentFormat::plainText;
    std::string title;
    std::optional<Date> date;
    std::string author;
    std::string sourceName;     ///< File name it came from.
    std::string status;         ///< As the source says: final, corrected …; empty when it says nothing.
    std::string digest;         ///< SHA-256 of the bytes.
    std::int64_t size = 0;      ///< Bytes.
    int pages = 0;              ///< 0 when not known.
    bool unread = true;         ///< For the user who asked: this version was never opened by them.
    bool isArchived = false;    ///< A newer version has superseded it.
    bool isRecognised = false;  ///< Some of its text is OCR, unverified.
    bool needsReading = false;  ///< Paged, and its page texts are not stored yet.
    Instant addedAt;
    std::string tags;     ///< Letters A to Z that the asking user has put on the document, sorted.
    std::string foreign;  ///< Members of encounter JSON that we do not know, as a JSON object.
};

/// A document on its way in.
struct NewDocument {
    DocumentType type = DocumentType::other;
    DocumentFormat format = DocumentFormat::plainText;
    std::string title;
    std::optional<Date> date;
    std::string author;
    std::string sourceName;
    std::string bytes;
    Rendition rendition;        ///< Kinds that are not paged; for plain text its text equals bytes.
    int pages = 0;              ///< 0 when not known; 1 for what is not paged.
    std::string foreign;        ///< Members of encounter JSON that we do not know, as a JSON object.
    std::string sourceKey;      ///< Stable over versions (SourceIdentity::key); empty: the digest alone.
    std::string sourceVersion;  ///< What the source calls this version; empty: newer than what is there.
    std::string replacesKey;    ///< Key of the document that it replaces under another key.
    std::string status;
    std::string password;  ///< Of a protected PDF: kept inside the encrypted workspace beside the bytes.
};

/// What kind of document the bytes are, told by content: PDF by its header, images, RTF, HTML, C-CDA, FHIR JSON and HL7 v2
/// by how they begin, text when valid UTF-8 or a usual one-byte encoding without control characters. `name` is for
/// the message, and decides only between kinds of text. Fails with invalidInput for 0 bytes (CHART-002), a PDF that is cut
/// off (CHART-003), a kind we know and do not read (CHART-004: zip, Word, DICOM, audio …), or anything else (CHART-005).
Result<DocumentFormat> recogniseDocument(std::string_view bytes, std::string_view name);

/// A rectangle of a page in ten-thousandths of its width and height, as rotated to be read.
struct PageArea {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    bool isEmpty() const noexcept { return width <= 0 || height <= 0; }
    bool operator==(const PageArea&) const = default;
};

/// Where proof stands in a document version.
struct Span {
    DocumentVersionId version;
    int page = 0;            ///< From 0; documents that are not paged have one page.
    std::int64_t begin = 0;  ///< UTF-8 byte offset in a rendition's text; UTF-16 offset in the page's text when paged.
    std::int64_t end = 0;    ///< One past the last.
    PageArea area;           ///< Set instead of begin and end for a rectangle of an image.
    bool operator==(const Span&) const = default;
};

}  // namespace cw
