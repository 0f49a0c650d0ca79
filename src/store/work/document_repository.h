#pragma once

#include "base/clock.h"
#include "chart/document_repository.h"
#include "store/work/large_documents.h"

namespace cw::store {

/// Documents as rows: an owner (`document`), its versions with their facts, and their content in a table of its own. Exactly
/// one version of a document is not archived: an index sees to it. `files` takes what is larger than 1 MB.
///
/// What the interface leaves open:
/// - A source key names one document of a patient over all its versions, whatever visit they name: the document stays
///   with the owner that its first version had. A version whose key an earlier arrival says it replaces comes as an older one.
/// - setPageTexts() with no pages marks a version as read without result; setPageText() marks its page as given to OCR,
///   whatever was found: waitingForText() names neither again. Words are never replaced by none. A page without words is
///   filled even when a rectangle on it is proof.
class SqliteDocumentRepository final : public DocumentRepository {
public:
    SqliteDocumentRepository(const Clock& clock, IdSource& ids, const LargeDocuments& files)
        : m_clock(clock), m_ids(ids), m_files(files)
    {}
    Result<std::vector<DocumentInfo>> ofEncounter(ReadTx& tx, EncounterRowId encounter, UserId reader) const override;
    Result<std::vector<DocumentInfo>> ofPatient(ReadTx& tx, PatientId patient, UserId reader) const override;
    Result<DocumentInfo> info(ReadTx& tx, DocumentVersionId version, UserId reader) const override;
    Result<std::vector<DocumentInfo>> versions(ReadTx& tx, DocumentId document, UserId reader) const override;
    Result<std::string> bytes(ReadTx& tx, DocumentVersionId version) const override;
    Result<std::string> password(ReadTx& tx, DocumentVersionId version) const override;
    Result<Rendition> rendition(ReadTx& tx, DocumentVersionId version) const override;
    Result<std::vector<PageText>> pageTexts(ReadTx& tx, DocumentVersionId version) const override;
    Status setPageTexts(WriteTx& tx, DocumentVersionId version, const std::vector<PageText>& pages) override;
    Status setPageText(WriteTx& tx, DocumentVersionId version, int page, const PageText& text) override;
    Result<std::vector<DocumentInfo>> waitingForText(ReadTx& tx, bool recognise, int limit) const override;
    Result<std::vector<ChartText>> chartTexts(ReadTx& tx, EncounterRowId encounter) const override;
    Result<AddedDocument> add(WriteTx& tx, PatientId patient, EncounterRowId encounter,
                              const NewDocument& document) override;
    Result<AddedDocument> replace(WriteTx& tx, DocumentId document, const NewDocument& by) override;
    Status addCodes(WriteTx& tx, PatientId patient, EncounterRowId encounter, DocumentVersionId version,
                    const std::vector<SourceCode>& codes) override;
    Result<std::vector<StoredCode>> codes(ReadTx& tx, EncounterRowId encounter) const override;
    Status markRead(WriteTx& tx, DocumentVersionId version, UserId reader) override;
    Status markUnread(WriteTx& tx, DocumentVersionId version, UserId reader) override;
    Status toggleTag(WriteTx& tx, DocumentId document, UserId user, char letter) override;
    Result<std::vector<Bookmark>> bookmarks(ReadTx& tx, EncounterRowId encounter, UserId reader) const override;
    Result<std::int64_t> addBookmark(WriteTx& tx, const Bookmark& bookmark, UserId author) override;
    Status removeBookmark(WriteTx& tx, std::int64_t id, UserId author) override;
    Result<std::int64_t> revision(ReadTx& tx, EncounterRowId encounter) const override;
    Result<std::vector<DocumentVersionId>> late(ReadTx& tx, EncounterRowId encounter) const override;
    Status acknowledgeLate(WriteTx& tx, EncounterRowId encounter, std::string_view by) override;

private:
    /// A version of `document`, current or archived at once.
    Result<DocumentVersionId> addVersion(WriteTx& tx, DocumentId document, const NewDocument& content,
                                         const std::string& digest, bool isArchived);
    Status markLate(WriteTx& tx, DocumentId document, DocumentVersionId version);

    const Clock& m_clock;
    IdSource& m_ids;
    const LargeDocuments& m_files;
};

}  // namespace cw::store
