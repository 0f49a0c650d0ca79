#include "ui/billing/files_view.h"

#include "app/billing_desk.h"
#include "ui/billing/file_pane.h"
#include "ui/billing/file_text.h"
#include "ui/billing/queue_load.h"
#include "ui/billing/segment_view.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <algorithm>
#include <map>

namespace cw::ui {

FilesView::FilesView(PageContext& context, QWidget* parent)
    : BillingView(context, parent),
      m_batchModel(new BatchModel(this)),
      m_answerModel(new AnswerFileModel(this)),
      m_file(new FilePane(context.theme, QStringLiteral("File"), this)),
      m_ask(context.lookup, this),
      m_askFile(context.lookup, this)
{
    split(makeLists(), m_file);
    m_file->showNothing(QStringLiteral("A file as it was sent or came stands here."), keyHint("billing.open"),
                        QStringLiteral("show it"));
    connect(m_batches, &ListTable::rowActivated, this, &FilesView::showBatch);
    connect(m_answers, &ListTable::rowActivated, this, &FilesView::showAnswer);
    bindCommand("billing.void", m_batches, [this] { voidBatch(); });
    bindCommand("billing.again", m_batches, [this] { saveAgain(); });
}

QWidget* FilesView::makeLists()
{
    auto& theme = m_context.theme;
    auto* lists = new QWidget(this);
    m_batchHeader = new PaneHeader(theme, QStringLiteral("Claim files"), lists);
    m_batchHeader->addHint(keyHint("billing.open"), QStringLiteral("as sent"));
    m_batchHeader->addHint(keyHint("billing.again"), QStringLiteral("save again"));
    m_batchHeader->addHint(keyHint("billing.void"), QStringLiteral("void"));
    m_batches = new ListTable(theme, QStringLiteral("Claim files"), 42, lists);
    m_batches->setObjectName(QStringLiteral("billing.files"));
    m_batches->setModel(m_batchModel);
    m_batches->setColumnWidths({56, 0, 86, 92, 86, 86, 86, 86}, BatchModel::file);
    auto* header = new PaneHeader(theme, QStringLiteral("Answers"), lists);
    header->setTopLine(true);
    header->addHint(keyHint("billing.import"), QStringLiteral("import"));
    header->addHint(keyHint("billing.importFolders"), QStringLiteral("partners' folders"));
    m_answers = new ListTable(theme, QStringLiteral("Files of answers"), 42, lists);
    m_answers->setObjectName(QStringLiteral("billing.answers"));
    m_answers->setModel(m_answerModel);
    m_answers->setColumnWidths({0, 120, 80, 80, 70, 86}, AnswerFileModel::file);
    stack(lists, {m_batchHeader, m_batches, header, m_answers});
    m_batchState = new EmptyState(theme, m_batches);
    m_answerState = new EmptyState(theme, m_answers);
    return lists;
}

Result<FilesView::Loaded> FilesView::loadFiles(app::Workspace& workspace)
{
    Loaded loaded;
    CW_TRY(const auto batches, app::BillingDesk(workspace).batches());
    CW_TRY(const auto parts, app::ClaimHistory(workspace).reconciliation());
    std::map<std::int64_t, BatchReconciliation> byNumber;
    for (const auto& part : parts) byNumber.emplace(part.batchNumber, part);
    const auto& clock = workspace.clock();
    for (const auto& batch : batches) {
        BatchRow row{batch, {}, qs(clock.localDateTime(batch.exportedAt))};
        if (const auto found = byNumber.find(batch.number); found != byNumber.end()) row.parts = found->second;
        loaded.batches.push_back(std::move(row));
    }
    CW_TRY(auto answers, app::AnswerDesk(workspace).files());
    for (auto& file : answers) {
        QString when = qs(clock.localDateTime(file.importedAt));
        loaded.answers.push_back({std::move(file), std::move(when)});
    }
    return loaded;
}

void FilesView::load()
{
    m_ask.ask([](app::Workspace& workspace) { return loadFiles(workspace); },
              [this](Result<Loaded> loaded) { showLoaded(std::move(loaded)); });
}

void FilesView::showLoaded(Result<Loaded> loaded)
{
    if (!loaded) {
        m_batchState->showFailed(loaded.error(), keyHint("go.reload"), QStringLiteral("try again"));
        emit BillingView::loaded();
        return;
    }
    const int batch = std::max(0, m_batches->currentRow());
    const int answer = std::max(0, m_answers->currentRow());
    m_batchModel->setRows(std::move(loaded->batches));
    m_answerModel->setRows(std::move(loaded->answers));
    m_batches->selectRow(batch);
    m_answers->selectRow(answer);
    emit counted(m_batchModel->rowCount());
    if (m_batchModel->rowCount() == 0)
        m_batchState->showEmpty(QStringLiteral("No claim file was written yet."), keyHint("billing.ready"),
                                QStringLiteral("see what is ready"));
    else
        m_batchState->showNothing();
    if (m_answerModel->rowCount() == 0)
        m_answerState->showEmpty(QStringLiteral("No answer was imported yet."), keyHint("billing.import"),
                                 QStringLiteral("import TA1, 999, 277CA and 835"));
    else
        m_answerState->showNothing();
    emit BillingView::loaded();
}

void FilesView::focusFirst()
{
    m_batches->setFocus();
}

std::vector<QWidget*> FilesView::panes() const
{
    return {m_batches, m_answers, &m_file->view()};
}

void FilesView::showBatch(int row)
{
    const auto* found = m_batchModel->at(row);
    if (!found) return;
    m_askFile.ask(
        [id = found->batch.id](app::Workspace& workspace) -> Result<FileText> {
            CW_TRY(const auto bytes, app::BillingDesk(workspace).batchFile(id));
            return fileText(bytes);
        },
        [this, batch = found->batch](const Result<FileText>& file) {
            if (!file) return m_file->showFailed(file.error());
            QStringList notes;
            if (batch.voidedAt)
                notes.append(QStringLiteral("Voided by %1: %2").arg(qs(batch.voidedBy), qs(batch.voidReason)));
            m_file->showFile(qs(batch.fileName), QStringLiteral("as sent, batch %1").arg(batch.number), *file, notes);
        });
}

void FilesView::showAnswer(int row)
{
    const auto* found = m_answerModel->at(row);
    if (!found) return;
    m_askFile.ask(
        [id = found->file.id](app::Workspace& workspace) -> Result<FileText> {
            CW_TRY(const auto bytes, app::AnswerDesk(workspace).fileBytes(id));
            return fileText(bytes);
        },
        [this, answer = found->file](const Result<FileText>& file) {
            if (!file) return m_file->showFailed(file.error());
            QStringList notes;
            for (const auto& warning : answer.warnings) notes.append(qs(warning));
            m_file->showFile(qs(answer.name), QStringLiteral("as received"), *file, notes);
        });
}

void FilesView::voidBatch()
{
    const auto* row = m_batchModel->at(m_batches->currentRow());
    if (!row) return;
    m_context.prompter.askText(
        this, QStringLiteral("Void batch %1").arg(row->batch.number),
        QStringLiteral("Why was it never sent, or is it taken back? %1 become ready again.")
            .arg(claimsText(row->batch.claims)),
        {}, [this, number = row->batch.number](const std::optional<QString>& reason) {
            if (!reason) return;
            m_context.work.run<bool>(
                this,
                [number, text = utf8(reason->trimmed())](app::Workspace& workspace) -> Result<bool> {
                    CW_CHECK(app::BillingDesk(workspace).voidBatch(number, text));
                    return true;
                },
                [this, number](const Result<bool>& done) {
                    if (!done) return m_context.prompter.showError(this, done.error());
                    emit statusText(QStringLiteral("Batch %1 is voided").arg(number));
                    emit changed();
                });
        });
}

void FilesView::saveAgain()
{
    const auto* row = m_batchModel->at(m_batches->currentRow());
    if (!row) return;
    m_context.prompter.pickFolder(this, QStringLiteral("Folder for %1").arg(qs(row->batch.fileName)),
                                  [this, number = row->batch.number](const QString& folder) {
                                      if (folder.isEmpty()) return;
                                      m_context.work.run<std::filesystem::path>(
                                          this,
                                          [number, path = utf8(folder)](app::Workspace& workspace) {
                                              return app::BillingDesk(workspace).saveBatchFile(number, path);
                                          },
                                          [this](const Result<std::filesystem::path>& file) {
                                              if (!file) return m_context.prompter.showError(this, file.error());
                                              emit statusText(QStringLiteral("Written: %1").arg(qs(file->string())));
                                          });
                                  });
}

}  // namespace cw::ui
