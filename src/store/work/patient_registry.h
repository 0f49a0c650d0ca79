#pragma once

#include "encounter/patient_registry.h"
#include "identity/audit.h"

namespace cw::store {

class SqlitePatientRegistry final : public PatientRegistry {
public:
    SqlitePatientRegistry(const Clock& clock, IdSource& ids, AuditLog& audit)
        : m_clock(clock), m_ids(ids), m_audit(audit)
    {}
    Result<KnownPatient> find(ReadTx& tx, PatientId id) const override;
    Result<std::optional<KnownPatient>> byNumber(ReadTx& tx, const PatientNumber& number) const override;
    Result<std::vector<KnownPatient>> byValue(ReadTx& tx, std::string_view value) const override;
    /// Merged patients are found as the one they are now, by that one's names and by all numbers.
    Result<std::vector<KnownPatient>> search(ReadTx& tx, std::string_view text, int limit) const override;
    Result<PatientId> add(WriteTx& tx, const Person& person, const std::vector<PatientNumber>& numbers) override;
    Status addNumber(WriteTx& tx, PatientId patient, const PatientNumber& number) override;
    /// What `person` leaves empty stays as it is.
    Status update(WriteTx& tx, PatientId patient, const Person& person, const Actor& actor) override;
    Result<std::int64_t> merge(WriteTx& tx, PatientId from, PatientId into, const Actor& actor) override;
    /// Refused with conflict too while the other record is itself merged further: that merge is undone first.
    Status undoMerge(WriteTx& tx, std::int64_t merge, const Actor& actor) override;
    Result<std::vector<PatientMerge>> merges(ReadTx& tx) const override;

private:
    const Clock& m_clock;
    IdSource& m_ids;
    AuditLog& m_audit;
};

}  // namespace cw::store
