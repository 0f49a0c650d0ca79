#include "store/work/document_repository.h"
#include "store/work/document_rows.h"
#include "store/work/work_database.h"

namespace cw::store {

Status SqliteDocumentRepository::markRead(WriteTx& tx, DocumentVersionId version, UserId reader)
{
    CW_TRY(auto insert, databaseOf(tx).prepare("INSERT INTO document_read (version, account, read_at) VALUES (?, ?, ?) "
                                               "ON CONFLICT (version, account) DO NOTHING"));
    return insert.bind(version.value).bind(reader.value).bind(m_clock.now().milliseconds).run();
}

Status SqliteDocumentRepository::markUnread(WriteTx& tx, DocumentVersionId version, UserId reader)
{
    CW_TRY(auto erase, databaseOf(tx).prepare("DELETE FROM document_read WHERE version = ? AND account = ?"));
    return erase.bind(version.value).bind(reader.value).run();
}

Status SqliteDocumentRepository::toggleTag(WriteTx& tx, DocumentId document, UserId user, char letter)
{
    if (letter < 'A' || letter > 'Z')
        return Error{ErrorKind::invalidInput, "STORE-227", "a tag is a letter from A to Z"};
    auto& database = databaseOf(tx);
    const std::string_view tag(&letter, 1);
    CW_TRY(auto erase, database.prepare("DELETE FROM document_tag WHERE document = ? AND account = ? AND letter = ?"));
    CW_CHECK(erase.bind(document.value).bind(user.value).bind(tag).run());
    if (database.changes() > 0) return {};
    CW_TRY(auto insert, database.prepare("INSERT INTO document_tag (document, account, letter) VALUES (?, ?, ?)"));
    return insert.bind(document.value).bind(user.value).bind(tag).run();
}

Result<std::vector<Bookmark>> SqliteDocumentRepository::bookmarks(ReadTx& tx, EncounterRowId encounter,
                                                                  UserId reader) const
{
    CW_TRY(auto select,
           databaseOf(tx).prepare(
               "SELECT b.id, b.version, b.page, b.begin_at, b.end_at, b.area_left, b.area_top, b.area_width, "
               "b.area_height, b.quote, b.note, a.name, b.role, b.made_at, b.is_private, v.title, "
               "v.archived_at IS NOT NULL FROM document d JOIN document_version v ON v.document = d.id "
               "JOIN bookmark b ON b.version = v.id JOIN account a ON a.id = b.author "
               "WHERE d.id IN " +
               std::string(chartDocuments) +
               "AND b.voided_at IS NULL AND (b.is_private = 0 OR b.author = ?1) "
               "ORDER BY v.type, v.document_date DESC, v.title, d.id, v.number DESC, b.page, b.begin_at, b.area_top, "
               "b.area_left, b.id"));
    select.bind(reader.value).bind(encounter.value);
    std::vector<Bookmark> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        Bookmark mark;
        mark.id = select.integer(0);
        mark.span = {DocumentVersionId{select.integer(1)}, static_cast<int>(select.integer(2)), select.integer(3),
                     select.integer(4), areaOf(select, 5)};
        mark.quote = select.text(9);
        mark.note = select.text(10);
        mark.author = select.text(11);
        mark.role = select.text(12);
        mark.madeAt = Instant{select.integer(13)};
        mark.isPrivate = select.integer(14) != 0;
        mark.documentTitle = select.text(15);
        mark.isArchived = select.integer(16) != 0;
        found.push_back(std::move(mark));
    }
}

Result<std::int64_t> SqliteDocumentRepository::addBookmark(WriteTx& tx, const Bookmark& bookmark, UserId author)
{
    const auto id = m_ids.next();
    const auto& span = bookmark.span;
    CW_TRY(auto insert,
           databaseOf(tx).prepare("INSERT INTO bookmark (id, version, page, begin_at, end_at, area_left, area_top, "
                                  "area_width, area_height, quote, note, author, role, is_private, made_at) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id).bind(span.version.value).bind(span.page).bind(span.begin).bind(span.end);
    bindArea(insert, span.area);
    insert.bind(bookmark.quote).bind(bookmark.note).bind(author.value).bind(bookmark.role);
    CW_CHECK(insert.bind(bookmark.isPrivate ? 1 : 0).bind(m_clock.now().milliseconds).run());
    return id;
}

Status SqliteDocumentRepository::removeBookmark(WriteTx& tx, std::int64_t id, UserId author)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select, database.prepare("SELECT b.author, a.name FROM bookmark b JOIN account a ON a.id = b.author "
                                         "WHERE b.id = ? AND b.voided_at IS NULL"));
    CW_TRY(const bool found, select.bind(id).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-228", "there is no such bookmark any more"};
    if (select.integer(0) != author.value)
        return Error{ErrorKind::denied, "STORE-229", "the bookmark is another person's"};
    CW_TRY(auto update, database.prepare("UPDATE bookmark SET voided_at = ?, voided_by = ? WHERE id = ?"));
    return update.bind(m_clock.now().milliseconds).bind(select.text(1)).bind(id).run();
}

}  // namespace cw::store
