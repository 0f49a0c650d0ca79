#include "ui/billing/queue_pane.h"

#include "ui/billing/queue_models.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

constexpr int pageSize = 500;

struct Empty {
    const char* sentence;
    const char* command;
    const char* meaning;
};

Empty emptyOf(ClaimQueue queue)
{
    switch (queue) {
    case ClaimQueue::ready: return {"Nothing is approved and waiting to be sent.", "go.worklist", "worklist"};
    case ClaimQueue::failing: return {"Nothing fails.", "billing.ready", "see what is ready"};
    case ClaimQueue::sent: return {"No claim waits for an answer.", "billing.ready", "see what is ready"};
    case ClaimQueue::rejected: return {"Nothing is rejected.", "billing.import", "import answers"};
    case ClaimQueue::denied: return {"Nothing is denied.", "billing.import", "import answers"};
    case ClaimQueue::paid: return {"Nothing is paid yet.", "billing.import", "import answers"};
    }
    return {"", "", ""};
}

}  // namespace

QueuePane::QueuePane(Theme& theme, Background& lookup, ClaimQueue queue, QWidget* parent)
    : QWidget(parent),
      m_queue(queue),
      m_header(new PaneHeader(theme, QStringLiteral("By payer"), this)),
      m_claimsHeader(new PaneHeader(theme, QStringLiteral("Claims"), this)),
      m_payerModel(new PayerModel(queue, this)),
      m_model(new ClaimQueueModel(queue, this)),
      m_payers(new ListTable(theme, QStringLiteral("%1 claims by payer").arg(qs(toString(queue))), 31, this)),
      m_claims(new ListTable(theme, QStringLiteral("%1 claims").arg(qs(toString(queue))), 26, this)),
      m_more(new QPushButton(this)),
      m_state(nullptr),
      m_claimsState(nullptr),
      m_askPayers(lookup, this),
      m_askRows(lookup, this),
      m_limit(pageSize)
{
    const QString name = qs(toString(queue));
    m_claimsHeader->setTopLine(true);
    m_payers->setObjectName(QStringLiteral("billing.payers.") + name);
    m_claims->setObjectName(QStringLiteral("billing.claims.") + name);
    m_payers->setModel(m_payerModel);
    m_claims->setModel(m_model);
    m_payers->setColumnHidden(PayerModel::failing, queue != ClaimQueue::ready);
    m_payers->setColumnHidden(PayerModel::paid, queue != ClaimQueue::paid);
    m_payers->setColumnHidden(PayerModel::days, queue == ClaimQueue::paid);
    m_payers->setColumnWidths({0, 104, 70, 104, 74, 104, 150}, PayerModel::payer);
    m_more->setProperty("flat", true);
    m_more->setObjectName(QStringLiteral("billing.more.") + name);
    m_more->hide();
    fitColumns(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_payers, 2);
    column->addWidget(m_claimsHeader);
    column->addWidget(m_claims, 4);
    column->addWidget(m_more);
    m_state = new EmptyState(theme, m_payers);
    m_claimsState = new EmptyState(theme, m_claims);

    connect(m_payers, &ListTable::currentRowChanged, this, [this](int row) {
        if (row == m_shownPayer || row < 0) return;
        m_shownPayer = row;
        m_limit = pageSize;
        loadClaims();
        emit payerChanged();
    });
    connect(m_payers, &ListTable::rowActivated, m_claims, [this] { m_claims->setFocus(); });
    connect(m_claims, &ListTable::currentRowChanged, this, &QueuePane::rowChanged);
    connect(m_claims, &ListTable::rowActivated, this, &QueuePane::rowActivated);
    connect(m_more, &QPushButton::clicked, this, &QueuePane::showMore);
    bindCommand("billing.more", m_claims, [this] { showMore(); });
}

void QueuePane::fitColumns(bool ofAllPayers)
{
    using Q = ClaimQueue;
    const bool isLong = m_queue == Q::sent || m_queue == Q::ready;
    m_claims->setColumnHidden(ClaimQueueModel::payer, !ofAllPayers);
    m_claims->setColumnHidden(ClaimQueueModel::paid, m_queue != Q::paid);
    m_claims->setColumnHidden(ClaimQueueModel::days, m_queue == Q::paid);
    m_claims->setColumnHidden(ClaimQueueModel::state, !isLong || ofAllPayers);
    const int days = m_queue == Q::denied ? 116 : 96;
    m_claims->setColumnWidths({92, ofAllPayers ? 120 : 146, 96, 116, 82, 82, days, 84, 0}, ClaimQueueModel::detail);
}

