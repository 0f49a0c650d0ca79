#include "tests/store/work_edits_fixture.h"

namespace cw::store {
namespace {

SiteRule someRule(const std::string& title = "Knee needs a side")
{
    SiteRule rule;
    rule.title = title;
    rule.when.join = SiteCondition::Join::all;
    SiteCondition comparison;
    comparison.join = SiteCondition::Join::compare;
    comparison.field = "diagnosis.code";
    comparison.op = SiteCondition::Operator::isUnder;
    comparison.value = "M25.5-";
    rule.when.parts = {comparison};
    rule.message = "M25.5 needs a side.";
    rule.fix = "Name the side.";
    rule.source = "Contract 2025";
    return rule;
}

class WorkSiteRules : public WorkEdits {
protected:
    Result<SiteRule> save(const SiteRule& rule)
    {
        return writing(anna, [&](WriteTx& tx) { return edits.saveSiteRule(tx, rule, "anna"); });
    }
};

TEST_F(WorkSiteRules, GetNumbersAndVersions)
{
    auto first = must(save(someRule()));
    EXPECT_EQ("SITE-1", first.id);
    EXPECT_EQ(1, first.version);
    EXPECT_EQ("SITE-2", must(save(someRule("Another"))).id);
    first.isActive = true;
    first = must(save(first));
    EXPECT_EQ(2, first.version);
    EXPECT_EQ("edits.site SITE-1 version 2 on", anna.lastAudit());
    const auto all = reading(*m_bert, [&](ReadTx& tx) { return bertsEdits.siteRules(tx); });
    ASSERT_EQ(2U, all.size());
    EXPECT_EQ(first, all[0]);
    const auto versions = reading(anna, [&](ReadTx& tx) { return edits.siteRuleVersions(tx, "SITE-1"); });
    ASSERT_EQ(2U, versions.size());
    EXPECT_EQ(2, versions[0].version);
    EXPECT_FALSE(versions[1].isActive);
    EXPECT_TRUE(reading(anna, [&](ReadTx& tx) { return edits.siteRuleVersions(tx, "SITE-9"); }).empty());
    EXPECT_EQ(3, revision());
}

TEST_F(WorkSiteRules, OfTwoChangesTheSecondIsAConflict)
{
    const auto seen = must(save(someRule()));
    auto bertsChange = seen;
    bertsChange.title = "Bert's";
    must(writing(*m_bert, [&](WriteTx& tx) { return bertsEdits.saveSiteRule(tx, bertsChange, "bert"); }));
    const auto late = save(seen);
    ASSERT_FALSE(late);
    EXPECT_EQ("STORE-311", late.error().id);
    EXPECT_EQ(ErrorKind::conflict, late.error().kind);
    EXPECT_EQ(2, revision());
}

TEST_F(WorkSiteRules, KeepTheNumberTheyCameWith)
{
    auto rule = someRule();
    rule.id = "SITE-7";
    EXPECT_EQ("SITE-7", must(save(rule)).id);
    EXPECT_EQ("SITE-8", must(save(someRule())).id);
    rule.id = "GL-1";
    EXPECT_EQ("STORE-313", save(rule).error().id);
    rule.id = "SITE-07";
    EXPECT_EQ("STORE-313", save(rule).error().id);
}

}  // namespace
}  // namespace cw::store
