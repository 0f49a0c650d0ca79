#include "store/work/audit_log.h"

#include "base/digest.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

void addField(std::string& text, std::string_view field)
{
    // Lengths keep "ab"+"c" and "a"+"bc" apart.
    text += std::to_string(field.size());
    text += ':';
    text += field;
}

std::string chainHash(std::string_view previous, std::int64_t sequence, std::int64_t at, const AuditEvent& event)
{
    std::string text;
    text.reserve(160 + event.detail.size());
    addField(text, previous);
    addField(text, std::to_string(sequence));
    addField(text, std::to_string(at));
    addField(text, event.user);
    addField(text, event.action);
    addField(text, event.encounter);
    addField(text, event.detail);
    return sha256Hex(text);
}

struct Head {
    std::int64_t sequence = 0;
    std::string hash;
};

Result<Head> head(Database& database)
{
    CW_TRY(auto statement, database.prepare("SELECT sequence, hash FROM audit_head WHERE only = 1"));
    CW_TRY(const bool found, statement.step());
    if (!found) return Error{ErrorKind::corrupt, "STORE-020", "the audit trail has no head"};
    return Head{statement.integer(0), statement.text(1)};
}

AuditEntry entryOf(const Statement& row)
{
    AuditEntry entry;
    entry.sequence = row.integer(0);
    entry.at = Instant{row.integer(1)};
    entry.event = {row.text(2), row.text(3), row.text(4), row.text(5)};
    entry.hash = row.text(6);
    return entry;
}

}  // namespace

Status SqliteAuditLog::appendMany(WriteTx& tx, const std::vector<AuditEvent>& events)
{
    if (events.empty()) return {};
    auto& database = databaseOf(tx);
    CW_TRY(auto last, head(database));
    const std::int64_t at = m_clock.now().milliseconds;
    CW_TRY(auto insert,
           database.prepare("INSERT INTO audit (sequence, at, account, action, encounter_id, detail, hash) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (const auto& event : events) {
        last.hash = chainHash(last.hash, ++last.sequence, at, event);
        insert.bind(last.sequence).bind(at).bind(event.user).bind(event.action).bind(event.encounter);
        CW_CHECK(insert.bind(event.detail).bind(last.hash).run());
    }
    // The head moves once: in a transaction nobody sees it between.
    CW_TRY(auto update, database.prepare("UPDATE audit_head SET sequence = ?, hash = ? WHERE only = 1"));
    return update.bind(last.sequence).bind(last.hash).run();
}

Result<std::vector<AuditEntry>> SqliteAuditLog::entries(ReadTx& tx, const AuditFilter& filter) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(
                            "SELECT sequence, at, account, action, encounter_id, detail, hash FROM audit "
                            "WHERE (? OR account = ?) AND (? OR encounter_id = ?) ORDER BY sequence DESC LIMIT ?"));
    select.bind(filter.user ? 0 : 1).bind(filter.user.value_or("")).bind(filter.encounter ? 0 : 1);
    select.bind(filter.encounter.value_or("")).bind(filter.limit);
    std::vector<AuditEntry> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        found.push_back(entryOf(select));
    }
    return std::vector<AuditEntry>(found.rbegin(), found.rend());
}

Result<AuditVerdict> SqliteAuditLog::verify(ReadTx& tx) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select,
           database.prepare(
               "SELECT sequence, at, account, action, encounter_id, detail, hash FROM audit ORDER BY sequence"));
    AuditVerdict verdict;
    std::string previous;
    const auto broken = [&verdict](std::int64_t sequence, std::string reason) {
        verdict.isWhole = false;
        verdict.firstBad = sequence;
        verdict.reason = std::move(reason);
        return verdict;
    };
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        const auto entry = entryOf(select);
        ++verdict.entries;
        if (entry.sequence != verdict.entries) return broken(verdict.entries, "an entry is missing");
        if (entry.hash != chainHash(previous, entry.sequence, entry.at.milliseconds, entry.event))
            return broken(entry.sequence, "the entry was altered");
        previous = entry.hash;
    }
    CW_TRY(const auto last, head(database));
    if (last.sequence != verdict.entries || last.hash != previous)
        return broken(verdict.entries + 1, "the end of the trail is missing");
    return verdict;
}

}  // namespace cw::store
