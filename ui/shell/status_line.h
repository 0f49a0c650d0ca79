#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cw::ui {

class Background;

/// The 24 px line at the foot: what the page says, installed code tables, a running job with Cancel, when it was saved,
/// who is signed in, and where the keys are.
class StatusLine final : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(Theme& theme, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setReleases(const QString& text);
    void setSaved(const QString& time);
    void setUser(const QString& text);
    /// Shows the jobs of this thread.
    void follow(Background& background);

signals:
    void keysRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void style();
    Theme& m_theme;
    QLabel* m_text;
    QLabel* m_releases;
    QLabel* m_job;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QLabel* m_saved;
    QLabel* m_user;
    QPushButton* m_keys;
    QString m_jobTitle;
};

}  // namespace cw::ui
