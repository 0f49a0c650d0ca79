// What the code search offers before anything is typed.
#include "app/code_sets.h"
#include "tests/ui/support/palette_on_screen.h"
#include "ui/widgets/list_table.h"

#include <algorithm>

namespace cw::ui {
namespace {

using PaletteHome = Palette;

TEST_F(PaletteHome, KeepsFavouritesAndOffersThemBeforeTyping)
{
    open();
    find("marrow", "B02");
    press(Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([this] { return hits().currentIndex().data(HitListModel::StarRole).toBool(); }));
    EXPECT_TRUE(message().contains(QStringLiteral("favourite")));
    showHome(QStringLiteral("Favourites"));
    EXPECT_TRUE(column(HitListModel::CodeRole).contains(QStringLiteral("B02")));
    find("marrow", "B02");
    press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([this] { return message().contains(QStringLiteral("no favourite")); }));
}

TEST_F(PaletteHome, AppliesOneOfTheLastFiveCodesAgain)
{
    open();
    find("A01.1", "A01.1");
    press(Qt::Key_Return);
    find("marrow", "B02");
    press(Qt::Key_Return);
    showHome(QStringLiteral("Your last five codes"));
    press(Qt::Key_Escape);
    page.panes().codes().focusDiagnoses();
    page.panes().codes().diagnoses().selectRow(0);
    press(Qt::Key_Delete);
    ASSERT_EQ(QStringLiteral("B02"), coded().join(QLatin1Char(' ')));
    press(Qt::Key_L);
    ASSERT_TRUE(page.palette().isOpen());
    ASSERT_TRUE(waitUntil([this] { return current() == QStringLiteral("B02"); })) << "the latest comes first";
    press(Qt::Key_Down);
    ASSERT_EQ(QStringLiteral("A01.1"), current());
    press(Qt::Key_Return);
    EXPECT_EQ(QStringLiteral("B02 A011"), coded().join(QLatin1Char(' ')));
}

TEST_F(PaletteHome, AddsACodeSetInOneStep)
{
    const auto made = signedIn.now<bool>([](app::Workspace& ws) -> Result<bool> {
        app::CodeSets sets(ws);
        CW_TRY(const auto id, sets.create("Invented visit", "", "", false));
        for (const char* code : {"A01.1", "B02", "A01.0"}) CW_CHECK(sets.add(id, CodeSystem::icd10cm, code));
        return true;
    });
    ASSERT_TRUE(made) << describe(made.error());
    open();
    showHome(QStringLiteral("Set: Invented visit (3 codes)"));
    for (int i = 0; i < 40 && !current(Qt::DisplayRole).startsWith(QStringLiteral("Set:")); ++i) press(Qt::Key_Down);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return coded().size() == 2; }));
    EXPECT_TRUE(message().contains(QStringLiteral("2 codes added; left out A01.0"))) << message().toStdString();
    press(Qt::Key_Escape);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(coded().isEmpty()) << "one step back takes the whole set away";
}

TEST_F(PaletteHome, OpensWithThePatientsEarlierCodes)
{
    const auto made = signedIn.now<bool>([](app::Workspace& ws) -> Result<bool> {
        CW_TRY(auto tx, ws.work().beginWrite());
        CW_TRY(const auto stored, ws.encounters().load(*tx, "V-10441"));
        Encounter earlier = stored.encounter;
        earlier.row = {};
        earlier.encounterId = "V-09000";
        earlier.service.from = earlier.service.from.plusDays(-40);
        earlier.diagnoses.clear();
        earlier.procedures.clear();
        CW_TRY(const auto code, Icd10CmCode::parse("A01.2"));
        CW_TRY(earlier, coding::addDiagnosis(std::move(earlier), code, DiagnosisRole::diagnosis, {}, ws.ids()));
        CW_TRY(const auto row, ws.encounters().add(*tx, earlier, ws.actor()));
        (void)row;
        CW_CHECK(tx->commit());
        return true;
    });
    ASSERT_TRUE(made) << describe(made.error());
    open();
    ASSERT_TRUE(waitUntil([this] { return current() == QStringLiteral("A01.2"); }))
        << column(Qt::DisplayRole).join(QLatin1Char('|')).toStdString();
    EXPECT_EQ(QStringLiteral("This patient, earlier visits"), column(Qt::DisplayRole).first());
    EXPECT_TRUE(current(HitListModel::ReasonRole).contains(QStringLiteral("V-09000")));
    press(Qt::Key_Return);
    EXPECT_EQ(QStringLiteral("A012"), coded().join(QLatin1Char(' ')));
    const auto audited = signedIn.now<std::int64_t>([](app::Workspace& ws) -> Result<std::int64_t> {
        CW_TRY(auto tx, ws.work().beginRead());
        AuditFilter filter;
        CW_TRY(const auto rows, ws.audit().entries(*tx, filter));
        return std::count_if(rows.begin(), rows.end(),
                             [](const AuditEntry& row) { return row.event.action == "encounter.earlierCodes"; });
    });
    ASSERT_TRUE(audited);
    EXPECT_EQ(1, *audited) << "read once a visit";
}

}  // namespace
}  // namespace cw::ui
