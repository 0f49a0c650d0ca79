#pragma once

#include "codeset/release.h"
#include "identity/user.h"

#include <QAbstractTableModel>
#include <QString>

namespace cw::ui {

struct ReleaseRow {
    Release release;
    QString importedAt;  ///< Local date and time.
};

/// Installed code tables.
class ReleaseModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { system, name, kind, inForce, codes, billable, imported, source, columnCountOf };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<ReleaseRow> rows);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ReleaseRow> m_rows;
};

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
