#include "ui/admin/accounts_pane.h"

#include "app/user_admin.h"
#include "ui/admin/new_account_form.h"
#include "ui/admin/user_model.h"
#include "ui/async/background.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

AccountsPane::AccountsPane(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_accounts(new ListTable(context.theme, tr("Accounts"), 31, this)),
      m_model(new UserModel(this)),
      m_state(new EmptyState(context.theme, m_accounts)),
      m_form(new NewAccountForm(context.theme, this))
{
    auto* header = new PaneHeader(context.theme, tr("Accounts"), this);
    auto* disable = new QPushButton(tr("Disable\u2026"), this);
    disable->setObjectName(QStringLiteral("admin.disable"));
    disable->setAccessibleName(tr("Disable the account"));
    disable->setProperty("statusButton", true);
    header->addRight(disable);
    m_accounts->setObjectName(QStringLiteral("admin.accounts"));
    m_accounts->setModel(m_model);
    m_accounts->setColumnWidths({180, 0, 110}, UserModel::roles);
    auto* formHeader = new PaneHeader(context.theme, tr("New account"), this);
    formHeader->setTopLine(true);
    formHeader->addHint(keyHint("admin.new"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_accounts, 1);
    column->addWidget(formHeader);
    column->addWidget(m_form);
    connect(disable, &QPushButton::clicked, this, &AccountsPane::disableAccount);
    connect(m_form, &NewAccountForm::submitted, this, &AccountsPane::addAccount);
    bindCommand("admin.new", this, [this] { m_form->focusFirst(); });
}

void AccountsPane::focusList()
{
    m_accounts->setFocus();
}

void AccountsPane::load()
{
    m_context.work.run<std::vector<User>>(
        this, [](app::Workspace& workspace) { return app::UserAdmin(workspace).list(); },
        [this](Result<std::vector<User>> users) {
            if (!users) return m_state->showFailed(users.error(), keyHint("go.reload"), tr("try again"));
            m_model->setUsers(std::move(*users));
            m_accounts->selectRow(std::max(m_accounts->currentRow(), 0));
            m_state->showNothing();
        });
}

void AccountsPane::addAccount(const QString& name, const QString& password, const std::set<Role>& roles)
{
    m_context.work.run<User>(
        this,
        [name = utf8(name), password = utf8(password), roles](app::Workspace& workspace) {
            return app::UserAdmin(workspace).add(name, roles, password);
        },
        [this](Result<User> added) {
            if (!added) return m_context.prompter.showError(this, added.error());
            m_form->clear();
            emit statusText(tr("Account %1 was added").arg(qs(added->name)));
            load();
        });
}

void AccountsPane::disableAccount()
{
    if (m_accounts->currentRow() < 0) return;
    const std::string name = m_model->user(m_accounts->currentRow()).name;
    m_context.prompter.confirm(this, tr("Disable %1?").arg(qs(name)),
                               tr("The account can no longer sign in. What it did stays in the audit trail."),
                               tr("Disable"), [this, name](bool yes) {
                                   if (!yes) return;
                                   m_context.work.run<bool>(
                                       this,
                                       [name](app::Workspace& workspace) -> Result<bool> {
                                           CW_CHECK(app::UserAdmin(workspace).disable(name));
                                           return true;
                                       },
                                       [this](Result<bool> result) {
                                           if (!result) return m_context.prompter.showError(this, result.error());
                                           load();
                                       });
                               });
}

}  // namespace cw::ui
