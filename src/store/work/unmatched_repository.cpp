#include "store/work/unmatched_repository.h"

#include "base/digest.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::string_view stateNames[] = {"waiting", "resolved", "discarded"};

std::string_view stateName(UnmatchedState state)
{
    return stateNames[static_cast<std::size_t>(state)];
}

constexpr std::string_view columns =
    "SELECT id, arrived_at, source_name, record, kind, reason, detail, patient_label, title, format, digest, byte_count, "
    "candidate, state, settled_by, settled_at, note FROM unmatched ";

Result<UnmatchedItem> itemOf(const Statement& row)
{
    UnmatchedItem item;
    item.id = row.integer(0);
    item.arrivedAt = Instant{row.integer(1)};
    item.sourceName = row.text(2);
    item.record = row.text(3);
    item.kind = row.text(4);
    CW_TRY(item.reason, parseUnmatchedReason(row.view(5)));
    item.detail = row.text(6);
    item.patientLabel = row.text(7);
    item.title = row.text(8);
    CW_TRY(item.format, parseDocumentFormat(row.view(9)));
    item.digest = row.text(10);
    item.size = row.integer(11);
    item.candidate = PatientId{row.integer(12)};
    for (std::size_t state = 0; state < std::size(stateNames); ++state)
        if (row.view(13) == stateNames[state]) item.state = static_cast<UnmatchedState>(state);
    item.settledBy = row.text(14);
    item.settledAt = Instant{row.integer(15)};
    item.note = row.text(16);
    return item;
}

/// For changes of an item that still waits; tells a settled one from none at all.
Status oneWaiting(Database& database, std::int64_t id)
{
    if (database.changes() == 1) return {};
    CW_TRY(auto select, database.prepare("SELECT 1 FROM unmatched WHERE id = ?"));
    CW_TRY(const bool found, select.bind(id).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-257", "no such unmatched record"};
    return Error{ErrorKind::conflict, "STORE-258", "somebody else has settled this record already"};
}

std::optional<std::int64_t> idOrNull(PatientId patient)
{
    return patient.isValid() ? std::optional(patient.value) : std::nullopt;
}

}  // namespace

Result<std::vector<UnmatchedItem>> SqliteUnmatchedRepository::list(ReadTx& tx, bool all) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(columns) + (all ? "" : "WHERE state = 'waiting' ") +
                                               "ORDER BY arrived_at, id"));
    std::vector<UnmatchedItem> items;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return items;
        CW_TRY(auto item, itemOf(select));
        items.push_back(std::move(item));
    }
}

Result<int> SqliteUnmatchedRepository::countWaiting(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT count(*) FROM unmatched WHERE state = 'waiting'"));
    CW_TRY([[maybe_unused]] const bool row, select.step());
    return static_cast<int>(select.integer(0));
}

Result<UnmatchedItem> SqliteUnmatchedRepository::find(ReadTx& tx, std::int64_t id) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(columns) + "WHERE id = ?"));
    CW_TRY(const bool found, select.bind(id).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-259", "no such unmatched record"};
    return itemOf(select);
}

Result<std::string> SqliteUnmatchedRepository::bytes(ReadTx& tx, std::int64_t id) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT c.file_name, u.byte_count, u.digest, c.bytes FROM unmatched u "
                                               "JOIN unmatched_content c ON c.item = u.id WHERE u.id = ?"));
    CW_TRY(const bool found, select.bind(id).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-200", "no such unmatched record"};
    std::string content;
    if (select.view(0).empty()) {
        content = select.blob(3);
    } else {
        CW_TRY(content, m_files.read(select.text(0), select.integer(1)));
    }
    if (sha256Hex(content) != select.view(2))
        return Error{ErrorKind::corrupt, "STORE-043",
                     "unmatched record " + std::to_string(id) + " is damaged: its digest does not fit"};
    return content;
}

Result<std::int64_t> SqliteUnmatchedRepository::add(WriteTx& tx, const UnmatchedItem& item, std::string_view bytes)
{
    auto& database = databaseOf(tx);
    const auto digest = sha256Hex(bytes);
    CW_TRY(auto known, database.prepare("SELECT id FROM unmatched WHERE state = 'waiting' AND digest = ?"));
    CW_TRY(const bool isKnown, known.bind(digest).step());
    if (isKnown) return known.integer(0);

    CW_TRY(const auto placed, placeBytes(tx, m_files, bytes));
    const auto id = m_ids.next();
    CW_TRY(auto insert,
           database.prepare("INSERT INTO unmatched (id, arrived_at, source_name, record, kind, reason, detail, "
                            "patient_label, title, format, digest, byte_count, candidate, state) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')"));
    insert.bind(id).bind(m_clock.now().milliseconds).bind(item.sourceName).bind(item.record).bind(item.kind);
    insert.bind(toString(item.reason)).bind(item.detail).bind(item.patientLabel).bind(item.title);
    insert.bind(toString(item.format)).bind(digest).bind(static_cast<std::int64_t>(bytes.size()));
    CW_CHECK(insert.bind(idOrNull(item.candidate)).run());
    CW_TRY(auto content, database.prepare("INSERT INTO unmatched_content (item, file_name, bytes) VALUES (?, ?, ?)"));
    CW_CHECK(content.bind(id).bind(placed.fileName).bindBlob(placed.inRow).run());
    return id;
}

Status SqliteUnmatchedRepository::settle(WriteTx& tx, std::int64_t id, UnmatchedState state, std::string_view by,
                                         std::string_view note)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update, database.prepare("UPDATE unmatched SET state = ?, settled_by = ?, settled_at = ?, note = ? "
                                         "WHERE id = ? AND state = 'waiting'"));
    update.bind(stateName(state)).bind(by).bind(m_clock.now().milliseconds).bind(note);
    CW_CHECK(update.bind(id).run());
    return oneWaiting(database, id);
}

Status SqliteUnmatchedRepository::changeReason(WriteTx& tx, std::int64_t id, UnmatchedReason reason,
                                               std::string_view detail, PatientId candidate)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update, database.prepare("UPDATE unmatched SET reason = ?, detail = ?, candidate = ? "
                                         "WHERE id = ? AND state = 'waiting'"));
    CW_CHECK(update.bind(toString(reason)).bind(detail).bind(idOrNull(candidate)).bind(id).run());
    return oneWaiting(database, id);
}

}  // namespace cw::store
