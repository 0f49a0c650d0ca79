#include "ui/admin/list_form_pane.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/row_delegate.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

void ListRowModel::setRows(std::vector<ListRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ListRowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ListRowModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ListRowModel::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= rowCount()) return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.cells.value(index.column());
    case StrongRole: return index.column() == 0 && !row.isMuted;
    case MutedRole: return row.isMuted;
    default: return {};
    }
}

QVariant ListRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_columns.value(section)) : QVariant();
}

ListFormPane::ListFormPane(PageContext& context, Shape shape, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_shape(std::move(shape)),
      m_header(new PaneHeader(context.theme, m_shape.title, this)),
      m_model(new ListRowModel(m_shape.columns, this)),
      m_table(new ListTable(context.theme, m_shape.title, 26, this)),
      m_state(new EmptyState(context.theme, m_table)),
      m_form(new FieldForm(context.theme, m_shape.name, m_shape.formColumns, this))
{
    m_header->addHint(keyHint("admin.newRow"), tr("new"));
    m_header->addHint(keyHint("admin.inactive"), tr("in use or not"));
    m_table->setObjectName(m_shape.name + QStringLiteral(".table"));
    m_table->setModel(m_model);
    m_table->setColumnWidths(m_shape.widths, m_shape.stretch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    column->addWidget(m_form);
    connect(m_table, &ListTable::currentRowChanged, this, [this](int row) {
        if (row >= 0 && !m_form->isTouched()) showRecord(row);
    });
    connect(m_table, &ListTable::rowActivated, this, [this](int row) { edit(row); });
    bindCommand("admin.new", this, [this] { startNew(); });
    bindCommand("admin.newRow", m_table, [this] { startNew(); });
    bindCommand("admin.save", this, [this] { keep(); });
    bindCommand("admin.inactive", m_table, [this] {
        if (currentRow() >= 0) toggleActive(currentRow());
    });
}

void ListFormPane::focusList()
{
    m_table->setFocus();
}

int ListFormPane::currentRow() const
{
    return m_table->currentRow();
}

void ListFormPane::startNew()
{
    showRecord(-1);
    m_form->focusFirst();
}

void ListFormPane::edit(int row)
{
    showRecord(row);
    m_form->focusFirst();
}

void ListFormPane::showRows(std::vector<ListRow> rows, int wanted)
{
    const bool isWriting = m_form->isTouched();
    const QSignalBlocker quiet(m_table);
    m_model->setRows(std::move(rows));
    m_header->setDetail(QString::number(m_model->rowCount()));
    if (m_model->rowCount() == 0)
        m_state->showEmpty(m_shape.empty, keyHint("admin.new"), tr("write one"));
    else
        m_state->showNothing();
    m_table->selectRow(std::max(0, wanted));
    if (!isWriting) showRecord(currentRow());
}

void ListFormPane::showFailed(const Error& error)
{
    m_state->showFailed(error, keyHint("go.reload"), tr("try again"));
}

}  // namespace cw::ui
