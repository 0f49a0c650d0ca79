#pragma once

#include "ui/shell/workspace_access.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace cw::ui {

class AccountModel;
class ListTable;

/// Name, password, Sign in; for a demo workspace its accounts below, where Enter fills them in. Locked, the name stands
/// fast and only that account's password opens.
class SignInForm final : public QWidget {
    Q_OBJECT

public:
    SignInForm(Theme& theme, QWidget* parent = nullptr);
    void showSignIn(const std::vector<ShownAccount>& accounts, const QString& user);
    void showLocked(const QString& user);
    void setBusy(bool busy);
    void clearPassword();
    void focusFirst();

signals:
    void submitted(const QString& user, const QString& password);

private:
    void submit();
    void fillFrom(int row);
    QLabel* m_heading;
    QLineEdit* m_name;
    QLineEdit* m_password;
    QPushButton* m_button;
    QLabel* m_accountsTitle;
    ListTable* m_accounts;
    AccountModel* m_model;
};

}  // namespace cw::ui
