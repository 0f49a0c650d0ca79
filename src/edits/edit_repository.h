#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/transaction.h"
#include "edits/attestation.h"
#include "edits/data/rule_data.h"
#include "edits/policy.h"
#include "edits/site/site_rule.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A change of a rule's level, as it was made; nothing of it is ever deleted.
struct LevelChange {
    std::string rule;
    std::string payerId;             ///< Empty: the site.
    std::optional<RuleLevel> level;  ///< Not set: back to the catalogue's.
    std::string who;
    Instant when;
    std::string why;
};

/// An imported file of data/rules that takes the place of the shipped one of that name.
struct RuleFileRecord {
    std::string name;  ///< "coverage.tsv", "lists/sepsis.tsv"
    std::int64_t rows = 0;
    std::string digest;
    std::string who;
    Instant when;
    bool isInForce = true;  ///< False: replaced or withdrawn.
};

/// Ends a line of StoredResult whose finding somebody has attested.
inline constexpr std::string_view attestedMark = " (attested)";
/// Whether such a line is an error that nobody has attested.
bool isBlockingLine(std::string_view line) noexcept;

/// What the edits last said of an encounter: one line a finding, "GL-1 warning E10.9 E11.9", sorted; no patient data.
struct StoredResult {
    std::vector<std::string> lines;
    std::string tables;  ///< Digest of tables, rule data, levels and site rules that it was made with.
    Instant when;
};

/// Stores what people decide about edits in the work store. Every change writes its audit row in the same transaction;
/// nothing is deleted. `actor` is the account. Fails as the store fails.
class EditRepository {
public:
    virtual ~EditRepository() = default;

    /// Those not withdrawn, oldest first.
    virtual Result<std::vector<Attestation>> attestations(ReadTx& tx, EncounterRowId encounter) const = 0;
    /// One of the same key takes the place of the one before it.
    virtual Result<AttestationId> attest(WriteTx& tx, EncounterRowId encounter, const FindingKey& key,
                                         std::string_view basis, std::string_view reason, std::string_view actor) = 0;
    /// Fails with notFound when it is gone.
    virtual Status withdraw(WriteTx& tx, EncounterRowId encounter, AttestationId id, std::string_view actor) = 0;

    virtual Result<EditPolicy> policy(ReadTx& tx) const = 0;
    virtual Status setLevel(WriteTx& tx, std::string_view rule, std::string_view payerId,
                            std::optional<RuleLevel> level, std::string_view reason, std::string_view actor) = 0;
    /// Newest first; of all rules when `rule` is empty.
    virtual Result<std::vector<LevelChange>> levelChanges(ReadTx& tx, std::string_view rule) const = 0;

    /// The newest version of each, by id, inactive ones too.
    virtual Result<std::vector<SiteRule>> siteRules(ReadTx& tx) const = 0;
    /// All versions of one, newest first.
    virtual Result<std::vector<SiteRule>> siteRuleVersions(ReadTx& tx, std::string_view id) const = 0;
    /// Without an id a new rule gets the next "SITE-n"; else the next version. Fails with conflict when `rule.version` is not
    /// the newest one.
    virtual Result<SiteRule> saveSiteRule(WriteTx& tx, const SiteRule& rule, std::string_view actor) = 0;

    /// Texts of the imported files in force.
    virtual Result<std::vector<edits::RuleFile>> ruleFiles(ReadTx& tx) const = 0;
    virtual Result<std::vector<RuleFileRecord>> ruleFileRecords(ReadTx& tx) const = 0;
    virtual Status installRuleFile(WriteTx& tx, const edits::RuleFile& file, std::int64_t rows,
                                   std::string_view actor) = 0;
    /// Back to the shipped file. Fails with notFound when none is imported.
    virtual Status withdrawRuleFile(WriteTx& tx, std::string_view name, std::string_view actor) = 0;

    virtual Result<std::optional<StoredResult>> result(ReadTx& tx, EncounterRowId encounter) const = 0;
    virtual Status setResult(WriteTx& tx, EncounterRowId encounter, const StoredResult& result) = 0;

    /// Services of the patient in other encounters from `from` on, newest first, at most 500.
    virtual Result<std::vector<PastService>> history(ReadTx& tx, EncounterRowId encounter, Date from) const = 0;
    /// Grows with every change of levels, site rules or rule files: to know when to read them again.
    virtual Result<std::int64_t> revision(ReadTx& tx) const = 0;
};

}  // namespace cw
