#pragma once

#include "encounter/chart_lock.h"

namespace cw::store {

/// One row for each chart that is held. The time of this repository's clock counts, not the caller's.
class SqliteChartLockRepository final : public ChartLockRepository {
public:
    explicit SqliteChartLockRepository(const Clock& clock) : m_clock(clock) {}
    Result<ChartLock> acquire(WriteTx& tx, EncounterRowId encounter, const ChartLock& wanted) override;
    Result<std::optional<ChartLock>> holder(ReadTx& tx, EncounterRowId encounter, Instant now) const override;
    Status release(WriteTx& tx, EncounterRowId encounter, const std::string& session) override;

private:
    const Clock& m_clock;
};

}  // namespace cw::store
