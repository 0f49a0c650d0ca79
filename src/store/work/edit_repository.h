#pragma once

#include "base/clock.h"
#include "edits/edit_repository.h"
#include "identity/audit.h"
#include "store/sqlite/database.h"

namespace cw::store {

/// Decisions about edits as rows: edit_attestations, edit_levels, edit_site_rules, edit_rule_files, edit_results and
/// edit_history hold its functions. Reasons are people's words and stay in their rows; the trail names rules and ids.
class SqliteEditRepository final : public EditRepository {
public:
    SqliteEditRepository(const Clock& clock, IdSource& ids, AuditLog& audit)
        : m_clock(clock), m_ids(ids), m_audit(audit)
    {}
    Result<std::vector<Attestation>> attestations(ReadTx& tx, EncounterRowId encounter) const override;
    Result<AttestationId> attest(WriteTx& tx, EncounterRowId encounter, const FindingKey& key, std::string_view basis,
                                 std::string_view reason, std::string_view actor) override;
    Status withdraw(WriteTx& tx, EncounterRowId encounter, AttestationId id, std::string_view actor) override;

    Result<EditPolicy> policy(ReadTx& tx) const override;
    Status setLevel(WriteTx& tx, std::string_view rule, std::string_view payerId, std::optional<RuleLevel> level,
                    std::string_view reason, std::string_view actor) override;
    Result<std::vector<LevelChange>> levelChanges(ReadTx& tx, std::string_view rule) const override;

    /// In the order of their numbers.
    Result<std::vector<SiteRule>> siteRules(ReadTx& tx) const override;
    Result<std::vector<SiteRule>> siteRuleVersions(ReadTx& tx, std::string_view id) const override;
    /// A rule with an id that is not there yet keeps it, as version 1. Fails with invalidInput (STORE-313) for an id that
    /// is not "SITE-n".
    Result<SiteRule> saveSiteRule(WriteTx& tx, const SiteRule& rule, std::string_view actor) override;

    Result<std::vector<edits::RuleFile>> ruleFiles(ReadTx& tx) const override;
    /// By name, the newest first.
    Result<std::vector<RuleFileRecord>> ruleFileRecords(ReadTx& tx) const override;
    Status installRuleFile(WriteTx& tx, const edits::RuleFile& file, std::int64_t rows,
                           std::string_view actor) override;
    Status withdrawRuleFile(WriteTx& tx, std::string_view name, std::string_view actor) override;

    Result<std::optional<StoredResult>> result(ReadTx& tx, EncounterRowId encounter) const override;
    Status setResult(WriteTx& tx, EncounterRowId encounter, const StoredResult& result) override;

    Result<std::vector<PastService>> history(ReadTx& tx, EncounterRowId encounter, Date from) const override;
    Result<std::int64_t> revision(ReadTx& tx) const override;

private:
    Status tell(WriteTx& tx, std::string_view actor, std::string_view action, std::string encounter,
                std::string detail);
    /// Takes the next number; each change of levels, site rules and files has its own.
    static Result<std::int64_t> nextRevision(WriteTx& tx);

    const Clock& m_clock;
    IdSource& m_ids;
    AuditLog& m_audit;
};

}  // namespace cw::store
