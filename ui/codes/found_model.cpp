#include "ui/codes/found_model.h"

#include "app/code_finder.h"
#include "ui/codes/code_text.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/text.h"
#include "ui/widgets/tone.h"

#include <QList>
#include <QPair>

namespace cw::ui {

namespace {

/// Byte ranges of UTF-8 as ranges of the window's text.
QVariant marksOf(const FoundCode& found)
{
    const auto& title = titleOf(found.entry);
    QList<QPair<int, int>> marks;
    for (const auto& range : found.marks) {
        if (range.begin + range.size > title.size()) continue;
        const auto begin = qs(std::string_view(title).substr(0, range.begin)).size();
        const auto size = qs(std::string_view(title).substr(range.begin, range.size)).size();
        marks.append({static_cast<int>(begin), static_cast<int>(size)});
    }
    return QVariant::fromValue(marks);
}

QString reasonText(const FoundCode& found)
{
    QString text = qs(found.reason);
    if (found.episodes > 1) {
        if (!text.isEmpty()) text += QStringLiteral("; ");
        text += QStringLiteral("%1 episodes").arg(found.episodes);
    }
    return text;
}

QString stateText(const CodeEntry& entry)
{
    if (!entry.validOnDate)
        return entry.valid.last ? QStringLiteral("until ") + qs(entry.valid.last->iso())
                                : QStringLiteral("not in force");
    if (!entry.billable && !entry.isModifier) return QStringLiteral("header");
    return entry.kind == ReleaseKind::starter ? QStringLiteral("starter") : QString();
}

}  // namespace

Result<std::vector<FoundCode>> findCodes(app::Workspace& workspace, const search::Query& query,
                                         const std::string& parent)
{
    std::vector<FoundCode> rows;
    if (query.text.empty()) {
        if (!query.system) return rows;
        CW_TRY(auto entries, workspace.library().children(*query.system, parent, query.on));
        for (auto& entry : entries)
            if (!query.billableOnly || entry.billable) rows.push_back({std::move(entry), {}, 1, {}});
        return rows;
    }
    CW_TRY(auto hits, workspace.codeFinder().find(query));
    for (auto& hit : hits) {
        FoundCode row;
        row.reason = search::reasonOf(hit);
        row.episodes = hit.episodes;
        row.entry = std::move(hit.entry);
        CW_TRY(row.marks, workspace.codeFinder().highlights(query.text, titleOf(row.entry)));
        rows.push_back(std::move(row));
    }
    return rows;
}

void FoundModel::setRows(std::vector<FoundCode> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FoundModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FoundModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QVariant FoundModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto& found = row(index.row());
    const auto& entry = found.entry;
    const int column = index.column();
    const bool isOut = !entry.validOnDate;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case code: return qs(entry.displayCode());
        case description: return qs(titleOf(entry));
        case why: return reasonText(found);
        case system: return entry.isModifier ? QStringLiteral("Modifier") : qs(displayName(entry.system));
        default: return stateText(entry);
        }
    case Qt::ToolTipRole:
        return column == description ? qs(titleOf(entry)) : column == why ? reasonText(found) : QString();
    case MarksRole: return column == description ? marksOf(found) : QVariant();
    case StrongRole: return column == code;
    case TabularRole: return column == code;
    case MutedRole:
        return column == why || column == system || isOut ||
               (column == description && !entry.billable && !entry.isModifier);
    case ChipRole:
        if (column != state || stateText(entry).isEmpty()) return {};
        return static_cast<int>(isOut ? Tone::error : entry.billable ? Tone::neutral : Tone::warning);
    default: return {};
    }
}

QVariant FoundModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList names = {QStringLiteral("Code"), QStringLiteral("Description"), QStringLiteral("Found by"),
                                      QStringLiteral("System"), QStringLiteral("State")};
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace cw::ui
