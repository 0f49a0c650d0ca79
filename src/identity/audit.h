#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/transaction.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// What happened, to what, by whom. `detail` carries codes and ids, never names or texts of patients.
struct AuditEvent {
    std::string user;       ///< Account name; "system" for what nobody asked for.
    std::string action;     ///< "diagnosis.add", "encounter.submit", "claims.export", …
    std::string encounter;  ///< Encounter id; empty when none is concerned.
    std::string detail;
};

struct AuditEntry {
    std::int64_t sequence = 0;
    Instant at;
    AuditEvent event;
    std::string hash;  ///< Over this entry and the hash before it.
};

struct AuditFilter {
    std::optional<std::string> user;
    std::optional<std::string> encounter;
    std::int64_t limit = 1000;
};

struct AuditVerdict {
    std::int64_t entries = 0;
    bool isWhole = true;
    std::int64_t firstBad = 0;  ///< Sequence of the first entry that does not fit; 0 when whole.
    std::string reason;
};

/// The audit trail: a hash chain without update or delete path.
class AuditLog {
public:
    virtual ~AuditLog() = default;
    /// In the transaction of the change it tells of.
    virtual Status append(WriteTx& tx, const AuditEvent& event) = 0;
    /// The same for many, in their order, quicker.
    virtual Status appendMany(WriteTx& tx, const std::vector<AuditEvent>& events) = 0;
    virtual Result<std::vector<AuditEntry>> entries(ReadTx& tx, const AuditFilter& filter) const = 0;
    virtual Result<AuditVerdict> verify(ReadTx& tx) const = 0;
};

}  // namespace cw
