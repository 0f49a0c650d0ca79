#pragma once

#include "app/edit_desk.h"
#include "tests/support/chart_fixture.h"

#include <algorithm>

namespace cw::test {

/// T-1 and T-2 of one patient, clean, and a rule of the site (SITE-1) that warns of their first code M25.561.
class EditDeskTest : public ChartTest {
protected:
    std::unique_ptr<app::Workspace> admin = as("admin");

    static SiteRule kneeRule(RuleLevel level = RuleLevel::warning)
    {
        SiteRule rule;
        rule.title = "Knee pain is looked at twice";
        rule.isActive = true;
        rule.level = level;
        SiteCondition comparison;
        comparison.join = SiteCondition::Join::compare;
        comparison.field = "diagnosis.code";
        comparison.op = SiteCondition::Operator::isUnder;
        comparison.value = "M25.56-";
        rule.when.parts = {comparison};
        rule.message = "M25.56 is looked at twice.";
        rule.fix = "Look at the note again.";
        rule.source = "House rule 1";
        return rule;
    }
    SiteRule installKneeRule(RuleLevel level = RuleLevel::warning)
    {
        return must(app::EditDesk(*admin).saveSiteRule(kneeRule(level)));
    }
    EditReport report(const std::string& id = "T-1") { return must(app::CodingDesk(*coder).open(id)).report; }
    static const Finding* findingOf(const EditReport& report, const std::string& rule)
    {
        const auto found = std::find_if(report.findings.begin(), report.findings.end(),
                                        [&rule](const Finding& finding) { return finding.key.rule == rule; });
        return found == report.findings.end() ? nullptr : &*found;
    }
    Result<Attestation> attest(const std::string& rule, const std::string& reason, const std::string& id = "T-1")
    {
        const auto now = report(id);
        const auto* finding = findingOf(now, rule);
        return app::EditDesk(*coder).attest(id, finding ? finding->key : FindingKey{rule, {}}, reason);
    }
    template <class Change>
    Result<app::SaveOutcome> change(const std::string& id, Change apply)
    {
        const auto seen = stored(id);
        auto after = seen.encounter;
        apply(after);
        return app::CodingDesk(*coder).save(seen.encounter, after, seen.versions, seen.workflow);
    }
    std::vector<std::string> lastLines(const std::string& id = "T-1")
    {
        auto tx = must(coder->work().beginRead());
        const auto kept = must(coder->editRecords().result(*tx, must(coder->encounters().load(*tx, id)).encounter.row));
        return kept ? kept->lines : std::vector<std::string>{"never checked"};
    }
    std::string lastAudit()
    {
        return ask(*coder,
                   "SELECT account || ' ' || action || ' ' || detail FROM audit ORDER BY sequence DESC LIMIT 1");
    }
};

}  // namespace cw::test
