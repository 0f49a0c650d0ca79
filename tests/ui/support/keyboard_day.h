#pragma once

#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/search/search_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell_view.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace cw::ui {

/// The window of a demo workspace, worked as a person does: by keyboard alone.
class KeyboardDay : public testing::Test {
protected:
    KeyboardDay() { theme.applyTo(*qobject_cast<QApplication*>(QApplication::instance())); }

    void signIn(const char* user)
    {
        window = std::make_unique<MainWindow>(theme, workspace.access(), &prompter);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        window->start();
        ASSERT_TRUE(waitUntil([this] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }));
        type(user);
        press(Qt::Key_Tab);
        type(TestWorkspace::passwordOf(user).c_str());
        press(Qt::Key_Return);
        ASSERT_TRUE(
            waitUntil([this] { return window->shell() != nullptr && window->shell()->currentPage() != nullptr; }));
    }

    void signOut()
    {
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(waitUntil([this] { return window->shell() == nullptr; }));
        window.reset();
    }

    QWidget* target() const
    {
        return QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window.get();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(target(), key, modifiers);
    }
    void type(const char* text)
    {
        for (const char* at = text; *at != '\0'; ++at) QTest::keyClick(target(), *at);
    }

    DeskPage* desk() const { return window->findChild<DeskPage*>(); }
    const Encounter& coded() const { return desk()->session().encounter(); }

    /// Finds words in the document and leaves them selected, as a coder does with Ctrl+F and Esc.
    void selectWords(const char* words)
    {
        press(Qt::Key_2, Qt::AltModifier);
        press(Qt::Key_F, Qt::ControlModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        type(words);
        QTest::qWait(150);  // The finder searches long documents in slices.
        press(Qt::Key_Escape);
        ASSERT_TRUE(waitUntil([this] { return desk()->panes().selectedSpan().has_value(); })) << words;
    }

    /// Ctrl+K, a query, Enter: attaches the first hit with the selected words.
    void attach(const char* query, const std::function<bool()>& isThere)
    {
        press(Qt::Key_K, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([this] { return desk()->palette().isOpen(); }));
        press(Qt::Key_A, Qt::ControlModifier);
        type(query);
        ASSERT_TRUE(waitUntil([&] {
            if (isThere()) return true;
            QTest::qWait(80);
            press(Qt::Key_Return);
            return isThere();
        })) << query;
        EXPECT_TRUE(desk()->palette().isOpen()) << "the search stays open after Enter";
        press(Qt::Key_Escape);
        ASSERT_TRUE(waitUntil([this] { return !desk()->palette().isOpen(); }));
    }

    bool hasDiagnosis(const char* code) const
    {
        for (const auto& diagnosis : coded().diagnoses)
            if (diagnosis.code.text == code) return true;
        return false;
    }
    bool hasLine(const char* code) const
    {
        for (const auto& line : coded().procedures)
            if (line.code.text == code) return true;
        return false;
    }
    Result<StoredEncounter> stored(const char* id)
    {
        const auto opened = workspace.access().open("office", TestWorkspace::passwordOf("office"));
        if (!opened) return opened.error();
        CW_TRY(auto tx, (*opened)->work().beginRead());
        return (*opened)->encounters().load(*tx, id);
    }

    TestWorkspace workspace;
    Theme theme;
    TestPrompter prompter;
    std::unique_ptr<MainWindow> window;
};

}  // namespace cw::ui
