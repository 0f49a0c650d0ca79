#include "ui/admin/admin_page.h"

#include "ui/admin/accounts_pane.h"
#include "ui/admin/document_types_pane.h"
#include "ui/admin/impact_pane.h"
#include "ui/admin/own_rules_pane.h"
#include "ui/admin/partners_pane.h"
#include "ui/admin/payers_pane.h"
#include "ui/admin/providers_pane.h"
#include "ui/admin/rule_files_pane.h"
#include "ui/admin/rules_pane.h"
#include "ui/admin/terms_pane.h"
#include "ui/admin/update_pane.h"
#include "ui/async/background.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QStackedWidget>
#include <QTabBar>
#include <QUrl>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

QStringList filesOf(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) files.append(url.toLocalFile());
    return files;
}

}  // namespace

AdminPage::AdminPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this))
{
    setProperty("area", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTabs());
    column->addWidget(m_stack, 1);
    if (allows(m_context.user.roles, Permission::importCodes)) addLibrary();
    if (allows(m_context.user.roles, Permission::manageUsers)) {
        addAccounts();
        addRules();
    }
    if (allows(m_context.user.roles, Permission::bill)) addDirectory();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int section) {
        if (section < 0 || section >= static_cast<int>(m_sections.size())) return;
        m_stack->setCurrentIndex(section);
        m_sections[static_cast<std::size_t>(section)].load();
    });
}

