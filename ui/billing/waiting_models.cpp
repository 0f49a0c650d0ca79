#include "ui/billing/waiting_models.h"

#include "ui/billing/queue_models.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

namespace cw::ui {

void WaitingAnswerModel::setAnswers(std::vector<WaitingAnswer> answers)
{
    beginResetModel();
    m_answers = std::move(answers);
    endResetModel();
}

const WaitingAnswer* WaitingAnswerModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_answers[static_cast<std::size_t>(row)] : nullptr;
}

int WaitingAnswerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answers.size());
}

int WaitingAnswerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant WaitingAnswerModel::data(const QModelIndex& index, int role) const
{
    const auto* one = at(index.row());
    if (!one) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case kind: return qs(one->kind).toUpper();
        case number: return qs(one->claimNumber.empty() ? one->payerControlNumber : one->claimNumber);
        case patient: return qs(one->patientName);
        case service: return one->serviceFrom ? qs(one->serviceFrom->iso()) : QString();
        case charge: return qs(one->charge.grouped());
        case paid: return qs(one->paid.grouped());
        default: return qs(one->reason);
        }
    case Qt::ToolTipRole: return column == reason ? qs(one->reason) : QVariant();
    case Qt::TextAlignmentRole: return cellAlignment(column == charge || column == paid);
    case StrongRole: return column == number;
    case TabularRole: return column == number || column == service;
    case MutedRole: return column == reason;
    default: return {};
    }
}

QVariant WaitingAnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Answer"),      QStringLiteral("Names claim"),
                                      QStringLiteral("Patient"),     QStringLiteral("Service"),
                                      QStringLiteral("Charge"),      QStringLiteral("Paid"),
                                      QStringLiteral("Why it waits")};
    return headerCell(names, section, orientation, role, section == charge || section == paid);
}

void CandidateModel::setCandidates(std::vector<app::AnswerDesk::Candidate> candidates)
{
    beginResetModel();
    m_candidates = std::move(candidates);
    endResetModel();
}

const app::AnswerDesk::Candidate* CandidateModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_candidates[static_cast<std::size_t>(row)] : nullptr;
}

int CandidateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

int CandidateModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const
{
    const auto* one = at(index.row());
    if (!one) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case claim: return qs(one->claim.claimNumber);
        case patient: return qs(one->claim.patientName);
        case service: return qs(one->claim.serviceFrom.iso());
        case charges: return qs(one->claim.charges.grouped());
        case state: return displayName(one->claim.status);
        default: return qs(one->why);
        }
    case Qt::ToolTipRole: return column == why ? qs(one->why) : QVariant();
    case Qt::TextAlignmentRole: return cellAlignment(column == charges);
    case StrongRole: return column == claim;
    case TabularRole: return column == claim || column == service;
    case ChipRole: return column == state ? QVariant(static_cast<int>(Tone::neutral)) : QVariant();
    default: return {};
    }
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Claim"),   QStringLiteral("Patient"), QStringLiteral("Service"),
                                      QStringLiteral("Charges"), QStringLiteral("State"),   QStringLiteral("Why")};
    return headerCell(names, section, orientation, role, section == charges);
}

}  // namespace cw::ui
