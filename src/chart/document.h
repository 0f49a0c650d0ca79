#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/transaction.h"

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

enum class DocumentFormat { plainText, pdf };
std::string_view toString(DocumentFormat format) noexcept;  ///< "text", "pdf"

/// A document as the chart lists it, without its bytes.
struct DocumentInfo {
    DocumentId id;
    DocumentVersionId version;  ///< The newest.
    int versionNumber = 1;
    PatientId patient;
    EncounterRowId encounter;  ///< Not valid when it belongs to the patient alone.
    DocumentType type = DocumentType::other;
    DocumentFormat format = DocumentFormat::plainText;
    std::string title;
    std::optional<Date> date;
    std::string author;
    std::string sourceName;  ///< File name it came from.
    std::string digest;      ///< SHA-256 of the bytes.
    std::int64_t size = 0;   ///< Bytes.
    int pages = 0;           ///< 0 when not known.
    bool unread = true;      ///< For the user who asked.
    std::string foreign;     ///< Members of encounter JSON that we do not know, as a JSON object.
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
    std::string text;  ///< Extracted text (UTF-8) for search; equals bytes for plain text, empty when not known.
    int pages = 0;
    std::string foreign;  ///< Members of encounter JSON that we do not know, as a JSON object.
};

/// What kind of document the bytes are, told by content, never by name alone: PDF by its header, text when valid
/// UTF-8 (or CP1252, which is converted) without control characters. Fails with invalidInput for 0 bytes (CHART-002), a PDF
/// that is cut off (CHART-003) or encrypted (CHART-004), or anything else (CHART-005). `name` is for the message.
Result<DocumentFormat> recogniseDocument(std::string_view bytes, std::string_view name);

/// Where proof stands in a document version.
struct Span {
    DocumentVersionId version;
    int page = 0;            ///< From 0; text documents have one page.
    std::int64_t begin = 0;  ///< UTF-8 byte offset in a text document; character offset in the page's text for a PDF.
    std::int64_t end = 0;    ///< One past the last.
    bool operator==(const Span&) const = default;
};

/// Store of documents, part of the work store.
class DocumentRepository {
public:
    virtual ~DocumentRepository() = default;
    virtual Result<std::vector<DocumentInfo>> ofEncounter(ReadTx& tx, EncounterRowId encounter,
                                                          UserId reader) const = 0;
    virtual Result<DocumentInfo> info(ReadTx& tx, DocumentVersionId version) const = 0;
    /// The bytes, checked against the stored digest. Fails with corrupt.
    virtual Result<std::string> bytes(ReadTx& tx, DocumentVersionId version) const = 0;
    /// A document with the same bytes at the same encounter is not stored again: its id comes back.
    /// `encounter` may be invalid for a document of the patient.
    virtual Result<DocumentId> add(WriteTx& tx, PatientId patient, EncounterRowId encounter,
                                   const NewDocument& document) = 0;
    virtual Status markRead(WriteTx& tx, DocumentVersionId version, UserId reader) = 0;
};

}  // namespace cw
