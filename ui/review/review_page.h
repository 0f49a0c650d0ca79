#pragma once

#include "app/review_desk.h"
#include "ui/desk/coding_session.h"
#include "ui/shell/page.h"

class QPushButton;

namespace cw::ui {

class ChartPanes;
class EmptyState;
class EncounterBanner;
class ListTable;
class PaneHeader;
class QueueModel;

/// Where a supervisor checks what was coded against the documents, then approves it or returns it with a reason.
class ReviewPage final : public Page {
    Q_OBJECT

public:
    explicit ReviewPage(PageContext context, QWidget* parent = nullptr);

    void activate() override;
    void openEncounter(const QString& encounterId) override;

    ChartPanes& panes() const { return *m_panes; }
    ListTable& queue() const { return *m_queue; }

private:
    QWidget* buildQueue();
    void bindCommands();
    void loadQueue(bool openFirst);
    void showQueue(std::vector<EncounterSummary> rows, bool openFirst);
    void showOpened();
    void showNothing(const QString& sentence);
    void openNext();
    void approve();
    void sendBack();
    void finish(const Result<WorkflowState>& state, const QString& done);
    bool mayDecide() const;

    CodingSession m_session;  ///< Only shows: nothing is changed here.
    EncounterBanner* m_banner;
    QPushButton* m_return;
    QPushButton* m_approve;
    ChartPanes* m_panes;
    PaneHeader* m_queueHeader = nullptr;
    ListTable* m_queue = nullptr;
    QueueModel* m_model = nullptr;
    EmptyState* m_empty = nullptr;
    QString m_wanted;
    bool m_isDeciding = false;
};

}  // namespace cw::ui
