#include "ui/codes/codes_page.h"

#include "ui/async/background.h"
#include "ui/codes/cells_view.h"
#include "ui/codes/code_details_pane.h"
#include "ui/codes/compare_view.h"
#include "ui/codes/index_view.h"
#include "ui/codes/link_browser.h"
#include "ui/codes/pcs_view.h"
#include "ui/codes/search_view.h"
#include "ui/codes/sets_view.h"
#include "ui/codes/tabular_view.h"
#include "ui/commands/command_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keep_width.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/text.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

namespace cw::ui {

namespace {

/// Tells one state of the library from another.
Result<std::string> libraryKey(app::Workspace& workspace)
{
    CW_TRY(const auto releases, workspace.library().releases());
    CW_TRY(const auto lists, workspace.tables().lists());
    std::string key;
    for (const auto& release : releases) key += std::to_string(release.id.value) + ' ';
    for (const auto& list : lists) key += 'L' + std::to_string(list.id.value);
    return key;
}

}  // namespace

CodesPage::CodesPage(PageContext context, QWidget* parent)
    : Page(context, parent),
      m_codes{context, {}},
      m_tabs(new QTabBar(this)),
      m_date(new QLineEdit(this)),
      m_stack(new QStackedWidget(this)),
      m_details(nullptr)
{
    m_codes.on = [this] { return m_day; };
    auto* line = new QWidget(this);
    line->setFixedHeight(1);
    line->setProperty("area", QStringLiteral("line"));
    line->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(line);
    column->addWidget(makeBody(), 1);
    if (const auto today = Date::parse(utf8(m_date->text()))) m_day = *today;
    addViews();
    m_typing.setSingleShot(true);
    m_typing.setInterval(250);
    connect(&m_typing, &QTimer::timeout, this, &CodesPage::changeDate);
    connect(m_date, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_tabs, &QTabBar::currentChanged, this, &CodesPage::openView);
    connect(m_details, &CodeDetailsPane::termWanted, this, &CodesPage::openTerm);
    bind();
    bindDetails();
}

QWidget* CodesPage::makeBar()
{
    auto& theme = m_context.theme;
    auto* bar = new QWidget(this);
    bar->setProperty("area", QStringLiteral("surface"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.scaled(14), 0, theme.scaled(14), 0);
    row->setSpacing(theme.scaled(8));
    m_tabs->setObjectName(QStringLiteral("codes.tabs"));
    m_tabs->setAccessibleName(QStringLiteral("Views of the code library"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);  // With large text not all of them fit.
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    for (const auto* name : {"Search", "Tabular", "Index", "External causes", "Neoplasms", "Drugs", "PCS", "PCS index",
                             "Compare", "Sets"}) {
        const int tab = m_tabs->addTab(QString::fromLatin1(name));
        m_tabs->setTabToolTip(tab, QStringLiteral("Alt %1").arg((tab + 1) % 10));
    }
    auto* label = new QLabel(QStringLiteral("Valid on"), bar);
    label->setProperty("role", QStringLiteral("muted"));
    label->setBuddy(m_date);
    m_date->setObjectName(QStringLiteral("codes.date"));
    m_date->setAccessibleName(QStringLiteral("Valid on, year-month-day"));
    m_date->setText(QDate::currentDate().toString(Qt::ISODate));
    keepWidth(theme, *m_date, 100, 100);
    row->addWidget(m_tabs);
    row->addWidget(new KeyHint(theme, QStringLiteral("Alt 1\u20130"), {}, bar));
    row->addWidget(label);
    row->addWidget(m_date);
    return bar;
}

QWidget* CodesPage::makeBody()
{
    auto& theme = m_context.theme;
    m_details = new CodeDetailsPane(m_codes, this);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(m_stack);
    split->addWidget(m_details);
    split->setStretchFactor(0, 7);
    split->setStretchFactor(1, 3);
    split->setSizes({theme.scaled(880), theme.scaled(410)});
    m_details->setMinimumWidth(theme.scaled(300));
    return split;
}

void CodesPage::addViews()
{
    m_search = new SearchView(m_codes, this);
    m_tabular = new TabularView(m_codes, this);
    m_pcs = new PcsView(m_codes, this);
    m_sets = new SetsView(m_codes, this);
    m_views = {m_search,
               m_tabular,
               new IndexView(m_codes, ListKind::index, this),
               new IndexView(m_codes, ListKind::externalIndex, this),
               new CellsView(m_codes, ListKind::neoplasm, this),
               new CellsView(m_codes, ListKind::drugs, this),
               m_pcs,
               new IndexView(m_codes, ListKind::pcsIndex, this),
               new CompareView(m_codes, this),
               m_sets};
    for (auto* view : m_views) {
        m_stack->addWidget(view);
        connectView(*view);
    }
    connect(m_sets, &SetsView::changed, m_details, &CodeDetailsPane::refresh);
}

void CodesPage::connectView(CodesView& view)
{
    connect(&view, &CodesView::targetShown, m_details, &CodeDetailsPane::show);
    connect(&view, &CodesView::targetOpened, this, &CodesPage::openDetails);
    connect(&view, &CodesView::nothingShown, m_details, &CodeDetailsPane::showNothing);
    connect(&view, &CodesView::termWanted, this, &CodesPage::openTerm);
    connect(&view, &CodesView::statusText, this, &CodesPage::statusText);
    connect(&view, &CodesView::ready, this, &CodesPage::ready);
}

CodesView& CodesPage::current() const
{
    return *m_views.at(static_cast<std::size_t>(m_stack->currentIndex()));
}

CodesPage::View CodesPage::view() const
{
    return static_cast<View>(m_stack->currentIndex());
}

void CodesPage::activate()
{
    reloadWhenLibraryChanged();
    current().activate();
}

void CodesPage::reloadWhenLibraryChanged()
{
    m_context.lookup.run<std::string>(this, libraryKey, [this](Result<std::string> key) {
        if (!key || *key == m_libraryKey) return;
        m_libraryKey = *key;
        if (std::exchange(m_isFirst, false)) return;
        m_isStale.fill(true);
        reloadIfStale();
        m_details->refresh();
    });
}

void CodesPage::reloadIfStale()
{
    if (std::exchange(m_isStale.at(static_cast<std::size_t>(view())), false)) current().reload();
}

void CodesPage::showView(View view)
{
    if (m_tabs->currentIndex() == view)
        current().activate();
    else
        m_tabs->setCurrentIndex(view);
}

void CodesPage::openView()
{
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    emit statusText({});
    current().activate();
    reloadIfStale();
}

void CodesPage::openTerm(ListKind kind, qint64 term)
{
    const auto open = [this, term](View view) {
        if (auto* book = qobject_cast<IndexView*>(m_views.at(view))) book->openTerm(term);
        if (auto* table = qobject_cast<CellsView*>(m_views.at(view))) table->openTerm(term);
        showView(view);
    };
    switch (kind) {
    case ListKind::index: return open(index);
    case ListKind::externalIndex: return open(external);
    case ListKind::neoplasm: return open(neoplasm);
    case ListKind::drugs: return open(drugs);
    case ListKind::pcsIndex: return open(pcsIndex);
    default: emit statusText(QStringLiteral("This index has no view"));
    }
}

void CodesPage::openDetails(const DetailsTarget& target)
{
    // The beginning of an ICD-10-PCS code, as its index names it: goes on where codes are built.
    if (const auto* code = std::get_if<CodeTarget>(&target);
        code && code->shown().system == CodeSystem::icd10pcs && code->shown().code.size() < 7) {
        m_pcs->setPrefix(code->shown().code);
        return showView(pcs);
    }
    m_details->open(target);
    m_details->text()->setFocus();
}

void CodesPage::openBook(const QString& place, Date on)
{
    m_date->setText(qs(on.iso()));
    changeDate();
    showView(tabular);
    // A block is found by its first category.
    m_tabular->reveal(utf8(place.section(QLatin1Char('-'), 0, 0)));
}

void CodesPage::changeDate()
{
    const QString text = m_date->text().trimmed();
    const auto parsed = Date::parse(utf8(text));
    // The day before stays while a new one is half written.
    if (!text.isEmpty() && !parsed)
        return emit statusText(QStringLiteral("\u201cValid on\u201d is not a date: write it as 2025-03-18"));
    emit statusText({});
    m_day = parsed ? std::optional<Date>(*parsed) : std::nullopt;
    // The books have no days; what they lead to is judged in the details.
    for (const auto dated : {search, tabular, pcs, sets}) m_isStale.at(dated) = true;
    reloadIfStale();
    m_details->refresh();
}

}  // namespace cw::ui
