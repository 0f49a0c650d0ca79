#include "tests/ui/support/test_workspace.h"
#include "tests/ui/walk.h"
#include "ui/shell/dialog_prompter.h"
#include "ui/widgets/empty_state.h"

#include <gtest/gtest.h>

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cw::ui {
namespace {

class Dialogs : public testing::Test {
protected:
    Dialogs()
    {
        m_parent.resize(600, 400);
        m_parent.show();
    }
    QDialog* opened() const
    {
        for (auto* dialog : m_parent.findChildren<QDialog*>())
            if (dialog->isVisible() && QTest::qWaitForWindowActive(dialog)) return dialog;
        return nullptr;
    }
    static QString words(const QDialog* dialog)
    {
        QStringList all;
        for (const auto* label : dialog->findChildren<QLabel*>()) all.append(label->text());
        return all.join(QLatin1Char('\n'));
    }
    QWidget m_parent;
    DialogPrompter m_prompter;
};

TEST_F(Dialogs, AskForTextByKeyboardAlone)
{
    std::optional<QString> answer;
    bool done = false;
    const auto take = [&](std::optional<QString> text) { answer = text, done = true; };
    m_prompter.askText(&m_parent, QStringLiteral("Return V-1"), QStringLiteral("Reason"), QStringLiteral("old"), take);
    auto* dialog = opened();
    ASSERT_TRUE(dialog);
    EXPECT_EQ("", walkByTab(dialog));
    auto* edit = dialog->findChild<QLineEdit*>();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("laterality"));
    QTest::keyClick(edit, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&done] { return done; }));
    EXPECT_EQ(QStringLiteral("laterality"), answer);

    done = false;
    m_prompter.askText(&m_parent, QStringLiteral("Again"), QStringLiteral("Reason"), {}, take);
    dialog = opened();
    ASSERT_TRUE(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&done] { return done; }));
    EXPECT_FALSE(answer);
}

TEST_F(Dialogs, ConfirmWithEnterAndCancelWithEsc)
{
    std::vector<bool> answers;
    for (const auto key : {Qt::Key_Return, Qt::Key_Escape}) {
        m_prompter.confirm(&m_parent, QStringLiteral("Export?"), QStringLiteral("Two claims"), QStringLiteral("Export"),
                           [&answers](bool yes) { answers.push_back(yes); });
        auto* dialog = opened();
        ASSERT_TRUE(dialog);
        QTest::keyClick(dialog, key);
        const auto expected = answers.size();
        ASSERT_TRUE(
            waitUntil([&] { return answers.size() >= std::max<std::size_t>(expected, 1) && !dialog->isVisible(); }));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    EXPECT_EQ((std::vector<bool>{true, false}), answers);
}

TEST_F(Dialogs, SayWhatFailedWhatToDoAndTheId)
{
    m_prompter.showError(&m_parent, {ErrorKind::denied, "APP-001", "only a supervisor may review encounters"});
    auto* dialog = opened();
    ASSERT_TRUE(dialog);
    EXPECT_TRUE(words(dialog).contains(QStringLiteral("Not permitted")));
    EXPECT_TRUE(words(dialog).contains(QStringLiteral("Only a supervisor may review encounters. ")));
    EXPECT_TRUE(words(dialog).contains(whatToDo(ErrorKind::denied)));
    EXPECT_TRUE(words(dialog).contains(QStringLiteral("APP-001")));
    dialog->close();
}

TEST_F(Dialogs, StaySilentAboutWhatWasCancelled)
{
    m_prompter.showError(&m_parent, {ErrorKind::cancelled, "IMPORT-042", "stopped"});
    EXPECT_TRUE(m_parent.findChildren<QDialog*>().isEmpty());
}

}  // namespace
}  // namespace cw::ui
