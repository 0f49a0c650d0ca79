#include "edits/engine/rule_runner.h"

#include "edits/attestation.h"
#include "edits/code_tables.h"
#include "edits/rule_run.h"
#include "edits/site/site_rule.h"

#include <algorithm>

namespace cw::edits {

namespace {

bool isFor(const Rule& rule, const EncounterView& view)
{
    return (rule.scope & scopeOf(view.encounter.setting)) != 0 && (rule.payer == PayerFilter::any || view.isMedicare) &&
           rule.effective.contains(view.date);
}

}  // namespace

void runRule(const Rule& rule, const EncounterView& view, const EditOptions& options, EditReport& report)
{
    if (!isFor(rule, view)) return;
    const RuleLevel level = levelOf(rule, options.policy, view.payerId);
    if (level == RuleLevel::off) return;
    const std::size_t before = report.findings.size();
    RuleRun run(rule, view, report);
    rule.check(run);
    for (auto i = before; i < report.findings.size(); ++i) {
        auto& finding = report.findings[i];
        finding.severity = severityAt(finding.severity, rule.severity, level);
        finding.canAttest =
            rule.attest == Attest::always || (rule.attest == Attest::warnings && finding.severity != Severity::error);
    }
}

void finishReport(const EncounterView& view, const EditOptions& options, EditReport& report)
{
    if (options.siteRules)
        for (const auto& rule : *options.siteRules) runSiteRule(rule, view, report);
    // Beside the findings, and with CV-13 switched off as well: what was not checked is never silent.
    for (const auto& missing : missingTables(view.encounter, view.facts))
        report.notChecked.push_back({std::string(toString(missing.system)), missing.date});
    auto& missing = report.notChecked;
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    applyAttestations(view.encounter, view.facts.attestations, report);
}

}  // namespace cw::edits
