#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace cw::ui {

/// The one primary button of a page: accent, semi-bold, with its key in a small box.
class PrimaryButton final : public QPushButton {
    Q_OBJECT

public:
    PrimaryButton(Theme& theme, const QString& text, const QString& keys, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QString m_keys;
};

}  // namespace cw::ui
