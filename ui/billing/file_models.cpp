#include "ui/billing/file_models.h"

#include "ui/billing/queue_models.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

namespace cw::ui {

namespace {

const BatchReconciliation::Part* partOf(const BatchRow& row, int column)
{
    if (!row.parts) return nullptr;
    switch (column) {
    case BatchModel::exported: return &row.parts->exported;
    case BatchModel::outstanding: return &row.parts->outstanding;
    case BatchModel::accepted: return &row.parts->accepted;
    case BatchModel::rejected: return &row.parts->rejected;
    case BatchModel::denied: return &row.parts->denied;
    case BatchModel::paid: return &row.parts->paid;
    default: return nullptr;
    }
}

bool agrees(const BatchRow& row)
{
    return !row.parts || row.parts->agrees;
}

QString stateOf(const BatchRow& row)
{
    if (row.batch.voidedAt) return QStringLiteral("voided");
    if (row.batch.test) return QStringLiteral("test");
    return agrees(row) ? QString() : QStringLiteral("does not add up");
}

QString secondLine(const BatchRow& row, int column)
{
    if (column == BatchModel::file) {
        const QString state = stateOf(row);
        return (state.isEmpty() ? QString() : state + QStringLiteral(" \u00b7 ")) +
               QStringLiteral("%1, %2").arg(row.when, qs(row.batch.exportedBy));
    }
    if (const auto* part = partOf(row, column)) return part->claims == 0 ? QString() : qs(part->charges.grouped());
    return column == BatchModel::exported ? qs(row.batch.charges.grouped()) : QString();
}

}  // namespace

void BatchModel::setRows(std::vector<BatchRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const BatchRow* BatchModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int BatchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BatchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant BatchModel::data(const QModelIndex& index, int role) const
{
    const auto* row = at(index.row());
    if (!row) return {};
    const int column = index.column();
    const auto* part = partOf(*row, column);
    switch (role) {
    case Qt::DisplayRole:
        if (column == number) return QString::number(row->batch.number);
        if (column == file) return qs(row->batch.fileName);
        if (part) return countText(part->claims);
        return column == exported ? countText(row->batch.claims) : QString();
    case SecondLineRole: return secondLine(*row, column);
    case Qt::AccessibleTextRole:
        return data(index, Qt::DisplayRole).toString() + QStringLiteral(", ") + secondLine(*row, column);
    case Qt::ToolTipRole:
        if (column != file) return {};
        return QStringLiteral("%1 to %2, interchange %3, SHA-256 %4%5")
            .arg(qs(row->batch.form).toUpper(), qs(row->batch.partnerName))
            .arg(row->batch.interchangeControlNumber, 9, 10, QLatin1Char('0'))
            .arg(qs(row->batch.digest),
                 row->batch.voidReason.empty() ? QString() : QStringLiteral("\nVoided: ") + qs(row->batch.voidReason));
    case Qt::TextAlignmentRole: return cellAlignment(column == number || column >= exported);
    case StrongRole: return column == number;
    case MutedRole: return row->batch.voidedAt.has_value() || row->batch.test || (part && part->claims == 0);
    case ToneRole: return column == file && !agrees(*row) ? QVariant(static_cast<int>(Tone::error)) : QVariant();
    default: return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Batch"),    QStringLiteral("File"),
                                      QStringLiteral("Exported"), QStringLiteral("Outstanding"),
                                      QStringLiteral("Accepted"), QStringLiteral("Rejected"),
                                      QStringLiteral("Denied"),   QStringLiteral("Paid")};
    return headerCell(names, section, orientation, role, section == number || section >= exported);
}

void AnswerFileModel::setRows(std::vector<AnswerFileRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const AnswerFileRow* AnswerFileModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int AnswerFileModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AnswerFileModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant AnswerFileModel::data(const QModelIndex& index, int role) const
{
    const auto* row = at(index.row());
    if (!row) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case file: return qs(row->file.name);
        case kinds: return qs(row->file.kinds).toUpper();
        case answers: return countText(row->file.answers);
        case matched: return countText(row->file.matched);
        case waiting: return countText(row->file.waiting);
        default: return countText(static_cast<std::int64_t>(row->file.warnings.size()));
        }
    case SecondLineRole:
        return column == file ? QStringLiteral("%1, %2").arg(row->when, qs(row->file.importedBy)) : QString();
    case Qt::ToolTipRole: return column == file ? QStringLiteral("SHA-256 ") + qs(row->file.digest) : QVariant();
    case Qt::TextAlignmentRole: return cellAlignment(column >= answers);
    case StrongRole: return column == file;
    case MutedRole:
        return (column == waiting && row->file.waiting == 0) || (column == warnings && row->file.warnings.empty());
    case ToneRole:
        return (column == waiting && row->file.waiting > 0) || (column == warnings && !row->file.warnings.empty())
                   ? QVariant(static_cast<int>(Tone::warning))
                   : QVariant();
    default: return {};
    }
}

QVariant AnswerFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("File"),    QStringLiteral("Kinds"), QStringLiteral("Answers"),
                                      QStringLiteral("Matched"), QStringLiteral("Wait"),  QStringLiteral("Warnings")};
    return headerCell(names, section, orientation, role, section >= answers);
}

}  // namespace cw::ui
