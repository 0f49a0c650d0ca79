#pragma once

#include "app/billing_desk.h"
#include "ui/shell/page.h"

class QStackedWidget;
class QTabBar;

namespace cw::ui {

class BatchModel;
class EmptyState;
class ListTable;
class PayerPane;
class PreviewPane;
class ReadyClaimModel;

/// Approved encounters on their way out: by payer with a preview, what still fails, and the files that were written.
class BillingPage final : public Page {
    Q_OBJECT

public:
    explicit BillingPage(PageContext context, QWidget* parent = nullptr);
    void activate() override;

private:
    enum Tab { readyTab, failingTab, filesTab };
    QWidget* makeFailing();
    QWidget* makeFiles();
    void bind();
    void showTab(int tab);
    void load();
    void loadFiles();
    void fill(const std::vector<app::PayerGroup>& groups);
    void preview();
    void askExport();
    void exportClaims(const std::vector<std::string>& ids);
    void showOutcome(const app::ExportOutcome& outcome);
    void chooseFolder();
    void showFile(int row);
    void sendBack(ListTable* table);
    std::vector<std::string> cleanIds() const;
    const app::ReadyClaim* claimOf(const ListTable* table) const;

    QTabBar* m_tabs;
    QStackedWidget* m_left;
    PayerPane* m_payers;
    ListTable* m_failing;
    ReadyClaimModel* m_failingModel;
    EmptyState* m_failingState;
    ListTable* m_files;
    BatchModel* m_fileModel;
    EmptyState* m_fileState;
    PreviewPane* m_preview;
    QString m_folder;  ///< Where files go; from the workspace's settings.
    int m_load = 0;
    int m_previewTurn = 0;
};

}  // namespace cw::ui
