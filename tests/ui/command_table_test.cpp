#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/command_menu.h"

#include <gtest/gtest.h>

#include <QMenu>
#include <QTest>

#include <set>

namespace cw::ui {
namespace {

TEST(CommandTable, GivesEachIdOnce)
{
    std::set<std::string> ids;
    for (const auto& entry : commandTable()) EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
}

TEST(CommandTable, HasNoKeyTwiceWhereBothWouldHearIt)
{
    const auto& table = commandTable();
    for (std::size_t i = 0; i < table.size(); ++i)
        for (std::size_t j = i + 1; j < table.size(); ++j) {
            if (!areActiveTogether(table[i].scope, table[j].scope)) continue;
            for (const auto& key : shortcuts(table[i]))
                EXPECT_FALSE(shortcuts(table[j]).contains(key))
                    << table[i].id << " and " << table[j].id << ": " << key.toString().toStdString();
        }
}

TEST(CommandTable, KeysAreOneStrokeAndKnownToQt)
{
    for (const auto& entry : commandTable()) {
        const auto keys = shortcuts(entry);
        EXPECT_FALSE(keys.isEmpty()) << entry.id;
        for (const auto& key : keys) {
            EXPECT_EQ(1, key.count()) << entry.id;
            EXPECT_NE(Qt::Key_unknown, key[0].key()) << entry.id;
        }
    }
}

// WCAG 2.1.4: a printable character alone acts only while its list has the focus. "?" is the one exception; F1 does the
// same.
TEST(CommandTable, KeepsPrintableCharactersToLists)
{
    for (const auto& entry : commandTable())
        for (const auto& key : shortcuts(entry)) {
            const auto stroke = key[0];
            const bool isPrintable = stroke.key() > Qt::Key_Space && stroke.key() < Qt::Key_Escape &&
                                     !(stroke.keyboardModifiers() & ~Qt::ShiftModifier);
            const bool isAllowed = !isPrintable || isListScope(entry.scope) || std::string(entry.id) == "window.keys";
            EXPECT_TRUE(isAllowed) << entry.id;
        }
}

TEST(CommandTable, SaysKeysAsPeopleReadThem)
{
    EXPECT_EQ(QStringLiteral("Ctrl K"), keyHint("desk.search"));
    EXPECT_EQ(QStringLiteral("Ctrl Enter"), keyHint("worklist.next"));
    EXPECT_EQ(QStringLiteral("Ctrl +"), keyHint("viewer.zoomIn"));
    EXPECT_EQ(QStringLiteral("?"), keyHint("window.keys"));
    for (const auto& entry : commandTable()) EXPECT_FALSE(scopeName(entry.scope).isEmpty());
}

TEST(Bind, WorksInsideItsScopeOnly)
{
    QWidget window;
    auto* inside = new QWidget(&window);
    auto* child = new QWidget(inside);
    auto* outside = new QWidget(&window);
    child->setFocusPolicy(Qt::StrongFocus);
    outside->setFocusPolicy(Qt::StrongFocus);
    int runs = 0;
    bindCommand("desk.save", inside, [&runs] { ++runs; });
    int pointer = -1;
    bindCommandKeys("procedures.pointers", inside, [&pointer](int key) { pointer = key; });
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    child->setFocus();
    QTest::keyClick(child, Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(1, runs);
    QTest::keyClick(child, Qt::Key_3);
    EXPECT_EQ(2, pointer);
    outside->setFocus();
    QTest::keyClick(outside, Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(1, runs);
}

TEST(CommandMenu, OffersWhatIsBoundAndGreysTheRest)
{
    QWidget window;
    int runs = 0;
    bindCommand("desk.save", &window, [&runs] { ++runs; });
    window.show();
    auto* menu = makeCommandMenu(window, &window);
    QAction* save = nullptr;
    QAction* undo = nullptr;
    for (auto* sub : menu->findChildren<QMenu*>())
        for (auto* action : sub->actions()) {
            if (action->text().startsWith(QStringLiteral("Save\t"))) save = action;
            if (action->text().startsWith(QStringLiteral("Undo\t"))) undo = action;
        }
    ASSERT_TRUE(save && undo);
    EXPECT_TRUE(save->isEnabled());
    EXPECT_FALSE(undo->isEnabled());
    for (auto* group : menu->actions())
        EXPECT_EQ(group->text() == QStringLiteral("Coding"), group->isEnabled())
            << "a group with nothing to do is grey";
    save->trigger();
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(1, runs);
}

}  // namespace
}  // namespace cw::ui
