#pragma once

#include "edits/finding.h"
#include "ui/desk/coding_session.h"

#include <QWidget>

namespace cw::ui {

class CellEditor;
class DiagnosisModel;
class ListTable;
class PaneHeader;
class ProcedureModel;
class Theme;

/// Diagnoses and procedure lines, worked by keyboard. Shows what it is given; what a person does comes out as changes.
class CodesPane final : public QWidget {
    Q_OBJECT

public:
    /// Applies a change under a label (for undo); what is refused comes back.
    using Apply = std::function<Status(const QString& label, const Change& change)>;

    CodesPane(Theme& theme, QWidget* parent);
    void showCodes(const Encounter& encounter, const app::CodeTitles& titles,
                   const std::vector<DocumentInfo>& documents);
    /// Without it the pane only shows.
    void setApply(Apply apply);
    void setEditable(bool editable);

    ListTable& diagnoses() const { return *m_diagnoses; }
    ListTable& procedures() const { return *m_procedures; }
    void focusDiagnoses();
    void focusProcedures();
    /// Goes to the cell a finding is about, and opens it for editing where it can be. False when it is not on this pane.
    bool goTo(const Finding& finding);
    void selectDiagnosis(DiagnosisId id);
    void selectProcedure(ProcedureId id);
    std::optional<DiagnosisId> currentDiagnosis() const;
    std::optional<ProcedureId> currentProcedure() const;
    bool isProceduresCurrent() const;  ///< The table used last.

signals:
    void evidenceWanted(const std::vector<cw::Evidence>& evidence);  ///< Enter on a row; empty when it has none.
    void replaceWanted();
    void recentWanted();  ///< The last codes used, to apply one again.
    void attachWanted();  ///< Selected words as proof of the current row.
    void ndcWanted(cw::ProcedureId line);
    void refused(const cw::Error& error);
    void currentChanged();  ///< Another row: its proof is marked.

private:
    void buildDiagnoses(Theme& theme);
    void buildProcedures(Theme& theme);
    void bindDiagnosisKeys();
    void bindProcedureKeys();
    void apply(const QString& label, const Change& change);
    Status commitCell(const QModelIndex& index, const QString& text);
    void editCell(int column);
    void togglePointer(int position);
    void linkAll();
    void removeDiagnosis();
    void removeProcedure();
    void fitTables();

    Theme& m_theme;
    PaneHeader* m_diagnosisHeader = nullptr;
    PaneHeader* m_procedureHeader = nullptr;
    ListTable* m_diagnoses = nullptr;
    ListTable* m_procedures = nullptr;
    DiagnosisModel* m_diagnosisModel = nullptr;
    ProcedureModel* m_procedureModel = nullptr;
    CellEditor* m_editor = nullptr;
    Encounter m_encounter;
    Apply m_apply;
    std::vector<QWidget*> m_editHints;
    bool m_isEditable = true;
    bool m_isProceduresCurrent = false;
};

}  // namespace cw::ui
