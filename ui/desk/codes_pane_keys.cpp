#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/desk/cell_editor.h"
#include "ui/desk/code_models.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/entry_text.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <algorithm>
#include <cstring>

namespace cw::ui {

namespace {

/// Enter belongs to the list itself: as a shortcut it would also end an editor open in a cell.
bool isEnterCommand(const char* id)
{
    return shortcuts(command(id)).contains(QKeySequence(Qt::Key_Return));
}

bool isInTable(const char* id)
{
    const auto& table = commandTable();
    return std::any_of(table.begin(), table.end(),
                       [id](const Command& entry) { return std::strcmp(entry.id, id) == 0; });
}

void bindListCommand(const char* id, ListTable* table, const std::function<void()>& run)
{
    if (!isInTable(id)) return;
    if (isEnterCommand(id)) {
        QObject::connect(table, &ListTable::rowActivated, table, [run] { run(); });
    } else {
        bindCommand(id, table, run);
    }
}

}  // namespace

void CodesPane::bindDiagnosisKeys()
{
    const auto withCurrent = [this](auto run) {
        return [this, run] {
            if (const auto id = currentDiagnosis()) run(*id);
        };
    };
    const auto move = [this](int offset) {
        return [this, offset](DiagnosisId id) {
            apply(tr("Move diagnosis"),
                  [id, offset](Encounter e) { return coding::moveDiagnosis(std::move(e), id, offset); });
        };
    };
    bindListCommand("diagnoses.up", m_diagnoses, withCurrent(move(-1)));
    bindListCommand("diagnoses.down", m_diagnoses, withCurrent(move(1)));
    bindListCommand("diagnoses.first", m_diagnoses, withCurrent([this](DiagnosisId id) {
                        apply(tr("Make first-listed"),
                              [id](Encounter e) { return coding::makeFirstListed(std::move(e), id); });
                    }));
    bindListCommand("diagnoses.remove", m_diagnoses, [this] { removeDiagnosis(); });
    bindListCommand("diagnoses.evidence", m_diagnoses, withCurrent([this](DiagnosisId id) {
                        if (const auto* diagnosis = m_encounter.find(id)) emit evidenceWanted(diagnosis->evidence);
                    }));
    bindListCommand("diagnoses.recent", m_diagnoses, [this] { emit recentWanted(); });
    bindListCommand("diagnoses.replace", m_diagnoses, withCurrent([this](DiagnosisId) { emit replaceWanted(); }));
    bindListCommand("diagnoses.attach", m_diagnoses, withCurrent([this](DiagnosisId) { emit attachWanted(); }));
}

void CodesPane::bindProcedureKeys()
{
    const auto withCurrent = [this](auto run) {
        return [this, run] {
            if (const auto id = currentProcedure()) run(*id);
        };
    };
    const auto move = [this](int offset) {
        return [this, offset](ProcedureId id) {
            apply(tr("Move line"),
                  [id, offset](Encounter e) { return coding::moveProcedure(std::move(e), id, offset); });
        };
    };
    bindListCommand("procedures.up", m_procedures, withCurrent(move(-1)));
    bindListCommand("procedures.down", m_procedures, withCurrent(move(1)));
    bindListCommand("procedures.remove", m_procedures, [this] { removeProcedure(); });
    bindListCommand("procedures.evidence", m_procedures, withCurrent([this](ProcedureId id) {
                        if (const auto* line = m_encounter.find(id)) emit evidenceWanted(line->evidence);
                    }));
    bindListCommand("procedures.recent", m_procedures, [this] { emit recentWanted(); });
    bindListCommand("procedures.replace", m_procedures, withCurrent([this](ProcedureId) { emit replaceWanted(); }));
    bindListCommand("procedures.attach", m_procedures, withCurrent([this](ProcedureId) { emit attachWanted(); }));
    bindListCommand("procedures.modifiers", m_procedures, [this] { editCell(ProcedureModel::modifiers); });
    bindListCommand("procedures.units", m_procedures, [this] { editCell(ProcedureModel::units); });
    bindListCommand("procedures.charge", m_procedures, [this] { editCell(ProcedureModel::charge); });
    bindListCommand("procedures.dates", m_procedures, [this] { editCell(ProcedureModel::dates); });
    bindListCommand("procedures.place", m_procedures, [this] { editCell(ProcedureModel::place); });
    bindListCommand("procedures.linkAll", m_procedures, [this] { linkAll(); });
    bindListCommand("procedures.ndc", m_procedures, withCurrent([this](ProcedureId id) { emit ndcWanted(id); }));
    bindCommandKeys("procedures.pointers", m_procedures, [this](int key) { togglePointer(key); });
}

void CodesPane::removeDiagnosis()
{
    const auto id = currentDiagnosis();
    if (!id) return;
    apply(tr("Remove diagnosis"), [id](Encounter e) { return coding::removeDiagnosis(std::move(e), *id); });
}

void CodesPane::removeProcedure()
{
    const auto id = currentProcedure();
    if (!id) return;
    apply(tr("Remove line"), [id](Encounter e) { return coding::removeProcedure(std::move(e), *id); });
}

void CodesPane::togglePointer(int position)
{
    const auto line = currentProcedure();
    const auto diagnoses = m_encounter.claimDiagnoses();
    if (!line || !m_isEditable) return;
    if (position >= static_cast<int>(diagnoses.size())) {
        emit refused(Error{ErrorKind::invalidInput, "UI-025", "there is no diagnosis " + std::to_string(position + 1)});
        return;
    }
    const auto diagnosis = diagnoses[static_cast<std::size_t>(position)]->id;
    apply(tr("Link diagnosis %1").arg(position + 1),
          [id = *line, diagnosis](Encounter e) { return coding::togglePointer(std::move(e), id, diagnosis); });
}

void CodesPane::linkAll()
{
    const auto line = currentProcedure();
    if (!line) return;
    std::vector<DiagnosisId> pointers;
    for (const auto* diagnosis : m_encounter.claimDiagnoses()) {
        if (pointers.size() < 4) pointers.push_back(diagnosis->id);
    }
    apply(tr("Link the first four diagnoses"),
          [id = *line, pointers](Encounter e) { return coding::setPointers(std::move(e), id, pointers); });
}

void CodesPane::editCell(int column)
{
    const int row = m_procedures->currentRow();
    if (row < 0 || !m_isEditable) return;
    m_procedures->setColumnHidden(column, false);
    const auto index = m_procedureModel->index(row, column);
    m_procedures->setCurrentIndex(index);
    m_procedures->scrollTo(index);
    m_procedures->edit(index);
}

Status CodesPane::commitCell(const QModelIndex& index, const QString& text)
{
    const auto id = ProcedureId{m_procedureModel->idAt(index.row())};
    if (!m_apply || !id.isValid()) return {};
    switch (index.column()) {
    case ProcedureModel::modifiers: {
        CW_TRY(const auto modifiers, parseModifiers(text));
        return m_apply(tr("Modifiers"),
                       [id, modifiers](Encounter e) { return coding::setModifiers(std::move(e), id, modifiers); });
    }
    case ProcedureModel::units: {
        CW_TRY(const auto units, Quantity::parse(utf8(text)));
        return m_apply(tr("Units"), [id, units](Encounter e) { return coding::setUnits(std::move(e), id, units); });
    }
    case ProcedureModel::charge: {
        CW_TRY(const auto charge, parseCharge(text));
        return m_apply(tr("Charge"), [id, charge](Encounter e) { return coding::setCharge(std::move(e), id, charge); });
    }
    case ProcedureModel::dates: {
        CW_TRY(const auto dates, parseDates(text, m_encounter.service.from));
        return m_apply(tr("Dates"), [id, dates](Encounter e) {
            return coding::setServiceDates(std::move(e), id, dates.first, dates.second);
        });
    }
    case ProcedureModel::place:
        return m_apply(tr("Place of service"), [id, place = utf8(text)](Encounter e) {
            return coding::setPlaceOfService(std::move(e), id, place);
        });
    default: return {};
    }
}

}  // namespace cw::ui
