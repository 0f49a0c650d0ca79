#include "store/work/edit_repository.h"
#include "store/work/work_database.h"

namespace cw::store {

Result<std::int64_t> SqliteEditRepository::revision(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT revision FROM edit_revision"));
    CW_TRY(const bool found, select.step());
    return found ? select.integer(0) : 0;
}

Result<std::int64_t> SqliteEditRepository::nextRevision(WriteTx& tx)
{
    CW_TRY(auto update, databaseOf(tx).prepare("UPDATE edit_revision SET revision = revision + 1 RETURNING revision"));
    CW_TRY(const bool found, update.step());
    if (!found) return Error{ErrorKind::corrupt, "STORE-305", "work.db: the count of changes of edits is missing"};
    const auto next = update.integer(0);
    CW_TRY([[maybe_unused]] const bool more, update.step());
    return next;
}

Result<EditPolicy> SqliteEditRepository::policy(ReadTx& tx) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT rule, payer_id, level FROM edit_level "
                                               "WHERE is_in_force = 1 AND level <> '' ORDER BY revision"));
    EditPolicy policy;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return policy;
        CW_TRY(const auto level, parseRuleLevel(select.view(2)));
        policy.set(select.view(0), select.view(1), level);
    }
}

Status SqliteEditRepository::setLevel(WriteTx& tx, std::string_view rule, std::string_view payerId,
                                      std::optional<RuleLevel> level, std::string_view reason, std::string_view actor)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto revision, nextRevision(tx));
    CW_TRY(auto end, database.prepare("UPDATE edit_level SET is_in_force = 0 "
                                      "WHERE rule = ? AND payer_id = ? AND is_in_force = 1"));
    CW_CHECK(end.bind(rule).bind(payerId).run());
    const auto text = level ? toString(*level) : std::string_view();
    CW_TRY(auto insert, database.prepare("INSERT INTO edit_level (revision, rule, payer_id, level, reason, set_at, "
                                         "set_by) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(revision).bind(rule).bind(payerId).bind(text).bind(reason);
    CW_CHECK(insert.bind(m_clock.now().milliseconds).bind(actor).run());
    auto detail = std::string(rule) + " " + std::string(text.empty() ? "default" : text);
    if (!payerId.empty()) detail += " for payer " + std::string(payerId);
    return tell(tx, actor, "edits.level", {}, std::move(detail));
}

Result<std::vector<LevelChange>> SqliteEditRepository::levelChanges(ReadTx& tx, std::string_view rule) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT rule, payer_id, level, set_by, set_at, reason FROM edit_level "
                                               "WHERE ?1 = '' OR rule = ?1 ORDER BY revision DESC"));
    select.bind(rule);
    std::vector<LevelChange> changes;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return changes;
        LevelChange change;
        change.rule = select.text(0);
        change.payerId = select.text(1);
        if (!select.view(2).empty()) {
            CW_TRY(change.level, parseRuleLevel(select.view(2)));
        }
        change.who = select.text(3);
        change.when = Instant{select.integer(4)};
        change.why = select.text(5);
        changes.push_back(std::move(change));
    }
}

}  // namespace cw::store
