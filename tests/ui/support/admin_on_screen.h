#pragma once

#include "app/library_desk.h"
#include "tests/ui/support/code_files.h"
#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/admin/admin_page.h"
#include "ui/admin/table_models.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace cw::ui {

inline const std::vector<OrderRow> oldYear = {{"A01", "Invented fever", false},
                                              {"A010", "Invented fever of the old kind"}};
inline const std::vector<OrderRow> newYear = {{"A01", "Invented fever", false}, {"A011", "Invented fever, mild"}};

/// The administration of a demo workspace, worked by keyboard.
class Admin : public testing::Test {
protected:
    Admin() : signedIn(workspace, "office", prompter), page(signedIn.context())
    {
        page.resize(1290, 716);
        page.show();
        page.activateWindow();
        page.activate();
        EXPECT_TRUE(waitUntil([this] { return table("admin.tables").model()->rowCount() > 0; }));
    }
    template <class T>
    T& part(const char* name)
    {
        auto* found = page.findChild<T*>(QString::fromLatin1(name));
        EXPECT_TRUE(found) << name;
        return *found;
    }
    ListTable& table(const char* name) { return part<ListTable>(name); }
    QString cell(const char* name, int row, int column)
    {
        return table(name).model()->index(row, column).data().toString();
    }
    int rows(const char* name) { return table(name).model()->rowCount(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &page, key, modifiers);
    }
    void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    /// The row of the kind of table, made current.
    int choose(const QString& name)
    {
        auto& all = table("admin.tables");
        for (int row = 0; row < rows("admin.tables"); ++row)
            if (cell("admin.tables", row, TableStatusModel::name) == name) {
                all.setFocus();
                all.selectRow(row);
                return row;
            }
        ADD_FAILURE() << name.toStdString();
        return -1;
    }
    QString state(const QString& name) { return cell("admin.tables", choose(name), TableStatusModel::state); }
    /// Ctrl+I with these files, until the first is to be decided or all are done.
    void import(const QStringList& paths)
    {
        prompter.files = {paths};
        press(Qt::Key_I, Qt::ControlModifier);
    }
    QString report() { return part<QPlainTextEdit>("import.report").toPlainText(); }
    bool asks()
    {
        return waitUntil([this] { return part<QPushButton>("import.take").isEnabled(); });
    }
    bool isDone()
    {
        return waitUntil([this] { return part<QPushButton>("import.close").isEnabled(); });
    }
    QString write(const char* name, const char* bytes)
    {
        const QString path = files.filePath(QString::fromLatin1(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }

    QTemporaryDir files;
    TestWorkspace workspace;
    TestPrompter prompter;
    SignedIn signedIn;
    AdminPage page;
};

}  // namespace cw::ui
