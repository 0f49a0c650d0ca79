#include "ui/codes/set_models.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

namespace cw::ui {

namespace {

Tone toneOf(app::MemberState state)
{
    switch (state) {
    case app::MemberState::ended:
    case app::MemberState::unknown: return Tone::error;
    case app::MemberState::endsSoon:
    case app::MemberState::notYet:
    case app::MemberState::header: return Tone::warning;
    case app::MemberState::inForce: return Tone::done;
    case app::MemberState::notChecked: return Tone::neutral;
    }
    return Tone::neutral;
}

QString belowText(const app::SetCode& code)
{
    QStringList parts;
    if (!code.member.note.empty()) parts.append(qs(code.member.note));
    if (code.lastDay) parts.append(QStringLiteral("last day %1").arg(qs(code.lastDay->iso())));
    QStringList successors;
    for (const auto& entry : code.successors) successors.append(qs(entry.displayCode()));
    if (!successors.isEmpty()) parts.append(QStringLiteral("then ") + successors.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral("; "));
}

}  // namespace

Result<Shelf> loadShelf(app::Workspace& workspace, std::optional<Date> on)
{
    constexpr std::size_t mostRecent = 50;
    const Date day = on.value_or(workspace.clock().today());
    Shelf shelf;
    CW_TRY(shelf.sets, app::CodeSets(workspace).list(day));
    CW_TRY(const auto recent, app::OwnCodes(workspace).recent(mostRecent, day));
    for (const auto& used : recent) {
        CodeSetMember member;
        member.key = used.use.key;
        CW_TRY(auto code, app::judgedOn(workspace.library(), workspace.tables(), member, day));
        shelf.recent.push_back(std::move(code));
    }
    return shelf;
}

void ShelfModel::setShelf(Shelf shelf)
{
    beginResetModel();
    m_shelf = std::move(shelf);
    endResetModel();
}

const app::OpenedSet* ShelfModel::set(int row) const
{
    return row < 1 || row > static_cast<int>(m_shelf.sets.size()) ? nullptr
                                                                  : &m_shelf.sets[static_cast<std::size_t>(row) - 1];
}

const std::vector<app::SetCode>& ShelfModel::codes(int row) const
{
    const auto* opened = set(row);
    return opened ? opened->codes : m_shelf.recent;
}

int ShelfModel::rowOf(CodeSetId id) const
{
    for (std::size_t i = 0; i < m_shelf.sets.size(); ++i)
        if (m_shelf.sets[i].set.id == id) return static_cast<int>(i) + 1;
    return -1;
}

int ShelfModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_shelf.sets.size());
}

int ShelfModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant ShelfModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto* opened = set(index.row());
    const int column = index.column();
    const bool isFlagged = opened && opened->flagged > 0;
    switch (role) {
    case Qt::DisplayRole:
        if (column == count) return QString::number(codes(index.row()).size());
        if (column == name) return opened ? qs(opened->set.header.name) : QStringLiteral("Recent codes");
        return isFlagged                             ? QStringLiteral("%1 to check").arg(opened->flagged)
               : opened && !opened->set.header.owner ? QStringLiteral("shared")
                                                     : QString();
    case SecondLineRole: return column == name && opened ? qs(opened->set.header.patientType) : QString();
    case ChipRole:
        return column == state ? QVariant(static_cast<int>(isFlagged ? Tone::warning : Tone::neutral)) : QVariant();
    case StrongRole: return column == name;
    case MutedRole: return column == count;
    case Qt::TextAlignmentRole:
        return column == count ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole: return column == name && opened ? qs(opened->set.header.note) : QString();
    default: return {};
    }
}

QVariant ShelfModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Set"), QString(), QStringLiteral("Codes")};
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section == count) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

void SetCodeModel::setCodes(std::vector<app::SetCode> codes)
{
    beginResetModel();
    m_codes = std::move(codes);
    endResetModel();
}

int SetCodeModel::rowOf(const CodeKey& key) const
{
    for (std::size_t i = 0; i < m_codes.size(); ++i)
        if (m_codes[i].member.key == key) return static_cast<int>(i);
    return -1;
}

int SetCodeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_codes.size());
}

int SetCodeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant SetCodeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto& at = row(index.row());
    const auto& key = at.member.key;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case code: return qs(displayCode(key.system, key.code));
        case title: return at.title.empty() ? QStringLiteral("no installed table has it") : qs(at.title);
        case system: return qs(displayName(key.system));
        default: return qs(app::toString(at.state));
        }
    case SecondLineRole: return column == title ? belowText(at) : QString();
    case Qt::ToolTipRole: return column == title ? qs(at.title) + QLatin1Char('\n') + belowText(at) : QString();
    case ChipRole: return column == state ? QVariant(static_cast<int>(toneOf(at.state))) : QVariant();
    case StrongRole:
    case TabularRole: return column == code;
    case MutedRole: return column == system || (column == title && at.title.empty());
    default: return {};
    }
}

QVariant SetCodeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Code"), QStringLiteral("Description"), QStringLiteral("System"),
                                      QStringLiteral("On the date")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
