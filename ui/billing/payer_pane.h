#pragma once

#include "app/billing_desk.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;
class PayerModel;
class ReadyClaimModel;

/// Payers above, the claims of the chosen one below.
class PayerPane final : public QWidget {
    Q_OBJECT

public:
    PayerPane(Theme& theme, QWidget* parent = nullptr);
    void setGroups(std::vector<app::PayerGroup> groups);
    const app::PayerGroup* currentGroup() const;
    const app::ReadyClaim* currentClaim() const;
    ListTable* payers() const { return m_payers; }
    ListTable* claims() const { return m_claims; }
    EmptyState* state() const { return m_state; }

signals:
    void groupChanged();
    void claimChanged();
    void claimOpened(const QString& encounterId);

private:
    void showGroup();
    PaneHeader* m_claimsHeader;
    PayerModel* m_payerModel;
    ReadyClaimModel* m_claimModel;
    ListTable* m_payers;
    ListTable* m_claims;
    EmptyState* m_state;
};

}  // namespace cw::ui
