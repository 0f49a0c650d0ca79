#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QWidget>

#include <utility>
#include <vector>

class QVBoxLayout;

namespace cw::ui {

/// One page of the rail: line icon over a word, a count beside it; the current one has the accent and a bar.
class RailButton final : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(Theme& theme, const QString& icon, const QString& text, QWidget* parent = nullptr);
    void setCount(int count);  ///< 0 shows none.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Theme& m_theme;
    QString m_icon;
    int m_count = 0;
};

/// The strip at the left with the pages and, at its foot, the menu. One Tab stop for all pages: Up and Down go on.
class Rail final : public QWidget {
    Q_OBJECT

public:
    explicit Rail(Theme& theme, QWidget* parent = nullptr);
    void addPage(const QString& id, const QString& icon, const QString& title, const QString& keys);
    void setCurrent(const QString& id);
    void setCount(const QString& id, int count);
    RailButton* menuButton() const { return m_menu; }

signals:
    void pageChosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Theme& m_theme;
    QVBoxLayout* m_column;
    RailButton* m_menu;
    std::vector<std::pair<QString, RailButton*>> m_buttons;  ///< In their order on screen.
    RailButton* find(const QString& id) const;
};

}  // namespace cw::ui
