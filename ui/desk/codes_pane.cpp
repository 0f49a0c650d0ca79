#include "ui/desk/codes_pane.h"

#include "ui/commands/command_table.h"
#include "ui/desk/cell_editor.h"
#include "ui/desk/code_models.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int rowHeight = 26;
constexpr int headerHeight = 26;

/// Keeps the current row on the same code while the rows change; the neighbour when the code is gone.
class KeepCurrent {
public:
    KeepCurrent(ListTable& table, const CodeTableModel& model)
        : m_table(table),
          m_model(model),
          m_row(table.currentRow()),
          m_id(model.idAt(m_row)),
          m_column(table.currentIndex().column())
    {}
    ~KeepCurrent()
    {
        if (m_row < 0 || m_model.rowCount() == 0) return;
        const int row = m_model.rowOf(m_id);
        const int wanted = row >= 0 ? row : std::min(m_row, m_model.rowCount() - 1);
        if (m_table.currentRow() != wanted) m_table.setCurrentIndex(m_model.index(wanted, std::max(0, m_column)));
    }
    Q_DISABLE_COPY_MOVE(KeepCurrent)

private:
    ListTable& m_table;
    const CodeTableModel& m_model;
    int m_row;
    std::int64_t m_id;
    int m_column;
};

}  // namespace

CodesPane::CodesPane(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    buildDiagnoses(theme);
    buildProcedures(theme);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_diagnosisHeader);
    column->addWidget(m_diagnoses);
    column->addSpacing(theme.scaled(8));
    column->addWidget(m_procedureHeader);
    column->addWidget(m_procedures);
    setProperty("area", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    connect(&theme, &Theme::changed, this, &CodesPane::fitTables);
    bindDiagnosisKeys();
    bindProcedureKeys();
    fitTables();
}

void CodesPane::buildDiagnoses(Theme& theme)
{
    m_diagnosisHeader = new PaneHeader(theme, tr("Diagnoses"), this);
    m_editHints.push_back(m_diagnosisHeader->addHint(keyHint("diagnoses.recent"), tr("last five")));
    m_editHints.push_back(m_diagnosisHeader->addHint(keyHint("desk.search"), tr("add")));
    m_diagnosisModel = new DiagnosisModel(this);
    m_diagnoses = new ListTable(theme, tr("Diagnoses"), rowHeight, this);
    m_diagnoses->setObjectName(QStringLiteral("diagnoses"));
    m_diagnoses->setModel(m_diagnosisModel);
    m_diagnoses->setColumnWidths({32, 74, 200, 40, 74}, DiagnosisModel::description);
    connect(m_diagnoses, &ListTable::currentRowChanged, this, [this] {
        m_isProceduresCurrent = false;
        emit currentChanged();
    });
}

void CodesPane::buildProcedures(Theme& theme)
{
    m_procedureHeader = new PaneHeader(theme, tr("Procedures"), this);
    m_procedureHeader->setTopLine(true);
    m_editHints.push_back(m_procedureHeader->addHint(QStringLiteral("M U C D P"), tr("edit")));
    m_editHints.push_back(m_procedureHeader->addHint(QStringLiteral("1 \u2013 ="), tr("link")));
    m_procedureModel = new ProcedureModel(this);
    m_procedures = new ListTable(theme, tr("Procedures"), rowHeight, this);
    m_procedures->setObjectName(QStringLiteral("procedures"));
    m_editor = new CellEditor(
        theme, [this](const QModelIndex& index, const QString& text) { return commitCell(index, text); }, m_procedures);
    m_procedures->setItemDelegate(m_editor);
    m_procedures->setModel(m_procedureModel);
    m_procedures->setColumnWidths({66, 84, 50, 80, 80, 96, 46, 74}, ProcedureModel::pointers);
    connect(m_editor, &CellEditor::refused, this, &CodesPane::refused);
    connect(m_procedures, &ListTable::currentRowChanged, this, [this] {
        m_isProceduresCurrent = true;
        emit currentChanged();
    });
}

void CodesPane::setApply(Apply apply)
{
    m_apply = std::move(apply);
}

void CodesPane::setEditable(bool editable)
{
    m_isEditable = editable;
    for (auto* hint : m_editHints) hint->setVisible(editable);
}

void CodesPane::apply(const QString& label, const Change& change)
{
    if (!m_apply) return;
    if (const Status status = m_apply(label, change); !status && status.error().kind != ErrorKind::conflict) {
        emit refused(status.error());
    }
}

