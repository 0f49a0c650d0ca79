#include "ui/admin/update_pane.h"

#include "qt/downloader.h"
#include "ui/admin/import_pane.h"
#include "ui/admin/table_pane.h"
#include "ui/async/background.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

Result<std::vector<TableRow>> tableRows(app::Workspace& workspace)
{
    CW_TRY(auto all, app::UpdateCentre(workspace).status(workspace.clock().today()));
    CW_TRY(auto tx, workspace.work().beginRead());
    std::vector<TableRow> rows;
    for (auto& status : all) {
        TableRow row;
        CW_TRY(const auto ours, workspace.settings().value(*tx, "updates." + std::string(status.source->key)));
        row.address = qs(ours.empty() ? std::string(status.source->address) : ours);
        for (const auto& table : status.installed)
            row.importedAt.push_back(qs(workspace.clock().localDateTime(table.importedAt)));
        row.status = std::move(status);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

UpdatePane::UpdatePane(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_batch(context.work, this),
      m_model(new TableStatusModel(this)),
      m_below(new QStackedWidget(this)),
      m_table(new TablePane(context.theme, m_below)),
      m_import(new ImportPane(context.theme, m_batch, m_below))
{
    m_below->addWidget(m_table);
    m_below->addWidget(m_import);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(makeList());
    split->addWidget(m_below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({context.theme.scaled(400), context.theme.scaled(250)});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
    bind();
}

QWidget* UpdatePane::makeList()
{
    auto* pane = new QWidget(this);
    m_header = new PaneHeader(m_context.theme, tr("Code tables"), pane);
    auto* import = new QPushButton(tr("Import files\u2026"), pane);
    import->setObjectName(QStringLiteral("admin.import"));
    import->setProperty("statusButton", true);
    m_header->addHint(keyHint("admin.download"), tr("download"));
    m_header->addHint(keyHint("admin.import"));
    m_header->addRight(import);
    connect(import, &QPushButton::clicked, this, &UpdatePane::pickFiles);
    m_tables = new ListTable(m_context.theme, tr("Code tables"), 26, pane);
    m_tables->setObjectName(QStringLiteral("admin.tables"));
    m_tables->setModel(m_model);
    m_tables->setColumnWidths({236, 122, 96, 106, 106, 0}, TableStatusModel::meaning);
    m_state = new EmptyState(m_context.theme, m_tables);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tables, 1);
    return pane;
}

void UpdatePane::bind()
{
    connect(m_tables, &ListTable::currentRowChanged, this, &UpdatePane::showCurrent);
    connect(m_table, &TablePane::withdrawWanted, this, &UpdatePane::withdraw);
    connect(m_table, &TablePane::downloadWanted, this, &UpdatePane::download);
    connect(m_table, &TablePane::addressChosen, this, &UpdatePane::keepAddress);
    connect(m_import, &ImportPane::closeWanted, this, &UpdatePane::closeImport);
    connect(&m_batch, &ImportBatch::imported, this, [this](const app::FileReport& report) {
        emit statusText(tr("%1 was imported").arg(qs(report.file)));
        load();
    });
    connect(&m_batch, &ImportBatch::finished, this, [this] {
        const auto& items = m_batch.items();
        const bool isAny = std::any_of(items.begin(), items.end(),
                                       [](const auto& one) { return one.step == ImportBatch::Step::imported; });
        if (!isAny) return;
        emit libraryChanged();
        emit batchImported();
    });
    bindCommand("admin.download", m_tables, [this] { download(); });
}

void UpdatePane::load()
{
    m_context.work.run<std::vector<TableRow>>(this, tableRows, [this](Result<std::vector<TableRow>> rows) {
        showLoaded(std::move(rows));
        emit loaded();
    });
}

void UpdatePane::showLoaded(Result<std::vector<TableRow>> rows)
{
    if (!rows) return m_state->showFailed(rows.error(), keyHint("go.reload"), tr("try again"));
    const int row = std::max(0, m_tables->currentRow());
    m_model->setRows(std::move(*rows));
    m_state->showNothing();
    m_tables->selectRow(row);
    showCurrent();
    const int attention = m_model->attention();
    m_header->setDetail(attention == 0 ? tr("all in force")
                                       : tr("%1 of %2 to look after").arg(attention).arg(m_model->rowCount()));
}

void UpdatePane::showCurrent()
{
    m_table->show(m_model->at(m_tables->currentRow()));
}

void UpdatePane::focusList()
{
    m_tables->setFocus();
}

void UpdatePane::setNote(const QString& note)
{
    m_import->setNote(note);
}

void UpdatePane::pickFiles()
{
    m_context.prompter.pickFiles(this, tr("Import official files"),
                                 tr("Official files (*.zip *.xz *.gz *.txt *.tsv *.csv *.xml *.xlsx);;All files (*)"),
                                 [this](const QStringList& files) { importFiles(files); });
}

void UpdatePane::importFiles(const QStringList& files)
{
    if (files.isEmpty()) return;
    m_import->setNote({});
    m_below->setCurrentWidget(m_import);
    m_batch.add(files);
    // So that the decision finds the keyboard when the first file has been read.
    m_import->findChild<ListTable*>(QStringLiteral("import.files"))->setFocus();
}

void UpdatePane::closeImport()
{
    m_below->setCurrentWidget(m_table);
    m_tables->setFocus();
}

void UpdatePane::withdraw(const app::InstalledTable& table)
{
    const auto* row = m_model->at(m_tables->currentRow());
    if (!row) return;
    const QString name = QStringLiteral("%1, %2").arg(nameOfTable(row->status), qs(table.name));
    m_context.prompter.confirm(
        this, tr("Withdraw %1?").arg(name),
        tr("Its codes and notes are no longer used. Encounters keep what is coded on them. The file can be imported again."),
        tr("Withdraw"), [this, id = table.id, name](bool yes) {
            if (!yes) return;
            m_context.work.run<bool>(
                this,
                [id](app::Workspace& workspace) -> Result<bool> {
                    CW_CHECK(app::LibraryDesk(workspace).withdraw(id));
                    return true;
                },
                [this, name](Result<bool> done) {
                    if (!done) return m_context.prompter.showError(this, done.error());
                    emit statusText(tr("%1 was withdrawn").arg(name));
                    load();
                    emit libraryChanged();
                });
        });
}

void UpdatePane::keepAddress(const QString& address)
{
    if (m_table->key().empty()) return;
    m_context.work.run<bool>(
        this,
        [key = m_table->key(), address = utf8(address)](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::UpdateCentre(workspace).setAddress(key, address));
            return true;
        },
        [this, isOurs = !address.isEmpty()](Result<bool> done) {
            if (!done) return m_context.prompter.showError(this, done.error());
            emit statusText(isOurs ? tr("The address is kept") : tr("The agency\u2019s own address is used again"));
            load();
        });
}

void UpdatePane::download()
{
    if (m_table->key().empty()) return;
    m_table->setBusy(true);
    m_context.work.runJob<DownloadedFile>(
        this, tr("Downloading"),
        [key = m_table->key()](app::Workspace& workspace, const Progress& progress) {
            Downloader downloader;
            return app::UpdateCentre(workspace).download(downloader, key, workspace.folder() / "downloads", progress);
        },
        [this](Result<DownloadedFile> file) {
            m_table->setBusy(false);
            if (!file) return m_context.prompter.showError(this, file.error());
            emit statusText(tr("%1 was downloaded").arg(qs(file->file.filename().string())));
            importFiles({qs(file->file.string())});
        });
}

}  // namespace cw::ui
