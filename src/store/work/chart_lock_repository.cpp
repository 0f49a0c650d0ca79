#include "store/work/chart_lock_repository.h"

#include "store/work/work_database.h"

namespace cw::store {

Result<ChartLock> SqliteChartLockRepository::acquire(WriteTx& tx, EncounterRowId encounter, const ChartLock& wanted)
{
    const auto now = m_clock.now();
    CW_TRY(const auto held, holder(tx, encounter, now));
    if (held && held->session != wanted.session) return *held;
    auto taken = wanted;
    taken.since = held ? held->since : now;
    taken.renewedAt = now;
    CW_TRY(auto write,
           databaseOf(tx).prepare("INSERT INTO chart_lock (encounter, account, roles, session, since, renewed_at) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (encounter) DO UPDATE SET account = ?2, "
                                  "roles = ?3, session = ?4, since = ?5, renewed_at = ?6"));
    write.bind(encounter.value).bind(taken.account).bind(taken.roles).bind(taken.session);
    CW_CHECK(write.bind(taken.since.milliseconds).bind(taken.renewedAt.milliseconds).run());
    return taken;
}

Result<std::optional<ChartLock>> SqliteChartLockRepository::holder(ReadTx& tx, EncounterRowId encounter,
                                                                   Instant now) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT account, roles, session, since, renewed_at FROM chart_lock "
                                               "WHERE encounter = ? AND renewed_at >= ?"));
    CW_TRY(const bool found, select.bind(encounter.value).bind(now.milliseconds - chartLockMilliseconds).step());
    if (!found) return std::optional<ChartLock>{};
    return std::optional(ChartLock{select.text(0), select.text(1), select.text(2), Instant{select.integer(3)},
                                   Instant{select.integer(4)}});
}

Status SqliteChartLockRepository::release(WriteTx& tx, EncounterRowId encounter, const std::string& session)
{
    CW_TRY(auto erase, databaseOf(tx).prepare("DELETE FROM chart_lock WHERE encounter = ? AND session = ?"));
    return erase.bind(encounter.value).bind(session).run();
}

}  // namespace cw::store
