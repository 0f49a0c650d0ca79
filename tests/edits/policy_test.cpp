#include "edits/rules.h"

#include <gtest/gtest.h>

namespace cw::test {

namespace {

const Rule warning{.id = "X-1", .severity = Severity::warning};
const Rule off{.id = "X-2", .severity = Severity::warning, .offByDefault = true};
const Rule fixed{.id = "X-3", .severity = Severity::error, .isFixed = true};

TEST(Policy, WithoutOneRulesAreAsTheCatalogueHasThem)
{
    EXPECT_EQ(RuleLevel::warning, levelOf(warning, nullptr, "60054"));
    EXPECT_EQ(RuleLevel::off, levelOf(off, nullptr, "60054"));
}

TEST(Policy, ThePayersLevelGoesBeforeTheSites)
{
    EditPolicy policy;
    policy.set("X-1", "", RuleLevel::off);
    policy.set("X-1", "60054", RuleLevel::error);
    EXPECT_EQ(RuleLevel::error, levelOf(warning, &policy, "60054"));
    EXPECT_EQ(RuleLevel::off, levelOf(warning, &policy, "15202"));
}

TEST(Policy, ARuleThatGuardsTheClaimFileCannotBeSwitchedOff)
{
    EditPolicy policy;
    policy.set("X-3", "", RuleLevel::off);
    EXPECT_EQ(RuleLevel::error, levelOf(fixed, &policy, ""));
}

TEST(Policy, MilderFindingsOfARuleStayMilder)
{
    EXPECT_EQ(Severity::error, severityAt(Severity::warning, Severity::warning, RuleLevel::error));
    EXPECT_EQ(Severity::note, severityAt(Severity::note, Severity::warning, RuleLevel::error));
    EXPECT_EQ(Severity::note, severityAt(Severity::warning, Severity::error, RuleLevel::note));
    EXPECT_EQ(Severity::warning, severityAt(Severity::warning, Severity::error, RuleLevel::error));
}

TEST(Policy, LevelsAreReadByTheirWords)
{
    for (const auto level : {RuleLevel::off, RuleLevel::note, RuleLevel::warning, RuleLevel::error})
        EXPECT_EQ(level, *parseRuleLevel(toString(level)));
    EXPECT_EQ("EDITS-001", parseRuleLevel("loud").error().id);
}

}  // namespace

}  // namespace cw::test
