#include "ui/review/review_page.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/desk/banner.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/edits_pane.h"
#include "ui/desk/guideline_window.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer_commands.h"
#include "ui/review/queue_model.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

ReviewPage::ReviewPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent),
      m_session(m_context.work, m_context.lookup),
      m_banner(new EncounterBanner(m_context.theme, this)),
      m_return(new QPushButton(tr("Return"), this)),
      m_approve(new QPushButton(tr("Approve, next"), this)),
      m_panes(new ChartPanes(m_context.theme, m_context.work, m_context.lookup, this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_approve->setProperty("primary", true);
    m_approve->setObjectName(QStringLiteral("approve"));
    m_approve->setToolTip(keyHint("review.approve"));
    m_return->setObjectName(QStringLiteral("return"));
    m_return->setToolTip(keyHint("review.return"));
    m_banner->addButton(m_return);
    m_banner->addButton(m_approve);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_panes, 1);
    m_panes->addOnTop(buildQueue());
    m_panes->codes().setEditable(false);
    m_panes->edits().setNextStep("review.approve", tr("approve, next chart"));
    m_panes->edits().setReadOnly(true);
    connect(&m_panes->edits(), &EditsPane::sourceWanted, this, [this](const Finding& finding) {
        const Date on = m_session.isOpen() ? m_session.encounter().codingDate() : Date::of(2000, 1, 1);
        if (!finding.note.empty()) return emit bookRequested(qs(finding.note), on);
        if (!GuidelineWindow::openFor(qs(finding.source), on, m_context, window())) emit statusText(qs(finding.source));
    });

    connect(m_approve, &QPushButton::clicked, this, &ReviewPage::approve);
    connect(m_return, &QPushButton::clicked, this, &ReviewPage::sendBack);
    connect(m_panes, &ChartPanes::statusText, this, &ReviewPage::statusText);
    connect(m_panes, &ChartPanes::documentShown, this, &ReviewPage::ready);
    connect(m_panes, &ChartPanes::documentFailed, this,
            [this](const Error& error) { emit statusText(sentenceFor(error)); });
    connect(&m_session, &CodingSession::opened, this, &ReviewPage::showOpened);
    connect(&m_session, &CodingSession::openFailed, this, [this](const Error& error) {
        showNothing(sentenceFor(error));
        m_context.prompter.showError(this, error);
        emit ready();
    });
    bindCommands();
    showNothing({});
}

QWidget* ReviewPage::buildQueue()
{
    auto* box = new QWidget(m_panes);
    m_queueHeader = new PaneHeader(m_context.theme, tr("Waiting for review"), box);
    m_queueHeader->addHint(tr("Enter"), tr("open"));
    m_model = new QueueModel(this);
    m_queue = new ListTable(m_context.theme, tr("Waiting for review"), 26, box);
    m_queue->setObjectName(QStringLiteral("reviewQueue"));
    m_queue->setModel(m_model);
    m_queue->setColumnWidths({78, 140, 102, 78, 84}, QueueModel::patient);
    m_empty = new EmptyState(m_context.theme, m_queue);
    connect(m_queue, &ListTable::rowActivated, this, [this](int row) { openEncounter(m_model->encounterIdAt(row)); });
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, m_context.theme.scaled(8));
    column->setSpacing(0);
    column->addWidget(m_queueHeader);
    column->addWidget(m_queue);
    return box;
}

void ReviewPage::bindCommands()
{
    bindCommand("review.approve", this, [this] { approve(); });
    bindCommand("review.return", this, [this] { sendBack(); });
    bindCommand("review.next", this, [this] { openNext(); });
    bindCommand("review.nextPane", this, [this] { m_panes->focusPane(1); });
    bindCommand("review.previousPane", this, [this] { m_panes->focusPane(-1); });
    bindCommand("review.nextEdit", this, [this] { m_panes->edits().walk(1); });
    bindCommand("review.previousEdit", this, [this] { m_panes->edits().walk(-1); });
    bindViewerCommands(this, m_panes->viewer());
}

void ReviewPage::activate()
{
    m_wanted.clear();
    m_empty->showLoading(tr("Loading the queue"));
    loadQueue(!m_session.isOpen());
}

void ReviewPage::openEncounter(const QString& encounterId)
{
    if (encounterId.isEmpty()) return;
    m_wanted = encounterId;
    m_panes->showNothing({});
    m_session.open(encounterId);
}

