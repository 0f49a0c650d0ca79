#include "ui/shell/command_menu.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"

#include <QMenu>

#include <map>

namespace cw::ui {

QMenu* makeCommandMenu(const QWidget& window, QWidget* parent)
{
    auto* menu = new QMenu(parent);
    menu->setAccessibleName(QStringLiteral("Menu"));
    std::map<QString, QMenu*> groups;
    for (const auto& entry : commandTable()) {
        const QString group = QString::fromLatin1(entry.menu);
        if (group.isEmpty()) continue;
        QMenu*& sub = groups[group];
        if (!sub) {
            sub = menu->addMenu(group);
            sub->menuAction()->setEnabled(false);
        }
        auto* item = sub->addAction(QString::fromUtf8(entry.text) + QLatin1Char('\t') + keyHint(entry.id));
        auto* bound = boundAction(&window, entry.id);
        item->setEnabled(bound != nullptr);
        if (!bound) continue;
        sub->menuAction()->setEnabled(true);
        // The list or pane that the command works on must have the focus back before it runs.
        QObject::connect(
            item, &QAction::triggered, bound, [bound] { bound->trigger(); }, Qt::QueuedConnection);
    }
    return menu;
}

}  // namespace cw::ui
