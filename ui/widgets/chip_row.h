#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace cw::ui {

/// Chips side by side, and muted text at the right end. Takes the width that is left: what does not fit whole is not
/// shown, the text first, then chips from the end, so use it for what can be reached elsewhere too.
class ChipRow final : public QWidget {
    Q_OBJECT

public:
    explicit ChipRow(Theme& theme, QWidget* parent = nullptr);
    void add(QWidget* chip);
    void setShown(QWidget* chip, bool shown);
    void setTrailingText(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Item {
        QWidget* chip;
        bool isShown;
    };
    void place();
    Theme& m_theme;
    std::vector<Item> m_items;
    QString m_text;
    int m_end = 0;  ///< Right edge of the last chip.
};

}  // namespace cw::ui