QWidget* AdminPage::makeTabs()
{
    auto* bar = new QWidget(this);
    m_tabs->setObjectName(QStringLiteral("admin.sections"));
    m_tabs->setAccessibleName(tr("Parts of the administration"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto* row = new QHBoxLayout(bar);
    const int space = m_context.theme.scaled(10);
    row->setContentsMargins(space, m_context.theme.scaled(3), space, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    return bar;
}

void AdminPage::addSection(const QString& name, const char* command, Section section)
{
    const int number = static_cast<int>(m_sections.size());
    m_stack->addWidget(section.pane);
    m_sections.push_back(std::move(section));
    m_tabs->addTab(QStringLiteral("%1  %2").arg(name, keyHint(command)));
    bindCommand(command, this, [this, number] { showSection(number); });
}

void AdminPage::addLibrary()
{
    setAcceptDrops(true);
    m_update = new UpdatePane(m_context, m_stack);
    m_terms = new TermsPane(m_context, m_stack);
    m_impact = new ImpactPane(m_context, m_stack);
    addSection(tr("Code tables"), "admin.tables",
               {m_update, [this] { m_update->load(); }, [this] { m_update->focusList(); }});
    addSection(tr("Own terms"), "admin.terms",
               {m_terms, [this] { m_terms->load(); }, [this] { m_terms->focusList(); }});
    addSection(tr("Impact"), "admin.impact",
               {m_impact, [this] { m_impact->load(); }, [this] { m_impact->focusList(); }});
    connect(m_update, &UpdatePane::statusText, this, &AdminPage::statusText);
    connect(m_update, &UpdatePane::loaded, this, &AdminPage::ready);
    connect(m_terms, &TermsPane::statusText, this, &AdminPage::statusText);
    connect(m_terms, &TermsPane::termsChanged, this, &AdminPage::refreshIndex);
    connect(m_update, &UpdatePane::libraryChanged, this, [this] {
        emit releasesChanged();
        refreshIndex();
    });
    connect(m_update, &UpdatePane::batchImported, this, &AdminPage::showImpactOfImport);
    connect(m_impact, &ImpactPane::told, this, [this](const QString& text) {
        m_update->setNote(QStringLiteral("%1 (%2).").arg(text, keyHint("admin.impact")));
    });
    connect(m_impact, &ImpactPane::encounterWanted, this,
            [this](const QString& encounterId) { emit encounterRequested(encounterId, false); });
    bindCommand("admin.import", this, [this] {
        showSection(0);
        m_update->pickFiles();
    });
}

void AdminPage::addAccounts()
{
    m_accounts = new AccountsPane(m_context, m_stack);
    addSection(tr("Accounts"), "admin.accounts",
               {m_accounts, [this] { m_accounts->load(); }, [this] { m_accounts->focusList(); }});
    connect(m_accounts, &AccountsPane::statusText, this, &AdminPage::statusText);
    auto* types = new DocumentTypesPane(m_context, m_stack);
    addSection(tr("Documents"), "admin.documents",
               {types, [types] { types->load(); }, [types] { types->focusList(); }});
    connect(types, &DocumentTypesPane::statusText, this, &AdminPage::statusText);
}

void AdminPage::addRules()
{
    auto* rules = new RulesPane(m_context, m_stack);
    addSection(tr("Rules"), "admin.rules", {rules, [rules] { rules->load(); }, [rules] { rules->focusList(); }});
    connect(rules, &RulesPane::statusText, this, &AdminPage::statusText);
    auto* own = new OwnRulesPane(m_context, m_stack);
    addSection(tr("Own rules"), "admin.ownRules", {own, [own] { own->load(); }, [own] { own->focusList(); }});
    connect(own, &OwnRulesPane::statusText, this, &AdminPage::statusText);
    auto* files = new RuleFilesPane(m_context, m_stack);
    addSection(tr("Rule files"), "admin.ruleFiles",
               {files, [files] { files->load(); }, [files] { files->focusList(); }});
    connect(files, &RuleFilesPane::statusText, this, &AdminPage::statusText);
    connect(files, &RuleFilesPane::encounterWanted, this,
            [this](const QString& encounterId) { emit encounterRequested(encounterId, false); });
}

void AdminPage::addDirectory()
{
    const auto add = [this](const QString& name, const char* command, ListFormPane* pane) {
        addSection(name, command, {pane, [pane] { pane->load(); }, [pane] { pane->focusList(); }});
        connect(pane, &ListFormPane::statusText, this, &AdminPage::statusText);
    };
    add(tr("Partners"), "admin.partners", new PartnersPane(m_context, m_stack));
    add(tr("Payers"), "admin.payers", new PayersPane(m_context, m_stack));
    add(tr("Providers"), "admin.providers", new ProvidersPane(m_context, m_stack));
}

void AdminPage::activate()
{
    if (m_sections.empty()) return;
    const auto& section = m_sections[static_cast<std::size_t>(m_tabs->currentIndex())];
    section.load();
    section.focus();
    if (section.pane != m_update) emit ready();
}

void AdminPage::showSection(int section)
{
    m_tabs->setCurrentIndex(section);
    m_sections[static_cast<std::size_t>(section)].focus();
}

void AdminPage::refreshIndex()
{
    m_context.work.runJob<bool>(
        this, tr("Making the search index"),
        [](app::Workspace& workspace, const Progress& progress) { return workspace.codeIndex().refresh(progress); },
        [this](Result<bool> made) {
            // The old index goes on serving; the next change, or the next start, makes it anew.
            if (!made && made.error().kind != ErrorKind::cancelled) emit statusText(sentenceFor(made.error()));
        });
}

void AdminPage::showImpactOfImport()
{
    // The last code table that followed an older one is what most of the questions are about.
    const auto& items = m_update->batch().items();
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        if (item->step != ImportBatch::Step::imported || !item->report) continue;
        for (const auto& release : item->report->releases) {
            const auto& summary = release.summary;
            if (summary.comparedWith.empty() || summary.alreadyInstalled) continue;
            return m_impact->show(summary.release.system, summary.comparedWith, summary.release.name);
        }
    }
}

void AdminPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_update && !filesOf(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void AdminPage::dropEvent(QDropEvent* event)
{
    if (!m_update) return;
    const QStringList files = filesOf(*event->mimeData());
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    showSection(0);
    m_update->importFiles(files);
}

}  // namespace cw::ui
