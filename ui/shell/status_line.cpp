#include "ui/shell/status_line.h"

#include "ui/async/background.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace cw::ui {

StatusLine::StatusLine(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_text(new QLabel(this)),
      m_releases(new QLabel(this)),
      m_job(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(QStringLiteral("Cancel"), this)),
      m_saved(new QLabel(this)),
      m_user(new QLabel(this)),
      m_keys(new QPushButton(QStringLiteral("Press ? for keys"), this))
{
    for (auto* label : {m_text, m_releases, m_job, m_saved, m_user}) {
        label->setProperty("role", QStringLiteral("label"));
        label->setTextFormat(Qt::PlainText);
    }
    m_releases->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(QStringLiteral("Progress"));
    for (auto* button : {m_cancel, m_keys}) {
        button->setProperty("flat", true);
        button->setProperty("statusButton", true);
    }
    m_keys->setFocusPolicy(Qt::NoFocus);
    m_cancel->setAccessibleName(QStringLiteral("Cancel the running job"));
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_text);
    row->addWidget(m_releases, 1);
    row->addWidget(m_job);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    row->addWidget(m_saved);
    row->addWidget(m_user);
    row->addWidget(m_keys);
    for (QWidget* widget : {static_cast<QWidget*>(m_job), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_cancel),
                            static_cast<QWidget*>(m_saved)})
        widget->hide();
    style();
    connect(&theme, &Theme::changed, this, &StatusLine::style);
    connect(m_keys, &QPushButton::clicked, this, &StatusLine::keysRequested);
}

void StatusLine::style()
{
    setFixedHeight(m_theme.scaled(24));
    layout()->setContentsMargins(m_theme.scaled(12), 1, m_theme.scaled(12), 0);
    layout()->setSpacing(m_theme.scaled(22));
    m_bar->setFixedWidth(m_theme.scaled(140));
    update();
}

void StatusLine::setText(const QString& text)
{
    m_text->setText(text);
}

void StatusLine::setReleases(const QString& text)
{
    m_releases->setText(text);
    m_releases->setToolTip(text);
}

void StatusLine::setSaved(const QString& time)
{
    m_saved->setText(QStringLiteral("Saved ") + time);
    m_saved->setVisible(!time.isEmpty());
}

void StatusLine::setUser(const QString& text)
{
    m_user->setText(text);
}

void StatusLine::follow(Background& background)
{
    connect(&background, &Background::jobStarted, this, [this](const QString& title) {
        m_jobTitle = title;
        m_job->setText(title);
        m_bar->setRange(0, 0);
        m_job->show();
        m_bar->show();
        m_cancel->setEnabled(true);
        m_cancel->show();
    });
    connect(&background, &Background::jobProgress, this, [this](qint64 done, qint64 total, const QString& what) {
        m_job->setText(what.isEmpty() ? m_jobTitle : what);
        m_bar->setRange(0, total > 0 ? 1000 : 0);
        if (total > 0) m_bar->setValue(static_cast<int>(done * 1000 / total));
    });
    connect(&background, &Background::jobFinished, this, [this] {
        m_job->hide();
        m_bar->hide();
        m_cancel->hide();
    });
    connect(m_cancel, &QPushButton::clicked, &background, [this, &background] {
        background.cancelJob();
        m_job->setText(QStringLiteral("Stopping\u2026"));
        m_cancel->setEnabled(false);
    });
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().window);
    painter.fillRect(0, 0, width(), 1, m_theme.tokens().line);
}

}  // namespace cw::ui
