#pragma once

#include "base/clock.h"
#include "identity/audit.h"

namespace cw::store {

/// The hash chain: each entry's SHA-256 covers its fields and the hash before it; the head is kept once more, so that a
/// cut-off end shows too.
class SqliteAuditLog final : public AuditLog {
public:
    explicit SqliteAuditLog(const Clock& clock) : m_clock(clock) {}
    Status append(WriteTx& tx, const AuditEvent& event) override { return appendMany(tx, {event}); }
    Status appendMany(WriteTx& tx, const std::vector<AuditEvent>& events) override;
    Result<std::vector<AuditEntry>> entries(ReadTx& tx, const AuditFilter& filter) const override;
    Result<AuditVerdict> verify(ReadTx& tx) const override;

private:
    const Clock& m_clock;
};

}  // namespace cw::store
