#include "base/text.h"
#include "store/work/edit_repository.h"
#include "store/work/work_database.h"

#include <algorithm>

namespace cw::store {

Result<std::optional<StoredResult>> SqliteEditRepository::result(ReadTx& tx, EncounterRowId encounter) const
{
    CW_TRY(auto select,
           databaseOf(tx).prepare("SELECT findings, tables, made_at FROM edit_result WHERE encounter = ?"));
    CW_TRY(const bool found, select.bind(encounter.value).step());
    if (!found) return std::optional<StoredResult>{};
    StoredResult stored;
    for (const auto line : text::lines(select.view(0))) stored.lines.emplace_back(line);
    stored.tables = select.text(1);
    stored.when = Instant{select.integer(2)};
    return std::optional(std::move(stored));
}

Status SqliteEditRepository::setResult(WriteTx& tx, EncounterRowId encounter, const StoredResult& result)
{
    auto& database = databaseOf(tx);
    // For the biller's queues, which ask it of all approved encounters at once.
    const int fails = std::any_of(result.lines.begin(), result.lines.end(), isBlockingLine) ? 1 : 0;
    CW_TRY(auto mark, database.prepare("UPDATE encounter SET edits_fail = ?1 WHERE id = ?2 AND edits_fail <> ?1"));
    CW_CHECK(mark.bind(fails).bind(encounter.value).run());
    CW_TRY(auto write,
           database.prepare("INSERT INTO edit_result (encounter, findings, tables, made_at) VALUES (?, ?, ?, ?) "
                            "ON CONFLICT (encounter) DO UPDATE SET findings = excluded.findings, "
                            "tables = excluded.tables, made_at = excluded.made_at"));
    write.bind(encounter.value).bind(text::join(result.lines, "\n")).bind(result.tables);
    return write.bind(result.when.milliseconds).run();
}

}  // namespace cw::store
