#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

class QScrollArea;

namespace cw::ui {

/// All keys, by where they act, drawn over the window from the command table. Esc, ? or a click beside it closes it and
/// gives the focus back.
class KeySheet final : public QWidget {
    Q_OBJECT

public:
    KeySheet(Theme& theme, QWidget* window);
    void toggle();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void place();
    void close();
    Theme& m_theme;
    QScrollArea* m_area;
    QPointer<QWidget> m_before;  ///< Had the focus.
};

}  // namespace cw::ui
