#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "chart/page_text.h"

#include <QImage>
#include <QString>

namespace cw {

/// The program `tesseract` as a child process: a fault of it takes nothing of ours with it.
class Tesseract {
public:
    /// Looks for the program and its English model once.
    static Tesseract find();
    bool isThere() const noexcept { return !m_program.isEmpty(); }
    /// Words of a page image. Fails with unsupported (QT-040) when it is not installed, cancelled (QT-041), io (QT-042) when it
    /// fails or needs more than two minutes.
    Result<PageText> recognise(const QImage& page, const Progress& progress) const;

private:
    QString m_program;
};

/// The words of Tesseract's TSV output; boxes relative to a page of this size. Lines that do not fit the format are passed
/// over. Words of one line are parted by a blank, lines by '\n', paragraphs by an empty line.
PageText pageTextOf(const QByteArray& tsv, QSize page);

}  // namespace cw
