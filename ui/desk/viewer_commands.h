#pragma once

class QWidget;

namespace cw::ui {

class DocumentPane;

/// Find, zoom, rotate and the like, working everywhere on a page that shows a document.
void bindViewerCommands(QWidget* page, DocumentPane& viewer);

}  // namespace cw::ui
