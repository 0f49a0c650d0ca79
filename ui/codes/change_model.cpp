#include "ui/codes/change_model.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <algorithm>

namespace cw::ui {

namespace {

QString counted(std::size_t count, const char* one)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QString::fromLatin1(one),
                                                    count == 1 ? QString() : QStringLiteral("s"));
}

Tone toneOf(app::CodeChangeKind kind)
{
    switch (kind) {
    case app::CodeChangeKind::added: return Tone::done;
    case app::CodeChangeKind::deleted: return Tone::error;
    case app::CodeChangeKind::revised: return Tone::warning;
    }
    return Tone::neutral;
}

/// What the second line says: the old wording, or what became of a code.
QString belowText(const app::CodeImpact& impact)
{
    const auto& change = impact.change;
    QStringList parts;
    if (!change.before.empty() && !change.after.empty() && change.before != change.after)
        parts.append(QStringLiteral("was: ") + qs(change.before));
    if (change.billableBefore && !change.billableAfter && !change.after.empty())
        parts.append(QStringLiteral("became a header"));
    if (!change.billableBefore && change.billableAfter && !change.before.empty())
        parts.append(QStringLiteral("was a header"));
    QStringList successors;
    for (const auto& code : impact.successors) successors.append(qs(displayCode(change.key.system, code)));
    if (!successors.isEmpty()) parts.append(QStringLiteral("use ") + successors.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral("; "));
}

}  // namespace

QString touchesText(const app::CodeImpact& impact)
{
    QStringList parts;
    if (!impact.encounters.empty()) parts.append(counted(impact.encounters.size(), "encounter"));
    for (const auto& set : impact.sets) parts.append(qs(set));
    if (!impact.siteTerms.empty()) parts.append(counted(impact.siteTerms.size(), "site term"));
    return parts.join(QStringLiteral(", "));
}

void ChangeModel::setComparison(app::ReleaseComparison comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    const auto& codes = m_comparison.impact.codes;
    m_touching = static_cast<int>(std::count_if(
        codes.begin(), codes.end(), [](const app::CodeImpact& impact) { return impact.touchesAnything(); }));
    choose();
    endResetModel();
}

void ChangeModel::setFilter(const ChangeFilter& filter)
{
    beginResetModel();
    m_filter = filter;
    choose();
    endResetModel();
}

bool ChangeModel::fits(const app::CodeImpact& impact) const
{
    const auto& change = impact.change;
    if (m_filter.kind && change.kind != *m_filter.kind) return false;
    if (m_filter.touchingOnly && !impact.touchesAnything()) return false;
    const QString text = qs(change.key.code) + QLatin1Char(' ') + qs(displayCode(change.key.system, change.key.code)) +
                         QLatin1Char(' ') + qs(change.before) + QLatin1Char(' ') + qs(change.after);
    const auto words = m_filter.words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void ChangeModel::choose()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_comparison.impact.codes.size(); ++i)
        if (fits(m_comparison.impact.codes[i])) m_shown.push_back(i);
}

int ChangeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ChangeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant ChangeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto& impact = change(index.row());
    const auto& at = impact.change;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case kind: return qs(app::toString(at.kind));
        case code: return qs(displayCode(at.key.system, at.key.code));
        case title: return qs(at.after.empty() ? at.before : at.after);
        default: return touchesText(impact);
        }
    case Qt::ToolTipRole:
        if (column == title)
            return QStringLiteral("%1\n%2")
                .arg(qs(at.after.empty() ? at.before : at.after), belowText(impact))
                .trimmed();
        return column == touches ? touchesText(impact) : QString();
    case SecondLineRole: return column == title ? belowText(impact) : QString();
    case ChipRole: return column == kind ? QVariant(static_cast<int>(toneOf(at.kind))) : QVariant();
    case StrongRole:
    case TabularRole: return column == code;
    default: return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Change"), QStringLiteral("Code"), QStringLiteral("Title"),
                                      QStringLiteral("Used by")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
