#pragma once

#include "edits/finding.h"

#include <QWidget>

class QListView;

namespace cw::ui {

class Chip;
class EditListModel;
class EmptyState;
class PaneHeader;
class Theme;

/// What the edits say: F8 walks through it, Enter goes to the field.
class EditsPane final : public QWidget {
    Q_OBJECT

public:
    EditsPane(Theme& theme, QWidget* parent);
    /// The current finding stays current when it is still there.
    void showReport(const EditReport& report);
    void showNothing();
    /// The command that comes next when there is nothing to mend.
    void setNextStep(const char* command, const QString& meaning);
    /// To the next (1) or previous (-1) finding, around the end; the list takes the focus.
    void walk(int direction);
    void focusFirstError();
    QListView& list() const { return *m_list; }

signals:
    void findingChosen(const cw::Finding& finding);
    void notCheckedChosen();

private:
    void choose(const QModelIndex& index);

    Theme& m_theme;
    PaneHeader* m_header;
    Chip* m_errors;
    Chip* m_warnings;
    QListView* m_list;
    EditListModel* m_model;
    EmptyState* m_empty;
    QString m_nextKeys;
    QString m_nextMeaning;
};

}  // namespace cw::ui
