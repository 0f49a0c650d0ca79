#pragma once

#include "claim/claim_queues.h"
#include "ui/async/latest.h"
#include "ui/shell/page.h"

class QLineEdit;
class QStackedWidget;
class QTabBar;

namespace cw::app {
struct AnswerOutcome;
}

namespace cw::ui {

class BillingView;

/// The biller's day: what is ready, what fails, what became of what was sent, answers that wait, and the files.
class BillingPage final : public Page {
    Q_OBJECT

public:
    explicit BillingPage(PageContext context, QWidget* parent = nullptr);
    void activate() override;

private:
    enum Tab { readyTab, failingTab, sentTab, rejectedTab, deniedTab, paidTab, waitingTab, filesTab, tabCount };
    QWidget* makeStrip();
    void makeViews();
    void add(Tab tab, BillingView* view);
    void bind();
    void showTab(int tab);
    void loadTotals();
    void setCount(int tab, std::int64_t count);
    void focusPane(int direction);
    void reload();  ///< Claims moved.
    void check();
    void chooseAnswers();
    void importAnswers(const QString& title,
                       std::function<Result<std::vector<app::AnswerOutcome>>(app::Workspace&, const Progress&)> import);
    void showReports();
    BillingView& view(int tab) const { return *m_views[static_cast<std::size_t>(tab)]; }

    QTabBar* m_tabs = nullptr;
    QLineEdit* m_find = nullptr;
    QStackedWidget* m_stack;
    std::vector<BillingView*> m_views;
    Latest<std::vector<QueueTotal>> m_askTotals;
    bool m_isBusy = false;  ///< A check or import runs.
};

}  // namespace cw::ui
