#pragma once

#include "ui/billing/billing_view.h"
#include "ui/billing/queue_pane.h"
#include "ui/billing/work_dialogs.h"

namespace cw::ui {

class ClaimPane;
class WorkActions;

/// Claims that left, by what became of them: sent, rejected, denied or paid. At the right all about the current one.
class ClaimsView final : public BillingView {
    Q_OBJECT

public:
    ClaimsView(PageContext& context, ClaimQueue queue, QWidget* parent);
    void load() override;
    void focusFirst() override;
    std::vector<QWidget*> panes() const override;
    void find(const QString& text) override;

private:
    bool isWork() const noexcept;  ///< Rejections and denials are worked on.
    void bind();
    void bindWork();
    void showCurrent();
    /// To what the payer complained of: the code on the desk, or the field in the form of claim data.
    void openPlace();
    void goTo(const QString& pointer);
    void openData(const QString& pointer);
    void askAgain();
    void sendAgain(const ClaimRecord& claim, const ResendChoice& choice);
    void billNext();
    const ClaimRecord* current() const;

    QueuePane* m_queue;
    ClaimPane* m_claim;
    WorkActions* m_actions;
    bool m_wantsPlace = false;  ///< Enter came before the claim was loaded.
};

}  // namespace cw::ui
