#include "app/edit_desk.h"

#include "app/edit_report.h"
#include "base/text.h"
#include "encounter/workflow.h"

#include <algorithm>
#include <map>

namespace cw::app {

namespace {

/// Coders answer for what they code, supervisors also for what they review; what was billed stays as it was.
Status requireAttest(const Workspace& workspace, const StoredEncounter& stored)
{
    using S = EncounterStatus;
    const auto status = stored.workflow.status;
    const bool isReviewed = status == S::coded || status == S::inReview || status == S::approved;
    if (!isReviewed && !isCodingOpen(status))
        return Error{ErrorKind::conflict, "APP-241",
                     "encounter " + stored.encounter.encounterId + " is " + std::string(toString(status)) +
                         "; its attestations are closed"};
    if (isReviewed || allows(workspace.user().roles, Permission::review)) return require(workspace, Permission::review);
    return require(workspace, Permission::code);
}

}  // namespace

Result<Attestation> EditDesk::attest(std::string_view encounterId, const FindingKey& key, std::string_view reason,
                                     std::string_view seenBasis)
{
    const auto why = text::trim(reason);
    if (why.empty())
        return Error{ErrorKind::invalidInput, "APP-231",
                     "to attest " + key.rule + " takes a reason: why the codes are right as they stand"};
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    CW_CHECK(requireAttest(m_workspace, stored));
    const auto& encounter = stored.encounter;
    CW_TRY(auto report, reportOn(m_workspace, *tx, encounter));
    const auto found = std::find_if(report.findings.begin(), report.findings.end(),
                                    [&key](const Finding& finding) { return finding.key == key; });
    if (found == report.findings.end())
        return Error{ErrorKind::notFound, "APP-230",
                     "the edits do not report " + key.rule + " for these codes of encounter " + encounter.encounterId};
    if (!found->canAttest)
        return Error{ErrorKind::denied, "APP-232",
                     key.rule + " of encounter " + encounter.encounterId +
                         " cannot be attested; what it says has to be mended"};
    if (!seenBasis.empty() && basisOf(encounter, *found) != seenBasis)
        return Error{ErrorKind::conflict, "APP-242",
                     "what " + key.rule + " rests on was changed meanwhile; look at encounter " +
                         encounter.encounterId + " again"};
    Attestation made;
    made.key = key;
    made.basis = basisOf(encounter, *found);
    made.by = {m_workspace.user().name, m_workspace.clock().now(), std::string(why)};
    CW_TRY(made.id, m_workspace.editRecords().attest(*tx, encounter.row, key, made.basis, why, made.by.who));
    applyAttestations(encounter, {made}, report);
    CW_CHECK(keepResult(m_workspace, *tx, encounter, report));
    CW_CHECK(tx->commit());
    return made;
}

Status EditDesk::withdrawAttestation(std::string_view encounterId, AttestationId id)
{
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    CW_CHECK(requireAttest(m_workspace, stored));
    const auto& encounter = stored.encounter;
    CW_CHECK(m_workspace.editRecords().withdraw(*tx, encounter.row, id, m_workspace.user().name));
    CW_TRY(const auto report, reportOn(m_workspace, *tx, encounter));
    CW_CHECK(keepResult(m_workspace, *tx, encounter, report));
    return tx->commit();
}

Result<std::vector<Attestation>> EditDesk::attestations(std::string_view encounterId) const
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    return m_workspace.editRecords().attestations(*tx, stored.encounter.row);
}

Result<std::vector<RuleSetting>> EditDesk::rules() const
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto policy, m_workspace.editRecords().policy(*tx));
    CW_TRY(const auto changes, m_workspace.editRecords().levelChanges(*tx, {}));
    // Newest first, so the first of each rule and payer is the one in force.
    std::map<std::pair<std::string, std::string>, std::optional<RuleLevel>> inForce;
    for (const auto& change : changes) inForce.emplace(std::pair(change.rule, change.payerId), change.level);
    std::vector<RuleSetting> settings;
    for (const auto& rule : ruleCatalogue()) {
        RuleSetting setting{&rule, levelOf(rule, &policy, {}), true, {}};
        for (auto level = inForce.lower_bound({std::string(rule.id), {}});
             level != inForce.end() && level->first.first == rule.id && !rule.isFixed; ++level) {
            if (!level->second) continue;
            if (level->first.second.empty())
                setting.isDefault = false;
            else
                setting.payers.emplace_back(level->first.second, *level->second);
        }
        settings.push_back(std::move(setting));
    }
    return settings;
}

Status EditDesk::setLevel(std::string_view ruleId, std::string_view payerId, std::optional<RuleLevel> level,
                          std::string_view reason)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    const auto* rule = findRule(ruleId);
    if (rule == nullptr)
        return Error{ErrorKind::invalidInput, "APP-233", "no rule is called \"" + std::string(ruleId) + "\""};
    if (text::trim(reason).empty())
        return Error{ErrorKind::invalidInput, "APP-234", "to change the level of a rule takes a reason"};
    if (rule->isFixed)
        return Error{ErrorKind::invalidInput, "APP-235",
                     std::string(ruleId) + " guards the claim file itself; its level stays"};
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.editRecords().setLevel(*tx, rule->id, text::trim(payerId), level, text::trim(reason),
                                                m_workspace.user().name));
    return tx->commit();
}

Result<std::vector<LevelChange>> EditDesk::levelChanges(std::string_view rule) const
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.editRecords().levelChanges(*tx, rule);
}

}  // namespace cw::app
