#include "app/edit_desk.h"
#include "edits/engine/encounter_view.h"

#include <algorithm>

namespace cw::app {

namespace {

constexpr std::size_t mostHits = 200;

/// Saved only when it says something else than the newest version.
bool isSameButVersion(SiteRule rule, const SiteRule& other)
{
    rule.version = other.version;
    return rule == other;
}

/// Whether the rule would report, on or off.
Result<bool> wouldReport(Workspace& workspace, ReadTx& tx, const EditSetup& setup, const SiteRule& rule,
                         const Encounter& encounter)
{
    CW_TRY(auto context, editContext(workspace, tx, encounter));
    CW_TRY(const auto facts, gatherFacts(encounter, setup.tables, std::move(context)));
    EditReport report;
    runSiteRule(rule, edits::EncounterView(encounter, facts), report);
    return !report.findings.empty();
}

}  // namespace

Result<std::vector<SiteRule>> EditDesk::siteRules() const
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.editRecords().siteRules(*tx);
}

Result<std::vector<SiteRule>> EditDesk::siteRuleVersions(std::string_view id) const
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.editRecords().siteRuleVersions(*tx, id);
}

Result<SiteRule> EditDesk::saveSiteRule(const SiteRule& rule)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_CHECK(validate(rule));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto saved, m_workspace.editRecords().saveSiteRule(*tx, rule, m_workspace.user().name));
    CW_CHECK(tx->commit());
    return saved;
}

Result<SiteTrial> EditDesk::trySiteRule(const SiteRule& rule, int sample, const Progress& progress) const
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_CHECK(validate(rule));
    auto active = rule;
    active.isActive = true;
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto setup, editSetup(m_workspace, *tx));
    CW_TRY(auto rows, m_workspace.encounters().list(*tx, {}));
    std::reverse(rows.begin(), rows.end());
    rows.erase(rows.begin() + std::min<std::ptrdiff_t>(std::max(sample, 0), std::ssize(rows)), rows.end());
    SiteTrial trial;
    for (const auto& row : rows) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "APP-240", "trial cancelled"};
        progress.report(trial.checked, std::ssize(rows), "Trying the rule");
        CW_TRY(const auto stored, m_workspace.encounters().load(*tx, row.encounterId));
        CW_TRY(const bool isHit, wouldReport(m_workspace, *tx, setup, active, stored.encounter));
        ++trial.checked;
        if (isHit) ++trial.met;
        if (isHit && trial.hits.size() < mostHits) trial.hits.push_back(row.encounterId);
    }
    tx.reset();
    CW_TRY(auto write, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.audit().append(
        *write, {m_workspace.user().name, "edits.try", {}, std::to_string(trial.checked) + " encounters"}));
    CW_CHECK(write->commit());
    return trial;
}

Result<int> EditDesk::importSiteRules(std::string_view json)
{
    CW_CHECK(require(m_workspace, Permission::importCodes));
    CW_TRY(auto rules, parseSiteRules(json));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto present, m_workspace.editRecords().siteRules(*tx));
    int saved = 0;
    for (auto& rule : rules) {
        CW_CHECK(validate(rule));
        const auto known = std::find_if(present.begin(), present.end(),
                                        [&rule](const SiteRule& other) { return other.id == rule.id; });
        if (known != present.end() && isSameButVersion(rule, *known)) continue;
        if (known != present.end()) rule.version = known->version;
        CW_TRY([[maybe_unused]] const auto kept,
               m_workspace.editRecords().saveSiteRule(*tx, rule, m_workspace.user().name));
        ++saved;
    }
    CW_CHECK(tx->commit());
    return saved;
}

}  // namespace cw::app
