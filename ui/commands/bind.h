#pragma once

#include <QAction>
#include <QWidget>

#include <functional>

namespace cw::ui {

/// Makes the command `id` of the table work while the focus is in `scope` or a child of it. The action belongs to
/// `scope`; the menu finds it there.
QAction* bindCommand(const char* id, QWidget* scope, std::function<void()> run);

/// One action per key of the command, `run` is told which (0 is the first): "1; 2; 3 …" of the pointers.
void bindCommandKeys(const char* id, QWidget* scope, std::function<void(int)> run);

/// The action of that id below `root` whose scope is on screen and enabled; null when there is none.
QAction* boundAction(const QWidget* root, const char* id);

}  // namespace cw::ui
