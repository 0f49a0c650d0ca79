#include "ui/admin/admin_page.h"

#include "app/user_admin.h"
#include "ui/admin/admin_models.h"
#include "ui/admin/new_account_form.h"
#include "ui/async/background.h"
#include "ui/codes/code_list_model.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace cw::ui {

QString summaryText(const ImportSummary& summary)
{
    const auto& release = summary.release;
    if (summary.alreadyInstalled)
        return QStringLiteral("%1 %2 was installed already from this very file; nothing was changed.")
            .arg(qs(displayName(release.system)), qs(release.name));
    QStringList lines;
    lines.append(QStringLiteral("%1 %2, in force %3: %4 rows read, %5 codes, %6 billable.")
                     .arg(qs(displayName(release.system)), qs(release.name), validityText(release.inForce))
                     .arg(summary.read)
                     .arg(release.rows)
                     .arg(release.billable));
    if (!summary.comparedWith.empty())
        lines.append(QStringLiteral("Against %1: %2 new, %3 revised, %4 ended.")
                         .arg(qs(summary.comparedWith))
                         .arg(summary.added)
                         .arg(summary.revised)
                         .arg(summary.ended));
    if (summary.rejected > 0) lines.append(QStringLiteral("%1 rows were left out:").arg(summary.rejected));
    for (const auto& rejection : summary.rejections) lines.append(qs(rejection));
    return lines.join(QLatin1Char('\n'));
}

AdminPage::AdminPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent),
      m_tables(nullptr),
      m_tableModel(new ReleaseModel(this)),
      m_tableState(nullptr),
      m_accounts(nullptr),
      m_accountModel(new UserModel(this)),
      m_accountState(nullptr),
      m_form(nullptr)
{
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(makeTables());
    if (mayManage()) split->addWidget(makeAccounts());
    split->setStretchFactor(0, 1);
    split->setSizes({m_context.theme.scaled(860), m_context.theme.scaled(440)});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
    if (allows(m_context.user.roles, Permission::importCodes))
        bindCommand("admin.import", this, [this] { importTable(); });
    if (mayManage()) bindCommand("admin.account", this, [this] { m_form->focusFirst(); });
}

bool AdminPage::mayManage() const
{
    return allows(m_context.user.roles, Permission::manageUsers);
}

QWidget* AdminPage::makeTables()
{
    auto* pane = new QWidget(this);
    auto* header = new PaneHeader(m_context.theme, QStringLiteral("Code tables"), pane);
    auto* import = new QPushButton(QStringLiteral("Import a code table\u2026"), pane);
    import->setObjectName(QStringLiteral("admin.import"));
    import->setProperty("statusButton", true);
    import->setEnabled(allows(m_context.user.roles, Permission::importCodes));
    header->addHint(keyHint("admin.import"));
    header->addRight(import);
    connect(import, &QPushButton::clicked, this, &AdminPage::importTable);
    m_tables = new ListTable(m_context.theme, QStringLiteral("Code tables"), 31, pane);
    m_tables->setObjectName(QStringLiteral("admin.tables"));
    m_tables->setModel(m_tableModel);
    m_tables->setColumnWidths({90, 88, 74, 178, 70, 70, 136, 0}, ReleaseModel::source);
    m_tableState = new EmptyState(m_context.theme, m_tables);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_tables, 1);
    return pane;
}

QWidget* AdminPage::makeAccounts()
{
    auto* pane = new QWidget(this);
    pane->setMinimumWidth(m_context.theme.scaled(380));
    auto* header = new PaneHeader(m_context.theme, QStringLiteral("Accounts"), pane);
    auto* disable = new QPushButton(QStringLiteral("Disable\u2026"), pane);
    disable->setObjectName(QStringLiteral("admin.disable"));
    disable->setAccessibleName(QStringLiteral("Disable the account"));
    disable->setProperty("statusButton", true);
    header->addRight(disable);
    connect(disable, &QPushButton::clicked, this, &AdminPage::disableAccount);
    m_accounts = new ListTable(m_context.theme, QStringLiteral("Accounts"), 31, pane);
    m_accounts->setObjectName(QStringLiteral("admin.accounts"));
    m_accounts->setModel(m_accountModel);
    m_accounts->setColumnWidths({110, 0, 84}, UserModel::roles);
    m_accountState = new EmptyState(m_context.theme, m_accounts);
    auto* formHeader = new PaneHeader(m_context.theme, QStringLiteral("New account"), pane);
    formHeader->setTopLine(true);
    formHeader->addHint(keyHint("admin.account"));
    m_form = new NewAccountForm(m_context.theme, pane);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_accounts, 1);
    column->addWidget(formHeader);
    column->addWidget(m_form);
    connect(m_form, &NewAccountForm::submitted, this, &AdminPage::addAccount);
    return pane;
}