void ReviewPage::loadQueue(bool openFirst)
{
    m_context.work.run<std::vector<EncounterSummary>>(
        this, [](app::Workspace& workspace) { return app::ReviewDesk(workspace).queue(); },
        [this, openFirst](Result<std::vector<EncounterSummary>> rows) {
            if (!rows) {
                m_empty->showFailed(rows.error());
                emit ready();
                return;
            }
            showQueue(std::move(*rows), openFirst);
        });
}

void ReviewPage::showQueue(std::vector<EncounterSummary> rows, bool openFirst)
{
    m_model->setRows(std::move(rows));
    const int count = m_model->rowCount();
    m_queueHeader->setDetail(QString::number(count));
    m_queue->setFixedHeight(m_context.theme.scaled(26) + std::clamp(count, 2, 6) * m_context.theme.scaled(26) + 2);
    if (count == 0) {
        m_empty->showEmpty(tr("Nothing waits for review."), keyHint("go.worklist"), tr("worklist"));
        if (openFirst && m_wanted.isEmpty()) {
            showNothing(tr("Nothing waits for review."));
            emit ready();
        }
        return;
    }
    m_empty->showNothing();
    m_queue->selectRow(std::max(0, m_model->rowOf(m_wanted)));
    if (!openFirst || !m_wanted.isEmpty()) {
        emit ready();
        return;
    }
    openEncounter(m_model->encounterIdAt(0));
}

void ReviewPage::showOpened()
{
    m_isDeciding = false;
    const auto& chart = m_session.chart();
    m_banner->showChart(chart, m_session.encounter(), m_session.workflow());
    m_panes->showChart(chart);
    m_queue->selectRow(std::max(0, m_model->rowOf(qs(m_session.encounter().encounterId))));
    m_approve->setEnabled(mayDecide());
    m_return->setEnabled(mayDecide());
    if (isVisible()) m_panes->codes().focusDiagnoses();
    emit statusText(mayDecide() ? tr("Enter on a row shows its proof")
                                : tr("This chart is %1 and cannot be reviewed now")
                                      .arg(qs(displayName(m_session.workflow().status)).toLower()));
    if (chart.documents.empty()) emit ready();
}

void ReviewPage::showNothing(const QString& sentence)
{
    m_session.close();
    m_banner->showNothing();
    m_panes->showNothing(sentence);
    m_approve->setEnabled(false);
    m_return->setEnabled(false);
}

bool ReviewPage::mayDecide() const
{
    const auto status = m_session.workflow().status;
    return m_session.isOpen() && (status == EncounterStatus::coded || status == EncounterStatus::inReview);
}

void ReviewPage::openNext()
{
    const int row = m_session.isOpen() ? m_model->rowOf(qs(m_session.encounter().encounterId)) : -1;
    const int next = row + 1 < m_model->rowCount() ? row + 1 : 0;
    openEncounter(m_model->encounterIdAt(next));
}

void ReviewPage::approve()
{
    if (!mayDecide() || m_isDeciding) return;
    m_isDeciding = true;
    const std::string id = m_session.encounter().encounterId;
    m_context.work.run<WorkflowState>(
        this, [id](app::Workspace& workspace) { return app::ReviewDesk(workspace).approve(id); },
        [this, id](Result<WorkflowState> state) { finish(state, tr("%1 approved").arg(qs(id))); });
}

void ReviewPage::sendBack()
{
    if (!mayDecide() || m_isDeciding) return;
    const std::string id = m_session.encounter().encounterId;
    m_context.prompter.askText(
        this, tr("Return %1 to the coder").arg(qs(id)), tr("What is to be changed?"), {},
        [this, id](std::optional<QString> reason) {
            if (!reason) return;
            m_isDeciding = true;
            m_context.work.run<WorkflowState>(
                this,
                [id, text = utf8(*reason)](app::Workspace& workspace) {
                    return app::ReviewDesk(workspace).sendBack(id, text);
                },
                [this, id](Result<WorkflowState> state) { finish(state, tr("%1 returned to the coder").arg(qs(id))); });
        });
}

void ReviewPage::finish(const Result<WorkflowState>& state, const QString& done)
{
    m_isDeciding = false;
    if (!state) {
        m_context.prompter.showError(this, state.error());
        return;
    }
    emit countsChanged();
    m_session.close();
    m_wanted.clear();
    loadQueue(true);
    emit statusText(done);
}

}  // namespace cw::ui
