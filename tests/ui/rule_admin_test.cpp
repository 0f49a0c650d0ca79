// Levels of rules, own rules and files of rules, worked by keyboard.
#include "app/edit_desk.h"
#include "tests/ui/support/admin_on_screen.h"
#include "ui/admin/condition_rows.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cw::ui {
namespace {

TEST_F(Admin, ChangesTheLevelOfARuleWithAReasonAndShowsTheHistory)
{
    press(Qt::Key_6, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return rows("rules.table") > 100; }));
    press(Qt::Key_F, Qt::ControlModifier);
    type("PF-12");
    ASSERT_TRUE(waitUntil([this] { return rows("rules.table") == 1; }));
    press(Qt::Key_Return);
    ASSERT_TRUE(table("rules.table").hasFocus());
    press(Qt::Key_Return);
    ASSERT_TRUE(part<QComboBox>("rules.level").hasFocus());
    auto& level = part<QComboBox>("rules.level");
    level.setCurrentIndex(3);
    part<QLineEdit>("rules.reason").setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return !prompter.errors.empty(); })) << "no reason";
    EXPECT_EQ("APP-234", prompter.errors.front().id);
    part<QLineEdit>("rules.reason").setFocus();
    type("our payer refuses it");
    EXPECT_EQ(QStringLiteral("our payer refuses it"), part<QLineEdit>("rules.reason").text());
    EXPECT_EQ(3, part<QComboBox>("rules.level").currentIndex());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return cell("rules.table", 0, 2) == QStringLiteral("error, changed"); }))
        << describe(prompter.errors.back()) << " " << cell("rules.table", 0, 2).toStdString();
    EXPECT_TRUE(waitUntil(
        [this] { return part<QLabel>("rules.history").text().contains(QStringLiteral("our payer refuses it")); }));
}

TEST_F(Admin, ARuleThatGuardsTheClaimFileCannotBeChanged)
{
    press(Qt::Key_6, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return rows("rules.table") > 100; }));
    press(Qt::Key_F, Qt::ControlModifier);
    type("PF-8");
    ASSERT_TRUE(waitUntil([this] { return rows("rules.table") == 1; }));
    EXPECT_FALSE(part<QComboBox>("rules.level").isEnabled());
}

TEST_F(Admin, WritesTriesAndUsesAnOwnRule)
{
    press(Qt::Key_7, Qt::AltModifier);
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(part<QLineEdit>("ownRules.title").hasFocus());
    type("Payer wants an authorization");
    EXPECT_EQ(QStringLiteral("Payer wants an authorization"), part<QLineEdit>("ownRules.title").text());
    auto& field = part<QComboBox>("condition.field1");
    field.setCurrentIndex(field.findData(QStringLiteral("payer.filing")));
    part<QLineEdit>("condition.value1").setText(QStringLiteral("MB"));
    part<QLineEdit>("ownRules.message").setText(QStringLiteral("The claim has no authorization."));
    part<QLineEdit>("ownRules.fix").setText(QStringLiteral("Ask for one."));
    QTest::mouseClick(&part<QPushButton>("ownRules.use"), Qt::LeftButton);
    ASSERT_TRUE(waitUntil([this] { return !prompter.errors.empty(); })) << "it says whose rule it is";
    part<QLineEdit>("ownRules.source").setText(QStringLiteral("Contract, section 4"));
    QTest::mouseClick(&part<QPushButton>("ownRules.try"), Qt::LeftButton);
    ASSERT_TRUE(waitUntil(
        [this] { return part<QLabel>("ownRules.trial").text().contains(QStringLiteral("it would fire on")); }));
    EXPECT_EQ(0, rows("ownRules.table")) << "a trial keeps nothing";
    QTest::mouseClick(&part<QPushButton>("ownRules.use"), Qt::LeftButton);
    ASSERT_TRUE(waitUntil([this] { return rows("ownRules.table") == 1; })) << describe(prompter.errors.back());
    EXPECT_EQ(QStringLiteral("SITE-1"), cell("ownRules.table", 0, 0));
    EXPECT_TRUE(cell("ownRules.table", 0, 3).startsWith(QStringLiteral("in use")));
}

TEST_F(Admin, ChecksChartsAgainAndListsWhatChanged)
{
    const auto before =
        signedIn.now<app::RecheckReport>([](app::Workspace& ws) { return app::EditDesk(ws).recheck({}); });
    ASSERT_TRUE(before) << describe(before.error());
    EXPECT_GT(before->checked, 5);
    const auto rule = signedIn.now<SiteRule>([](app::Workspace& ws) {
        return app::EditDesk(ws).saveSiteRule(
            {.title = "Medicare",
             .isActive = true,
             .level = RuleLevel::error,
             .when = {.join = SiteCondition::Join::compare, .field = "payer.filing", .value = "MB"},
             .message = "A test.",
             .fix = "None.",
             .source = "Test"});
    });
    ASSERT_TRUE(rule) << describe(rule.error());
    press(Qt::Key_8, Qt::AltModifier);
    press(Qt::Key_F9);
    ASSERT_TRUE(waitUntil([this] { return rows("ruleFiles.changes") > 0; }));
    EXPECT_TRUE(cell("ruleFiles.changes", 0, 2).contains(QStringLiteral("new: SITE-1 error")));
    EXPECT_LT(rows("ruleFiles.changes"), before->checked) << "other payers' charts are as they were";
}

TEST(ConditionLines, OrBindsCloserThanAnd)
{
    using Join = SiteCondition::Join;
    const auto is = [](const char* field) { return SiteCondition{.join = Join::compare, .field = field}; };
    const auto made = conditionOf({{false, is("a")}, {true, is("b")}, {false, is("c")}});
    ASSERT_EQ(2U, made.parts.size());
    EXPECT_EQ(Join::any, made.parts[0].join);
    EXPECT_EQ(2U, made.parts[0].parts.size());
    const auto lines = linesOf(made);
    ASSERT_TRUE(lines);
    ASSERT_EQ(3U, lines->size());
    EXPECT_TRUE((*lines)[1].isOr);
    EXPECT_EQ(made, conditionOf(*lines));
    EXPECT_FALSE(linesOf({.join = Join::none, .parts = {is("a")}})) << "only a file can change it";
}

}  // namespace
}  // namespace cw::ui
