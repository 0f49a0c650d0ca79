#pragma once

class QWidget;

namespace cw::ui {

class DocumentPane;

/// Find and zoom, working everywhere on a page that shows a document.
void bindViewerCommands(QWidget* page, DocumentPane& viewer);

}  // namespace cw::ui
