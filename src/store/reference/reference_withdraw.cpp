#include "store/reference/reference_library.h"

namespace cw::store {

namespace {

/// Wordings that no other release has.
Result<std::vector<std::int64_t>> ownTexts(Database& database, ReleaseId release)
{
    CW_TRY(auto query,
           database.prepare("SELECT text_id FROM code_in_release mine WHERE release_id = ? AND NOT EXISTS (SELECT 1 "
                            "FROM code_in_release o WHERE o.text_id = mine.text_id AND o.release_id <> ?)"));
    query.bind(release.value).bind(release.value);
    std::vector<std::int64_t> ids;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return ids;
        ids.push_back(query.integer(0));
    }
}

/// An external-content index is told what stood in the row. Value by value: a statement that selects and inserts would
/// make the index write itself out for every row.
Status removeWords(Database& database, const std::vector<std::int64_t>& ids)
{
    CW_TRY(auto read, database.prepare("SELECT code, short_title, long_title FROM code_text WHERE id = ?"));
    CW_TRY(auto remove, database.prepare("INSERT INTO code_words (code_words, rowid, code, short_title, long_title) "
                                         "VALUES ('delete', ?, ?, ?, ?)"));
    for (const auto id : ids) {
        read.bind(id);
        CW_TRY(const bool hasRow, read.step());
        if (hasRow) {
            remove.bind(id).bind(read.view(0)).bind(read.view(1)).bind(read.view(2));
            CW_CHECK(remove.run());
        }
        read.reset();
    }
    return {};
}

Status removeRows(Database& database, const std::vector<std::int64_t>& ids)
{
    CW_TRY(auto remove, database.prepare("DELETE FROM code_text WHERE id = ?"));
    for (const auto id : ids) {
        remove.bind(id);
        CW_CHECK(remove.run());
    }
    return {};
}

Result<std::int64_t> countTexts(Database& database)
{
    CW_TRY(auto query, database.prepare("SELECT count(*) FROM code_text"));
    CW_TRY(const bool hasRow, query.step());
    return hasRow ? query.integer(0) : 0;
}

Status removeTexts(Database& database, const std::vector<std::int64_t>& ids)
{
    CW_TRY(const auto total, countTexts(database));
    // Each single removal leaves a mark in the word index; beyond half of it, building it anew is quicker and smaller.
    const bool rebuilds = static_cast<std::int64_t>(ids.size()) * 2 > total;
    if (!rebuilds) CW_CHECK(removeWords(database, ids));
    CW_CHECK(removeRows(database, ids));
    if (rebuilds) CW_CHECK(database.execute("INSERT INTO code_words (code_words) VALUES ('rebuild')"));
    return {};
}

}  // namespace

Status ReferenceLibrary::withdraw(ReleaseId release)
{
    m_version = -1;
    CW_TRY(auto transaction, Transaction::begin(*m_database));
    CW_TRY(const auto orphans, ownTexts(*m_database, release));
    CW_TRY(auto members, m_database->prepare("DELETE FROM code_in_release WHERE release_id = ?"));
    CW_CHECK(members.bind(release.value).run());
    CW_TRY(auto listed, m_database->prepare("DELETE FROM code_release WHERE id = ?"));
    CW_CHECK(listed.bind(release.value).run());
    if (m_database->changes() == 0)
        return Error{ErrorKind::notFound, "STORE-220", "no installed release " + std::to_string(release.value)};
    CW_CHECK(removeTexts(*m_database, orphans));
    CW_CHECK(transaction.commit());
    shrinkLog();
    return {};
}

}  // namespace cw::store
