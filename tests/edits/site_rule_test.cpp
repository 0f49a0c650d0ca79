#include "edits/site/site_rule.h"

#include "edit_cases.h"
#include "edits/engine/encounter_view.h"

#include <gmock/gmock.h>

namespace cw::test {

namespace {

using Join = SiteCondition::Join;
using Operator = SiteCondition::Operator;

SiteCondition is(std::string field, Operator op, std::string value = {})
{
    return {.join = Join::compare, .field = std::move(field), .op = op, .value = std::move(value)};
}

SiteCondition joined(Join join, std::vector<SiteCondition> parts)
{
    return {.join = join, .parts = std::move(parts)};
}

SiteRule rule(SiteCondition when)
{
    return {.id = "SITE-1",
            .title = "Test",
            .isActive = true,
            .when = std::move(when),
            .message = "A visit of this kind needs something.",
            .fix = "Do it.",
            .source = "Contract, section 4"};
}

EditReport run(const SiteRule& one, const Encounter& encounter = cleanEncounter())
{
    const auto facts = gatherFacts(encounter, cleanLibrary(), testDay);
    EditReport report;
    runSiteRule(one, edits::EncounterView(encounter, *facts), report);
    return report;
}

bool fires(const SiteCondition& when)
{
    return !run(rule(when)).findings.empty();
}

TEST(SiteRule, ComparesEveryKindOfField)
{
    EXPECT_TRUE(fires(is("diagnosis.code", Operator::isUnder, "E08-E13")));
    EXPECT_FALSE(fires(is("diagnosis.code", Operator::isUnder, "N18.-")));
    EXPECT_TRUE(fires(is("diagnosis.first", Operator::equals, "E11.9")));
    EXPECT_FALSE(fires(is("diagnosis.first", Operator::equals, "I10")));
    EXPECT_TRUE(fires(is("line.code", Operator::isOneOf, "99213, 99214")));
    EXPECT_TRUE(fires(is("line.modifier", Operator::equals, "25")));
    EXPECT_TRUE(fires(is("patient.age", Operator::greater, "60")));
    EXPECT_FALSE(fires(is("patient.age", Operator::less, "60")));
    EXPECT_TRUE(fires(is("claim.charge", Operator::greater, "124.99")));
    EXPECT_FALSE(fires(is("claim.charge", Operator::greater, "125.00")));
    EXPECT_TRUE(fires(is("claim.authorization", Operator::isEmpty)));
    EXPECT_TRUE(fires(is("service.from", Operator::less, "2025-02-01")));
    EXPECT_TRUE(fires(is("payer.id", Operator::equals, "15202")));
    EXPECT_TRUE(fires(is("diagnosis.unproven", Operator::equals, "2")));
}

TEST(SiteRule, EveryFieldCanBeAsked)
{
    for (const auto& field : siteFields()) {
        SCOPED_TRACE(field.name);
        EXPECT_TRUE(validate(rule(is(std::string(field.name), Operator::isFilled))));
        (void)fires(is(std::string(field.name), Operator::isFilled));
    }
}

TEST(SiteRule, JoinsWithAllAnyAndNone)
{
    const auto yes = is("payer.id", Operator::equals, "15202");
    const auto no = is("payer.id", Operator::equals, "1");
    EXPECT_TRUE(fires(joined(Join::all, {yes, yes})));
    EXPECT_FALSE(fires(joined(Join::all, {yes, no})));
    EXPECT_TRUE(fires(joined(Join::any, {no, yes})));
    EXPECT_FALSE(fires(joined(Join::none, {no, yes})));
    EXPECT_TRUE(fires(joined(Join::all, {yes, joined(Join::none, {no})})));
}

TEST(SiteRule, FindingNamesTheRowsThatMetIt)
{
    const auto report = run(rule(is("diagnosis.code", Operator::isUnder, "I10")));
    ASSERT_EQ(1U, report.findings.size());
    const auto& finding = report.findings.front();
    EXPECT_EQ("SITE-1", finding.key.rule);
    EXPECT_THAT(finding.key.subjects, testing::ElementsAre(2));
    EXPECT_THAT(finding.at, testing::ElementsAre("/diagnoses/1"));
    EXPECT_THAT(finding.codes, testing::ElementsAre("I10"));
    EXPECT_EQ(Severity::warning, finding.severity);
    EXPECT_TRUE(finding.canAttest);
}

TEST(SiteRule, IsSilentWhenNotForTheEncounter)
{
    auto one = rule(is("payer.id", Operator::isFilled));
    EXPECT_EQ(1U, run(one).findings.size());
    for (auto change : std::vector<std::function<void(SiteRule&)>>{
             [](SiteRule& r) { r.isActive = false; }, [](SiteRule& r) { r.level = RuleLevel::off; },
             [](SiteRule& r) { r.scope = scope::inpatient; }, [](SiteRule& r) { r.payerId = "60054"; },
             [](SiteRule& r) { r.effective.first = Date::of(2026, 1, 1); }}) {
        auto other = one;
        change(other);
        EXPECT_TRUE(run(other).findings.empty());
    }
}

TEST(SiteRule, ValidationNamesWhatIsWrong)
{
    const auto errorOf = [](const SiteRule& one) { return std::string(validate(one).error().id); };
    auto untitled = rule(is("payer.id", Operator::isFilled));
    untitled.title.clear();
    EXPECT_EQ("EDITS-040", errorOf(untitled));
    EXPECT_EQ("EDITS-043", errorOf(rule(is("payer.shoe", Operator::isFilled))));
    EXPECT_EQ("EDITS-044", errorOf(rule(is("payer.id", Operator::equals))));
    EXPECT_EQ("EDITS-045", errorOf(rule(is("patient.age", Operator::less, "old"))));
    EXPECT_EQ("EDITS-046", errorOf(rule(is("payer.id", Operator::less, "5"))));
    EXPECT_EQ("EDITS-047", errorOf(rule(is("diagnosis.code", Operator::isUnder, "no code!"))));
    EXPECT_EQ("EDITS-048", errorOf(rule(joined(Join::all, {}))));
    auto deep = is("payer.id", Operator::isFilled);
    for (int i = 0; i < 9; ++i) deep = joined(Join::all, {deep});
    EXPECT_EQ("EDITS-041", errorOf(rule(deep)));
    EXPECT_EQ("EDITS-042",
              errorOf(rule(joined(Join::any, std::vector<SiteCondition>(101, is("payer.id", Operator::isFilled))))));
}

TEST(SiteRule, FileReadsBackEqual)
{
    auto one = rule(joined(Join::all, {is("diagnosis.code", Operator::isUnder, "E11.-"),
                                       joined(Join::any, {is("patient.age", Operator::less, "18"),
                                                          is("claim.authorization", Operator::isEmpty)})}));
    one.version = 3;
    one.scope = scope::professional;
    one.payerId = "60054";
    one.effective = {Date::of(2025, 1, 1), Date::of(2025, 12, 31)};
    const auto back = parseSiteRules(writeSiteRules({one}));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_THAT(*back, testing::ElementsAre(one));
}

TEST(SiteRule, ABadFileIsRefusedWhole)
{
    for (const auto* text : {"", "[]", "{\"schema\": \"other\"}", "{\"schema\": \"site-rules/1\"}",
                             "{\"schema\": \"site-rules/1\", \"rules\": [1]}",
                             "{\"schema\": \"site-rules/1\", \"rules\": [{\"title\": \"x\"}]}"}) {
        const auto rules = parseSiteRules(text);
        ASSERT_FALSE(rules) << text;
        EXPECT_EQ("EDITS-050", rules.error().id);
    }
    std::string deep = "{\"schema\": \"site-rules/1\", \"rules\": [{\"level\": \"note\", \"when\": ";
    for (int i = 0; i < 2000; ++i) deep += "{\"all\": [";
    EXPECT_FALSE(parseSiteRules(deep));
}

}  // namespace

}  // namespace cw::test
