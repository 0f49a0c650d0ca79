#pragma once

#include "base/error.h"
#include "ui/desk/viewer/difference_rows.h"

#include <QWidget>

class QLabel;

namespace cw::ui {

class DifferenceCanvas;
class EmptyState;
class PaneHeader;
class Theme;

/// Two notes side by side in step: what was removed is red, struck and has a minus sign, what was added is blue, underlined
/// and has a plus sign, what stands in both is dimmed. F3 and Shift+F3 go from difference to difference, Esc closes.
class DifferenceView final : public QWidget {
    Q_OBJECT

public:
    DifferenceView(Theme& theme, QWidget* parent);

    /// The older one left. Titles are as in the list of documents, with date and version.
    void showTexts(const QString& leftTitle, const std::string& left, const QString& rightTitle,
                   const std::string& right);
    /// The same with the work done before, on another thread.
    void showDifference(const QString& leftTitle, const QString& rightTitle, PreparedDifference difference);
    /// Why they cannot be compared: images, pages without text.
    void showFailed(const Error& error);
    void step(int direction);  ///< To the next (1) or previous (-1) difference, around the end.
    int current() const;       ///< From 0; -1 before the first step.
    int differenceCount() const;
    QString summary() const;  ///< "84 % of the words stand in both, 3 differences".

signals:
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showCount();

    PaneHeader* m_header;
    QLabel* m_leftTitle;
    QLabel* m_rightTitle;
    DifferenceCanvas* m_canvas;
    EmptyState* m_empty;
};

}  // namespace cw::ui
