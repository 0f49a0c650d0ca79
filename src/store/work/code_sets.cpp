#include "store/work/code_sets.h"

#include "codeset/codes.h"
#include "store/work/work_database.h"

#include <algorithm>

namespace cw::store {

namespace {

constexpr std::string_view setColumns =
    "SELECT s.id, s.owner, s.name, s.patient_type, s.note, s.is_favourites, s.version, coalesce(a.name, '') "
    "FROM code_set s LEFT JOIN account a ON a.id = s.owner WHERE s.voided_at IS NULL ";
constexpr std::string_view setOrder = "ORDER BY s.is_favourites DESC, lower(s.name), s.owner IS NOT NULL, s.id";

CodeSet setOf(const Statement& row)
{
    CodeSet set;
    set.id = CodeSetId{row.integer(0)};
    if (!row.isNull(1)) set.header.owner = UserId{row.integer(1)};
    set.header.name = row.text(2);
    set.header.patientType = row.text(3);
    set.header.note = row.text(4);
    set.header.isFavourites = row.integer(5) != 0;
    set.version = row.integer(6);
    set.ownerName = row.text(7);
    return set;
}

Status loadMembers(Database& database, CodeSet& set)
{
    CW_TRY(auto select, database.prepare("SELECT id, system, code, note, version FROM code_set_member "
                                         "WHERE code_set = ? AND voided_at IS NULL ORDER BY position, id"));
    select.bind(set.id.value);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        CodeSetMember member;
        member.id = CodeSetMemberId{select.integer(0)};
        CW_TRY(member.key.system, parseCodeSystem(select.view(1)));
        member.key.code = select.text(2);
        member.note = select.text(3);
        member.version = select.integer(4);
        set.members.push_back(std::move(member));
    }
}

Result<std::vector<CodeSet>> loadSets(Database& database, Statement& select)
{
    std::vector<CodeSet> sets;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) break;
        sets.push_back(setOf(select));
    }
    for (auto& set : sets) CW_CHECK(loadMembers(database, set));
    return sets;
}

std::optional<std::int64_t> ownerOf(const CodeSetHeader& header)
{
    return header.owner ? std::optional(header.owner->value) : std::nullopt;
}

std::string labelOf(const CodeSetHeader& header)
{
    return "\"" + header.name + "\" (" + (header.owner ? "own" : "shared") + ")";
}

std::string labelOf(const CodeKey& key)
{
    return std::string(toString(key.system)) + " " + displayCode(key.system, key.code);
}

Error nameTaken(const CodeSetHeader& header, std::string_view id)
{
    return {ErrorKind::conflict, id, "there is a code set named \"" + header.name + "\" already"};
}

/// For updates that name the version they saw.
Status oneRow(Database& database, std::string_view what)
{
    if (database.changes() == 1) return {};
    return Error{ErrorKind::conflict, "STORE-272",
                 "somebody else changed or removed the same " + std::string(what) + "; load it again"};
}

}  // namespace

Status SqliteCodeSetRepository::tell(WriteTx& tx, std::string_view actor, std::string_view action, std::string detail)
{
    return m_audit.append(tx, {std::string(actor), std::string(action), {}, std::move(detail)});
}

Result<std::vector<CodeSet>> SqliteCodeSetRepository::list(ReadTx& tx, UserId reader) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select,
           database.prepare(std::string(setColumns) + "AND (s.owner IS NULL OR s.owner = ?) " + std::string(setOrder)));
    select.bind(reader.value);
    return loadSets(database, select);
}

Result<std::vector<CodeSet>> SqliteCodeSetRepository::all(ReadTx& tx) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select, database.prepare(std::string(setColumns) + std::string(setOrder)));
    return loadSets(database, select);
}