void QueuePane::load()
{
    m_state->showLoading(QStringLiteral("Loading the claims"));
    m_askPayers.ask([queue = m_queue](app::Workspace& workspace) { return loadPayers(workspace, queue); },
                    [this](const Result<std::vector<PayerRow>>& rows) { showPayers(rows); });
}

void QueuePane::setText(const QString& text)
{
    if (text == m_text) return;
    m_text = text;
    m_limit = pageSize;
    if (!m_text.isEmpty() && m_payers->currentRow() > 0)
        m_payers->selectRow(0);
    else
        loadClaims();
}

void QueuePane::showMore()
{
    if (m_more->isHidden()) return;
    m_limit += pageSize;
    loadClaims();
}

void QueuePane::showPayers(const Result<std::vector<PayerRow>>& rows)
{
    if (!rows) {
        m_state->showFailed(rows.error(), keyHint("go.reload"), QStringLiteral("try again"));
        emit loaded();
        return;
    }
    const auto* before = currentPayer();
    const auto wanted = before ? before->id : std::nullopt;
    m_payerModel->setRows(*rows);
    int row = 0;
    for (int i = 0; i < m_payerModel->rowCount(); ++i)
        if (m_payerModel->at(i)->id == wanted) row = i;
    m_shownPayer = rows->empty() ? -1 : row;
    m_payers->selectRow(row);
    if (rows->empty())
        showEmpty();
    else
        m_state->showNothing();
    emit payerChanged();
    loadClaims();
}

void QueuePane::showEmpty()
{
    const auto empty = emptyOf(m_queue);
    m_state->showEmpty(QString::fromLatin1(empty.sentence), keyHint(empty.command), QString::fromLatin1(empty.meaning));
}

void QueuePane::loadClaims()
{
    const auto* payer = currentPayer();
    if (!payer) {
        m_askRows.forget();
        m_model->setRows({});
        m_claimsHeader->setDetail({});
        m_more->hide();
        m_claimsState->showNothing();
        emit rowChanged();
        emit loaded();
        return;
    }
    QueueQuestion question;
    question.queue = m_queue;
    question.payerId = payer->id;
    question.text = utf8(m_text);
    question.limit = m_limit;
    m_askRows.ask([question](app::Workspace& workspace) { return loadRows(workspace, question); },
                  [this, chosen = *payer](const Result<std::vector<QueueRow>>& rows) { showClaims(chosen, rows); });
}

void QueuePane::showClaims(const PayerRow& payer, const Result<std::vector<QueueRow>>& rows)
{
    if (!rows) {
        m_claimsState->showFailed(rows.error(), keyHint("go.reload"), QStringLiteral("try again"));
        emit loaded();
        return;
    }
    const auto* before = currentRow();
    const std::string name = before ? before->name() : std::string();
    const int place = std::max(0, m_claims->currentRow());
    fitColumns(!payer.id);
    m_model->setRows(*rows);
    const int known = m_model->indexOf(name);
    m_claims->selectRow(known >= 0 ? known : place);
    const auto shown = static_cast<std::int64_t>(rows->size());
    const bool hasMore = shown >= m_limit;
    m_claimsHeader->setDetail(m_text.isEmpty()
                                  ? QStringLiteral("%1, %2").arg(qs(payer.name), countText(payer.claims))
                                  : QStringLiteral("%1 with \u201c%2\u201d").arg(countText(shown), m_text));
    m_more->setVisible(hasMore);
    m_more->setText(QStringLiteral("%1 are shown. Show %2 more  (%3)")
                        .arg(countText(shown))
                        .arg(pageSize)
                        .arg(keyHint("billing.more")));
    if (rows->empty() && !m_text.isEmpty())
        m_claimsState->showEmpty(QStringLiteral("No claim here has that number, patient or payer."),
                                 keyHint("billing.find"), QStringLiteral("look for another"));
    else
        m_claimsState->showNothing();
    emit rowChanged();
    emit loaded();
}

const PayerRow* QueuePane::currentPayer() const
{
    return m_payerModel->at(m_payers->currentRow());
}

const QueueRow* QueuePane::currentRow() const
{
    return m_model->at(m_claims->currentRow());
}

}  // namespace cw::ui
