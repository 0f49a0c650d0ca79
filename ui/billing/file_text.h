#pragma once

#include <QString>

#include <string>

namespace cw::ui {

/// A file as the segment view shows it: one segment (or line) to a line. Made on a background thread.
struct FileText {
    QString text;
    QString note;       ///< Why there is no text, or that only a part is shown.
    int first = 0;      ///< Line of the file that is the first one here.
    int markedAt = -1;  ///< Line here; -1: nothing is marked.
    int marked = 0;
};

/// `marked` stands in the file as it is; its lines are tinted. Of a file of more than 20,000 lines that many are shown, with
/// the marked ones among them. PDF and XLSX have no text to show.
FileText fileText(const std::string& bytes, const std::string& marked = {});

/// Segments one to a line, whether the file has line feeds or not; delimiters stay.
QString segmentLines(const std::string& bytes);

/// Which line of the file a byte stands in.
int lineOfByte(const std::string& bytes, std::size_t at);
int linesOf(const std::string& segments, const std::string& file);

}  // namespace cw::ui
