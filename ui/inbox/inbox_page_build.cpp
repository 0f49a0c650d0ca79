#include "ui/commands/command_table.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer_commands.h"
#include "ui/inbox/inbox_models.h"
#include "ui/inbox/inbox_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/primary_button.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

namespace cw::ui {

InboxPage::InboxPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent),
      m_tabs(new QTabBar(this)),
      m_folder(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_open(m_context.work, this),
      m_search(m_context.lookup, this)
{
    setAcceptDrops(true);
    setProperty("area", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    const auto& theme = m_context.theme;
    auto* title = new QLabel(tr("Inbox"), this);
    title->setProperty("role", QStringLiteral("heading"));
    m_tabs->setObjectName(QStringLiteral("inbox.tabs"));
    m_tabs->setAccessibleName(tr("Lists of the inbox"));
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Waiting"));
    m_tabs->addTab(tr("Merged patients"));
    m_folder->setProperty("role", QStringLiteral("muted"));
    m_folder->setTextFormat(Qt::PlainText);
    m_folder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_folder->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(theme.scaled(14), theme.scaled(8), theme.scaled(14), theme.scaled(8));
    bar->setSpacing(theme.scaled(12));
    bar->addWidget(title);
    bar->addWidget(m_tabs);
    bar->addWidget(m_folder, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(makeWaiting());
    m_stack->addWidget(makeMerges());
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    bind();
    bindViewerCommands(m_viewer, *m_viewer);
}

QWidget* InboxPage::makeWaiting()
{
    auto& theme = m_context.theme;
    auto* across = new QSplitter(Qt::Vertical, this);
    across->setChildrenCollapsible(false);
    across->setHandleWidth(1);
    m_waiting = new ListTable(theme, tr("Waiting for a patient"), 31, across);
    m_waiting->setObjectName(QStringLiteral("inbox.waiting"));
    m_model = new WaitingModel(this);
    m_waiting->setModel(m_model);
    m_waiting->setColumnWidths({136, 160, 310, 0, 150}, WaitingModel::reason);
    m_waitingEmpty = new EmptyState(theme, m_waiting);
    auto* below = new QSplitter(Qt::Horizontal, across);
    below->setChildrenCollapsible(false);
    below->setHandleWidth(1);
    m_viewer = new DocumentPane(theme, below);
    below->addWidget(m_viewer);
    below->addWidget(makeChoice(below));
    below->setStretchFactor(0, 1);
    below->setStretchFactor(1, 0);
    below->setSizes({700, theme.scaled(460)});
    across->addWidget(m_waiting);
    across->addWidget(below);
    across->setStretchFactor(0, 0);
    across->setStretchFactor(1, 1);
    across->setSizes({theme.scaled(220), theme.scaled(520)});
    connect(m_waiting, &ListTable::currentRowChanged, this, &InboxPage::openItem);
    connect(m_waiting, &ListTable::rowActivated, this, [this] { m_viewer->focusDocument(); });
    return across;
}

QWidget* InboxPage::makeChoice(QWidget* parent)
{
    auto& theme = m_context.theme;
    auto* pane = new QWidget(parent);
    pane->setProperty("area", QStringLiteral("surface"));
    pane->setAttribute(Qt::WA_StyledBackground);
    pane->setMinimumWidth(theme.scaled(360));
    m_choiceHeader = new PaneHeader(theme, tr("Belongs to"), pane);
    m_choiceHeader->addHint(keyHint("inbox.patients"), tr("find"));
    m_named = new QLabel(pane);
    m_named->setTextFormat(Qt::PlainText);
    m_named->setWordWrap(true);
    m_named->setProperty("role", QStringLiteral("muted"));
    m_named->setMargin(theme.scaled(8));
    m_find = new QLineEdit(pane);
    m_find->setObjectName(QStringLiteral("inbox.find"));
    m_find->setAccessibleName(tr("Find a patient by name, number or birth date"));
    m_find->setPlaceholderText(tr("Name, number or birth date"));
    m_choices = new ListTable(theme, tr("Patients and encounters"), 26, pane);
    m_choices->setObjectName(QStringLiteral("inbox.choices"));
    m_choiceModel = new ChoiceModel(this);
    m_choices->setModel(m_choiceModel);
    m_choices->horizontalHeader()->hide();
    m_choices->setColumnWidths({170, 0}, ChoiceModel::facts);
    m_choiceEmpty = new EmptyState(theme, m_choices);
    m_remember = new QCheckBox(tr("Remember this number for the patient  (%1)").arg(keyHint("inbox.remember")), pane);
    m_attach = new PrimaryButton(theme, tr("Attach"), keyHint("inbox.attach"), pane);
    m_attach->setEnabled(false);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme.scaled(10), theme.scaled(8), theme.scaled(10), theme.scaled(8));
    foot->addWidget(m_remember, 1);
    foot->addWidget(m_attach);
    auto* field = new QHBoxLayout;
    field->setContentsMargins(theme.scaled(8), 0, theme.scaled(8), theme.scaled(8));
    field->addWidget(m_find);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_choiceHeader);
    column->addWidget(m_named);
    column->addLayout(field);
    column->addWidget(m_choices, 1);
    column->addLayout(foot);
    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(120);
    connect(typing, &QTimer::timeout, this, &InboxPage::findPatients);
    connect(m_find, &QLineEdit::textChanged, typing, [typing] { typing->start(); });
    connect(m_find, &QLineEdit::returnPressed, m_choices, [this] { m_choices->setFocus(); });
    connect(m_choices, &ListTable::rowActivated, this, &InboxPage::attach);
    connect(m_attach, &QPushButton::clicked, this, &InboxPage::attach);
    return pane;
}

QWidget* InboxPage::makeMerges()
{
    m_merges = new ListTable(m_context.theme, tr("Merged patients"), 31, this);
    m_merges->setObjectName(QStringLiteral("inbox.merges"));
    m_mergeModel = new MergeModel(this);
    m_merges->setModel(m_mergeModel);
    m_merges->setColumnWidths({130, 240, 240, 0, 90, 80}, MergeModel::moved);
    m_mergesEmpty = new EmptyState(m_context.theme, m_merges);
    return m_merges;
}

}  // namespace cw::ui
