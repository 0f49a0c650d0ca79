#include "ui/desk/code_models.h"

#include "ui/desk/chart_words.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <QStringList>

#include <algorithm>

namespace cw::ui {

void CodeTableModel::update(const Encounter& encounter, const app::CodeTitles& titles,
                            const std::vector<DocumentInfo>& documents)
{
    auto ids = idsOf(encounter);
    const bool isSame = ids == m_ids;
    if (!isSame) beginResetModel();
    m_encounter = encounter;
    m_titles = titles;
    m_documents = documents;
    m_ids = std::move(ids);
    if (!isSame) {
        endResetModel();
    } else if (!m_ids.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int CodeTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant CodeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return headerOf(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

std::int64_t CodeTableModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<std::size_t>(row)] : 0;
}

int CodeTableModel::rowOf(std::int64_t id) const
{
    const auto at = std::find(m_ids.begin(), m_ids.end(), id);
    return at == m_ids.end() ? -1 : static_cast<int>(at - m_ids.begin());
}

const Diagnosis* DiagnosisModel::at(int row) const
{
    return m_encounter.find(DiagnosisId{idAt(row)});
}

std::vector<std::int64_t> DiagnosisModel::idsOf(const Encounter& encounter) const
{
    std::vector<std::int64_t> ids;
    for (const auto& diagnosis : encounter.diagnoses) ids.push_back(diagnosis.id.value);
    return ids;
}

QString DiagnosisModel::headerOf(int column) const
{
    switch (column) {
    case code: return tr("Code");
    case description: return tr("Description");
    case presentOnAdmission: return tr("POA");
    case proof: return tr("Proof");
    default: return {};
    }
}

QVariant DiagnosisModel::data(const QModelIndex& index, int role) const
{
    const auto* diagnosis = at(index.row());
    if (!diagnosis) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case number:
            switch (diagnosis->role) {
            case DiagnosisRole::admitting: return tr("adm");
            case DiagnosisRole::reasonForVisit: return tr("rfv");
            case DiagnosisRole::diagnosis: return QString::number(m_encounter.claimPosition(diagnosis->id));
            }
            return {};
        case code: return qs(displayCode(CodeSystem::icd10cm, diagnosis->code.text));
        case description: return titleOf(m_titles, CodeSystem::icd10cm, diagnosis->code.text);
        case presentOnAdmission: return qs(diagnosis->presentOnAdmission);
        case proof: return proofText(diagnosis->evidence, m_documents);
        default: return {};
        }
    case Qt::ToolTipRole:
        if (column == proof && !diagnosis->evidence.empty()) return qs(diagnosis->evidence.front().quote);
        return titleOf(m_titles, CodeSystem::icd10cm, diagnosis->code.text);
    case StrongRole:
    case TabularRole: return column == code;
    case MutedRole:
        return column == number || column == proof ||
               (column == description && !isKnown(m_titles, CodeSystem::icd10cm, diagnosis->code.text));
    default: return {};
    }
}

const ProcedureLine* ProcedureModel::at(int row) const
{
    return m_encounter.find(ProcedureId{idAt(row)});
}

std::vector<std::int64_t> ProcedureModel::idsOf(const Encounter& encounter) const
{
    std::vector<std::int64_t> ids;
    for (const auto& line : encounter.procedures) ids.push_back(line.id.value);
    return ids;
}

QString ProcedureModel::headerOf(int column) const
{
    switch (column) {
    case code: return tr("Code");
    case modifiers: return tr("Modifiers");
    case units: return tr("Units");
    case charge: return tr("Charge");
    case pointers: return tr("Diagnoses");
    case dates: return tr("Dates");
    case place: return tr("POS");
    case proof: return tr("Proof");
    default: return {};
    }
}

bool ProcedureModel::anyDateDiffers() const
{
    const auto& service = m_encounter.service;
    return std::any_of(m_encounter.procedures.begin(), m_encounter.procedures.end(), [&](const ProcedureLine& line) {
        return (line.serviceFrom && *line.serviceFrom != service.from) ||
               (line.serviceTo && *line.serviceTo != service.to.value_or(service.from));
    });
}

bool ProcedureModel::anyPlaceDiffers() const
{
    return std::any_of(m_encounter.procedures.begin(), m_encounter.procedures.end(), [&](const ProcedureLine& line) {
        return !line.placeOfService.empty() && line.placeOfService != m_encounter.service.placeOfService;
    });
}

QString ProcedureModel::text(const ProcedureLine& line, int column) const
{
    switch (column) {
    case code: return line.code.text.empty() ? qs(line.revenueCode) : qs(line.code.text);
    case modifiers: return line.modifiers.empty() ? tr("none") : editText(line, column);
    case units: return qs(line.units.decimal());
    case charge: return line.charge ? qs(line.charge->grouped()) : tr("none");
    case pointers: {
        QStringList positions;
        for (const auto id : line.pointers) {
            const int position = m_encounter.claimPosition(id);
            if (position > 0) positions.append(QString::number(position));
        }
        for (const int broken : line.brokenPointers) positions.append(QStringLiteral("%1?").arg(broken));
        return positions.isEmpty() ? tr("none") : positions.join(QLatin1Char(' '));
    }
    case dates: {
        const Date from = line.serviceFrom.value_or(m_encounter.service.from);
        const Date to = line.serviceTo.value_or(from);
        const QString first = shortDate(from, m_encounter.service.from);
        return from == to ? first : first + QStringLiteral("\u2013") + shortDate(to, from);
    }
    case place: return qs(m_encounter.placeOf(line));
    case proof: return proofText(line.evidence, m_documents);
    default: return {};
    }
}

QString ProcedureModel::editText(const ProcedureLine& line, int column) const
{
    switch (column) {
    case modifiers: {
        QStringList list;
        for (const auto& modifier : line.modifiers) list.append(qs(modifier));
        return list.join(QLatin1Char(' '));
    }
    case charge: return line.charge ? qs(line.charge->decimal()) : QString();
    case dates: {
        const Date from = line.serviceFrom.value_or(m_encounter.service.from);
        const Date to = line.serviceTo.value_or(from);
        return from == to ? qs(from.iso()) : qs(from.iso()) + QLatin1Char(' ') + qs(to.iso());
    }
    case place: return qs(line.placeOfService);
    default: return text(line, column);
    }
}

Qt::ItemFlags ProcedureModel::flags(const QModelIndex& index) const
{
    switch (index.column()) {
    case modifiers:
    case units:
    case charge:
    case dates:
    case place: return CodeTableModel::flags(index) | Qt::ItemIsEditable;
    default: return CodeTableModel::flags(index);
    }
}

QVariant ProcedureModel::data(const QModelIndex& index, int role) const
{
    const auto* line = at(index.row());
    if (!line) return {};
    const int column = index.column();
    const bool isEmpty = (column == modifiers && line->modifiers.empty()) || (column == charge && !line->charge) ||
                         (column == pointers && line->pointers.empty() && line->brokenPointers.empty());
    switch (role) {
    case Qt::DisplayRole: return text(*line, column);
    case Qt::AccessibleTextRole: return headerOf(column) + QLatin1Char(' ') + text(*line, column);
    case Qt::EditRole: return editText(*line, column);
    case Qt::ToolTipRole:
        if (column == proof && !line->evidence.empty()) return qs(line->evidence.front().quote);
        return line->system ? titleOf(m_titles, *line->system, line->code.text) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft));
    case StrongRole: return column == code;
    case TabularRole: return column != proof;
    case MutedRole: return column == proof || isEmpty;
    default: return {};
    }
}

}  // namespace cw::ui
