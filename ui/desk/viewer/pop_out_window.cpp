#include "ui/desk/viewer/pop_out_window.h"

#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QLayout>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

const QString geometryKey = QStringLiteral("popOut/geometry");

bool hasSettings()
{
    return !QCoreApplication::organizationName().isEmpty();
}

}  // namespace

PopOutWindow::PopOutWindow(Theme& theme, QWidget* widget)
    : QDialog(widget->window(), Qt::Window), m_widget(widget), m_page(widget->parentWidget())
{
    // The title bar is seen by everybody in the room and in lists of windows: no patient, no document.
    setWindowTitle(tr("Document"));
    setObjectName(QStringLiteral("popOut"));
    m_placeholder = new QWidget;
    m_placeholder->setMinimumWidth(theme.scaled(120));
    auto* sentence = new EmptyState(theme, m_placeholder);
    sentence->showEmpty(tr("The document is in a window of its own."), keyHint("viewer.popOut"), tr("back"));
    const QSize size = widget->size();
    takeKeys(m_page);
    exchange(widget, m_placeholder);
    m_placeholder->show();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widget);
    widget->show();
    if (!hasSettings() || !restoreGeometry(QSettings().value(geometryKey).toByteArray()))
        resize(size.expandedTo({theme.scaled(480), theme.scaled(600)}));
    // The page goes, and with it what it lent.
    connect(m_placeholder, &QObject::destroyed, this, [this] {
        if (m_widget) delete this;
    });
}

void PopOutWindow::takeKeys(QWidget* page)
{
    QWidget* main = page->window();
    // In place the proof key belongs to the codes; here there is nothing else that it could mean.
    QAction* attach = nullptr;
    for (QWidget* around = page; around; around = around->parentWidget()) {
        addActions(around->actions());
        if (!attach) attach = around->findChild<QAction*>(QStringLiteral("diagnoses.attach"));
        if (around == main) break;
    }
    if (attach) addAction(attach);
    for (auto* action : actions()) {
        const QString id = action->objectName();
        if (id.startsWith(QStringLiteral("viewer.")) || id.endsWith(QStringLiteral(".attach"))) continue;
        connect(action, &QAction::triggered, this, [this, main] {
            if (!isActiveWindow()) return;
            main->raise();
            main->activateWindow();
        });
    }
}

void PopOutWindow::exchange(QWidget* there, QWidget* instead)
{
    if (auto* splitter = qobject_cast<QSplitter*>(there->parentWidget())) {
        splitter->replaceWidget(splitter->indexOf(there), instead);
        splitter->setStretchFactor(splitter->indexOf(instead), 1);
    } else if (there->parentWidget() && there->parentWidget()->layout()) {
        delete there->parentWidget()->layout()->replaceWidget(there, instead);
    }
}

void PopOutWindow::bringBack()
{
    if (!m_widget) return;
    if (hasSettings()) QSettings().setValue(geometryKey, saveGeometry());
    QWidget* widget = m_widget;
    m_widget = nullptr;
    if (m_placeholder) {
        exchange(m_placeholder, widget);
        m_placeholder->deleteLater();
        widget->show();
        widget->window()->activateWindow();
    }
    emit broughtBack();
    hide();
    deleteLater();
}

void PopOutWindow::closeEvent(QCloseEvent* event)
{
    event->accept();
    bringBack();
}

}  // namespace cw::ui
