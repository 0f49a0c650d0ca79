#include "base/digest.h"
#include "store/work/edit_repository.h"
#include "store/work/work_database.h"

namespace cw::store {

Result<std::vector<edits::RuleFile>> SqliteEditRepository::ruleFiles(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT name, content, digest FROM edit_rule_file "
                                               "WHERE voided_at IS NULL ORDER BY name"));
    std::vector<edits::RuleFile> files;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return files;
        files.push_back({select.text(0), select.text(1)});
        if (sha256Hex(files.back().text) != select.view(2))
            return Error{ErrorKind::corrupt, "STORE-320",
                         "the stored rule file " + files.back().name + " no longer fits its digest"};
    }
}

Result<std::vector<RuleFileRecord>> SqliteEditRepository::ruleFileRecords(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT name, row_count, digest, imported_by, imported_at, "
                                               "voided_at IS NULL FROM edit_rule_file ORDER BY name, revision DESC"));
    std::vector<RuleFileRecord> records;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return records;
        records.push_back({select.text(0), select.integer(1), select.text(2), select.text(3),
                           Instant{select.integer(4)}, select.integer(5) != 0});
    }
}

namespace {

/// Ends the file of that name which is in force; how many there were.
Result<std::int64_t> endFile(Database& database, std::string_view name, std::int64_t at, std::string_view actor)
{
    CW_TRY(auto end, database.prepare("UPDATE edit_rule_file SET voided_at = ?, voided_by = ? "
                                      "WHERE name = ? AND voided_at IS NULL"));
    CW_CHECK(end.bind(at).bind(actor).bind(name).run());
    return database.changes();
}

}  // namespace

Status SqliteEditRepository::installRuleFile(WriteTx& tx, const edits::RuleFile& file, std::int64_t rows,
                                             std::string_view actor)
{
    auto& database = databaseOf(tx);
    const auto now = m_clock.now().milliseconds;
    CW_TRY([[maybe_unused]] const auto replaced, endFile(database, file.name, now, actor));
    CW_TRY(const auto revision, nextRevision(tx));
    const auto digest = sha256Hex(file.text);
    CW_TRY(auto insert, database.prepare("INSERT INTO edit_rule_file (revision, name, content, digest, row_count, "
                                         "imported_at, imported_by) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(revision).bind(file.name).bind(file.text).bind(digest).bind(rows).bind(now);
    CW_CHECK(insert.bind(actor).run());
    return tell(tx, actor, "edits.tables.import", {},
                file.name + ", " + std::to_string(rows) + " rows, sha256 " + digest);
}

Status SqliteEditRepository::withdrawRuleFile(WriteTx& tx, std::string_view name, std::string_view actor)
{
    CW_TRY(const auto ended, endFile(databaseOf(tx), name, m_clock.now().milliseconds, actor));
    if (ended == 0)
        return Error{ErrorKind::notFound, "STORE-321", "no imported rule file is called " + std::string(name)};
    CW_TRY([[maybe_unused]] const auto revision, nextRevision(tx));
    return tell(tx, actor, "edits.tables.withdraw", {}, std::string(name));
}

}  // namespace cw::store
