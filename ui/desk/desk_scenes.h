#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace cw::ui {

/// Pictures of the desk beside its first: one for each kind of document, two notes compared, words found in the chart.
const QStringList& deskScenes();
/// The demo's encounter that has them all.
constexpr const char* deskSceneEncounter = "V-10447";
/// Brings the opened desk below `window` into that state; takes about a second.
void showDeskScene(QWidget& window, const QString& scene);
/// Back to the plain desk.
void endDeskScene(QWidget& window, const QString& scene);

}  // namespace cw::ui
