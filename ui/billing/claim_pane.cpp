#include "ui/billing/claim_pane.h"

#include "ui/billing/billing_view.h"
#include "ui/billing/file_pane.h"
#include "ui/billing/segment_view.h"
#include "ui/billing/timeline_model.h"
#include "ui/codes/link_browser.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QSplitter>
#include <QStackedWidget>

namespace cw::ui {

ClaimPane::ClaimPane(Theme& theme, Background& lookup, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_lookup(lookup),
      m_stack(new QStackedWidget(this)),
      m_header(nullptr),
      m_text(nullptr),
      m_model(new TimelineModel(this)),
      m_timeline(nullptr),
      m_file(new FilePane(theme, QStringLiteral("File"), this)),
      m_state(nullptr),
      m_ask(lookup, this)
{
    auto* page = new QWidget(m_stack);
    m_header = new PaneHeader(theme, QStringLiteral("Claim"), page);
    auto* split = new QSplitter(Qt::Vertical, page);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    m_text = new LinkBrowser(theme, QStringLiteral("About the claim"), split);
    m_text->setObjectName(QStringLiteral("billing.claim"));
    m_text->document()->setDocumentMargin(theme.scaled(10));
    auto* below = new QWidget(split);
    auto* header = new PaneHeader(theme, QStringLiteral("Timeline"), below);
    header->setTopLine(true);
    header->addHint(keyHint("billing.open"), QStringLiteral("show the file"));
    m_timeline = new ListTable(theme, QStringLiteral("Timeline of the claim"), 42, below);
    m_timeline->setObjectName(QStringLiteral("billing.timeline"));
    m_timeline->setModel(m_model);
    m_timeline->setColumnWidths({138, 0, 62, 120}, TimelineModel::what);
    stack(below, {header, m_timeline});
    split->addWidget(m_text);
    split->addWidget(below);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    stack(page, {m_header, split});
    m_file->header().addHint(keyHint("billing.back"), QStringLiteral("back"));
    m_stack->addWidget(page);
    m_stack->addWidget(m_file);
    stack(this, {m_stack});
    m_state = new EmptyState(theme, split);
    connect(m_timeline, &ListTable::rowActivated, this, &ClaimPane::showFile);
    connect(m_text, &LinkBrowser::linkFollowed, this,
            [this](const QString& target) { emit fieldWanted(target.section(QLatin1Char(':'), 1)); });
    connect(&theme, &Theme::changed, this, &ClaimPane::showSheet);
    bindCommand("billing.back", m_file, [this] { closeFile(); });
}

void ClaimPane::showClaim(const ClaimRecord& claim)
{
    if (m_wanted == claim.id && m_wantedVersion == claim.rowVersion) return;
    m_wantedVersion = claim.rowVersion;
    m_header->setTitle(qs(claim.claimNumber));
    m_header->setDetail(QStringLiteral("batch %1").arg(claim.batchNumber));
    load(claim.id);
}

void ClaimPane::reload()
{
    if (m_wanted.isValid()) load(m_wanted);
}

void ClaimPane::load(ClaimId claim)
{
    if (m_wanted != claim && m_stack->currentIndex() != 0) m_stack->setCurrentIndex(0);
    m_wanted = claim;
    m_sheet.reset();
    m_state->showLoading(QStringLiteral("Loading the claim"));
    m_ask.ask([claim](app::Workspace& workspace) { return loadClaimSheet(workspace, claim); },
              [this](Result<ClaimSheet> sheet) {
                  if (!sheet)
                      return m_state->showFailed(sheet.error(), keyHint("go.reload"), QStringLiteral("try again"));
                  m_sheet = std::move(*sheet);
                  m_model->setEntries(m_sheet->file.timeline);
                  m_timeline->selectRow(m_model->rowCount() - 1);
                  m_state->showNothing();
                  showSheet();
                  emit shown();
              });
}

void ClaimPane::showSheet()
{
    if (m_sheet) m_text->showHtml(claimSheetHtml(*m_sheet, m_theme.tokens(), m_theme.scale()));
}

void ClaimPane::showNothing(const QString& sentence)
{
    m_ask.forget();
    m_wanted = {};
    m_sheet.reset();
    m_stack->setCurrentIndex(0);
    m_header->setTitle(QStringLiteral("Claim"));
    m_header->setDetail({});
    m_text->showHtml({});
    m_model->setEntries({});
    m_state->showEmpty(sentence);
}

void ClaimPane::showFile(int row)
{
    const auto* entry = m_model->at(row);
    if (!entry || !m_sheet || (!entry->batch.isValid() && !entry->answer.isValid())) return;
    m_lookup.run<FileText>(
        this,
        [one = *entry, segments = m_sheet->file.segments](app::Workspace& workspace) {
            return loadTimelineFile(workspace, one, segments);
        },
        [this, one = *entry](const Result<FileText>& file) {
            if (!file)
                m_file->showFailed(file.error());
            else
                m_file->showFile(qs(one.fileName),
                                 one.batch.isValid() ? QStringLiteral("as sent") : QStringLiteral("as received"),
                                 *file);
            m_stack->setCurrentWidget(m_file);
            m_file->view().setFocus();
        });
}

void ClaimPane::closeFile()
{
    m_stack->setCurrentIndex(0);
    m_timeline->setFocus();
}

}  // namespace cw::ui
