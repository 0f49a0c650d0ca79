#pragma once

#include "app/library_desk.h"
#include "tests/ui/support/code_files.h"
#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/search/hit_list.h"
#include "ui/search/search_palette.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTest>

namespace cw::ui {

inline const std::vector<OrderRow> oldTable = {{"A01", "Invented fever", false},
                                               {"A010", "Invented fever of the old kind"}};
inline const std::vector<OrderRow> newTable = {
    {"A01", "Invented fever", false},
    {"A011", "Invented fever, mild"},
    {"A012", "Invented fever, severe"},
    {"B02", "Invented marrow disease"},
    {"C03", "Invented nerve weakness in diseases classified elsewhere"},
    {"S93401", "Sprain of invented ligament of right ankle", false},
    {"S93401A", "Sprain of invented ligament of right ankle, initial encounter"},
    {"S93401D", "Sprain of invented ligament of right ankle, subsequent encounter"},
    {"S93401S", "Sprain of invented ligament of right ankle, sequela"}};

/// The code search over the desk, worked by keyboard, on invented tables of two years.
class Palette : public testing::Test {
protected:
    Palette() : signedIn(workspace, "office", prompter), page(signedIn.context())
    {
        for (const auto& [year, rows] : {std::pair(2025, oldTable), std::pair(2026, newTable)}) {
            const auto file = utf8(writeOrderFile(files.path(), year, rows));
            const auto done = signedIn.now<app::FileReport>(
                [file](app::Workspace& ws) { return app::LibraryDesk(ws).import(file, {}, {}, true); });
            EXPECT_TRUE(done) << describe(done.error());
        }
        refreshIndex();
        page.resize(1290, 740);
        page.show();
        page.activateWindow();
        page.activate();
        page.openEncounter(QStringLiteral("V-10441"));
        EXPECT_TRUE(waitUntil([this] { return page.session().isOpen() && page.panes().viewer().view(); }));
    }
    void refreshIndex()
    {
        const auto made = signedIn.now<bool>([](app::Workspace& ws) { return ws.codeIndex().refresh(Progress()); });
        EXPECT_TRUE(made) << describe(made.error());
    }
    template <class T>
    T& part(const char* name)
    {
        return *page.palette().findChild<T*>(QString::fromLatin1(name));
    }
    QListView& hits() { return part<QListView>("searchHits"); }
    QString current(int role = HitListModel::CodeRole) { return hits().currentIndex().data(role).toString(); }
    QStringList column(int role)
    {
        QStringList all;
        for (int i = 0; i < hits().model()->rowCount(); ++i)
            all.append(hits().model()->index(i, 0).data(role).toString());
        return all;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &page, key, modifiers);
    }
    void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    void open()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        ASSERT_TRUE(page.palette().isOpen());
    }
    /// Types into the open palette until the current row has the code.
    void find(const char* query, const char* code)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        type(query);
        ASSERT_TRUE(waitUntil([&] { return current() == QString::fromUtf8(code); }))
            << query << " gives " << column(HitListModel::CodeRole).join(QLatin1Char(' ')).toStdString();
    }
    /// Empties the query and waits for a row with this text.
    void showHome(const QString& text)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Delete);
        ASSERT_TRUE(waitUntil([&] { return column(Qt::DisplayRole).contains(text); }))
            << column(Qt::DisplayRole).join(QLatin1Char('|')).toStdString();
    }
    QString message() { return part<QWidget>("searchMessage").accessibleName(); }
    QStringList coded()
    {
        QStringList codes;
        for (const auto& diagnosis : page.session().encounter().diagnoses) codes.append(qs(diagnosis.code.text));
        for (const auto& line : page.session().encounter().procedures) codes.append(qs(line.code.text));
        return codes;
    }

    QTemporaryDir files;
    TestWorkspace workspace;
    TestPrompter prompter;
    SignedIn signedIn;
    DeskPage page;
};

}  // namespace cw::ui
