#pragma once

#include "ui/billing/export_dialog.h"

#include <QStringList>

namespace cw::ui {

/// On the background thread. Keeps the folder for the next time.
Result<app::ExportOutcome> runExport(app::Workspace& workspace, std::vector<std::string> encounterIds,
                                     const ExportChoice& choice, const Progress& progress);

/// What export did: files, what was left out, what was replaced.
QString outcomeTitle(const app::ExportOutcome& outcome);
QStringList outcomeLines(const app::ExportOutcome& outcome);

}  // namespace cw::ui
