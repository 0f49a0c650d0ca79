#include "ui/billing/preview_model.h"

#include "ui/billing/queue_models.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

void PreviewClaimModel::setClaims(std::vector<PreviewClaim> claims)
{
    beginResetModel();
    m_claims = std::move(claims);
    endResetModel();
}

const PreviewClaim* PreviewClaimModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_claims[static_cast<std::size_t>(row)] : nullptr;
}

int PreviewClaimModel::indexOf(const std::string& encounterId) const
{
    const auto found = std::find_if(m_claims.begin(), m_claims.end(),
                                    [&encounterId](const PreviewClaim& one) { return one.encounterId == encounterId; });
    return found == m_claims.end() ? -1 : static_cast<int>(found - m_claims.begin());
}

int PreviewClaimModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_claims.size());
}

int PreviewClaimModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant PreviewClaimModel::data(const QModelIndex& index, int role) const
{
    const auto* one = at(index.row());
    if (!one) return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == claim) return qs(one->claimNumber);
        return column == people ? one->people : qs(one->charges.grouped());
    case SecondLineRole: return column == people ? one->codes : QString();
    case Qt::ToolTipRole: return column == people ? one->people + QLatin1Char('\n') + one->codes : QVariant();
    case Qt::AccessibleTextRole:
        return column == people ? one->people + QStringLiteral("; ") + one->codes : data(index, Qt::DisplayRole);
    case Qt::TextAlignmentRole: return cellAlignment(column == charges);
    case StrongRole: return column == claim;
    case TabularRole: return column == claim;
    default: return {};
    }
}

QVariant PreviewClaimModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Claim"), QStringLiteral("People and codes as sent"),
                                      QStringLiteral("Charges")};
    return headerCell(names, section, orientation, role, section == charges);
}

}  // namespace cw::ui