Result<CodeSet> SqliteCodeSetRepository::load(ReadTx& tx, CodeSetId set) const
{
    auto& database = databaseOf(tx);
    CW_TRY(auto select, database.prepare(std::string(setColumns) + "AND s.id = ?"));
    CW_TRY(const bool found, select.bind(set.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-270", "there is no such code set any more"};
    auto loaded = setOf(select);
    CW_CHECK(loadMembers(database, loaded));
    return loaded;
}

Result<CodeSetId> SqliteCodeSetRepository::create(WriteTx& tx, const CodeSetHeader& header, std::string_view actor)
{
    const CodeSetId id{m_ids.next()};
    CW_TRY(auto insert, databaseOf(tx).prepare("INSERT INTO code_set (id, owner, name, patient_type, note, "
                                               "is_favourites, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id.value).bind(ownerOf(header)).bind(header.name).bind(header.patientType).bind(header.note);
    const auto done = insert.bind(header.isFavourites ? 1 : 0).bind(m_clock.now().milliseconds).run();
    if (!done && done.error().kind == ErrorKind::conflict) return nameTaken(header, "STORE-271");
    CW_CHECK(done);
    CW_CHECK(tell(tx, actor, "codeset.create", labelOf(header)));
    return id;
}

Status SqliteCodeSetRepository::change(WriteTx& tx, CodeSetId set, const CodeSetHeader& header, std::int64_t seen,
                                       std::string_view actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update, database.prepare("UPDATE code_set SET owner = ?, name = ?, patient_type = ?, note = ?, "
                                         "version = version + 1 WHERE id = ? AND version = ? AND voided_at IS NULL"));
    update.bind(ownerOf(header)).bind(header.name).bind(header.patientType).bind(header.note);
    const auto done = update.bind(set.value).bind(seen).run();
    if (!done && done.error().kind == ErrorKind::conflict) return nameTaken(header, "STORE-273");
    CW_CHECK(done);
    CW_CHECK(oneRow(database, "code set"));
    return tell(tx, actor, "codeset.change", labelOf(header));
}

Status SqliteCodeSetRepository::remove(WriteTx& tx, CodeSetId set, std::int64_t seen, std::string_view actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto loaded, load(tx, set));
    CW_TRY(auto update, database.prepare("UPDATE code_set SET voided_at = ?, voided_by = ?, version = version + 1 "
                                         "WHERE id = ? AND version = ? AND voided_at IS NULL"));
    CW_CHECK(update.bind(m_clock.now().milliseconds).bind(actor).bind(set.value).bind(seen).run());
    CW_CHECK(oneRow(database, "code set"));
    return tell(tx, actor, "codeset.remove", labelOf(loaded.header));
}

Result<CodeSetMemberId> SqliteCodeSetRepository::addMember(WriteTx& tx, CodeSetId set, const CodeKey& key,
                                                           std::string_view note, std::string_view actor)
{
    CW_TRY(const auto loaded, load(tx, set));
    const CodeSetMemberId id{m_ids.next()};
    CW_TRY(auto insert,
           databaseOf(tx).prepare("INSERT INTO code_set_member (id, code_set, position, system, code, note) "
                                  "SELECT ?1, ?2, coalesce(max(position), 0) + 1, ?3, ?4, ?5 FROM code_set_member "
                                  "WHERE code_set = ?2"));
    const auto done = insert.bind(id.value).bind(set.value).bind(toString(key.system)).bind(key.code).bind(note).run();
    if (!done && done.error().kind == ErrorKind::conflict)
        return Error{ErrorKind::conflict, "STORE-274",
                     displayCode(key.system, key.code) + " is in the code set \"" + loaded.header.name + "\" already"};
    CW_CHECK(done);
    CW_CHECK(tell(tx, actor, "codeset.add", labelOf(loaded.header) + " " + labelOf(key)));
    return id;
}

Status SqliteCodeSetRepository::changeMember(WriteTx& tx, const CodeSetMember& seen, std::string_view note,
                                             std::string_view actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update, database.prepare("UPDATE code_set_member SET note = ?, version = version + 1 "
                                         "WHERE id = ? AND version = ? AND voided_at IS NULL"));
    CW_CHECK(update.bind(note).bind(seen.id.value).bind(seen.version).run());
    CW_CHECK(oneRow(database, "code of the set"));
    return tell(tx, actor, "codeset.note", labelOf(seen.key));
}

Status SqliteCodeSetRepository::removeMember(WriteTx& tx, const CodeSetMember& seen, std::string_view actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update,
           database.prepare("UPDATE code_set_member SET voided_at = ?, voided_by = ?, version = version + 1 "
                            "WHERE id = ? AND version = ? AND voided_at IS NULL"));
    CW_CHECK(update.bind(m_clock.now().milliseconds).bind(actor).bind(seen.id.value).bind(seen.version).run());
    CW_CHECK(oneRow(database, "code of the set"));
    return tell(tx, actor, "codeset.removeCode", labelOf(seen.key));
}

Status SqliteCodeSetRepository::reorder(WriteTx& tx, CodeSetId set, const std::vector<CodeSetMemberId>& order,
                                        std::int64_t seen, std::string_view actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto loaded, load(tx, set));
    std::vector<CodeSetMemberId> stored;
    for (const auto& member : loaded.members) stored.push_back(member.id);
    if (!std::is_permutation(stored.begin(), stored.end(), order.begin(), order.end()))
        return Error{ErrorKind::conflict, "STORE-275", "the code set has other codes by now; load it again"};
    CW_TRY(auto update, database.prepare("UPDATE code_set SET version = version + 1 "
                                         "WHERE id = ? AND version = ? AND voided_at IS NULL"));
    CW_CHECK(update.bind(set.value).bind(seen).run());
    CW_CHECK(oneRow(database, "code set"));
    CW_TRY(auto place, database.prepare("UPDATE code_set_member SET position = ? WHERE id = ?"));
    for (std::size_t i = 0; i < order.size(); ++i)
        CW_CHECK(place.bind(static_cast<std::int64_t>(i) + 1).bind(order[i].value).run());
    return tell(tx, actor, "codeset.reorder", labelOf(loaded.header));
}

}  // namespace cw::store
