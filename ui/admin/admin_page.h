#pragma once

#include "app/library_desk.h"
#include "ui/shell/page.h"

#include <set>

namespace cw::ui {

class EmptyState;
class ListTable;
class NewAccountForm;
class ReleaseModel;
class UserModel;

/// Code tables and accounts.
class AdminPage final : public Page {
    Q_OBJECT

public:
    explicit AdminPage(PageContext context, QWidget* parent = nullptr);
    void activate() override;

private:
    QWidget* makeTables();
    QWidget* makeAccounts();
    void loadTables();
    void loadAccounts();
    void importTable();
    void addAccount(const QString& name, const QString& password, const std::set<Role>& roles);
    void disableAccount();
    bool mayManage() const;

    ListTable* m_tables;
    ReleaseModel* m_tableModel;
    EmptyState* m_tableState;
    ListTable* m_accounts;
    UserModel* m_accountModel;
    EmptyState* m_accountState;
    NewAccountForm* m_form;
};

/// What an import did, in lines.
QString summaryText(const ImportSummary& summary);

}  // namespace cw::ui
