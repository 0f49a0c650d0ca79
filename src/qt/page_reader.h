#pragma once

#include "chart/page_text.h"

#include <memory>

namespace cw {

/// Reads pages with QtPdf and Qt's image formats, and recognises text with the program `tesseract` when it and its English
/// model are installed. Pictures go to it through a pipe and come back as words through another: no file is written.
/// One thread.
std::unique_ptr<PageReader> makePageReader();

}  // namespace cw
