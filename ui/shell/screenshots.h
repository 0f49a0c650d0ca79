#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

namespace cw::ui {

class MainWindow;

/// Walks a signed-in window through its pages in both themes and two sizes, and saves what it looks like as
/// <page>-<theme>-<width>x<height>.png. Shows the demo workspace's own encounter on the desk.
class Screenshots final : public QObject {
    Q_OBJECT

public:
    Screenshots(MainWindow& window, Theme& theme, const QString& folder);
    /// The sign-in page, before anybody signs in.
    void takeSignIn();
    void start();
    int saved() const noexcept { return m_saved; }

signals:
    void finished(bool good);  ///< False when a picture could not be written.

private:
    struct Shot {
        ThemeMode mode;
        QSize size;
        QString page;  ///< A page id, a scene of the Codes page, or "search" and "keys" for what stands over one.
    };
    void next();
    void prepare(const Shot& shot);
    void take();
    void save(const QString& page);
    void trigger(const char* command);
    void openSearch(const QString& query);
    void showProof();
    MainWindow& m_window;
    Theme& m_theme;
    QString m_folder;
    std::vector<Shot> m_shots;
    std::size_t m_at = 0;
    QTimer m_settle;  ///< After the page says that it is ready: layouts, late rows, the document.
    int m_saved = 0;
    bool m_isGood = true;
    bool m_hasFavourite = false;
};

}  // namespace cw::ui
