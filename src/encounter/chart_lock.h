#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/transaction.h"

#include <optional>
#include <string>

namespace cw {

/// Who has a chart open for coding. A courtesy between people: row versions still decide what is saved.
struct ChartLock {
    std::string account;
    std::string roles;    ///< "coder"
    std::string session;  ///< One opened window; the same account in two windows holds it once.
    Instant since;
    Instant renewedAt;
};

/// A lock that was not renewed for this long belongs to a killed program and is free.
constexpr std::int64_t chartLockMilliseconds = 180'000;

class ChartLockRepository {
public:
    virtual ~ChartLockRepository() = default;
    /// Takes or renews it; the answer is who holds it now: this session, or another.
    virtual Result<ChartLock> acquire(WriteTx& tx, EncounterRowId encounter, const ChartLock& wanted) = 0;
    virtual Result<std::optional<ChartLock>> holder(ReadTx& tx, EncounterRowId encounter, Instant now) const = 0;
    /// Nothing when this session does not hold it.
    virtual Status release(WriteTx& tx, EncounterRowId encounter, const std::string& session) = 0;
};

}  // namespace cw
