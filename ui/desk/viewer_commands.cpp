#include "ui/desk/viewer_commands.h"

#include "ui/commands/bind.h"
#include "ui/desk/viewer/document_pane.h"

namespace cw::ui {

void bindViewerCommands(QWidget* page, DocumentPane& viewer)
{
    bindCommand("viewer.find", page, [&viewer] { viewer.find(); });
    bindCommand("viewer.findNext", page, [&viewer] { viewer.findStep(1); });
    bindCommand("viewer.findPrevious", page, [&viewer] { viewer.findStep(-1); });
    bindCommand("viewer.zoomIn", page, [&viewer] { viewer.zoomBy(1.1); });
    bindCommand("viewer.zoomOut", page, [&viewer] { viewer.zoomBy(1 / 1.1); });
    bindCommand("viewer.zoomReset", page, [&viewer] { viewer.resetZoom(); });
    bindCommand("viewer.rotate", page, [&viewer] { viewer.rotate(); });
    bindCommand("viewer.popOut", page, [&viewer] { viewer.togglePopOut(); });
    bindCommand("viewer.area", &viewer, [&viewer] { viewer.markArea(); });
}

}  // namespace cw::ui
