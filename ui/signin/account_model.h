#pragma once

#include "ui/shell/workspace_access.h"

#include <QAbstractTableModel>

namespace cw::ui {

/// Demo accounts: account, roles, password.
class AccountModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setAccounts(std::vector<ShownAccount> accounts);
    const std::vector<ShownAccount>& accounts() const { return m_accounts; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ShownAccount> m_accounts;
};

}  // namespace cw::ui
