#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace cw::ui {

/// One of our line icons (resources/icons/<name>.svg) in a colour, sharp at that device pixel ratio.
QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double devicePixelRatio);

}  // namespace cw::ui
