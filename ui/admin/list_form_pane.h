#pragma once

#include "ui/admin/field_form.h"
#include "ui/shell/page.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;

/// A row of text for a list of records.
struct ListRow {
    QStringList cells;
    bool isMuted = false;
};

class ListRowModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    ListRowModel(QStringList columns, QObject* parent) : QAbstractTableModel(parent), m_columns(std::move(columns)) {}
    void setRows(std::vector<ListRow> rows);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_columns;
    std::vector<ListRow> m_rows;
};

/// A list of records with the form of the current one below: Ctrl N or N writes a new one, Enter changes the current one, Ctrl S
/// keeps it. What is half written stays until it is kept, or another row is taken with Enter.
class ListFormPane : public QWidget {
    Q_OBJECT

public:
    struct Shape {
        QString title;
        QString name;  ///< Begins the object names: "partners".
        QString one;   ///< "Trading partner"
        QStringList columns;
        std::vector<int> widths;
        int stretch = 0;
        QString empty;  ///< What stands there while the list is empty.
        int formColumns = 3;
    };
    virtual void load() = 0;
    void focusList();

signals:
    void statusText(const QString& text);

protected:
    ListFormPane(PageContext& context, Shape shape, QWidget* parent);

    /// Fills the form with a row's record, -1 with an empty one.
    virtual void showRecord(int row) = 0;
    virtual void keep() = 0;
    virtual void toggleActive(int row) = 0;
    /// Keeps what the row shows of something seen in encounters.
    virtual void takeOver(int row) = 0;

    /// The row with this number is made current, unless something is half written.
    void showRows(std::vector<ListRow> rows, int wanted);
    void showFailed(const Error& error);
    void startNew();
    void edit(int row);
    int currentRow() const;

    PageContext& m_context;
    Shape m_shape;
    PaneHeader* m_header;
    ListRowModel* m_model;
    ListTable* m_table;
    EmptyState* m_state;
    FieldForm* m_form;
};

}  // namespace cw::ui
