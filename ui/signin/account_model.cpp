#include "ui/signin/account_model.h"

#include "ui/widgets/roles_text.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"

namespace cw::ui {

void AccountModel::setAccounts(std::vector<ShownAccount> accounts)
{
    beginResetModel();
    m_accounts = std::move(accounts);
    endResetModel();
}

int AccountModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

int AccountModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant AccountModel::data(const QModelIndex& index, int role) const
{
    const auto& account = m_accounts.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case 0: return qs(account.user);
        case 1: return qs(account.password);
        default: return rolesText(account.roles);
        }
    }
    if (role == StrongRole) return index.column() == 0;
    if (role == MutedRole) return index.column() == 2;
    return {};
}

QVariant AccountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    static const QStringList names = {QStringLiteral("Account"), QStringLiteral("Password"), QStringLiteral("Roles")};
    return names.value(section);
}

}  // namespace cw::ui
