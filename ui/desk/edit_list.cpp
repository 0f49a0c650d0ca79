#include "ui/desk/edit_list.h"

#include "ui/desk/guideline_section.h"
#include "ui/widgets/text.h"

#include <QDateTime>
#include <QMouseEvent>

#include <algorithm>

namespace cw::ui {

namespace {

/// What people call a table (NotChecked::table).
QString tableName(const std::string& table)
{
    if (const auto system = parseCodeSystem(table)) return qs(displayName(*system));
    if (table.starts_with("mce-")) return EditListModel::tr("Medicare Code Editor, edit %1").arg(qs(table.substr(4)));
    static const std::map<std::string, QString> names = {{"tabular", EditListModel::tr("ICD-10-CM Tabular List")},
                                                         {"ncci-ptp", EditListModel::tr("NCCI PTP")},
                                                         {"ncci-mue", EditListModel::tr("NCCI MUE")},
                                                         {"ncci-aoc", EditListModel::tr("NCCI add-on")},
                                                         {"poa", EditListModel::tr("POA exempt")},
                                                         {"mce", EditListModel::tr("Medicare Code Editor")},
                                                         {"mpfs", EditListModel::tr("Physician Fee Schedule")},
                                                         {"opps", EditListModel::tr("OPPS Addendum B")}};
    const auto found = names.find(table);
    return found == names.end() ? qs(table) : found->second;
}

QString attestedText(const AttestedBy& by)
{
    return EditListModel::tr("Attested by %1: %2").arg(qs(by.who), qs(by.why));
}

}  // namespace

void EditListModel::setReport(const EditReport& report)
{
    beginResetModel();
    m_rows = editRows(report, m_before, m_hasBefore);
    m_before.clear();
    for (const auto& finding : report.findings) m_before.insert(finding.key);
    m_hasBefore = true;
    endResetModel();
}

void EditListModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_before.clear();
    m_hasBefore = false;
    endResetModel();
}

int EditListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags EditListModel::flags(const QModelIndex& index) const
{
    return isHeading(index.row()) ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

bool EditListModel::isHeading(int row) const
{
    return row >= 0 && row < rowCount() && m_rows[static_cast<std::size_t>(row)].kind == EditRow::Kind::heading;
}

const Finding* EditListModel::at(int row) const
{
    if (row < 0 || row >= rowCount()) return nullptr;
    const auto& one = m_rows[static_cast<std::size_t>(row)];
    return one.kind == EditRow::Kind::finding ? &one.finding : nullptr;
}

int EditListModel::rowOf(const FindingKey& key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&key](const EditRow& row) {
        return row.kind == EditRow::Kind::finding && row.finding.key == key;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int EditListModel::step(int row, int direction) const
{
    const int rows = rowCount();
    int next = row;
    for (int tries = 0; tries < rows; ++tries) {
        next = (next + direction + rows) % rows;
        if (!isHeading(next)) return next;
    }
    return -1;
}

QVariant EditListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (row.kind) {
    case EditRow::Kind::heading:
        if (role == Qt::DisplayRole || role == HeadingRole) return row.heading;
        return role == Qt::UserRole ? QVariant(row.count) : QVariant();
    case EditRow::Kind::finding: return findingData(row, role);
    case EditRow::Kind::missing: return missingData(row.missing, role);
    }
    return {};
}

QVariant EditListModel::findingData(const EditRow& row, int role) const
{
    const auto& finding = row.finding;
    switch (role) {
    case Qt::DisplayRole: return qs(finding.message);
    case FixRole: return finding.attested ? attestedText(*finding.attested) : qs(finding.fix);
    case SourceRole: return QStringLiteral("%1 \u00b7 %2").arg(qs(finding.key.rule), qs(finding.source));
    case SeverityRole: return static_cast<int>(finding.severity);
    case NewRole: return row.isNew;
    case LinkRole: return !finding.note.empty() || !sectionIn(qs(finding.source)).isEmpty();
    case RemedyRole:
        return m_isReadOnly || finding.remedies.empty() || finding.attested ? QString()
                                                                            : qs(finding.remedies.front().label);
    case AttestRole: return !m_isReadOnly && finding.canAttest && !finding.attested;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1%2: %3 %4")
            .arg(row.isNew ? tr("new ") : QString(), qs(toString(finding.severity)), qs(finding.message),
                 qs(finding.fix));
    default: return {};
    }
}

QVariant EditListModel::missingData(const std::vector<NotChecked>& missing, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList names;
        for (const auto& one : missing) names.append(tableName(one.table));
        return tr("No table for %1: %2").arg(qs(missing.front().date.iso()), names.join(QStringLiteral(", ")));
    }
    case FixRole: return tr("An administrator can import what covers this day.");
    case SeverityRole: return static_cast<int>(Severity::note);
    default: return {};
    }
}

EditList::EditList(Theme& theme, EditListModel& model, QWidget* parent)
    : QListView(parent), m_rows(model), m_delegate(new EditDelegate(theme, this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
}

void EditList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid()) setCurrentIndex(m_rows.index(std::max(0, m_rows.step(-1, 1))));
    viewport()->update();
}

void EditList::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

void EditList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const auto index = indexAt(event->position().toPoint());
    if (!index.isValid() || event->button() != Qt::LeftButton) return;
    const auto box = visualRect(index);
    const auto part = m_delegate->partAt(index, box.width(), event->position() - box.topLeft());
    if (part != EditPart::none) emit partClicked(index, part);
}

QModelIndex EditList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    auto next = QListView::moveCursor(action, modifiers);
    if (!next.isValid() || !m_rows.isHeading(next.row())) return next;
    const bool isUp = action == MoveUp || action == MovePrevious || action == MovePageUp;
    // A heading at the top is not left upwards to the end of the list.
    if (isUp && next.row() == 0) return currentIndex();
    return m_rows.index(m_rows.step(next.row(), isUp ? -1 : 1));
}

}  // namespace cw::ui
