#pragma once

#include "edits/finding.h"

#include <QWidget>

class QListView;
class QModelIndex;

namespace cw::ui {

class Chip;
class EditList;
class EditListModel;
class EmptyState;
class PaneHeader;
class Theme;

/// What the edits say, in groups: F8 walks through it, Enter goes to the field, Alt+A applies a fix, O takes a finding for
/// right with a reason, S opens what it rests on.
class EditsPane final : public QWidget {
    Q_OBJECT

public:
    EditsPane(Theme& theme, QWidget* parent);
    /// The current finding stays current when it is still there.
    void showReport(const EditReport& report);
    void showNothing();
    /// Links of fixes and attestations are for those who may change the chart.
    void setReadOnly(bool isReadOnly);
    /// The command that comes next when there is nothing to mend.
    void setNextStep(const char* command, const QString& meaning);
    /// To the next (1) or previous (-1) finding, around the end; the list takes the focus.
    void walk(int direction);
    void focusFirstError();
    QListView& list() const;
    /// The one that is current; else the first that has a fix. Null when there is none.
    const Finding* findingToFix() const;
    /// Null when no finding is current.
    const Finding* current() const;

signals:
    void findingChosen(const cw::Finding& finding);
    void remedyWanted(const cw::Finding& finding);
    void attestWanted(const cw::Finding& finding);
    void withdrawWanted(const cw::Finding& finding);
    void sourceWanted(const cw::Finding& finding);
    void notCheckedChosen();

private:
    void choose(const QModelIndex& index);
    void showCounts(const EditReport& report);
    void bindKeys();

    Theme& m_theme;
    PaneHeader* m_header;
    Chip* m_errors;
    Chip* m_warnings;
    EditListModel* m_model;
    EditList* m_list;
    EmptyState* m_empty;
    QString m_nextKeys;
    QString m_nextMeaning;
};

}  // namespace cw::ui
