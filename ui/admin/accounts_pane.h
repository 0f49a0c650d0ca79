#pragma once

#include "ui/shell/page.h"

#include <QWidget>

#include <set>

namespace cw::ui {

class EmptyState;
class ListTable;
class NewAccountForm;
class UserModel;

/// Accounts and their roles.
class AccountsPane final : public QWidget {
    Q_OBJECT

public:
    AccountsPane(PageContext& context, QWidget* parent);
    void load();
    void focusList();

signals:
    void statusText(const QString& text);

private:
    void addAccount(const QString& name, const QString& password, const std::set<Role>& roles);
    void disableAccount();

    PageContext& m_context;
    ListTable* m_accounts;
    UserModel* m_model;
    EmptyState* m_state;
    NewAccountForm* m_form;
};

}  // namespace cw::ui
