#include "ui/widgets/list_table.h"

#include "ui/widgets/list_header.h"
#include "ui/widgets/row_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace cw::ui {

ListTable::ListTable(Theme& theme, const QString& accessibleName, int rowHeight, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_rowHeight(rowHeight)
{
    setAccessibleName(accessibleName);
    setItemDelegate(new RowDelegate(theme, this));
    setHorizontalHeader(new ListHeader(theme, this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    horizontalHeader()->setAccessibleName(accessibleName + QStringLiteral(", columns"));
    style();
    connect(&theme, &Theme::changed, this, &ListTable::style);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { emit rowActivated(index.row()); });
}

void ListTable::style()
{
    const int height = m_theme.scaled(m_rowHeight);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    horizontalHeader()->setFixedHeight(m_theme.scaled(26));
    horizontalHeader()->setMinimumSectionSize(m_theme.scaled(20));
    if (!m_widths.empty()) setColumnWidths(m_widths, m_stretch);
    viewport()->update();
}

void ListTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    if (model)
        connect(
            model, &QAbstractItemModel::modelReset, this, [this] { emit currentRowChanged(currentRow()); },
            Qt::QueuedConnection);
}

int ListTable::currentRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void ListTable::selectRow(int row)
{
    if (!model() || model()->rowCount() == 0) return;
    int column = 0;
    while (column + 1 < model()->columnCount() && isColumnHidden(column)) ++column;
    const auto index = model()->index(std::clamp(row, 0, model()->rowCount() - 1), column);
    setCurrentIndex(index);
    scrollTo(index);
}

void ListTable::setColumnWidths(const std::vector<int>& widths, int stretchColumn)
{
    m_widths = widths;
    m_stretch = stretchColumn;
    auto* header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    for (int i = 0; i < header->count() && i < static_cast<int>(widths.size()); ++i)
        if (i != stretchColumn) header->resizeSection(i, m_theme.scaled(widths[static_cast<std::size_t>(i)]));
    this->stretchColumn();
}

void ListTable::stretchColumn()
{
    auto* header = horizontalHeader();
    if (m_stretch < 0 || m_stretch >= header->count()) return;
    int others = 0;
    for (int i = 0; i < header->count(); ++i)
        if (i != m_stretch && !header->isSectionHidden(i)) others += header->sectionSize(i);
    const int least = m_theme.scaled(std::max(140, m_widths[static_cast<std::size_t>(m_stretch)]));
    header->resizeSection(m_stretch, std::max(least, viewport()->width() - others));
}

void ListTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    stretchColumn();
}

void ListTable::keyboardSearch(const QString&) {}

void ListTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.row() != previous.row()) emit currentRowChanged(currentRow());
}

void ListTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (currentRow() < 0) selectRow(0);
    viewport()->update();
}

void ListTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void ListTable::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState) {
        if (currentRow() >= 0) emit rowActivated(currentRow());
        event->accept();
    } else if (isPlain && event->key() == Qt::Key_Home) {
        selectRow(0);
    } else if (isPlain && event->key() == Qt::Key_End && model()) {
        selectRow(model()->rowCount() - 1);
    } else {
        QTableView::keyPressEvent(event);
    }
}

}  // namespace cw::ui
