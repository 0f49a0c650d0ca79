#pragma once

#include "identity/user.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace cw::ui {

/// Accounts and their roles.
class UserModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, roles, state, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setUsers(std::vector<User> users);
    const User& user(int row) const { return m_users.at(static_cast<std::size_t>(row)); }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<User> m_users;
};

}  // namespace cw::ui
