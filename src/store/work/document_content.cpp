#include "store/work/document_content.h"
#include "base/digest.h"
#include "store/work/document_repository.h"
#include "store/work/document_rows.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

Error unfit(DocumentVersionId version, std::string_view id, std::string_view what)
{
    return {ErrorKind::corrupt, id,
            labelOf(version) + " is damaged: " + std::string(what) + " does not fit its digest"};
}

}  // namespace

std::string textDigest(std::string_view text, std::string_view layout)
{
    return sha256Hex(sha256Hex(text) + sha256Hex(layout));
}

Result<std::string> SqliteDocumentRepository::bytes(ReadTx& tx, DocumentVersionId version) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT c.file_name, v.byte_count, v.digest, c.bytes "
                                               "FROM document_version v JOIN document_content c ON c.version = v.id "
                                               "WHERE v.id = ?"));
    CW_TRY(const bool found, select.bind(version.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-041", "no such document"};
    std::string content;
    if (select.view(0).empty()) {
        content = select.blob(3);
    } else {
        CW_TRY(content, m_files.read(select.text(0), select.integer(1)));
    }
    if (sha256Hex(content) != select.view(2)) return unfit(version, "STORE-042", "its content");
    return content;
}

Result<std::string> SqliteDocumentRepository::password(ReadTx& tx, DocumentVersionId version) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT password FROM document_content WHERE version = ?"));
    CW_TRY(const bool found, select.bind(version.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-223", "no such document"};
    return select.text(0);
}

Result<Rendition> SqliteDocumentRepository::rendition(ReadTx& tx, DocumentVersionId version) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT v.format, v.digest, c.text_digest, c.plain_text, c.layout "
                                               "FROM document_version v JOIN document_content c ON c.version = v.id "
                                               "WHERE v.id = ?"));
    CW_TRY(const bool found, select.bind(version.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-224", "no such document"};
    CW_TRY(const auto format, parseDocumentFormat(select.view(0)));
    if (isPaged(format)) return Rendition{};
    auto text = select.text(3);
    const auto layout = select.text(4);
    // Plain text of a store made before there were layouts: its text is its bytes.
    const bool fits = select.view(2).empty() ? !layout.empty() || text.empty() || sha256Hex(text) == select.view(1)
                                             : textDigest(text, layout) == select.view(2);
    if (!fits) return unfit(version, "STORE-225", "its readable text");
    if (layout.empty()) return plainTextRendition(std::move(text));
    return readLayout(std::move(text), layout);
}

Result<std::vector<std::string>> documentFaults(ReadTx& tx, const SqliteDocumentRepository& documents,
                                                const UnmatchedRepository& unmatched)
{
    std::vector<std::string> faults;
    const auto note = [&faults](const auto& outcome, std::string_view what) -> Status {
        if (outcome) return {};
        if (outcome.error().kind != ErrorKind::corrupt && outcome.error().kind != ErrorKind::notFound)
            return outcome.error();
        faults.push_back(std::string(what) + ": " + outcome.error().detail);
        return {};
    };
    auto& database = databaseOf(tx);
    CW_TRY(auto versions, database.prepare("SELECT id FROM document_version ORDER BY arrival"));
    while (true) {
        CW_TRY(const bool row, versions.step());
        if (!row) break;
        const DocumentVersionId version{versions.integer(0)};
        CW_CHECK(note(documents.bytes(tx, version), labelOf(version)));
        CW_CHECK(note(documents.rendition(tx, version), labelOf(version)));
    }
    CW_TRY(auto items, database.prepare("SELECT id FROM unmatched ORDER BY arrived_at, id"));
    while (true) {
        CW_TRY(const bool row, items.step());
        if (!row) return faults;
        const auto item = items.integer(0);
        CW_CHECK(note(unmatched.bytes(tx, item), "unmatched record " + std::to_string(item)));
    }
}

}  // namespace cw::store