void CodesPane::showCodes(const Encounter& encounter, const app::CodeTitles& titles,
                          const std::vector<DocumentInfo>& documents)
{
    {
        const bool wasProcedures = m_isProceduresCurrent;
        const KeepCurrent diagnosis(*m_diagnoses, *m_diagnosisModel);
        const KeepCurrent line(*m_procedures, *m_procedureModel);
        m_encounter = encounter;
        m_diagnosisModel->update(encounter, titles, documents);
        m_procedureModel->update(encounter, titles, documents);
        m_isProceduresCurrent = wasProcedures;
    }
    m_diagnoses->setColumnHidden(DiagnosisModel::presentOnAdmission, encounter.setting != Setting::inpatient);
    m_procedures->setColumnHidden(ProcedureModel::dates, !m_procedureModel->anyDateDiffers());
    m_procedures->setColumnHidden(ProcedureModel::place, !m_procedureModel->anyPlaceDiffers());
    m_diagnosisHeader->setDetail(encounter.diagnoses.empty() ? tr("none yet")
                                                             : QString::number(encounter.diagnoses.size()));
    const auto lines = encounter.procedures.size();
    m_procedureHeader->setDetail(lines == 0 ? tr("none yet")
                                            : tr("%1, $%2")
                                                  .arg(lines == 1 ? tr("1 line") : tr("%1 lines").arg(lines))
                                                  .arg(qs(encounter.totalCharges().grouped())));
    fitTables();
}

void CodesPane::fitTables()
{
    // Each table is as high as its rows, up to nine; at least one row, so that an empty list can be seen and focused.
    const auto fit = [this](ListTable* table) {
        const int rows = std::clamp(table->model()->rowCount(), 1, 9);
        table->setFixedHeight(m_theme.scaled(headerHeight) + rows * m_theme.scaled(rowHeight) + 2);
    };
    fit(m_diagnoses);
    fit(m_procedures);
}

void CodesPane::focusDiagnoses()
{
    m_diagnoses->setFocus(Qt::ShortcutFocusReason);
}

void CodesPane::focusProcedures()
{
    m_procedures->setFocus(Qt::ShortcutFocusReason);
}

std::optional<DiagnosisId> CodesPane::currentDiagnosis() const
{
    const auto* diagnosis = m_diagnosisModel->at(m_diagnoses->currentRow());
    if (!diagnosis) return std::nullopt;
    return diagnosis->id;
}

std::optional<ProcedureId> CodesPane::currentProcedure() const
{
    const auto* line = m_procedureModel->at(m_procedures->currentRow());
    if (!line) return std::nullopt;
    return line->id;
}

bool CodesPane::isProceduresCurrent() const
{
    if (m_procedures->hasFocus()) return true;
    return !m_diagnoses->hasFocus() && m_isProceduresCurrent;
}

void CodesPane::selectDiagnosis(DiagnosisId id)
{
    if (const int row = m_diagnosisModel->rowOf(id.value); row >= 0) m_diagnoses->selectRow(row);
}

void CodesPane::selectProcedure(ProcedureId id)
{
    if (const int row = m_procedureModel->rowOf(id.value); row >= 0) m_procedures->selectRow(row);
}

bool CodesPane::goTo(const Finding& finding)
{
    if (finding.procedure.isValid() && m_procedureModel->rowOf(finding.procedure.value) >= 0) {
        const auto column = [&] {
            switch (finding.field) {
            case Field::modifiers: return ProcedureModel::modifiers;
            case Field::units: return ProcedureModel::units;
            case Field::charge: return ProcedureModel::charge;
            case Field::serviceDates: return ProcedureModel::dates;
            case Field::placeOfService: return ProcedureModel::place;
            case Field::pointers: return ProcedureModel::pointers;
            default: return ProcedureModel::code;
            }
        }();
        focusProcedures();
        m_procedures->setCurrentIndex(
            m_procedureModel->index(m_procedureModel->rowOf(finding.procedure.value), column));
        if (column != ProcedureModel::code && column != ProcedureModel::pointers) editCell(column);
        return true;
    }
    if (finding.diagnosis.isValid() && m_diagnosisModel->rowOf(finding.diagnosis.value) >= 0) {
        focusDiagnoses();
        const auto column = DiagnosisModel::code;
        m_diagnoses->setCurrentIndex(m_diagnosisModel->index(m_diagnosisModel->rowOf(finding.diagnosis.value), column));
        return true;
    }
    switch (finding.field) {
    case Field::diagnosisCode: focusDiagnoses(); return true;
    case Field::procedureCode:
    case Field::modifiers:
    case Field::units:
    case Field::charge:
    case Field::pointers: focusProcedures(); return true;
    default: return false;
    }
}

}  // namespace cw::ui
