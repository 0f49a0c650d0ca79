// Own terms, impact and accounts, worked by keyboard.
#include "tests/ui/support/admin_on_screen.h"
#include "tests/ui/walk.h"
#include "ui/admin/impact_pane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace cw::ui {
namespace {

TEST_F(Admin, KeepsOwnTermsAndTheSearchFindsByThem)
{
    press(Qt::Key_2, Qt::AltModifier);
    ASSERT_TRUE(table("terms.table").hasFocus());
    press(Qt::Key_N, Qt::ControlModifier);
    type("qqsugar");
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type("E11.9");
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return rows("terms.table") == 1; }));
    EXPECT_EQ(QStringLiteral("qqsugar"), cell("terms.table", 0, 0));
    const auto finds = [this] {
        search::Query query;
        query.text = "qqsugar";
        const auto hits =
            signedIn.now<std::vector<search::Hit>>([query](app::Workspace& ws) { return ws.codeFinder().find(query); });
        return hits && !hits->empty() && hits->front().entry.code == "E119";
    };
    EXPECT_TRUE(waitUntil(finds)) << "the index was made anew";

    table("terms.table").setFocus();
    table("terms.table").selectRow(0);
    press(Qt::Key_Return);
    ASSERT_TRUE(part<QLineEdit>("terms.term").hasFocus());
    part<QLineEdit>("terms.codes").setFocus();
    part<QLineEdit>("terms.codes").setText(QStringLiteral("no code!"));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return !prompter.errors.empty(); }));
    EXPECT_EQ("APP-140", prompter.errors.front().id);
    part<QLineEdit>("terms.codes").setText(QStringLiteral("E11.9, I10"));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return cell("terms.table", 0, 2) == QStringLiteral("E119, I10"); }));
    table("terms.table").setFocus();
    press(Qt::Key_Delete);
    EXPECT_TRUE(waitUntil([this] { return rows("terms.table") == 0; }));
}

TEST_F(Admin, TellsWhatAnImportTouchesNowAndLater)
{
    const auto used = signedIn.now<SiteTerm>([](app::Workspace& ws) {
        SiteTerm term;
        term.term = "qqfever";
        term.codes = {"A010"};
        return ws.siteTerms().addSiteTerm(term);
    });
    ASSERT_TRUE(used) << describe(used.error());
    import({writeOrderFile(files.path(), 2025, oldYear), writeOrderFile(files.path(), 2026, newYear)});
    ASSERT_TRUE(asks());
    part<QPushButton>("import.takeAll").click();
    ASSERT_TRUE(asks()) << "the second year ends all of the first: that is asked for itself";
    part<QPushButton>("import.take").click();
    ASSERT_TRUE(isDone());
    table("import.files").selectRow(1);
    ASSERT_TRUE(waitUntil([this] { return report().contains(QStringLiteral("1 own term")); }))
        << report().toStdString();
    press(Qt::Key_3, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return rows("impact.table") == 1; }));
    EXPECT_EQ(QStringLiteral("A01.0"), cell("impact.table", 0, 0));
    EXPECT_EQ(QStringLiteral("deleted"), cell("impact.table", 0, 1));
    part<QCheckBox>("impact.usedOnly").setFocus();
    press(Qt::Key_Space);
    EXPECT_EQ(2, rows("impact.table")) << "A01.1 is new";
    EXPECT_EQ(QStringLiteral("ICD-10-CM, FY2025 to FY2026"), part<QComboBox>("impact.choice").currentText());
}

TEST_F(Admin, AddsAnAccount)
{
    press(Qt::Key_4, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([this] { return rows("admin.accounts") > 0; }));
    const int before = rows("admin.accounts");
    press(Qt::Key_N, Qt::ControlModifier);
    type("newcoder");
    press(Qt::Key_Tab);
    type("long enough");
    part<QPushButton>("admin.add").click();
    ASSERT_TRUE(waitUntil([this] { return !prompter.errors.empty(); })) << "a role is needed";
    for (auto* box : page.findChildren<QCheckBox*>())
        if (box->text() == QStringLiteral("coder")) box->setChecked(true);
    part<QPushButton>("admin.add").click();
    EXPECT_TRUE(waitUntil([this, before] { return rows("admin.accounts") == before + 1; }));
}

TEST_F(Admin, EveryPartCanBeWalkedByTabAndHasNames)
{
    for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
        press(key, Qt::AltModifier);
        QTest::qWait(200);
        EXPECT_EQ("", walkByTab(&page)) << "Alt+" << key - Qt::Key_0;
    }
    press(Qt::Key_1, Qt::AltModifier);
    import({writeOrderFile(files.path(), 2025, oldYear), writeOrderFile(files.path(), 2026, newYear)});
    ASSERT_TRUE(asks());
    EXPECT_EQ("", walkByTab(&page)) << "while a file is to be decided";
}

TEST(ImpactChoices, PairsNeighbouringReleasesOfASystem)
{
    const auto release = [](CodeSystem system, const char* name, int year) {
        Release made;
        made.system = system, made.name = name;
        made.inForce = {Date::of(year, 10, 1), Date::of(year + 1, 9, 30)};
        return made;
    };
    const auto choices =
        impactChoices({release(CodeSystem::icd10cm, "FY2024", 2023), release(CodeSystem::icd10cm, "FY2026", 2025),
                       release(CodeSystem::icd10pcs, "FY2026", 2025), release(CodeSystem::icd10cm, "FY2025", 2024)},
                      Date::of(2025, 11, 3));
    ASSERT_EQ(3U, choices.size());
    EXPECT_EQ("FY2025", choices[0].from);
    EXPECT_EQ("FY2026", choices[0].to);
    EXPECT_EQ("FY2024", choices[1].from);
    EXPECT_EQ(Date::of(2026, 9, 30), choices[2].lastDay);
}

}  // namespace
}  // namespace cw::ui
