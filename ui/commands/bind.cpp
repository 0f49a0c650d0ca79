#include "ui/commands/bind.h"

#include "ui/commands/command_table.h"

namespace cw::ui {

namespace {

constexpr auto idProperty = "chartwrightCommand";

QAction* makeAction(const char* id, QWidget* scope, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(QString::fromUtf8(command(id).text), scope);
    action->setObjectName(QString::fromLatin1(id));
    action->setProperty(idProperty, QByteArray(id));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(true);
    scope->addAction(action);
    return action;
}

}  // namespace

QAction* bindCommand(const char* id, QWidget* scope, std::function<void()> run)
{
    auto* action = makeAction(id, scope, shortcuts(command(id)));
    QObject::connect(action, &QAction::triggered, scope, [run = std::move(run)] { run(); });
    return action;
}

void bindCommandKeys(const char* id, QWidget* scope, std::function<void(int)> run)
{
    const auto keys = shortcuts(command(id));
    for (qsizetype i = 0; i < keys.size(); ++i) {
        auto* action = makeAction(id, scope, {keys[i]});
        QObject::connect(action, &QAction::triggered, scope, [run, i] { run(static_cast<int>(i)); });
    }
}

QAction* boundAction(const QWidget* root, const char* id)
{
    for (auto* action : root->findChildren<QAction*>(QString::fromLatin1(id))) {
        const auto* scope = qobject_cast<const QWidget*>(action->parent());
        if (action->property(idProperty).isValid() && action->isEnabled() && scope && scope->isVisible()) return action;
    }
    return nullptr;
}

}  // namespace cw::ui
