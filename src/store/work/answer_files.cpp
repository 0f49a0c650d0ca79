#include "base/digest.h"
#include "base/text.h"
#include "store/work/answer_repository.h"
#include "store/work/columns.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::string_view selectFiles =
    "SELECT id, name, digest, kinds, answers, matched, waiting, warnings, imported_at, imported_by FROM answer_file ";

AnswerFileRecord fileOf(const Statement& row)
{
    AnswerFileRecord file;
    file.id = AnswerFileId{row.integer(0)};
    file.name = row.text(1);
    file.digest = row.text(2);
    file.kinds = row.text(3);
    file.answers = smallOf(row, 4);
    file.matched = smallOf(row, 5);
    file.waiting = smallOf(row, 6);
    for (const auto line : text::lines(row.view(7))) file.warnings.emplace_back(line);
    file.importedAt = Instant{row.integer(8)};
    file.importedBy = row.text(9);
    return file;
}

}  // namespace

Result<std::optional<AnswerFileRecord>> SqliteAnswerRepository::byDigest(ReadTx& tx, std::string_view digest) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(selectFiles) + "WHERE digest = ?"));
    CW_TRY(const bool row, select.bind(digest).step());
    return row ? std::optional(fileOf(select)) : std::nullopt;
}

Result<AnswerFileId> SqliteAnswerRepository::addFile(WriteTx& tx, const AnswerFileRecord& file, std::string_view bytes)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto known, byDigest(tx, file.digest));
    if (known) return Error{ErrorKind::conflict, "STORE-349", "this file of answers was imported before"};
    const auto at = file.importedAt.milliseconds != 0 ? file.importedAt : m_clock.now();
    const AnswerFileId id{m_ids.next()};
    CW_TRY(auto insert, database.prepare("INSERT INTO answer_file (id, name, digest, kinds, answers, matched, waiting, "
                                         "warnings, imported_at, imported_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id.value).bind(file.name).bind(file.digest).bind(file.kinds).bind(file.answers).bind(file.matched);
    insert.bind(file.waiting).bind(text::join(file.warnings, "\n")).bind(at.milliseconds);
    CW_CHECK(insert.bind(file.importedBy).run());
    CW_TRY(auto content, database.prepare("INSERT INTO answer_file_content (file, bytes) VALUES (?, ?)"));
    CW_CHECK(content.bind(id.value).bindBlob(bytes).run());
    return id;
}

Status SqliteAnswerRepository::finishFile(WriteTx& tx, const AnswerFileRecord& file)
{
    CW_TRY(auto update,
           databaseOf(tx).prepare("UPDATE answer_file SET kinds = ?, answers = ?, matched = ?, waiting = ?, "
                                  "warnings = ? WHERE id = ?"));
    update.bind(file.kinds).bind(file.answers).bind(file.matched).bind(file.waiting);
    return update.bind(text::join(file.warnings, "\n")).bind(file.id.value).run();
}

Result<std::vector<AnswerFileRecord>> SqliteAnswerRepository::files(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(selectFiles) + "ORDER BY imported_at DESC, id DESC"));
    std::vector<AnswerFileRecord> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        found.push_back(fileOf(select));
    }
}

Result<std::string> SqliteAnswerRepository::fileBytes(ReadTx& tx, AnswerFileId file) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT c.bytes, f.digest FROM answer_file f "
                                               "JOIN answer_file_content c ON c.file = f.id WHERE f.id = ?"));
    CW_TRY(const bool row, select.bind(file.value).step());
    if (!row) return Error{ErrorKind::notFound, "STORE-359", "no such file of answers"};
    auto bytes = select.blob(0);
    if (sha256Hex(bytes) != select.view(1))
        return Error{ErrorKind::corrupt, "STORE-360", "the stored file of answers does not fit its digest"};
    return bytes;
}

}  // namespace cw::store
