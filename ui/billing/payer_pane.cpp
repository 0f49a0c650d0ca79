#include "ui/billing/payer_pane.h"

#include "ui/billing/claim_models.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QVBoxLayout>

namespace cw::ui {

PayerPane::PayerPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_claimsHeader(new PaneHeader(theme, QStringLiteral("Claims"), this)),
      m_payerModel(new PayerModel(this)),
      m_claimModel(new ReadyClaimModel(this)),
      m_payers(new ListTable(theme, QStringLiteral("Claims by payer"), 31, this)),
      m_claims(new ListTable(theme, QStringLiteral("Claims of the payer"), 26, this)),
      m_state(nullptr)
{
    auto* header = new PaneHeader(theme, QStringLiteral("By payer"), this);
    header->addHint(keyHint("billing.check"), QStringLiteral("check all"));
    header->addHint(keyHint("billing.export"), QStringLiteral("export"));
    m_claimsHeader->setTopLine(true);
    m_claimsHeader->addHint(keyHint("billing.open"), QStringLiteral("chart"));
    m_claimsHeader->addHint(keyHint("billing.return"), QStringLiteral("return to the coder"));
    m_payers->setObjectName(QStringLiteral("billing.payers"));
    m_claims->setObjectName(QStringLiteral("billing.claims"));
    m_payers->setModel(m_payerModel);
    m_payers->setColumnWidths({0, 110, 70, 100, 80, 140}, PayerModel::payer);
    m_claims->setModel(m_claimModel);
    m_claims->setColumnWidths({84, 160, 96, 100, 90, 90, 0}, ReadyClaimModel::finding);
    m_claims->hideColumn(ReadyClaimModel::payer);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_payers, 2);
    column->addWidget(m_claimsHeader);
    column->addWidget(m_claims, 3);
    m_state = new EmptyState(theme, m_payers);

    connect(m_payers, &ListTable::currentRowChanged, this, &PayerPane::showGroup);
    connect(m_payers, &ListTable::rowActivated, m_claims, [this] { m_claims->setFocus(); });
    connect(m_claims, &ListTable::currentRowChanged, this, &PayerPane::claimChanged);
    connect(m_claims, &ListTable::rowActivated, this,
            [this](int row) { emit claimOpened(qs(m_claimModel->row(row).summary.encounterId)); });
}

void PayerPane::setGroups(std::vector<app::PayerGroup> groups)
{
    const auto* before = currentGroup();
    const std::string name = before ? before->payerName : std::string();
    m_payerModel->setGroups(std::move(groups));
    int row = 0;
    for (int i = 0; i < m_payerModel->rowCount(); ++i)
        if (m_payerModel->group(i).payerName == name) row = i;
    m_payers->selectRow(row);
    showGroup();
}

const app::PayerGroup* PayerPane::currentGroup() const
{
    const int row = m_payers->currentRow();
    return row >= 0 && row < m_payerModel->rowCount() ? &m_payerModel->group(row) : nullptr;
}

const app::ReadyClaim* PayerPane::currentClaim() const
{
    const int row = m_claims->currentRow();
    return row >= 0 && row < m_claimModel->rowCount() ? &m_claimModel->row(row) : nullptr;
}

void PayerPane::showGroup()
{
    const auto* group = currentGroup();
    m_claimModel->setRows(group ? group->rows : std::vector<app::ReadyClaim>());
    m_claims->selectRow(0);
    m_claimsHeader->setDetail(group ? QStringLiteral("%1, %2").arg(qs(group->payerName)).arg(group->claims)
                                    : QString());
    emit groupChanged();
}

}  // namespace cw::ui
