#include "ui/billing/claim_models.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <algorithm>

namespace cw::ui {

namespace {

QVariant alignment(bool right)
{
    return static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant header(const QStringList& names, int section, Qt::Orientation orientation, int role, bool right)
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return names.value(section);
    if (role == Qt::TextAlignmentRole) return alignment(right);
    return {};
}

QVariant daysTone(std::optional<int> days)
{
    if (!days || *days > 30) return {};
    return static_cast<int>(*days < 0 ? Tone::error : Tone::warning);
}

QString daysText(std::optional<int> days)
{
    return days ? QString::number(*days) : QStringLiteral("\u2013");
}

app::PayerGroup together(const std::vector<app::PayerGroup>& groups)
{
    app::PayerGroup all;
    all.payerName = "All payers";
    for (const auto& group : groups) {
        all.claims += group.claims;
        all.charges += group.charges;
        all.failing += group.failing;
        if (group.fewestDaysToFile)
            all.fewestDaysToFile = all.fewestDaysToFile ? std::min(*all.fewestDaysToFile, *group.fewestDaysToFile)
                                                        : *group.fewestDaysToFile;
        all.rows.insert(all.rows.end(), group.rows.begin(), group.rows.end());
    }
    return all;
}

}  // namespace

void PayerModel::setGroups(std::vector<app::PayerGroup> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    if (m_groups.size() > 1) m_groups.insert(m_groups.begin(), together(m_groups));
    endResetModel();
}

int PayerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

int PayerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant PayerModel::data(const QModelIndex& index, int role) const
{
    const auto& item = group(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case payer: return qs(item.payerName);
        case payerId: return qs(item.payerId);
        case claims: return QString::number(item.claims);
        case charges: return qs(item.charges.grouped());
        case failing: return QString::number(item.failing);
        default: return daysText(item.fewestDaysToFile);
        }
    case Qt::TextAlignmentRole: return alignment(index.column() >= claims);
    case StrongRole: return index.column() == payer && item.payerId.empty();
    case MutedRole: return index.column() == payerId || (index.column() == failing && item.failing == 0);
    case ChipRole:
        return index.column() == failing && item.failing > 0 ? QVariant(static_cast<int>(Tone::error)) : QVariant();
    case ToneRole: return index.column() == days ? daysTone(item.fewestDaysToFile) : QVariant();
    default: return {};
    }
}

QVariant PayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Payer"),   QStringLiteral("Payer id"),
                                      QStringLiteral("Claims"),  QStringLiteral("Charges"),
                                      QStringLiteral("Failing"), QStringLiteral("Fewest days to file")};
    return header(names, section, orientation, role, section >= claims);
}

void ReadyClaimModel::setRows(std::vector<app::ReadyClaim> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ReadyClaimModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReadyClaimModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant ReadyClaimModel::data(const QModelIndex& index, int role) const
{
    const auto& item = row(index.row());
    const std::optional<int> daysLeft = item.fileBy ? std::optional<int>(item.daysToFile) : std::nullopt;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case visit: return qs(item.summary.encounterId);
        case patient: return qs(item.summary.patientName);
        case service: return qs(item.summary.serviceFrom.iso());
        case payer: return qs(item.summary.payerName);
        case charges: return qs(item.summary.charges.grouped());
        case days: return daysText(daysLeft);
        default: return item.errors == 0 ? QStringLiteral("clean") : qs(item.firstError);
        }
    case Qt::ToolTipRole: return column == finding ? qs(item.firstError) : QVariant();
    case Qt::TextAlignmentRole: return alignment(column == charges || column == days);
    case StrongRole: return column == visit;
    case TabularRole: return column == visit || column == service;
    case MutedRole: return column == finding && item.errors == 0;
    case ToneRole:
        if (column == days) return daysTone(daysLeft);
        return column == finding && item.errors > 0 ? QVariant(static_cast<int>(Tone::error)) : QVariant();
    default: return {};
    }
}

QVariant ReadyClaimModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {
        QStringLiteral("Visit"),   QStringLiteral("Patient"),      QStringLiteral("Service"), QStringLiteral("Payer"),
        QStringLiteral("Charges"), QStringLiteral("Days to file"), QStringLiteral("Edits")};
    return header(names, section, orientation, role, section == charges || section == days);
}

void BatchModel::setRows(std::vector<BatchRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const BatchRow& a, const BatchRow& b) { return a.batch.number > b.batch.number; });
    endResetModel();
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
    const auto& item = row(index.row());
    const int column = index.column();
    const bool isNumber = column == number || column == claims || column == charges || column == control;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case number: return QString::number(item.batch.number);
        case when: return item.when;
        case claims: return QString::number(item.batch.claims);
        case charges: return qs(item.batch.charges.grouped());
        case who: return qs(item.batch.exportedBy);
        case control: return QStringLiteral("%1").arg(item.batch.interchangeControlNumber, 9, 10, QLatin1Char('0'));
        case form: return qs(item.batch.form).toUpper() + (item.batch.test ? QStringLiteral(", test") : QString());
        case file: return qs(item.batch.fileName);
        default: return qs(item.batch.digest);
        }
    case Qt::ToolTipRole: return column == digest ? QStringLiteral("SHA-256 ") + qs(item.batch.digest) : QVariant();
    case Qt::TextAlignmentRole: return alignment(isNumber);
    case StrongRole: return column == number;
    case TabularRole: return column == when || column == digest;
    case MutedRole: return column == digest || column == form;
    default: return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {
        QStringLiteral("Batch"),   QStringLiteral("Written"), QStringLiteral("Claims"),
        QStringLiteral("Charges"), QStringLiteral("By"),      QStringLiteral("Control no."),
        QStringLiteral("Form"),    QStringLiteral("File"),    QStringLiteral("SHA-256")};
    const bool isNumber = section == number || section == claims || section == charges || section == control;
    return header(names, section, orientation, role, isNumber);
}

}  // namespace cw::ui
