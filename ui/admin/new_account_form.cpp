#include "ui/admin/new_account_form.h"

#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cw::ui {

NewAccountForm::NewAccountForm(Theme& theme, QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_password(new QLineEdit(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme.scaled(10), theme.scaled(10), theme.scaled(10), theme.scaled(12));
    grid->setHorizontalSpacing(theme.scaled(10));
    grid->setVerticalSpacing(theme.scaled(7));
    const auto addRow = [&](int row, const QString& text, QLineEdit* edit, const char* objectName) {
        auto* label = new QLabel(text, this);
        label->setProperty("role", QStringLiteral("muted"));
        label->setBuddy(edit);
        edit->setAccessibleName(text);
        edit->setObjectName(QString::fromLatin1(objectName));
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
    };
    addRow(0, QStringLiteral("Account"), m_name, "admin.name");
    addRow(1, QStringLiteral("Password"), m_password, "admin.password");
    m_name->setPlaceholderText(QStringLiteral("a-z, 0-9, '.', '-', '_'"));
    m_password->setPlaceholderText(QStringLiteral("at least 8 characters"));
    m_password->setEchoMode(QLineEdit::Password);
    auto* roles = new QHBoxLayout;
    roles->setSpacing(theme.scaled(12));
    for (const auto role : {Role::coder, Role::supervisor, Role::biller, Role::administrator}) {
        auto* box = new QCheckBox(qs(toString(role)), this);
        m_roles[role] = box;
        roles->addWidget(box);
    }
    roles->addStretch();
    auto* label = new QLabel(QStringLiteral("Roles"), this);
    label->setProperty("role", QStringLiteral("muted"));
    grid->addWidget(label, 2, 0);
    grid->addLayout(roles, 2, 1);
    auto* add = new QPushButton(QStringLiteral("Add account"), this);
    add->setObjectName(QStringLiteral("admin.add"));
    grid->addWidget(add, 3, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    connect(add, &QPushButton::clicked, this, [this] {
        std::set<Role> chosen;
        for (const auto& [role, box] : m_roles)
            if (box->isChecked()) chosen.insert(role);
        emit submitted(m_name->text().trimmed(), m_password->text(), chosen);
    });
}

void NewAccountForm::clear()
{
    m_name->clear();
    m_password->clear();
    for (const auto& [role, box] : m_roles) box->setChecked(false);
}

void NewAccountForm::focusFirst()
{
    m_name->setFocus();
}

}  // namespace cw::ui
