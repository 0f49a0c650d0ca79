#include "ui/admin/admin_models.h"

#include "ui/codes/code_list_model.h"
#include "ui/widgets/roles_text.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <QLocale>

namespace cw::ui {

namespace {

QString grouped(std::int64_t count)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(count));
}

}  // namespace

void ReleaseModel::setRows(std::vector<ReleaseRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ReleaseModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReleaseModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant ReleaseModel::data(const QModelIndex& index, int role) const
{
    const auto& item = m_rows.at(static_cast<std::size_t>(index.row()));
    const int column = index.column();
    const bool isNumber = column == codes || column == billable;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case system: return qs(displayName(item.release.system));
        case name: return qs(item.release.name);
        case kind: return qs(toString(item.release.kind));
        case inForce: return validityText(item.release.inForce);
        case codes: return grouped(item.release.rows);
        case billable: return grouped(item.release.billable);
        case imported: return item.importedAt;
        default: return qs(item.release.sourceName);
        }
    case Qt::ToolTipRole:
        return column == source ? QStringLiteral("SHA-256 ") + qs(item.release.sourceDigest) : QVariant();
    case Qt::TextAlignmentRole: return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case StrongRole: return column == system;
    case TabularRole: return column == inForce || column == imported;
    case MutedRole: return column == imported || column == source;
    case ChipRole:
        if (column != kind) return {};
        return static_cast<int>(item.release.kind == ReleaseKind::starter ? Tone::warning : Tone::done);
    default: return {};
    }
}

QVariant ReleaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("System"),   QStringLiteral("Release"), QStringLiteral("Kind"),
                                      QStringLiteral("In force"), QStringLiteral("Codes"),   QStringLiteral("Billable"),
                                      QStringLiteral("Imported"), QStringLiteral("Source")};
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return names.value(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == codes || section == billable ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    return {};
}

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
