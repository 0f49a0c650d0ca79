#pragma once

#include "ui/async/latest.h"
#include "ui/billing/queue_load.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;
class PayerModel;
class ClaimQueueModel;

/// One queue: payers above, the claims of the chosen one below, 500 at first and more on demand.
class QueuePane final : public QWidget {
    Q_OBJECT

public:
    QueuePane(Theme& theme, Background& lookup, ClaimQueue queue, QWidget* parent = nullptr);
    /// Loads again; what is current stays current when it is still there.
    void load();
    void setText(const QString& text);  ///< Only claims with it in number, patient or payer.
    void showMore();
    ClaimQueue queue() const noexcept { return m_queue; }
    const PayerRow* currentPayer() const;
    const QueueRow* currentRow() const;
    ListTable& payers() const { return *m_payers; }
    ListTable& claims() const { return *m_claims; }
    QPushButton& more() const { return *m_more; }
    PaneHeader& header() const { return *m_header; }
    PaneHeader& claimsHeader() const { return *m_claimsHeader; }

signals:
    void payerChanged();
    void rowChanged();
    void rowActivated();
    void loaded();  ///< Payers and claims are on screen, or why there are none.

private:
    void showPayers(const Result<std::vector<PayerRow>>& rows);
    void loadClaims();
    void showClaims(const PayerRow& payer, const Result<std::vector<QueueRow>>& rows);
    void showEmpty();
    void fitColumns(bool ofAllPayers);

    ClaimQueue m_queue;
    PaneHeader* m_header;
    PaneHeader* m_claimsHeader;
    PayerModel* m_payerModel;
    ClaimQueueModel* m_model;
    ListTable* m_payers;
    ListTable* m_claims;
    QPushButton* m_more;
    EmptyState* m_state;
    EmptyState* m_claimsState;
    Latest<std::vector<PayerRow>> m_askPayers;
    Latest<std::vector<QueueRow>> m_askRows;
    QString m_text;
    int m_limit;
    int m_shownPayer = -1;  ///< Row whose claims were asked for.
};

}  // namespace cw::ui
