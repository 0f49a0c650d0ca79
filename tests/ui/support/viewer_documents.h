#pragma once

#include "app/chart_desk.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <string>

namespace cw::ui {

/// Invented documents for tests of the viewer.
std::string makePdf(const QStringList& pages);
/// One page, locked with the password "sesame".
std::string lockedPdf();
/// A picture with some black on it.
std::string makePng(QSize size);
/// OCR of a page: each word a box, words of a line beside each other, lines below each other.
PageText recognisedPage(const QStringList& lines);

app::OpenedDocument textDocument(std::int64_t version, const std::string& text);
app::OpenedDocument pdfDocument(std::int64_t version, const std::string& bytes);
app::OpenedDocument pictureDocument(std::int64_t version, const std::string& bytes, std::vector<PageText> pages);

}  // namespace cw::ui
