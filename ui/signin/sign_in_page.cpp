#include "ui/signin/sign_in_page.h"

#include "ui/async/background.h"
#include "ui/signin/first_run_form.h"
#include "ui/signin/sign_in_form.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace cw::ui {

SignInPage::SignInPage(Theme& theme, const QString& folder, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_forms(new QStackedWidget(this)),
      m_signIn(new SignInForm(theme)),
      m_firstRun(new FirstRunForm),
      m_message(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(QStringLiteral("Cancel"), this))
{
    m_forms->addWidget(m_signIn);
    m_forms->addWidget(m_firstRun);
    m_firstRun->setFolder(folder);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMinimumHeight(m_message->fontMetrics().height() * 3);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_message->setObjectName(QStringLiteral("signin.message"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(QStringLiteral("Progress"));
    m_cancel->setAccessibleName(QStringLiteral("Cancel"));

    auto* name = new QLabel(QStringLiteral("Chartwright"), this);
    name->setProperty("role", QStringLiteral("muted"));
    auto* column = new QVBoxLayout;
    column->addStretch(2);
    column->addWidget(name);
    column->addSpacing(10);
    column->addWidget(m_forms);
    column->addSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_bar);
    column->addWidget(m_cancel, 0, Qt::AlignLeft);
    column->addStretch(3);
    auto* row = new QHBoxLayout(this);
    row->addStretch();
    row->addLayout(column);
    row->addStretch();
    m_forms->setFixedWidth(theme.scaled(400));
    m_message->setFixedWidth(theme.scaled(400));
    connect(&theme, &Theme::changed, this, [this] {
        m_forms->setFixedWidth(m_theme.scaled(400));
        m_message->setFixedWidth(m_theme.scaled(400));
    });
    m_bar->hide();
    m_cancel->hide();

    connect(m_signIn, &SignInForm::submitted, this, &SignInPage::signInRequested);
    connect(m_firstRun, &FirstRunForm::demoRequested, this, [this] { emit makeRequested(true, {}); });
    connect(m_firstRun, &FirstRunForm::emptyRequested, this,
            [this](const QString& password) { emit makeRequested(false, password); });
    connect(m_firstRun, &FirstRunForm::refused, this, [this](const QString& sentence) { say(sentence, "error"); });
}

void SignInPage::showSignIn(const std::vector<ShownAccount>& accounts, const QString& user)
{
    m_signIn->showSignIn(accounts, user);
    m_forms->setCurrentWidget(m_signIn);
    m_firstRun->setEnabled(false);
    setBusy(false);
    say({}, "muted");
    focusFirst();
}

void SignInPage::showFirstRun()
{
    m_forms->setCurrentWidget(m_firstRun);
    m_firstRun->setEnabled(true);
    setBusy(false);
    say({}, "muted");
    focusFirst();
}

void SignInPage::showLocked(const QString& user)
{
    m_signIn->showLocked(user);
    m_forms->setCurrentWidget(m_signIn);
    setBusy(false);
    say(QStringLiteral("Your work is saved as it was. Type the password to go on."), "muted");
    focusFirst();
}

void SignInPage::showBusy(const QString& what)
{
    setBusy(true);
    say(what, "muted");
}

void SignInPage::showError(const Error& error)
{
    setBusy(false);
    if (m_forms->currentWidget() == m_signIn) m_signIn->clearPassword();
    say(error.kind == ErrorKind::cancelled ? sentenceFor(error)
                                           : QStringLiteral("\u2715 %1 (%2)").arg(sentenceFor(error), qs(error.id)),
        error.kind == ErrorKind::cancelled ? "muted" : "error");
}

void SignInPage::showNote(const QString& text)
{
    say(text, "muted");
}

void SignInPage::follow(Background& background)
{
    connect(&background, &Background::jobStarted, this, [this] {
        m_bar->setRange(0, 0);
        m_bar->show();
        m_cancel->show();
    });
    connect(&background, &Background::jobProgress, this, [this](qint64 done, qint64 total, const QString& what) {
        m_bar->setRange(0, total > 0 ? 1000 : 0);
        if (total > 0) m_bar->setValue(static_cast<int>(done * 1000 / total));
        if (!what.isEmpty()) say(what, "muted");
    });
    connect(&background, &Background::jobFinished, this, [this] {
        m_bar->hide();
        m_cancel->hide();
    });
    connect(m_cancel, &QPushButton::clicked, &background, [&background] { background.cancelJob(); });
}

void SignInPage::focusFirst()
{
    if (m_forms->currentWidget() == m_signIn)
        m_signIn->focusFirst();
    else
        m_firstRun->focusFirst();
}

void SignInPage::say(const QString& text, const char* role)
{
    m_message->setText(text);
    m_message->setProperty("role", QString::fromLatin1(role));
    m_message->style()->unpolish(m_message);
    m_message->style()->polish(m_message);
}

void SignInPage::setBusy(bool busy)
{
    m_signIn->setBusy(busy);
    m_firstRun->setBusy(busy);
}

void SignInPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().surface);
}

}  // namespace cw::ui
