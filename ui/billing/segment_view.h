#pragma once

#include "ui/billing/file_text.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>

namespace cw::ui {

/// A file that was or would be sent, one segment to a line, in monospace, read only; the segments of one claim can be tinted.
/// Tab leaves it.
class SegmentView final : public QPlainTextEdit {
    Q_OBJECT

public:
    SegmentView(Theme& theme, const QString& accessibleName, QWidget* parent = nullptr);
    void showFile(const FileText& file);
    /// Tints these lines and shows them; none with a count of 0.
    void mark(int first, int count);
    int markedLines() const noexcept { return m_marked; }

private:
    void style();
    void paintMarks();
    Theme& m_theme;
    int m_first = 0;
    int m_marked = 0;
};

}  // namespace cw::ui
