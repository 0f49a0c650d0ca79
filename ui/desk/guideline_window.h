#pragma once

#include "base/date.h"
#include "ui/shell/page.h"

#include <QDialog>

namespace cw::ui {

class DocumentPane;

/// The Official Guidelines, open at the section that an edit rests on. Esc closes.
class GuidelineWindow final : public QDialog {
    Q_OBJECT

public:
    GuidelineWindow(const PageContext& context, QWidget* parent);
    /// Opens a window at the section that a source names; false when it names none.
    static bool openFor(const QString& source, Date on, const PageContext& context, QWidget* window);
    /// Says so when no guidelines were added, or the section cannot be found.
    void show(const QString& section, Date on);
    DocumentPane& pane() const { return *m_pane; }

private:
    PageContext m_context;
    DocumentPane* m_pane;
};

}  // namespace cw::ui
