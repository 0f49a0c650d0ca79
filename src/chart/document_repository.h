#pragma once

#include "base/transaction.h"
#include "chart/document.h"
#include "chart/page_text.h"
#include "chart/source_code.h"

#include <optional>
#include <string>
#include <vector>

namespace cw {

/// What became of a document that was put into a chart.
struct AddedDocument {
    enum class What {
        added,        ///< A new document.
        known,        ///< The same bytes are there already: nothing was stored.
        newVersion,   ///< Supersedes the version that was current, which is archived now.
        olderVersion  ///< Came late: stored as archived beside the newer one.
    };
    What what = What::added;
    DocumentId id;
    DocumentVersionId version;
};

/// A note at a place of a document.
struct Bookmark {
    std::int64_t id = 0;
    Span span;
    std::string quote;  ///< The words there, or empty.
    std::string note;
    std::string author;  ///< Account name.
    std::string role;
    Instant madeAt;
    bool isPrivate = false;
    std::string documentTitle;
    bool isArchived = false;  ///< Its version was superseded.
};

/// Text of one page of one document of a chart, for search over all of it.
struct ChartText {
    DocumentVersionId version;
    int page = 0;
    std::string text;
    bool isRecognised = false;
};

/// Store of documents, part of the work store. `reader` decides read marks, tags and private bookmarks.
class DocumentRepository {
public:
    virtual ~DocumentRepository() = default;
    /// Documents of the encounter and those of its patient that belong to no encounter, newest versions, by type and date.
    virtual Result<std::vector<DocumentInfo>> ofEncounter(ReadTx& tx, EncounterRowId encounter,
                                                          UserId reader) const = 0;
    /// All documents of a patient, of all encounters.
    virtual Result<std::vector<DocumentInfo>> ofPatient(ReadTx& tx, PatientId patient, UserId reader) const = 0;
    /// Fails with notFound.
    virtual Result<DocumentInfo> info(ReadTx& tx, DocumentVersionId version, UserId reader) const = 0;
    /// Newest first.
    virtual Result<std::vector<DocumentInfo>> versions(ReadTx& tx, DocumentId document, UserId reader) const = 0;
    /// The bytes, checked against the stored digest wherever they lie. Fails with corrupt.
    virtual Result<std::string> bytes(ReadTx& tx, DocumentVersionId version) const = 0;
    virtual Result<std::string> password(ReadTx& tx, DocumentVersionId version) const = 0;  ///< Of a protected PDF.
    /// Stored text and layout of a version that is not paged. Fails with corrupt when it no longer fits its digest.
    virtual Result<Rendition> rendition(ReadTx& tx, DocumentVersionId version) const = 0;
    /// Page texts of a paged version; empty when they were not read yet.
    virtual Result<std::vector<PageText>> pageTexts(ReadTx& tx, DocumentVersionId version) const = 0;
    /// Replaces the page texts of a version, but never a page that proof or a bookmark stands on. Sets `pages`.
    virtual Status setPageTexts(WriteTx& tx, DocumentVersionId version, const std::vector<PageText>& pages) = 0;
    virtual Status setPageText(WriteTx& tx, DocumentVersionId version, int page, const PageText& text) = 0;
    /// Paged versions whose text was never read, oldest first: work for the background. With `recognise`, those with pages
    /// that have no text and were not given to OCR.
    virtual Result<std::vector<DocumentInfo>> waitingForText(ReadTx& tx, bool recognise, int limit) const = 0;
    /// Everything to search in of the documents that ofEncounter() lists.
    virtual Result<std::vector<ChartText>> chartTexts(ReadTx& tx, EncounterRowId encounter) const = 0;

    /// `encounter` may be invalid for a document of the patient. The same bytes for the same owner are one document. With
    /// a source key that the patient has: a new version (see AddedDocument). Large bytes go to the file store.
    virtual Result<AddedDocument> add(WriteTx& tx, PatientId patient, EncounterRowId encounter,
                                      const NewDocument& document) = 0;
    /// A corrected version by a person's word: as add(), superseding this document.
    virtual Result<AddedDocument> replace(WriteTx& tx, DocumentId document, const NewDocument& by) = 0;

    virtual Status addCodes(WriteTx& tx, PatientId patient, EncounterRowId encounter, DocumentVersionId version,
                            const std::vector<SourceCode>& codes) = 0;
    struct StoredCode {
        SourceCode code;
        DocumentVersionId version;  ///< Not valid when it stands in no document.
        std::string documentTitle;
    };
    virtual Result<std::vector<StoredCode>> codes(ReadTx& tx, EncounterRowId encounter) const = 0;

    virtual Status markRead(WriteTx& tx, DocumentVersionId version, UserId reader) = 0;
    virtual Status markUnread(WriteTx& tx, DocumentVersionId version, UserId reader) = 0;
    /// Puts the letter on the document for this user, or takes it away. Fails with invalidInput (not A to Z).
    virtual Status toggleTag(WriteTx& tx, DocumentId document, UserId user, char letter) = 0;

    /// Of the documents that ofEncounter() lists, all versions, private ones of others left out; by document and place.
    virtual Result<std::vector<Bookmark>> bookmarks(ReadTx& tx, EncounterRowId encounter, UserId reader) const = 0;
    virtual Result<std::int64_t> addBookmark(WriteTx& tx, const Bookmark& bookmark, UserId author) = 0;
    /// Voids it. Fails with denied for another person's, notFound.
    virtual Status removeBookmark(WriteTx& tx, std::int64_t id, UserId author) = 0;

    /// Grows with every document version that comes into the chart of this encounter: cheap to ask often.
    virtual Result<std::int64_t> revision(ReadTx& tx, EncounterRowId encounter) const = 0;
    /// Versions that came after coding had begun (status other than new at that time) and that nobody has acknowledged.
    virtual Result<std::vector<DocumentVersionId>> late(ReadTx& tx, EncounterRowId encounter) const = 0;
    virtual Status acknowledgeLate(WriteTx& tx, EncounterRowId encounter, std::string_view by) = 0;
};

}  // namespace cw
