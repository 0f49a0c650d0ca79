// Pictures of the edits in both themes, to be looked at: written to the folder that CHARTWRIGHT_PICTURES names.
#include "ui/desk/blockers_dialog.h"
#include "ui/desk/edits_pane.h"
#include "ui/desk/visit_facts_dialog.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QListView>
#include <QTest>

namespace cw::ui {
namespace {

Finding finding(const char* rule, Severity severity, const char* message, const char* fix, const char* source,
                const char* remedy = nullptr)
{
    Finding made{.key = {.rule = rule, .subjects = {1}},
                 .severity = severity,
                 .message = message,
                 .fix = fix,
                 .source = source,
                 .canAttest = severity != Severity::error};
    if (remedy) made.remedies.push_back({.label = remedy});
    return made;
}

EditReport report()
{
    EditReport made;
    made.findings = {
        finding("NC-2", Severity::error, "Line 1 (99214) and line 2 (20610) are not paid together on 2024-08-15.",
                "Append the modifier that says why they were apart, or remove the line.",
                "NCCI PTP edits, practitioner 2024 Q3, indicator 1", "Append modifier 25 to 99214"),
        finding("GL-39", Severity::warning, "I10 and N18.31 are presumed to be related and are coded in I12.-.",
                "Replace I10 by I12.9 unless the record says that they are unrelated.",
                "ICD-10-CM Official Guidelines FY2026, I.C.9.a.2", "Replace I10 by I12.9"),
        finding("GL-5", Severity::note, "E11.22 asks for an additional code that is not here: Z79.4, Z79.84.",
                "Add a code of Z79.4, Z79.84 after E11.22 when the record supports it.",
                "ICD-10-CM Tabular List January 2021 (older than 2024-08-15), E11 Use additional code"),
        finding("GL-1", Severity::warning, "E11.22 and E10.9 exclude each other: the Excludes1 note at E11 names E10.",
                "Keep the code that the record supports.", "ICD-10-CM Tabular List January 2021, E11 Excludes1")};
    made.findings.back().attested = AttestedBy{"coder", {}, "two separate conditions, endocrinology letter"};
    made.notChecked = {{"mpfs", Date::of(2024, 8, 15)}, {"ncci-aoc", Date::of(2024, 8, 15)}};
    return made;
}

class EditPictures : public testing::TestWithParam<ThemeMode> {
protected:
    void SetUp() override
    {
        if (folder().isEmpty()) GTEST_SKIP() << "CHARTWRIGHT_PICTURES is not set";
        theme.setMode(GetParam());
        theme.applyTo(*qApp);
    }
    static QString folder() { return qEnvironmentVariable("CHARTWRIGHT_PICTURES"); }
    void save(QWidget& widget, const char* name)
    {
        const QString mode = GetParam() == ThemeMode::dark ? QStringLiteral("dark") : QStringLiteral("light");
        ASSERT_TRUE(
            widget.grab().save(QStringLiteral("%1/edits-%2-%3.png").arg(folder(), QString::fromUtf8(name), mode)));
    }
    Theme theme;
};

TEST_P(EditPictures, Pane)
{
    EditsPane pane(theme, nullptr);
    pane.setAttribute(Qt::WA_StyledBackground);
    pane.setProperty("area", QStringLiteral("surface"));
    pane.resize(500, 560);
    pane.show();
    auto before = report();
    before.findings.erase(before.findings.begin());
    pane.showReport(before);
    pane.showReport(report());
    pane.walk(1);
    QTest::qWait(50);
    save(pane, "pane");
}

TEST_P(EditPictures, Blockers)
{
    BlockersDialog dialog(theme, report(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTest::qWait(50);
    save(dialog, "blockers");
}

TEST_P(EditPictures, Facts)
{
    VisitFactsDialog dialog(theme, {"screening"}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTest::qWait(50);
    save(dialog, "facts");
}

INSTANTIATE_TEST_SUITE_P(Themes, EditPictures, testing::Values(ThemeMode::light, ThemeMode::dark));

}  // namespace
}  // namespace cw::ui
