#include "tests/app/edit_fixture.h"

namespace cw::test {
namespace {

using app::EditDesk;

/// CV-3 reports a code that is none to bill.
class EditLevels : public EditDeskTest {
protected:
    EditLevels()
    {
        must(change("T-1", [](Encounter& encounter) { encounter.diagnoses[0].code.text = "M2556"; }));
    }
    Status setLevel(const std::string& rule, std::optional<RuleLevel> level, const std::string& payer = {},
                    const std::string& reason = "house rule")
    {
        return EditDesk(*admin).setLevel(rule, payer, level, reason);
    }
    app::RuleSetting setting(const std::string& rule)
    {
        for (const auto& one : must(EditDesk(*coder).rules()))
            if (one.rule->id == rule) return one;
        return {};
    }
};

TEST_F(EditLevels, ChangeWhatARuleSays)
{
    ASSERT_NE(nullptr, findingOf(report(), "CV-3"));
    must(setLevel("CV-3", RuleLevel::note));
    EXPECT_EQ(Severity::note, findingOf(report(), "CV-3")->severity);
    must(setLevel("CV-3", RuleLevel::off));
    EXPECT_EQ(nullptr, findingOf(report(), "CV-3"));
    EXPECT_EQ("admin edits.level CV-3 off",
              ask(*coder, "SELECT account || ' ' || action || ' ' || detail FROM audit WHERE action = 'edits.level' "
                          "ORDER BY sequence DESC LIMIT 1"));
    must(setLevel("CV-3", std::nullopt));
    EXPECT_EQ(Severity::error, findingOf(report(), "CV-3")->severity);
    EXPECT_EQ(3U, must(EditDesk(*coder).levelChanges("CV-3")).size());
}

TEST_F(EditLevels, OfAPayerGoBeforeThoseOfTheSite)
{
    must(setLevel("CV-3", RuleLevel::off));
    must(setLevel("CV-3", RuleLevel::warning, " 15202 "));
    EXPECT_EQ(Severity::warning, findingOf(report(), "CV-3")->severity);
    const auto now = setting("CV-3");
    EXPECT_EQ(RuleLevel::off, now.level);
    EXPECT_FALSE(now.isDefault);
    ASSERT_EQ(1U, now.payers.size());
    EXPECT_EQ("15202", now.payers[0].first);
    EXPECT_EQ(RuleLevel::warning, now.payers[0].second);
    must(setLevel("CV-3", std::nullopt, "15202"));
    EXPECT_TRUE(setting("CV-3").payers.empty());
    EXPECT_EQ(nullptr, findingOf(report(), "CV-3"));
}

TEST_F(EditLevels, AreSeenByOthersAtTheirNextQuestion)
{
    const auto other = as("office");
    const app::CodingDesk desk(*other);
    ASSERT_NE(nullptr, findingOf(must(desk.check(stored().encounter)).report, "CV-3"));
    must(setLevel("CV-3", RuleLevel::off));
    EXPECT_EQ(nullptr, findingOf(must(desk.check(stored().encounter)).report, "CV-3"));
}

TEST_F(EditLevels, AreRefusedWithoutReasonOrRight)
{
    EXPECT_EQ("APP-233", setLevel("CV-99", RuleLevel::off).error().id);
    EXPECT_EQ("APP-234", setLevel("CV-3", RuleLevel::off, {}, " ").error().id);
    const auto fixed =
        std::find_if(ruleCatalogue().begin(), ruleCatalogue().end(), [](const Rule& rule) { return rule.isFixed; });
    ASSERT_NE(ruleCatalogue().end(), fixed);
    EXPECT_EQ("APP-235", setLevel(std::string(fixed->id), RuleLevel::note).error().id);
    EXPECT_EQ("APP-001", EditDesk(*coder).setLevel("CV-3", {}, RuleLevel::off, "tired of it").error().id);
    EXPECT_TRUE(must(EditDesk(*coder).levelChanges({})).empty());
}

}  // namespace
}  // namespace cw::test
