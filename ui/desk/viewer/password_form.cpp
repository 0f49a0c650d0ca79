#include "ui/desk/viewer/password_form.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_hint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace cw::ui {

PasswordForm::PasswordForm(Theme& theme, QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_field(new QLineEdit(this))
{
    setProperty("area", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setObjectName(QStringLiteral("documentPassword"));
    m_field->setAccessibleName(tr("Password of the document"));
    m_field->setFixedWidth(theme.scaled(220));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_field);
    row->addWidget(new KeyHint(theme, tr("Enter"), tr("open"), this));
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.scaled(10));
    column->addStretch(2);
    column->addWidget(m_sentence);
    column->addLayout(row);
    column->addStretch(3);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        const QString password = m_field->text();
        m_field->clear();
        if (!password.isEmpty()) emit entered(password);
    });
    hide();
}

void PasswordForm::ask(bool isWrong)
{
    m_sentence->setText(isWrong ? tr("\u2715 This password does not open the document. Try again.")
                                : tr("This document is protected by a password. It is needed once."));
    m_sentence->setProperty("role", isWrong ? QStringLiteral("error") : QStringLiteral("muted"));
    m_sentence->style()->unpolish(m_sentence);
    m_sentence->style()->polish(m_sentence);
    setAccessibleName(m_sentence->text());
    m_field->clear();
    show();
    raise();
}

void PasswordForm::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
}

}  // namespace cw::ui
