#include "ui/desk/packet_print.h"

#include "qt/pdf_reader.h"
#include "ui/async/background.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int dotsPerInch = 200;

}  // namespace

Status paintPdf(std::string_view pdf, QPrinter& printer, const Progress& progress)
{
    CW_TRY(const auto reader, PdfReader::open(pdf));
    QPainter painter;
    if (!painter.begin(&printer)) return Error{ErrorKind::io, "UI-050", "the printer does not take the pages"};
    for (int page = 0; page < reader->pageCount(); ++page) {
        if (progress.isCancelled()) {
            printer.abort();
            return Error{ErrorKind::cancelled, "UI-051", "printing was cancelled"};
        }
        progress.report(page, reader->pageCount(), "Printing");
        if (page > 0) printer.newPage();
        const QRectF paper = printer.pageRect(QPrinter::DevicePixel);
        const QSizeF points = reader->pageSize(page);
        const double scale = std::min(paper.width() / points.width(), paper.height() / points.height());
        const QImage image = reader->render(page, (points * (dotsPerInch / 72.0)).toSize());
        painter.drawImage(QRectF(QPointF(0, 0), points * scale), image);
    }
    return {};
}

void printPdf(QWidget* parent, Background& work, std::string pdf, std::function<void(Status)> done)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), parent,
                     [parent, &work, printer, pdf = std::move(pdf), done = std::move(done)](QPrinter*) {
                         work.runJob<bool>(
                             parent, QObject::tr("Printing"),
                             [printer, pdf](app::Workspace&, const Progress& progress) -> Result<bool> {
                                 CW_CHECK(paintPdf(pdf, *printer, progress));
                                 return true;
                             },
                             [done](const Result<bool>& result) { done(result ? Status() : Status(result.error())); });
                     });
    dialog->open();
}

}  // namespace cw::ui
