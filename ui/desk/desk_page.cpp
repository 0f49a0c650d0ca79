#include "ui/desk/desk_page.h"

#include "ui/commands/command_table.h"
#include "ui/desk/banner.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/edits_pane.h"
#include "ui/desk/field_place.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/search/search_palette.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace cw::ui {

DeskPage::DeskPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent),
      m_session(m_context.work, m_context.lookup),
      m_watch(m_context.lookup, this),
      m_banner(new EncounterBanner(m_context.theme, this)),
      m_holder(new Chip(m_context.theme, Tone::warning, {}, this)),
      m_lateChip(new Chip(m_context.theme, Tone::warning, {}, this)),
      m_hold(new QPushButton(tr("Hold"), this)),
      m_submit(new QPushButton(tr("Submit, next"), this)),
      m_panes(new ChartPanes(m_context.theme, m_context.work, m_context.lookup, this)),
      m_palette(new SearchPalette(m_context.theme, m_context.lookup, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setProperty("area", QStringLiteral("window"));
    setAttribute(Qt::WA_StyledBackground);
    m_submit->setProperty("primary", true);
    m_submit->setObjectName(QStringLiteral("submit"));
    m_submit->setToolTip(keyHint("desk.submit"));
    m_hold->setObjectName(QStringLiteral("hold"));
    m_hold->setToolTip(keyHint("desk.hold"));
    m_session.setHolder(m_watch.session());
    m_banner->addButton(m_holder);
    m_banner->addButton(m_lateChip);
    m_banner->addButton(m_hold);
    m_banner->addButton(m_submit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_panes, 1);

    m_panes->edits().setNextStep("desk.submit", tr("submit, next chart"));
    auto& codes = m_panes->codes();
    codes.setApply([this](const QString& label, const Change& change) {
        const Status status = m_session.apply(label, change);
        if (status) say(label);
        return status;
    });
    connect(&codes, &CodesPane::replaceWanted, this, [this] { openSearch(SearchPurpose::replace); });
    connect(&codes, &CodesPane::recentWanted, this, [this] { openSearch(SearchPurpose::add, true); });
    connect(&codes, &CodesPane::attachWanted, this, &DeskPage::attachSelection);
    connect(&codes, &CodesPane::ndcWanted, this, &DeskPage::askNdc);
    connect(&codes, &CodesPane::refused, this, &DeskPage::sayError);
    connect(m_panes, &ChartPanes::statusText, this, &DeskPage::say);
    connect(m_panes, &ChartPanes::documentFailed, this, &DeskPage::sayError);
    connect(m_panes, &ChartPanes::documentShown, this, &DeskPage::ready);
    connect(m_palette, &SearchPalette::codeChosen, this, &DeskPage::takeCode);
    connect(m_palette, &SearchPalette::setChosen, this, &DeskPage::takeSet);
    connect(m_submit, &QPushButton::clicked, this, &DeskPage::submit);
    connect(m_hold, &QPushButton::clicked, this, &DeskPage::holdOrResume);
    connectSession();
    connectDocuments();
    connectEdits();
    bindCommands();
    bindViewerCommands();
    bindDocumentCommands();
    showWorkflow();
}

DeskPage::~DeskPage()
{
    // A cell editor that loses the focus now has nobody left to tell.
    m_panes->codes().setApply({});
}

void DeskPage::connectSession()
{
    connect(&m_session, &CodingSession::opened, this, &DeskPage::showOpened);
    connect(&m_session, &CodingSession::openFailed, this, [this](const Error& error) {
        m_banner->showNothing();
        m_panes->showNothing(sentenceFor(error));
        showWorkflow();
        m_context.prompter.showError(this, error);
        emit ready();
    });
    connect(&m_session, &CodingSession::changed, this, &DeskPage::showChanged);
    connect(&m_session, &CodingSession::checked, this, [this] {
        m_panes->showCodes(m_session.encounter(), m_session.titles());
        m_panes->showReport(m_session.report());
    });
    connect(&m_session, &CodingSession::workflowChanged, this, [this] {
        showWorkflow();
        emit countsChanged();
    });
    connect(&m_session, &CodingSession::saved, this, &DeskPage::saved);
    connect(&m_session, &CodingSession::saveFailed, this, &DeskPage::failSave);
}

void DeskPage::activate()
{
    if (!m_session.isOpen()) {
        m_banner->showNothing();
        m_panes->showNothing(tr("No chart is open. %1 opens the next one, %2 shows the worklist.")
                                 .arg(keyHint("desk.next"), keyHint("go.worklist")));
        setFocus();
        emit ready();
        return;
    }
    m_panes->viewer().focusDocument();
    emit ready();
}

void DeskPage::openEncounter(const QString& encounterId)
{
    m_palette->closePalette();
    m_watch.stop();
    showLate(0);
    showHolder(std::nullopt);
    m_panes->showNothing({});
    m_field.clear();
    m_session.open(encounterId);
}

void DeskPage::openField(const QString& encounterId, const QString& pointer)
{
    openEncounter(encounterId);
    m_field = utf8(pointer);
}

void DeskPage::release(std::function<void()> then)
{
    m_palette->closePalette();
    m_session.settle([this, then = std::move(then)](const Status& status) {
        if (status) {
            then();
            return;
        }
        const QString lost = m_session.unsavedLabels().join(QStringLiteral("\n\u2013 "));
        m_context.prompter.confirm(this, tr("Not everything is saved"),
                                   tr("These changes could not be saved:\n\u2013 %1\nLeave without them?").arg(lost),
                                   tr("Leave"), [this, then](bool leave) {
                                       if (!leave) return;
                                       m_watch.stop();
                                       m_session.close();
                                       then();
                                   });
    });
}

void DeskPage::showOpened()
{
    m_isSubmitting = false;
    const auto& chart = m_session.chart();
    m_banner->showChart(chart, m_session.encounter(), m_session.workflow());
    m_panes->showChart(chart);
    m_late = chart.lateDocuments;
    showLate(static_cast<int>(m_late.size()));
    showHolder(chart.heldBy);
    m_panes->edits().setReadOnly(!chart.canCode);
    m_watch.watch(chart.stored.encounter.row, chart.revision, chart.canCode);
    showWorkflow();
    if (isVisible()) m_panes->viewer().focusDocument();
    if (!m_field.empty()) m_panes->goTo(placeOf(m_session.encounter(), std::exchange(m_field, {})));
    say(chart.canCode
            ? tr("Select words and press %1: the code is attached with them as proof").arg(keyHint("desk.search"))
            : qs(chart.whyNot));
    emit countsChanged();
    if (chart.documents.empty()) emit ready();
}

void DeskPage::showChanged()
{
    m_panes->showCodes(m_session.encounter(), m_session.titles());
}

void DeskPage::showWorkflow()
{
    const bool isOpen = m_session.isOpen();
    const bool isHeld = isOpen && m_session.workflow().status == EncounterStatus::pending;
    if (isOpen) m_banner->showWorkflow(m_session.workflow());
    m_hold->setText(isHeld ? tr("Resume") : tr("Hold"));
    m_hold->setEnabled(isOpen && (isHeld || m_session.canCode()));
    m_submit->setEnabled(isOpen && m_session.canCode());
    m_panes->codes().setEditable(isOpen && m_session.canCode());
}

void DeskPage::failSave(const Error& error)
{
    showWorkflow();
    if (error.kind != ErrorKind::conflict) {
        say(tr("Not saved: %1. %2 tries again.").arg(qs(error.detail), keyHint("desk.save")));
        m_context.prompter.showError(this, error);
        return;
    }
    const QString lost = m_session.unsavedLabels().join(QStringLiteral("\n\u2013 "));
    say(tr("Not saved: somebody else changed this chart"));
    m_context.prompter.confirm(
        this, tr("Somebody else changed this chart"),
        tr("%1 (%2)\nNot saved:\n\u2013 %3\nOpen the chart again to see it as it is now; what is listed is to be done again.")
            .arg(qs(error.detail), qs(error.id), lost),
        tr("Open again"), [this](bool reload) {
            if (reload && m_session.isOpen()) openEncounter(qs(m_session.encounter().encounterId));
        });
}

void DeskPage::sayError(const Error& error)
{
    say(sentenceFor(error));
}

}  // namespace cw::ui
