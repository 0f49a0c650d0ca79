#pragma once

#include "ui/theme/theme.h"

#include <QString>

namespace cw::ui {

/// The application style sheet. Widgets choose by dynamic property: QPushButton `primary`, QLabel `role` = heading,
/// strong, label, muted, error, warning, done or mono; QWidget `area` = surface or window.
QString styleSheet(const Tokens& tokens, double scale);

}  // namespace cw::ui
