#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <functional>
#include <memory>
#include <string>

class QPrinter;
class QWidget;

namespace cw::ui {

class Background;

/// Asks for a printer and prints a PDF on it, the pages on the background thread. `done` is not called when the person
/// cancels the dialog.
void printPdf(QWidget* parent, Background& work, std::string pdf, std::function<void(Status)> done);
/// All pages, as large as the paper allows. Fails with io (UI-050) when the printer cannot begin, cancelled (UI-051).
Status paintPdf(std::string_view pdf, QPrinter& printer, const Progress& progress);

}  // namespace cw::ui
