#pragma once

#include "ui/admin/import_batch.h"
#include "ui/admin/table_models.h"
#include "ui/shell/page.h"

#include <QStackedWidget>
#include <QWidget>

namespace cw::ui {

class EmptyState;
class ImportPane;
class ListTable;
class PaneHeader;
class TablePane;

/// The update centre: every kind of table with its state, what is installed of it, downloads and imports.
class UpdatePane final : public QWidget {
    Q_OBJECT

public:
    UpdatePane(PageContext& context, QWidget* parent);
    void load();
    void focusList();
    void pickFiles();
    void importFiles(const QStringList& files);
    ImportBatch& batch() noexcept { return m_batch; }
    void setNote(const QString& note);  ///< Of the import that is shown.

signals:
    void statusText(const QString& text);
    void libraryChanged();  ///< Something was imported or withdrawn: the index is to be made anew.
    void batchImported();   ///< All files are done, and at least one brought something.
    void loaded();

private:
    QWidget* makeList();
    void bind();
    void showLoaded(Result<std::vector<TableRow>> rows);
    void showCurrent();
    void withdraw(const app::InstalledTable& table);
    void download();
    void keepAddress(const QString& address);
    void closeImport();

    PageContext& m_context;
    ImportBatch m_batch;
    PaneHeader* m_header = nullptr;
    ListTable* m_tables = nullptr;
    TableStatusModel* m_model;
    EmptyState* m_state = nullptr;
    QStackedWidget* m_below;
    TablePane* m_table;
    ImportPane* m_import;
};

}  // namespace cw::ui
