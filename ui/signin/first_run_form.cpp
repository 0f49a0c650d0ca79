#include "ui/signin/first_run_form.h"

#include "identity/user.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

QLabel* addLabel(QVBoxLayout* column, const QString& text, const char* role)
{
    auto* label = new QLabel(text);
    label->setProperty("role", QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

QLineEdit* addPassword(QVBoxLayout* column, const QString& text, const char* objectName)
{
    auto* label = addLabel(column, text, "label");
    auto* edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    edit->setAccessibleName(text);
    edit->setObjectName(QString::fromLatin1(objectName));
    label->setBuddy(edit);
    column->addWidget(edit);
    return edit;
}

}  // namespace

FirstRunForm::FirstRunForm(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    addLabel(column, QStringLiteral("No workspace here yet"), "heading");
    m_where = addLabel(column, {}, "label");
    column->addSpacing(12);

    addLabel(column, QStringLiteral("Look around"), "strong");
    addLabel(column, QStringLiteral("Twelve invented visits with their documents, and an account for each role."),
             "muted");
    m_demo = new QPushButton(QStringLiteral("Make a demo workspace"), this);
    m_demo->setObjectName(QStringLiteral("firstrun.demo"));
    m_demo->setProperty("primary", true);
    column->addWidget(m_demo);
    column->addSpacing(18);

    addLabel(column, QStringLiteral("Begin work"), "strong");
    addLabel(
        column,
        QStringLiteral("An empty workspace. Its first account is \u201cadmin\u201d; the password opens the encrypted "
                       "store and cannot be recovered."),
        "muted");
    m_password = addPassword(column, QStringLiteral("Password of the administrator, at least 8 characters"),
                             "firstrun.password");
    m_again = addPassword(column, QStringLiteral("The same again"), "firstrun.again");
    m_empty = new QPushButton(QStringLiteral("Make an empty workspace"), this);
    m_empty->setObjectName(QStringLiteral("firstrun.empty"));
    column->addWidget(m_empty);

    connect(m_demo, &QPushButton::clicked, this, &FirstRunForm::demoRequested);
    connect(m_empty, &QPushButton::clicked, this, &FirstRunForm::makeEmpty);
    connect(m_password, &QLineEdit::returnPressed, m_again, [this] { m_again->setFocus(); });
    connect(m_again, &QLineEdit::returnPressed, this, &FirstRunForm::makeEmpty);
}

void FirstRunForm::setFolder(const QString& folder)
{
    m_where->setText(folder);
}

void FirstRunForm::setBusy(bool busy)
{
    for (auto* button : {m_demo, m_empty}) button->setEnabled(!busy);
    for (auto* edit : {m_password, m_again}) edit->setEnabled(!busy);
}

void FirstRunForm::focusFirst()
{
    m_demo->setFocus();
}

void FirstRunForm::makeEmpty()
{
    if (!m_empty->isEnabled()) return;
    if (const auto status = checkPassword(utf8(m_password->text())); !status) {
        m_password->setFocus();
        return emit refused(sentenceFor(status.error()));
    }
    if (m_password->text() != m_again->text()) {
        m_again->clear();
        m_again->setFocus();
        return emit refused(QStringLiteral("The two passwords differ: type the second one again."));
    }
    const QString password = m_password->text();
    m_password->clear();
    m_again->clear();
    emit emptyRequested(password);
}

}  // namespace cw::ui
