#include "ui/admin/impact_model.h"

#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <QCoreApplication>

namespace cw::ui {

namespace {

constexpr qsizetype namesShown = 3;

QString shortened(const QStringList& names)
{
    if (names.size() <= namesShown) return names.join(QStringLiteral(", "));
    return ImpactModel::tr("%1 and %2 more")
        .arg(names.mid(0, namesShown).join(QStringLiteral(", ")))
        .arg(names.size() - namesShown);
}

QStringList namesOf(const std::vector<std::string>& texts)
{
    QStringList names;
    for (const auto& text : texts) names.append(qs(text));
    return names;
}

QStringList encountersOf(const app::CodeImpact& impact)
{
    QStringList names;
    for (const auto& encounter : impact.encounters) names.append(qs(encounter.encounterId));
    return names;
}

QString titleText(const app::ChangedCode& change)
{
    if (change.before.empty()) return qs(change.after);
    if (change.after.empty() || change.kind != app::CodeChangeKind::revised) return qs(change.before);
    return ImpactModel::tr("%1, before: %2").arg(qs(change.after), qs(change.before));
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

QString counted(int count, const char* none, const char* one, const char* many)
{
    if (count == 0) return QCoreApplication::translate("ImpactModel", none);
    if (count == 1) return QCoreApplication::translate("ImpactModel", one);
    return QCoreApplication::translate("ImpactModel", many).arg(count);
}

}  // namespace

QString impactText(const app::ImpactReport& report)
{
    return QStringList{counted(report.encounters, "no open encounter", "1 open encounter", "%1 open encounters"),
                       counted(report.sets, "no code set", "1 code set", "%1 code sets"),
                       counted(report.siteTerms, "no own term", "1 own term", "%1 own terms")}
        .join(QStringLiteral(", "));
}

void ImpactModel::setReport(app::ImpactReport report)
{
    m_report = std::move(report);
    choose();
}

void ImpactModel::setUsedOnly(bool on)
{
    m_isUsedOnly = on;
    choose();
}

void ImpactModel::choose()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < m_report.codes.size(); ++i)
        if (!m_isUsedOnly || m_report.codes[i].touchesAnything()) m_rows.push_back(i);
    endResetModel();
}

const app::CodeImpact* ImpactModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_report.codes[m_rows[static_cast<std::size_t>(row)]] : nullptr;
}

int ImpactModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImpactModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant ImpactModel::data(const QModelIndex& index, int role) const
{
    const auto* impact = at(index.row());
    if (!impact) return {};
    const auto& changed = impact->change;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case code: return qs(displayCode(changed.key.system, changed.key.code));
        case change: return qs(toString(changed.kind));
        case title: return titleText(changed);
        case successors: {
            QStringList names;
            for (const auto& one : impact->successors) names.append(qs(displayCode(changed.key.system, one)));
            return shortened(names);
        }
        case encounters: return shortened(encountersOf(*impact));
        case sets: return shortened(namesOf(impact->sets));
        default: return shortened(namesOf(impact->siteTerms));
        }
    case Qt::ToolTipRole:
        if (column == encounters) return encountersOf(*impact).join(QLatin1Char('\n'));
        return column == title ? QVariant(titleText(changed)) : QVariant();
    case StrongRole:
    case TabularRole: return column == code;
    case ChipRole: return column == change ? QVariant(static_cast<int>(toneOf(changed.kind))) : QVariant();
    default: return {};
    }
}

QVariant ImpactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {tr("Code"),         tr("Change"),          tr("Title"),
                                      tr("In its place"), tr("Open encounters"), tr("Code sets"),
                                      tr("Own terms")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return names.value(section);
}

}  // namespace cw::ui
