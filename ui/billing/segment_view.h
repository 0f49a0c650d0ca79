#pragma once

#include "ui/theme/theme.h"

#include <QPlainTextEdit>

#include <string>

namespace cw::ui {

/// An X12 file, one segment to a line, in monospace, read only; the segments of one claim can be tinted. Tab leaves it.
class SegmentView final : public QPlainTextEdit {
    Q_OBJECT

public:
    SegmentView(Theme& theme, const QString& accessibleName, QWidget* parent = nullptr);
    void setFile(const std::string& bytes);
    /// Tints the lines of `segments`, which stand in the file as they are; nothing when they do not.
    void markSegments(const std::string& segments);
    int markedLines() const noexcept { return m_marked; }

private:
    void style();
    Theme& m_theme;
    std::string m_bytes;
    int m_first = 0;
    int m_marked = 0;
    void paintMarks();
};

/// Segments one to a line, whether the file has line feeds or not; delimiters stay.
QString segmentLines(const std::string& bytes);

}  // namespace cw::ui
