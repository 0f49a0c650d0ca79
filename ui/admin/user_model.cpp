#include "ui/admin/user_model.h"

#include "ui/widgets/roles_text.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

namespace cw::ui {

void UserModel::setUsers(std::vector<User> users)
{
    beginResetModel();
    m_users = std::move(users);
    endResetModel();
}

int UserModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_users.size());
}

int UserModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant UserModel::data(const QModelIndex& index, int role) const
{
    const auto& item = user(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case name: return qs(item.name);
        case roles: return rolesText(toString(item.roles));
        default: return item.isDisabled ? QStringLiteral("disabled") : QStringLiteral("active");
        }
    case StrongRole: return column == name;
    case MutedRole: return item.isDisabled;
    case ChipRole:
        return column == state ? QVariant(static_cast<int>(item.isDisabled ? Tone::neutral : Tone::done)) : QVariant();
    default: return {};
    }
}

QVariant UserModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Account"), QStringLiteral("Roles"), QStringLiteral("State")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
