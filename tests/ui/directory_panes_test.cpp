// Trading partners, payers and providers, worked by keyboard.
#include "app/billing/directory_desk.h"
#include "tests/ui/support/admin_on_screen.h"
#include "ui/shell/page_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

#include <algorithm>

namespace cw::ui {
namespace {

class Directory : public Admin {
protected:
    QLineEdit& line(const char* name) { return part<QLineEdit>(name); }
    QString fault(const char* name)
    {
        auto& label = part<QLabel>((std::string(name) + ".fault").c_str());
        return label.isVisibleTo(&page) ? label.text() : QString();
    }
    void open(Qt::Key key)
    {
        press(key, Qt::AltModifier);
        QTest::qWait(50);
    }
    void save() { press(Qt::Key_S, Qt::ControlModifier); }
    void fillPartner()
    {
        for (const auto& [name, value] : {std::pair{"partners.name", "Ability"},
                                          {"partners.submitter_name", "Elm Street Clinic"},
                                          {"partners.submitter_id", "ES1234"},
                                          {"partners.contact_name", "Billing Office"},
                                          {"partners.phone", "(937) 555-0111"},
                                          {"partners.receiver_name", "Ability Network"},
                                          {"partners.receiver_id", "AB0001"}})
            line(name).setText(QString::fromLatin1(value));
    }
    bool hasRows(const char* name, int count)
    {
        return waitUntil([this, name, count] { return rows(name) == count; });
    }
    /// The first row in this state.
    int rowIn(const char* name, const QString& state)
    {
        for (int row = 0; row < rows(name); ++row)
            if (cell(name, row, 5) == state) return row;
        return -1;
    }
    void picture(const char* name)
    {
        const QString folder = qEnvironmentVariable("CHARTWRIGHT_PICTURES");
        if (folder.isEmpty()) return;
        QTest::qWait(50);
        EXPECT_TRUE(page.grab().save(QStringLiteral("%1/%2.png").arg(folder, QString::fromLatin1(name))));
    }
};

TEST_F(Directory, SaysWhatAPartnerLacksAtItsFieldsAndKeepsItThen)
{
    open(Qt::Key_9);
    ASSERT_TRUE(hasRows("partners.table", 0));
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(line("partners.name").hasFocus());
    type("Ability");
    save();
    EXPECT_EQ(QStringLiteral("is needed"), fault("partners.submitter_name"));
    EXPECT_TRUE(line("partners.submitter_name").hasFocus());
    EXPECT_EQ(QStringLiteral("is needed"), line("partners.submitter_name").accessibleDescription());
    EXPECT_EQ(QString(), fault("partners.name"));
    line("partners.delimiters").setText(QStringLiteral("* ^ :"));
    line("partners.claims_per_file").setText(QStringLiteral("many"));
    save();
    EXPECT_TRUE(fault("partners.delimiters").startsWith(QStringLiteral("must be four signs")));
    EXPECT_EQ(QStringLiteral("must be a number"), fault("partners.claims_per_file"));
    picture("directory-partner-faults");
    fillPartner();
    line("partners.delimiters").setText(QStringLiteral("* ^ > ~"));
    line("partners.claims_per_file").setText(QStringLiteral("250"));
    save();
    ASSERT_TRUE(hasRows("partners.table", 1)) << (prompter.errors.empty() ? "" : describe(prompter.errors.back()));
    EXPECT_EQ(QStringLiteral("Ability"), cell("partners.table", 0, 0));
    EXPECT_EQ(QStringLiteral("production, 250 claims"), cell("partners.table", 0, 4));
    EXPECT_EQ(QString(), fault("partners.submitter_name"));
    const auto kept =
        signedIn.now<std::vector<TradingPartner>>([](app::Workspace& ws) { return app::DirectoryDesk(ws).partners(); });
    ASSERT_TRUE(kept);
    ASSERT_EQ(1U, kept->size());
    EXPECT_EQ("9375550111", kept->front().phone);
    EXPECT_EQ('>', kept->front().delimiters.component);
}

TEST_F(Directory, MakesAPartnerTheDefaultAndTakesItOutOfUse)
{
    open(Qt::Key_9);
    press(Qt::Key_N, Qt::ControlModifier);
    fillPartner();
    save();
    ASSERT_TRUE(hasRows("partners.table", 1));
    table("partners.table").setFocus();
    press(Qt::Key_M);
    ASSERT_TRUE(waitUntil([this] { return cell("partners.table", 0, 1) == QStringLiteral("every other payer"); }));
    picture("directory-partners");
    press(Qt::Key_I);
    ASSERT_TRUE(waitUntil([this] { return cell("partners.table", 0, 5) == QStringLiteral("not in use"); }));
    press(Qt::Key_I);
    ASSERT_TRUE(waitUntil([this] { return cell("partners.table", 0, 5) == QStringLiteral("in use"); }));
    EXPECT_TRUE(prompter.errors.empty());
}

TEST_F(Directory, EnterChangesAndWhatIsHalfWrittenStays)
{
    open(Qt::Key_9);
    press(Qt::Key_N, Qt::ControlModifier);
    fillPartner();
    save();
    ASSERT_TRUE(hasRows("partners.table", 1));
    table("partners.table").setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(line("partners.name").hasFocus());
    line("partners.name").setText(QStringLiteral("Ability East"));
    page.activate();
    QTest::qWait(100);
    EXPECT_EQ(QStringLiteral("Ability East"), line("partners.name").text());
    save();
    ASSERT_TRUE(waitUntil([this] { return cell("partners.table", 0, 0) == QStringLiteral("Ability East"); }));
    EXPECT_EQ(1, rows("partners.table"));
}

TEST_F(Directory, KeepsAPayerWithItsDeadlines)
{
    open(Qt::Key_0);
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(line("payers.payer_id").hasFocus());
    type("BM001");
    line("payers.name").setText(QStringLiteral("Buckeye Mutual"));
    line("payers.claim_filing_code").setText(QStringLiteral("ci"));
    line("payers.initial_days").setText(QStringLiteral("a year"));
    line("payers.address.state").setText(QStringLiteral("oh"));
    save();
    EXPECT_EQ(QStringLiteral("must be a number of days"), fault("payers.initial_days"));
    EXPECT_EQ(QStringLiteral("is needed"), fault("payers.address.line1"));
    line("payers.initial_days").setText(QStringLiteral("365"));
    line("payers.appeal_days").setText(QStringLiteral("60"));
    line("payers.address.state").clear();
    save();
    const auto row = [this] {
        for (int at = 0; at < rows("payers.table"); ++at)
            if (cell("payers.table", at, 1) == QStringLiteral("BM001")) return at;
        return -1;
    };
    ASSERT_TRUE(waitUntil([&row] { return row() >= 0; }));
    EXPECT_EQ(QStringLiteral("CI"), cell("payers.table", row(), 2));
    EXPECT_EQ(QStringLiteral("365, \u2013, 60"), cell("payers.table", row(), 4));
    picture("directory-payers");
}

TEST_F(Directory, TakesOverAPayerThatEncountersName)
{
    open(Qt::Key_0);
    ASSERT_TRUE(waitUntil([this] { return rowIn("payers.table", QStringLiteral("seen, not kept")) >= 0; }));
    const int row = rowIn("payers.table", QStringLiteral("seen, not kept"));
    const auto id = cell("payers.table", row, 1);
    const int before = rows("payers.table");
    table("payers.table").setFocus();
    table("payers.table").selectRow(row);
    press(Qt::Key_T);
    ASSERT_TRUE(waitUntil([this] { return rowIn("payers.table", QStringLiteral("in use")) >= 0; }))
        << (prompter.errors.empty() ? "" : describe(prompter.errors.back()));
    EXPECT_EQ(id, cell("payers.table", rowIn("payers.table", QStringLiteral("in use")), 1));
    EXPECT_EQ(before, rows("payers.table")) << "it stands once";
}

TEST_F(Directory, ChecksTheNpiOfAProvider)
{
    open(Qt::Key_Minus);
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(line("providers.npi").hasFocus());
    type("1234567890");
    part<QComboBox>("providers.kind").setCurrentIndex(1);
    line("providers.last_name").setText(QStringLiteral("Okafor"));
    line("providers.taxonomy").setText(QStringLiteral("207q00000x"));
    save();
    EXPECT_TRUE(fault("providers.npi").startsWith(QStringLiteral("is no NPI")));
    EXPECT_TRUE(line("providers.npi").hasFocus());
    picture("directory-provider-fault");
    line("providers.npi").setText(QStringLiteral("1679576722"));
    save();
    const auto isKept = [this] {
        for (int row = 0; row < rows("providers.table"); ++row)
            if (cell("providers.table", row, 2) == QStringLiteral("1679576722") &&
                cell("providers.table", row, 5) == QStringLiteral("in use"))
                return cell("providers.table", row, 3) == QStringLiteral("207Q00000X");
        return false;
    };
    ASSERT_TRUE(waitUntil(isKept)) << (prompter.errors.empty() ? "" : describe(prompter.errors.back()));
    picture("directory-providers");
}

TEST(DirectoryOfBillers, IsAllThatABillerSeesOfTheAdministration)
{
    TestWorkspace workspace;
    TestPrompter prompter;
    SignedIn signedIn(workspace, "biller", prompter);
    AdminPage page(signedIn.context());
    page.show();
    page.activate();
    auto* tabs = page.findChild<QTabBar*>(QStringLiteral("admin.sections"));
    ASSERT_TRUE(tabs);
    ASSERT_EQ(3, tabs->count());
    EXPECT_TRUE(tabs->tabText(0).startsWith(QStringLiteral("Partners")));
    const auto& pages = pageList();
    const auto admin = std::find_if(pages.begin(), pages.end(),
                                    [](const PageEntry& entry) { return entry.id == QStringLiteral("admin"); });
    ASSERT_NE(pages.end(), admin);
    EXPECT_TRUE(isShown(*admin, {Role::biller}));
    EXPECT_FALSE(isShown(*admin, {Role::coder}));
}

}  // namespace
}  // namespace cw::ui
