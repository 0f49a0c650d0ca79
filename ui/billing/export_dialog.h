#pragma once

#include "app/billing_desk.h"

#include <QString>

#include <functional>

class QWidget;

namespace cw::ui {

class Prompter;
class Theme;

/// What a person chose before an export.
struct ExportChoice {
    std::optional<ClaimForm> form;  ///< Not set: 837P or 837I by the encounter's setting.
    QString folder;
    bool usePartnerFolders = false;
    bool test = false;
    bool allOrNothing = false;
    bool withLabels = false;  ///< Paper to read: boxes and labels are drawn.
};

/// Opens the dialog with the focus on its Export button, so that Enter takes the defaults. `done` is not called when it is
/// cancelled.
void askExport(QWidget* parent, Theme& theme, Prompter& prompter, const QString& what, const QString& folder,
               std::function<void(ExportChoice)> done);

}  // namespace cw::ui
