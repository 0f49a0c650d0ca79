#pragma once

#include "ui/async/latest.h"
#include "ui/billing/billing_view.h"
#include "ui/billing/file_models.h"

namespace cw::ui {

class EmptyState;
class FilePane;
class ListTable;
class PaneHeader;
struct FileText;

/// Claim files with their reconciliation, files of answers, and each as it was sent or came.
class FilesView final : public BillingView {
    Q_OBJECT

public:
    FilesView(PageContext& context, QWidget* parent);
    void load() override;
    void focusFirst() override;
    std::vector<QWidget*> panes() const override;

signals:
    void counted(int batches);

private:
    struct Loaded {
        std::vector<BatchRow> batches;
        std::vector<AnswerFileRow> answers;
    };
    static Result<Loaded> loadFiles(app::Workspace& workspace);
    QWidget* makeLists();
    void showLoaded(Result<Loaded> loaded);
    void showBatch(int row);
    void showAnswer(int row);
    void voidBatch();
    void saveAgain();

    BatchModel* m_batchModel;
    AnswerFileModel* m_answerModel;
    PaneHeader* m_batchHeader = nullptr;
    ListTable* m_batches = nullptr;
    ListTable* m_answers = nullptr;
    EmptyState* m_batchState = nullptr;
    EmptyState* m_answerState = nullptr;
    FilePane* m_file;
    Latest<Loaded> m_ask;
    Latest<FileText> m_askFile;
};

}  // namespace cw::ui
