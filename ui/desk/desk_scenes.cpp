#include "ui/desk/desk_scenes.h"

#include "ui/commands/bind.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/documents_pane.h"
#include "ui/desk/find/chart_find_pane.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QTimer>

#include <algorithm>
#include <map>

namespace cw::ui {

namespace {

/// Scene and beginning of the document's title.
const std::map<QString, QString> documents = {
    {QStringLiteral("desk-ccda"), QStringLiteral("Cardiology consultation")},
    {QStringLiteral("desk-hl7"), QStringLiteral("Troponin")},
    {QStringLiteral("desk-rtf"), QStringLiteral("Exercise stress test")},
    {QStringLiteral("desk-html"), QStringLiteral("Message")},
    {QStringLiteral("desk-scan"), QStringLiteral("Carotid duplex")},
    {QStringLiteral("desk-pdf"), QStringLiteral("Hospital observation")},
};

void openTitled(DeskPage& desk, const QString& title)
{
    for (const auto& info : desk.panes().documentList())
        if (qs(info.title).startsWith(title)) return desk.panes().openVersion(info.version);
}

void compare(DeskPage& desk)
{
    auto& list = desk.panes().documents().list();
    const auto select = [&list](const QString& title) {
        for (int row = 0; row < list.model()->rowCount(); ++row)
            if (list.model()->index(row, 0).data().toString().startsWith(title))
                return list.setCurrentIndex(list.model()->index(row, 0));
    };
    const auto trigger = [&list](const char* command) {
        if (auto* action = boundAction(&list, command)) action->trigger();
    };
    desk.panes().focusDocuments();
    select(QStringLiteral("Exercise stress test"));
    trigger("documents.versions");
    QTimer::singleShot(300, &desk, [&list, select, trigger] {
        list.setFocus();
        select(QStringLiteral("Exercise stress test"));
        trigger("documents.mark");
        const int row = list.currentIndex().row();
        list.setCurrentIndex(list.model()->index(row + 1, 0));
        trigger("documents.compare");
    });
}

}  // namespace

const QStringList& deskScenes()
{
    static const QStringList scenes = {QStringLiteral("desk-ccda"), QStringLiteral("desk-hl7"),
                                       QStringLiteral("desk-rtf"),  QStringLiteral("desk-html"),
                                       QStringLiteral("desk-pdf"),  QStringLiteral("desk-scan"),
                                       QStringLiteral("desk-find"), QStringLiteral("desk-compare")};
    return scenes;
}

void showDeskScene(QWidget& window, const QString& scene)
{
    auto* desk = window.findChild<DeskPage*>();
    if (!desk || !desk->session().isOpen()) return;
    if (const auto found = documents.find(scene); found != documents.end()) return openTitled(*desk, found->second);
    if (scene == QStringLiteral("desk-find")) {
        desk->panes().findInChart();
        desk->panes().finder().field().setText(QStringLiteral("chest"));
    } else {
        compare(*desk);
    }
}

void endDeskScene(QWidget& window, const QString& scene)
{
    auto* desk = window.findChild<DeskPage*>();
    if (!desk) return;
    if (scene == QStringLiteral("desk-compare"))
        if (auto* view = desk->findChild<QWidget*>(QStringLiteral("difference"))) view->close();
    if (scene == QStringLiteral("desk-find")) desk->panes().finder().field().clear();
}

}  // namespace cw::ui
