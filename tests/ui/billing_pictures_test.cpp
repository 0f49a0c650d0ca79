// Pictures of the billing page in both themes, to be looked at: written to the folder that CHARTWRIGHT_PICTURES names.
#include "app/billing/answer_desk.h"
#include "tests/ui/support/billing_on_screen.h"

#include <QDialog>

namespace cw::ui {
namespace {

const std::vector<Visit> visits = {
    {.id = "V-20101",
     .lastName = "Halloran",
     .firstName = "Miriam",
     .payerId = "15202",
     .payerName = "Medicare Part B OH",
     .filingCode = "MB",
     .memberId = "1EG4TE5MK73"},
    {.id = "V-20102",
     .lastName = "Ferreira",
     .firstName = "Luis",
     .payerId = "15202",
     .payerName = "Medicare Part B OH",
     .filingCode = "MB",
     .memberId = "1EG4TE5MK73"},
    {.id = "V-20103",
     .lastName = "Lindqvist",
     .firstName = "Petra",
     .payerId = "77001",
     .payerName = "Fallbrook Health Plan"},
    {.id = "V-20104",
     .lastName = "Osei",
     .firstName = "Kwame",
     .payerId = "77001",
     .payerName = "Fallbrook Health Plan"},
    {.id = "V-20105",
     .lastName = "Nakamura",
     .firstName = "Emi",
     .payerId = "77001",
     .payerName = "Fallbrook Health Plan"},
    {.id = "V-20106", .lastName = "Brandt", .firstName = "Otto", .payerId = "60054", .payerName = "Northgate Mutual"},
    {.id = "V-20111",
     .lastName = "Delgado",
     .firstName = "Rosa",
     .payerId = "15202",
     .payerName = "Medicare Part B OH",
     .filingCode = "MB",
     .memberId = "1EG4TE5MK73"},
    {.id = "V-20112",
     .lastName = "Quist",
     .firstName = "Anders",
     .payerId = "15202",
     .payerName = "Medicare Part B OH",
     .filingCode = "MB",
     .memberId = "1EG4TE5MK73"},
    {.id = "V-20113",
     .lastName = "Adeyemi",
     .firstName = "Rachel",
     .payerId = "15202",
     .payerName = "Medicare Part B OH",
     .filingCode = "MB",
     .memberId = "1EG4TE5MK73"},
    {.id = "V-20114",
     .lastName = "Marchetti",
     .firstName = "Ines",
     .payerId = "15202",
     .payerName = "Medicare Part B OH",
     .filingCode = "MB",
     .memberId = "1EG4TE5MK73",
     .secondPayer = "Northgate Supplement"},
    {.id = "V-20115",
     .lastName = "Webb",
     .firstName = "Thomas",
     .payerId = "15202",
     .payerName = "Medicare Part B OH",
     .filingCode = "MB",
     .memberId = "1EG4TE5MK73"},
    {.id = "V-20116",
     .lastName = "Sorensen",
     .firstName = "Nils",
     .payerId = "15202",
     .payerName = "Medicare Part B OH",
     .filingCode = "MB",
     .memberId = "1EG4TE5MK73"},
};

Status fill(app::Workspace& office)
{
    CW_CHECK(makeReady(office, visits));
    CW_TRY(const auto sent, sendClaims(office, {"V-20111", "V-20112", "V-20113", "V-20114", "V-20115", "V-20116"},
                                       office.folder() / "claims"));
    const auto& file = sent.front();
    app::AnswerDesk desk(office);
    const std::initializer_list<std::pair<const char*, std::string>> answers = {
        {"ack-000001.999", acknowledgement(file)},
        {"status-1103.277",
         statusReport(file, {{.number = "V-20111", .verdict = "A7:164:IL*20251103*U*205", .lastName = "DELGADO"},
                             {.number = "V-20112", .verdict = "A7:254:82*20251103*U*205", .lastName = "QUIST"},
                             {.number = "V-20116", .verdict = "A2:20*20251103*WQ*205", .lastName = "SORENSEN"}})},
        {"remit-1103.835", remittance(file, {{.number = "V-20113", .verdict = "denied", .lastName = "ADEYEMI"},
                                             {.number = "V-20114", .verdict = "paid", .lastName = "MARCHETTI"},
                                             {.number = "OLD-771",
                                              .verdict = "paid",
                                              .control = "PCN9",
                                              .lastName = "WEBB",
                                              .firstName = "THOMAS"}})}};
    for (const auto& [name, bytes] : answers) {
        CW_TRY(const auto outcome, desk.importBytes(name, bytes));
        if (outcome.error) return *outcome.error;
    }
    return {};
}

class BillingPictures : public BillingOnScreen, public testing::WithParamInterface<ThemeMode> {
protected:
    void SetUp() override
    {
        if (folder().isEmpty()) GTEST_SKIP() << "CHARTWRIGHT_PICTURES is not set";
        signedIn.theme.setMode(GetParam());
        signedIn.theme.applyTo(*qApp);
        const auto filled = signedIn.now<bool>([](app::Workspace& office) -> Result<bool> {
            CW_CHECK(fill(office));
            return true;
        });
        ASSERT_TRUE(filled) << describe(filled.error());
        open();
        page->resize(1290, 744);  // A window of 1366 x 768 without rail and status line.
        QTest::qWait(1000);
    }
    static QString folder() { return qEnvironmentVariable("CHARTWRIGHT_PICTURES"); }
    void save(const char* name, QWidget* widget = nullptr)
    {
        const QString mode = GetParam() == ThemeMode::dark ? QStringLiteral("dark") : QStringLiteral("light");
        ASSERT_TRUE((widget ? widget : page.get())
                        ->grab()
                        .save(QStringLiteral("%1/billing-%2-%3.png").arg(folder(), QString::fromUtf8(name), mode)));
    }
    void saveDialog(const char* object, const char* name)
    {
        QWidget* found = nullptr;
        ASSERT_TRUE(waitUntil([&] {
            for (auto* widget : QApplication::topLevelWidgets())
                if (widget->objectName() == QLatin1String(object) && widget->isVisible()) found = widget;
            return found != nullptr;
        }));
        QTest::qWait(300);
        save(name, found);
        QTest::keyClick(found, Qt::Key_Escape);
        ASSERT_TRUE(waitNoDialog(object));
    }
};

TEST_P(BillingPictures, Tabs)
{
    const std::initializer_list<std::pair<Qt::Key, const char*>> tabs = {
        {Qt::Key_1, "ready"},  {Qt::Key_2, "failing"}, {Qt::Key_3, "sent"},    {Qt::Key_4, "rejected"},
        {Qt::Key_5, "denied"}, {Qt::Key_6, "paid"},    {Qt::Key_7, "waiting"}, {Qt::Key_8, "files"}};
    for (const auto& [key, name] : tabs) {
        press(key, Qt::AltModifier);
        QTest::qWait(700);
        if (key == Qt::Key_8) press(Qt::Key_Return);
        QTest::qWait(500);
        save(name);
    }
}

TEST_P(BillingPictures, Dialogs)
{
    press(Qt::Key_E, Qt::ControlModifier);
    saveDialog("export.dialog", "export");
    press(Qt::Key_4, Qt::AltModifier);
    QTest::qWait(900);
    press(Qt::Key_Return);
    saveDialog("claim.data", "claim-data");
    press(Qt::Key_S);
    saveDialog("resend.dialog", "resend");
    press(Qt::Key_5, Qt::AltModifier);
    QTest::qWait(900);
    press(Qt::Key_O);
    saveDialog("outcome.dialog", "outcome");
    press(Qt::Key_P);
    saveDialog("letter.dialog", "letter");
    press(Qt::Key_R, Qt::AltModifier);
    saveDialog("billing.reports", "reports");
}

INSTANTIATE_TEST_SUITE_P(Themes, BillingPictures, testing::Values(ThemeMode::light, ThemeMode::dark));

}  // namespace
}  // namespace cw::ui
