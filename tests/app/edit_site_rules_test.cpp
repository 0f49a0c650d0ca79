#include "tests/app/edit_fixture.h"

namespace cw::test {
namespace {

using app::EditDesk;

TEST_F(EditDeskTest, ASiteRuleIsTriedBeforeItSpeaks)
{
    auto rule = kneeRule();
    rule.isActive = false;
    rule = must(EditDesk(*admin).saveSiteRule(rule));
    EXPECT_EQ(nullptr, findingOf(report(), "SITE-1"));
    const auto trial = must(EditDesk(*admin).trySiteRule(rule, 10, {}));
    EXPECT_EQ(2, trial.checked);
    EXPECT_EQ(2U, trial.hits.size());
    EXPECT_EQ(1, must(EditDesk(*admin).trySiteRule(rule, 1, {})).checked);
    EXPECT_EQ(0, must(EditDesk(*admin).trySiteRule(rule, -1, {})).checked);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ("APP-240", EditDesk(*admin).trySiteRule(rule, 10, Progress({}, stop.get_token())).error().id);
    EXPECT_EQ("never checked", lastLines().at(0));
    rule.isActive = true;
    must(EditDesk(*admin).saveSiteRule(rule));
    EXPECT_NE(nullptr, findingOf(report(), "SITE-1"));
    EXPECT_EQ(2U, must(EditDesk(*coder).siteRuleVersions("SITE-1")).size());
}

TEST_F(EditDeskTest, AFaultySiteRuleIsRefused)
{
    auto rule = kneeRule();
    rule.when.parts[0].field = "patient.shoe";
    EXPECT_EQ(ErrorKind::invalidInput, EditDesk(*admin).saveSiteRule(rule).error().kind);
    EXPECT_EQ(ErrorKind::invalidInput, EditDesk(*admin).trySiteRule(rule, 10, {}).error().kind);
    EXPECT_EQ("APP-001", EditDesk(*coder).saveSiteRule(kneeRule()).error().id);
    EXPECT_TRUE(must(EditDesk(*coder).siteRules()).empty());
}

TEST_F(EditDeskTest, SiteRulesTravelAsJson)
{
    installKneeRule();
    const auto json = writeSiteRules(must(EditDesk(*coder).siteRules()));
    EXPECT_EQ(0, must(EditDesk(*admin).importSiteRules(json)));
    auto changed = must(EditDesk(*coder).siteRules());
    changed[0].title = "Another title";
    changed.push_back(kneeRule(RuleLevel::note));
    EXPECT_EQ(2, must(EditDesk(*admin).importSiteRules(writeSiteRules(changed))));
    const auto all = must(EditDesk(*coder).siteRules());
    ASSERT_EQ(2U, all.size());
    EXPECT_EQ("Another title", all[0].title);
    EXPECT_EQ(2, all[0].version);
    EXPECT_EQ("SITE-2", all[1].id);
}

TEST_F(EditDeskTest, AnImportOfSiteRulesIsAllOrNothing)
{
    auto faulty = kneeRule();
    faulty.when.parts[0].field = "patient.shoe";
    EXPECT_FALSE(EditDesk(*admin).importSiteRules(writeSiteRules({kneeRule(), faulty})));
    EXPECT_FALSE(EditDesk(*admin).importSiteRules("{"));
    EXPECT_TRUE(must(EditDesk(*coder).siteRules()).empty());
}

}  // namespace
}  // namespace cw::test
