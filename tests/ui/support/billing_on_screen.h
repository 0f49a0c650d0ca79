#pragma once

#include "tests/ui/support/billing_workspace.h"
#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/billing/billing_page.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

namespace cw::ui {

/// The billing page of a demo workspace, worked by keyboard alone; every key is counted.
class BillingOnScreen : public testing::Test {
protected:
    BillingOnScreen() : signedIn(workspace, "office", prompter) {}

    void ready(const std::vector<Visit>& visits)
    {
        const auto made = signedIn.now<bool>([visits](app::Workspace& office) -> Result<bool> {
            CW_CHECK(makeReady(office, visits));
            return true;
        });
        ASSERT_TRUE(made) << describe(made.error());
    }
    std::vector<SentFile> send(const std::vector<std::string>& ids)
    {
        const auto sent = signedIn.now<std::vector<SentFile>>(
            [ids](app::Workspace& office) { return sendClaims(office, ids, office.folder() / "claims"); });
        EXPECT_TRUE(sent) << describe(sent.error());
        return sent ? *sent : std::vector<SentFile>{};
    }
    void open()
    {
        page = std::make_unique<BillingPage>(signedIn.context());
        page->resize(1290, 740);
        page->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
        QSignalSpy shown(page.get(), &Page::ready);
        page->activate();
        ASSERT_TRUE(waitUntil([&shown] { return shown.count() > 0; }));
    }
    /// Of several tabs that have it, the one on screen.
    template <class T>
    T& part(const char* name) const
    {
        const auto all = page->findChildren<T*>(QString::fromLatin1(name));
        EXPECT_FALSE(all.isEmpty()) << name;
        for (auto* one : all)
            if (one->isVisible()) return *one;
        return *all.first();
    }
    ListTable& table(const char* name) const { return part<ListTable>(name); }
    QString cell(const char* name, int row, int column) const
    {
        return table(name).model()->index(row, column).data().toString();
    }
    QTabBar& tabs() const { return part<QTabBar>("billing.tabs"); }
    bool waitRows(const char* name, int count) const
    {
        return waitUntil([&] { return table(name).model()->rowCount() == count && table(name).currentRow() >= 0; });
    }
    bool waitTab(int tab, const char* text) const
    {
        return waitUntil([&] { return tabs().tabText(tab) == QString::fromLatin1(text); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : page.get(), key, modifiers);
    }
    /// The edit itself: not counted among the keys.
    void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    QDialog* dialog(const char* name) const
    {
        for (auto* widget : QApplication::topLevelWidgets())
            if (widget->objectName() == QLatin1String(name) && widget->isVisible())
                return qobject_cast<QDialog*>(widget);
        return nullptr;
    }
    bool waitDialog(const char* name) const
    {
        return waitUntil([&] {
            return dialog(name) != nullptr && QApplication::focusWidget() &&
                   QApplication::focusWidget()->window() == dialog(name);
        });
    }
    /// Until it is closed; the page is made the active window again, as a window manager does.
    bool waitNoDialog(const char* name) const
    {
        if (!waitUntil([&] { return dialog(name) == nullptr; })) return false;
        page->activateWindow();
        return waitUntil(
            [&] { return QApplication::focusWidget() && QApplication::focusWidget()->window() == page.get(); });
    }
    bool waitShown(int count = 1)
    {
        const bool there = waitUntil([&] { return prompter.shown.size() >= count || !prompter.errors.empty(); });
        EXPECT_TRUE(prompter.errors.empty()) << describe(prompter.errors.front());
        return there && prompter.errors.empty();
    }
    QString write(const char* name, const std::string& bytes) const
    {
        const QString path = files.filePath(QString::fromLatin1(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        return path;
    }
    /// Ctrl+I with these files.
    void import(const QStringList& paths)
    {
        const auto before = prompter.shown.size();
        prompter.files = {paths};
        press(Qt::Key_I, Qt::ControlModifier);
        ASSERT_TRUE(waitShown(static_cast<int>(before) + 1));
    }
    std::vector<ClaimRecord> claims()
    {
        const auto all = signedIn.now<std::vector<ClaimRecord>>(
            [](app::Workspace& office) { return app::BillingDesk(office).claims(std::optional<std::int64_t>()); });
        EXPECT_TRUE(all) << describe(all.error());
        return all ? *all : std::vector<ClaimRecord>{};
    }
    /// The newest claim of the encounter.
    ClaimRecord claimOf(const std::string& encounterId)
    {
        ClaimRecord newest;
        for (const auto& claim : claims())
            if (claim.encounterId == encounterId && claim.version >= newest.version) newest = claim;
        return newest;
    }
    EncounterStatus statusOf(const std::string& encounterId)
    {
        const auto status =
            signedIn.now<EncounterStatus>([encounterId](app::Workspace& office) -> Result<EncounterStatus> {
                CW_TRY(const auto tx, office.work().beginRead());
                CW_TRY(const auto stored, office.encounters().load(*tx, encounterId));
                return stored.workflow.status;
            });
        EXPECT_TRUE(status) << describe(status.error());
        return status ? *status : EncounterStatus::fresh;
    }

    QTemporaryDir files;
    TestWorkspace workspace;
    TestPrompter prompter;
    SignedIn signedIn;
    std::unique_ptr<BillingPage> page;
    int keys = 0;
};

}  // namespace cw::ui
