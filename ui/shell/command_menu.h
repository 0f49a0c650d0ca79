#pragma once

class QMenu;
class QWidget;

namespace cw::ui {

/// A menu of everything in the command table that stands in a menu, grouped as there. Entries whose command is bound
/// in no visible widget of `window` now are grey; the others do what their key does. Belongs to `parent`.
QMenu* makeCommandMenu(const QWidget& window, QWidget* parent);

}  // namespace cw::ui
