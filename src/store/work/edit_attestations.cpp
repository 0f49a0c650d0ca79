#include "base/text.h"
#include "store/work/edit_repository.h"
#include "store/work/work_database.h"

#include <algorithm>
#include <charconv>

namespace cw::store {

namespace {

std::string textOf(const std::vector<std::int64_t>& subjects)
{
    auto sorted = subjects;
    std::sort(sorted.begin(), sorted.end());
    std::string text;
    for (const auto id : sorted) text += (text.empty() ? "" : " ") + std::to_string(id);
    return text;
}

Result<std::vector<std::int64_t>> subjectsOf(std::string_view stored)
{
    std::vector<std::int64_t> subjects;
    for (const auto part : text::split(stored, ' ')) {
        if (part.empty()) continue;
        std::int64_t id = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), id);
        if (read.ec != std::errc{} || read.ptr != part.data() + part.size())
            return Error{ErrorKind::corrupt, "STORE-300", "an attestation names a row that cannot be read"};
        subjects.push_back(id);
    }
    return subjects;
}

Result<std::string> nameOf(Database& database, EncounterRowId encounter)
{
    CW_TRY(auto select, database.prepare("SELECT encounter_id FROM encounter WHERE id = ?"));
    CW_TRY(const bool found, select.bind(encounter.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-301", "the encounter is not stored"};
    return select.text(0);
}

/// Rule and rows, as the trail names them.
std::string labelOf(std::string_view rule, std::string_view subjects)
{
    return std::string(rule) + (subjects.empty() ? "" : " ") + std::string(subjects);
}

}  // namespace

Status SqliteEditRepository::tell(WriteTx& tx, std::string_view actor, std::string_view action, std::string encounter,
                                  std::string detail)
{
    return m_audit.append(tx, {std::string(actor), std::string(action), std::move(encounter), std::move(detail)});
}

Result<std::vector<Attestation>> SqliteEditRepository::attestations(ReadTx& tx, EncounterRowId encounter) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT id, rule, subjects, basis, made_by, made_at, reason "
                                               "FROM edit_attestation WHERE encounter = ? AND voided_at IS NULL "
                                               "ORDER BY place"));
    select.bind(encounter.value);
    std::vector<Attestation> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        Attestation attestation;
        attestation.id = AttestationId{select.integer(0)};
        attestation.key.rule = select.text(1);
        CW_TRY(attestation.key.subjects, subjectsOf(select.view(2)));
        attestation.basis = select.text(3);
        attestation.by = {select.text(4), Instant{select.integer(5)}, select.text(6)};
        found.push_back(std::move(attestation));
    }
}

Result<AttestationId> SqliteEditRepository::attest(WriteTx& tx, EncounterRowId encounter, const FindingKey& key,
                                                   std::string_view basis, std::string_view reason,
                                                   std::string_view actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto name, nameOf(database, encounter));
    const auto subjects = textOf(key.subjects);
    const auto now = m_clock.now().milliseconds;
    CW_TRY(auto end, database.prepare("UPDATE edit_attestation SET voided_at = ?, voided_by = ? WHERE encounter = ? "
                                      "AND rule = ? AND subjects = ? AND voided_at IS NULL"));
    CW_CHECK(end.bind(now).bind(actor).bind(encounter.value).bind(key.rule).bind(subjects).run());
    const AttestationId id{m_ids.next()};
    CW_TRY(auto insert,
           database.prepare("INSERT INTO edit_attestation (id, encounter, place, rule, subjects, basis, reason, "
                            "made_at, made_by) SELECT ?1, ?2, coalesce(max(place), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8 "
                            "FROM edit_attestation WHERE encounter = ?2"));
    insert.bind(id.value).bind(encounter.value).bind(key.rule).bind(subjects).bind(basis).bind(reason);
    CW_CHECK(insert.bind(now).bind(actor).run());
    CW_CHECK(tell(tx, actor, "edits.attest", std::move(name), labelOf(key.rule, subjects)));
    return id;
}

Status SqliteEditRepository::withdraw(WriteTx& tx, EncounterRowId encounter, AttestationId id, std::string_view actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto name, nameOf(database, encounter));
    CW_TRY(auto select, database.prepare("SELECT rule, subjects FROM edit_attestation "
                                         "WHERE id = ? AND encounter = ? AND voided_at IS NULL"));
    CW_TRY(const bool found, select.bind(id.value).bind(encounter.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-302", "the attestation is withdrawn already"};
    const auto label = labelOf(select.view(0), select.view(1));
    CW_TRY(auto end, database.prepare("UPDATE edit_attestation SET voided_at = ?, voided_by = ? WHERE id = ?"));
    CW_CHECK(end.bind(m_clock.now().milliseconds).bind(actor).bind(id.value).run());
    return tell(tx, actor, "edits.withdraw", std::move(name), label);
}

}  // namespace cw::store
