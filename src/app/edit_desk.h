#pragma once

#include "app/workspace.h"
#include "edits/edit_repository.h"
#include "edits/rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::app {

/// Tables, levels and site rules in force, read once and used for many encounters.
struct EditSetup {
    std::shared_ptr<const RuleTables> tables;
    EditPolicy policy;
    std::vector<SiteRule> siteRules;  ///< Active ones.
    std::string digest;               ///< StoredResult::tables.
    EditOptions options() const { return {&policy, &siteRules}; }
};
Result<EditSetup> editSetup(Workspace& workspace, ReadTx& tx);
/// What the store knows beside an encounter: the patient's other services, its attestations, and of its proof type, date,
/// sentence and section of the documents.
Result<EditContext> editContext(Workspace& workspace, ReadTx& tx, const Encounter& encounter);

/// A rule as the site has it.
struct RuleSetting {
    const Rule* rule = nullptr;
    RuleLevel level = RuleLevel::error;  ///< In force for the site.
    bool isDefault = true;
    std::vector<std::pair<std::string, RuleLevel>> payers;  ///< Payer id and level.
};

/// What a trial of a site rule on stored encounters found.
struct SiteTrial {
    int checked = 0;
    int met = 0;                    ///< All that it would fire on.
    std::vector<std::string> hits;  ///< Their encounter ids, at most 200.
};

/// What an import of a file of rules would do.
struct RuleFilePreview {
    std::string name;
    std::int64_t rows = 0;
    std::int64_t rowsBefore = 0;
    std::vector<std::string> added;  ///< First lines, at most 20.
    std::vector<std::string> dropped;
    bool dropsMany = false;  ///< More than a tenth of the rows: asks first.
};

/// A file of rules as it came with the program.
struct ShippedFile {
    std::string name;
    std::int64_t rows = 0;
    std::string digest;
};

/// What the edits say of one encounter of many.
struct CheckedEntry {
    std::string encounterId;
    EditReport report;
};

/// How the answers of one encounter changed.
struct RecheckChange {
    std::string encounterId;
    EncounterStatus status = EncounterStatus::fresh;
    std::vector<std::string> gone;  ///< "GL-1 warning E10.9 E11.9"
    std::vector<std::string> added;
    bool wasReady = true;
    bool isReady = true;
};
struct RecheckReport {
    int checked = 0;
    int first = 0;  ///< Never checked before: nothing to compare with.
    std::vector<RecheckChange> changes;
    bool isStopped = false;  ///< Somebody stopped it: what is told is stored, the rest is as before.
};

/// The edits as people use them. Every function is one transaction unless said otherwise.
class EditDesk {
public:
    explicit EditDesk(Workspace& workspace) : m_workspace(workspace) {}

    /// Takes a finding of the stored encounter for right. Fails with notFound (APP-230) when the edits do not say it (any
    /// more), invalidInput (APP-231) without a reason, denied (APP-232) when the rule does not allow it,
    /// conflict when the chart is billed (APP-241) or what the finding rests on is not `seenBasis` any more (APP-242).
    Result<Attestation> attest(std::string_view encounterId, const FindingKey& key, std::string_view reason,
                               std::string_view seenBasis = {});
    Status withdrawAttestation(std::string_view encounterId, AttestationId id);
    Result<std::vector<Attestation>> attestations(std::string_view encounterId) const;

    Result<std::vector<RuleSetting>> rules() const;
    /// Needs manageUsers or the administrator's right over settings. Fails with invalidInput (APP-233 unknown rule, APP-234
    /// no reason, APP-235 a rule that guards the claim file).
    Status setLevel(std::string_view rule, std::string_view payerId, std::optional<RuleLevel> level,
                    std::string_view reason);
    Result<std::vector<LevelChange>> levelChanges(std::string_view rule) const;

    Result<std::vector<SiteRule>> siteRules() const;
    Result<std::vector<SiteRule>> siteRuleVersions(std::string_view id) const;
    Result<SiteRule> saveSiteRule(const SiteRule& rule);
    /// On the newest encounters, at most `sample`; nothing is stored. Progress and cancel.
    Result<SiteTrial> trySiteRule(const SiteRule& rule, int sample, const Progress& progress) const;
    /// All or nothing: new rules are added, those with a known id become a new version.
    Result<int> importSiteRules(std::string_view json);

    Result<std::vector<ShippedFile>> shippedRuleFiles() const;
    Result<std::vector<RuleFileRecord>> ruleFiles() const;
    Result<RuleFilePreview> previewRuleFile(const edits::RuleFile& file) const;
    /// Fails with invalidInput and changes nothing when the file has an error; notReady (APP-236) when it drops more than a tenth
    /// of the rows and `dropMany` is false.
    Result<RuleFilePreview> installRuleFile(const edits::RuleFile& file, bool dropMany);
    Status withdrawRuleFile(std::string_view name);

    /// Encounters that are not yet billed, oldest first, on all cores; stores nothing. Audited as one look at all of them.
    Result<std::vector<CheckedEntry>> checkOpen(const Progress& progress);
    /// The same encounters; stores each answer and tells what changed since the last one. In
    /// portions: those who code meanwhile wait for none of it, and what was done before a failure or a stop stays.
    Result<RecheckReport> recheck(const Progress& progress);

private:
    Workspace& m_workspace;
};

/// Runs the edits over many encounters on all cores, in their order. Progress counts encounters. Fails with cancelled
/// (APP-237) or as the tables fail.
struct BookEntry {
    const Encounter* encounter = nullptr;
    EditContext context;
};
Result<std::vector<EditReport>> checkBook(const std::vector<BookEntry>& entries, const EditSetup& setup,
                                          const Progress& progress, int threads = 0);
/// Encounters of a file: each sees the others of its patient (by medical record number) as history.
std::vector<BookEntry> entriesOf(const std::vector<Encounter>& encounters, Date today);
/// One line a finding, sorted (StoredResult::lines).
std::vector<std::string> resultLines(const EditReport& report);

}  // namespace cw::app
