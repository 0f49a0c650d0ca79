#include "ui/billing/waiting_view.h"

#include "ui/billing/file_pane.h"
#include "ui/billing/segment_view.h"
#include "ui/billing/waiting_models.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

WaitingView::WaitingView(PageContext& context, QWidget* parent)
    : BillingView(context, parent),
      m_model(new WaitingAnswerModel(this)),
      m_candidateModel(new CandidateModel(this)),
      m_raw(new FilePane(context.theme, QStringLiteral("As received"), this)),
      m_ask(context.lookup, this),
      m_askDetails(context.lookup, this)
{
    split(makeLists(), m_raw);
    connect(m_answers, &ListTable::currentRowChanged, this, &WaitingView::openCurrent);
    connect(m_answers, &ListTable::rowActivated, m_candidates, [this] { m_candidates->setFocus(); });
    connect(m_candidates, &ListTable::rowActivated, this, &WaitingView::match);
    bindCommand("billing.aside", m_answers, [this] { setAside(); });
}

QWidget* WaitingView::makeLists()
{
    auto& theme = m_context.theme;
    auto* lists = new QWidget(this);
    auto* header = new PaneHeader(theme, QStringLiteral("Waiting"), lists);
    header->setDetail(QStringLiteral("answers that fit no claim by number"));
    header->addHint(keyHint("billing.open"), QStringLiteral("choose a claim"));
    header->addHint(keyHint("billing.aside"), QStringLiteral("set aside"));
    m_answers = new ListTable(theme, QStringLiteral("Answers that wait"), 31, lists);
    m_answers->setObjectName(QStringLiteral("billing.waiting"));
    m_answers->setModel(m_model);
    m_answers->setColumnWidths({64, 104, 130, 98, 74, 74, 0}, WaitingAnswerModel::reason);
    m_candidateHeader = new PaneHeader(theme, QStringLiteral("May belong to"), lists);
    m_candidateHeader->setTopLine(true);
    m_candidateHeader->addHint(keyHint("billing.open"), QStringLiteral("it is this one"));
    m_candidates = new ListTable(theme, QStringLiteral("Claims it may belong to"), 26, lists);
    m_candidates->setObjectName(QStringLiteral("billing.candidates"));
    m_candidates->setModel(m_candidateModel);
    m_candidates->setColumnWidths({96, 146, 98, 80, 92, 0}, CandidateModel::why);
    stack(lists, {header, m_answers, m_candidateHeader, m_candidates});
    m_state = new EmptyState(theme, m_answers);
    m_candidateState = new EmptyState(theme, m_candidates);
    return lists;
}

void WaitingView::load()
{
    m_ask.ask([](app::Workspace& workspace) { return app::AnswerDesk(workspace).waiting(); },
              [this](const Result<std::vector<WaitingAnswer>>& answers) { showAnswers(answers); });
}

void WaitingView::focusFirst()
{
    m_answers->setFocus();
}

std::vector<QWidget*> WaitingView::panes() const
{
    return {m_answers, m_candidates, &m_raw->view()};
}

void WaitingView::showAnswers(const Result<std::vector<WaitingAnswer>>& answers)
{
    if (!answers) {
        m_state->showFailed(answers.error(), keyHint("go.reload"), QStringLiteral("try again"));
        emit loaded();
        return;
    }
    const int row = std::max(0, m_answers->currentRow());
    m_opened = {};
    m_model->setAnswers(*answers);
    emit counted(m_model->rowCount());
    if (answers->empty()) {
        m_state->showEmpty(QStringLiteral("Nothing waits: every answer has found its claim."),
                           keyHint("billing.import"), QStringLiteral("import answers"));
        m_candidateModel->setCandidates({});
        m_candidateState->showNothing();
        m_raw->showNothing(QStringLiteral("The answer as it came stands here."));
    } else {
        m_state->showNothing();
        m_answers->selectRow(row);
        openCurrent();
    }
    emit loaded();
}

void WaitingView::openCurrent()
{
    const auto* answer = m_model->at(m_answers->currentRow());
    if (!answer || m_opened == answer->id) return;
    m_opened = answer->id;
    // Until its claims are here nothing can be matched: a key that comes early must not meet those of another.
    m_candidateModel->setCandidates({});
    m_askDetails.ask(
        [id = answer->id](app::Workspace& workspace) -> Result<Details> {
            CW_TRY(auto found, app::AnswerDesk(workspace).waitingDetails(id));
            return Details{fileText(found.first), std::move(found.second)};
        },
        [this](const Result<Details>& details) { showDetails(details); });
}

void WaitingView::showDetails(const Result<Details>& details)
{
    if (!details) return m_raw->showFailed(details.error());
    const auto* answer = m_model->at(m_answers->currentRow());
    if (!answer) return;
    m_raw->showFile(QStringLiteral("As received"),
                    QStringLiteral("%1, segments %2 to %3")
                        .arg(qs(answer->kind).toUpper())
                        .arg(answer->firstSegment)
                        .arg(answer->lastSegment),
                    details->raw, {qs(answer->reason)});
    m_candidateModel->setCandidates(details->candidates);
    m_candidateHeader->setDetail(QString::number(details->candidates.size()));
    m_candidates->selectRow(0);
    if (details->candidates.empty())
        m_candidateState->showEmpty(QStringLiteral("No claim of ours comes near."), keyHint("billing.aside"),
                                    QStringLiteral("set the answer aside"));
    else
        m_candidateState->showNothing();
}

void WaitingView::match()
{
    const auto* answer = m_model->at(m_answers->currentRow());
    const auto* candidate = m_candidateModel->at(m_candidates->currentRow());
    if (!answer || !candidate || m_opened != answer->id) return;
    const QString number = qs(candidate->claim.claimNumber);
    m_context.prompter.confirm(this, QStringLiteral("Does it belong to %1?").arg(number),
                               QStringLiteral("%1: %2.\nThe answer is then applied as if it had named this claim.")
                                   .arg(number, qs(candidate->why)),
                               QStringLiteral("It does"),
                               [this, id = answer->id, claim = candidate->claim.id, number](bool yes) {
                                   if (!yes) return;
                                   apply(QStringLiteral("Applied to %1").arg(number),
                                         [id, claim](app::AnswerDesk& desk) { return desk.match(id, claim); });
                               });
}

void WaitingView::setAside()
{
    const auto* answer = m_model->at(m_answers->currentRow());
    if (!answer) return;
    m_context.prompter.askText(
        this, QStringLiteral("Set this answer aside"),
        QStringLiteral("Why does it belong to no claim here? It is kept with the reason."), {},
        [this, id = answer->id](const std::optional<QString>& reason) {
            if (!reason) return;
            apply(QStringLiteral("Set aside"),
                  [id, text = utf8(reason->trimmed())](app::AnswerDesk& desk) { return desk.setAside(id, text); });
        });
}

void WaitingView::apply(const QString& what, std::function<Status(app::AnswerDesk&)> step)
{
    m_context.work.run<bool>(
        this,
        [step = std::move(step)](app::Workspace& workspace) -> Result<bool> {
            app::AnswerDesk desk(workspace);
            CW_CHECK(step(desk));
            return true;
        },
        [this, what](const Result<bool>& done) {
            if (!done) return m_context.prompter.showError(this, done.error());
            emit statusText(what);
            m_answers->setFocus();
            emit changed();
        });
}

}  // namespace cw::ui
