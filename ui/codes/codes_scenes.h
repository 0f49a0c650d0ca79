#pragma once

#include <QStringList>

class QWidget;

namespace cw::ui {

/// Views of the Codes page for pictures, each with something in it: "codes", "codes-tabular", ...
const QStringList& codesScenes();
/// Brings the Codes page below `window` into the scene; what it loads comes later.
void showCodesScene(QWidget& window, const QString& scene);

}  // namespace cw::ui
