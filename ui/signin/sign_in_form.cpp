#include "ui/signin/sign_in_form.h"

#include "ui/signin/account_model.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

QLineEdit* addField(QVBoxLayout* column, const QString& label, const char* objectName)
{
    auto* text = new QLabel(label);
    text->setProperty("role", QStringLiteral("label"));
    auto* edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(objectName));
    edit->setAccessibleName(label);
    text->setBuddy(edit);
    column->addWidget(text);
    column->addWidget(edit);
    column->addSpacing(6);
    return edit;
}

}  // namespace

SignInForm::SignInForm(Theme& theme, QWidget* parent)
    : QWidget(parent), m_heading(new QLabel(this)), m_model(new AccountModel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_heading->setProperty("role", QStringLiteral("heading"));
    column->addWidget(m_heading);
    column->addSpacing(8);
    m_name = addField(column, QStringLiteral("Account"), "signin.name");
    m_password = addField(column, QStringLiteral("Password"), "signin.password");
    m_password->setEchoMode(QLineEdit::Password);
    m_button = new QPushButton(QStringLiteral("Sign in"), this);
    m_button->setObjectName(QStringLiteral("signin.button"));
    m_button->setProperty("primary", true);
    column->addWidget(m_button);
    column->addSpacing(18);
    m_accountsTitle =
        new QLabel(QStringLiteral("Accounts of this demo workspace: choose one with \u2193 and Enter"), this);
    m_accountsTitle->setProperty("role", QStringLiteral("label"));
    column->addWidget(m_accountsTitle);
    m_accounts = new ListTable(theme, QStringLiteral("Accounts of this demo workspace"), 26, this);
    m_accounts->setObjectName(QStringLiteral("signin.accounts"));
    m_accounts->setModel(m_model);
    m_accounts->setColumnWidths({96, 150, 0}, 2);
    m_accounts->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_accounts);

    connect(m_name, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInForm::submit);
    connect(m_button, &QPushButton::clicked, this, &SignInForm::submit);
    connect(m_accounts, &ListTable::rowActivated, this, &SignInForm::fillFrom);
}

void SignInForm::showSignIn(const std::vector<ShownAccount>& accounts, const QString& user)
{
    m_heading->setText(QStringLiteral("Sign in"));
    m_button->setText(QStringLiteral("Sign in"));
    m_name->setEnabled(true);
    m_name->setText(user);
    m_password->clear();
    m_model->setAccounts(accounts);
    const bool isDemo = !accounts.empty();
    m_accountsTitle->setVisible(isDemo);
    m_accounts->setVisible(isDemo);
    const int rows = std::min(static_cast<int>(accounts.size()), 8);
    m_accounts->setFixedHeight(m_accounts->horizontalHeader()->height() +
                               rows * m_accounts->verticalHeader()->defaultSectionSize() + 2);
    setBusy(false);
}

void SignInForm::showLocked(const QString& user)
{
    m_heading->setText(QStringLiteral("Locked"));
    m_button->setText(QStringLiteral("Unlock"));
    m_name->setText(user);
    m_name->setEnabled(false);
    m_password->clear();
    m_accountsTitle->hide();
    m_accounts->hide();
    setBusy(false);
}

void SignInForm::setBusy(bool busy)
{
    m_button->setEnabled(!busy);
    m_password->setReadOnly(busy);
}

void SignInForm::clearPassword()
{
    m_password->clear();
    m_password->setFocus();
}

void SignInForm::focusFirst()
{
    (m_name->isEnabled() && m_name->text().isEmpty() ? m_name : m_password)->setFocus();
}

void SignInForm::submit()
{
    if (!m_button->isEnabled()) return;
    if (m_name->text().trimmed().isEmpty()) return m_name->setFocus();
    if (m_password->text().isEmpty()) return m_password->setFocus();
    emit submitted(m_name->text().trimmed(), m_password->text());
}

void SignInForm::fillFrom(int row)
{
    const auto& account = m_model->accounts().at(static_cast<std::size_t>(row));
    m_name->setText(qs(account.user));
    m_password->setText(qs(account.password));
    m_button->setFocus();
}

}  // namespace cw::ui