void AdminPage::activate()
{
    m_tables->setFocus();
    loadTables();
    if (mayManage()) loadAccounts();
}

void AdminPage::loadTables()
{
    m_context.work.run<std::vector<ReleaseRow>>(
        this,
        [](app::Workspace& workspace) -> Result<std::vector<ReleaseRow>> {
            CW_TRY(const auto releases, app::LibraryDesk(workspace).releases());
            std::vector<ReleaseRow> rows;
            for (const auto& release : releases)
                rows.push_back({release, qs(workspace.clock().localDateTime(release.importedAt))});
            return rows;
        },
        [this](Result<std::vector<ReleaseRow>> rows) {
            if (rows) {
                m_tableModel->setRows(std::move(*rows));
                m_tables->selectRow(std::max(m_tables->currentRow(), 0));
                if (m_tableModel->rowCount() > 0)
                    m_tableState->showNothing();
                else
                    m_tableState->showEmpty(QStringLiteral("No code table is installed."), keyHint("admin.import"),
                                            QStringLiteral("import one"));
                emit statusText(QStringLiteral("%1 code tables").arg(m_tableModel->rowCount()));
            } else {
                m_tableState->showFailed(rows.error(), keyHint("go.reload"), QStringLiteral("try again"));
            }
            emit ready();
        });
}

void AdminPage::loadAccounts()
{
    m_context.work.run<std::vector<User>>(
        this, [](app::Workspace& workspace) { return app::UserAdmin(workspace).list(); },
        [this](Result<std::vector<User>> users) {
            if (!users)
                return m_accountState->showFailed(users.error(), keyHint("go.reload"), QStringLiteral("try again"));
            m_accountModel->setUsers(std::move(*users));
            m_accounts->selectRow(std::max(m_accounts->currentRow(), 0));
            m_accountState->showNothing();
        });
}

void AdminPage::importTable()
{
    m_context.prompter.pickFiles(
        this, QStringLiteral("Import a code table"),
        QStringLiteral("Code tables (*.zip *.txt *.tsv *.csv);;All files (*)"), [this](const QStringList& files) {
            for (const auto& file : files)
                m_context.work.runJob<ImportSummary>(
                    this, QStringLiteral("Importing a code table"),
                    [file = utf8(file)](app::Workspace& workspace, const Progress& progress) {
                        return app::LibraryDesk(workspace).import(file, {}, progress);
                    },
                    [this](Result<ImportSummary> summary) {
                        loadTables();
                        emit releasesChanged();
                        if (!summary) return m_context.prompter.showError(this, summary.error());
                        m_context.prompter.showText(this, QStringLiteral("Import finished"), summaryText(*summary));
                    });
        });
}

void AdminPage::addAccount(const QString& name, const QString& password, const std::set<Role>& roles)
{
    m_context.work.run<User>(
        this,
        [name = utf8(name), password = utf8(password), roles](app::Workspace& workspace) {
            return app::UserAdmin(workspace).add(name, roles, password);
        },
        [this](Result<User> added) {
            if (!added) return m_context.prompter.showError(this, added.error());
            m_form->clear();
            emit statusText(QStringLiteral("Account %1 was added").arg(qs(added->name)));
            loadAccounts();
        });
}

void AdminPage::disableAccount()
{
    if (m_accounts->currentRow() < 0) return;
    const std::string name = m_accountModel->user(m_accounts->currentRow()).name;
    m_context.prompter.confirm(
        this, QStringLiteral("Disable %1?").arg(qs(name)),
        QStringLiteral("The account can no longer sign in. What it did stays in the audit trail."),
        QStringLiteral("Disable"), [this, name](bool yes) {
            if (!yes) return;
            m_context.work.run<bool>(
                this,
                [name](app::Workspace& workspace) -> Result<bool> {
                    CW_CHECK(app::UserAdmin(workspace).disable(name));
                    return true;
                },
                [this](Result<bool> result) {
                    if (!result) return m_context.prompter.showError(this, result.error());
                    loadAccounts();
                });
        });
}

}  // namespace cw::ui
