#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace cw::ui {

class Chip;
class KeyHint;

/// The 30 px strip over a pane: semi-bold title, muted detail, chips, and key hints at the right; a line below.
class PaneHeader final : public QWidget {
    Q_OBJECT

public:
    PaneHeader(Theme& theme, const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setDetail(const QString& detail);  ///< Cut with an ellipsis when the pane is narrow.
    /// After the detail, before the free space: chips, small combo boxes.
    void addLeft(QWidget* widget);
    void addRight(QWidget* widget);
    KeyHint* addHint(const QString& keys, const QString& meaning = {});
    void setTopLine(bool on);  ///< For a header in the middle of a column.

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void style();
    Theme& m_theme;
    QLabel* m_title;
    QLabel* m_detail;
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
    QString m_detailText;
    bool m_topLine = false;
};

}  // namespace cw::ui
