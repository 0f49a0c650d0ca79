#pragma once

#include "ui/theme/theme.h"

#include <QTextBrowser>

#include <vector>

namespace cw::ui {

/// Rich text whose links are worked by keyboard: Right and Left go from link to link, Enter follows, Up and Down scroll,
/// Tab leaves. Follows nothing by itself.
class LinkBrowser final : public QTextBrowser {
    Q_OBJECT

public:
    LinkBrowser(Theme& theme, const QString& accessibleName, QWidget* parent = nullptr);
    /// Replaces the text; the link of the same target stays current.
    void showHtml(const QString& html);
    int links() const { return static_cast<int>(m_links.size()); }
    QString currentLink() const;  ///< Empty when none.
    void selectLink(int link);

signals:
    void linkFollowed(const QString& target);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Link {
        int begin = 0;
        int end = 0;
        QString target;
    };
    void collect();
    void mark();
    Theme& m_theme;
    std::vector<Link> m_links;
    int m_current = -1;
};

}  // namespace cw::ui
