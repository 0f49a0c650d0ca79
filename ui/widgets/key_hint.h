#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace cw::ui {

/// A key in its small box and what it does beside it ("[Ctrl K] add"): keys are shown where they work.
class KeyHint final : public QWidget {
    Q_OBJECT

public:
    /// `meaning` may be empty.
    KeyHint(Theme& theme, const QString& keys, const QString& meaning = {}, QWidget* parent = nullptr);
    void setMeaning(const QString& meaning);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int boxWidth() const;
    void describe();
    Theme& m_theme;
    QString m_keys;
    QString m_meaning;
};

/// Paints the box alone with its left edge at `left`, vertically centred in `box`; returns its width.
double paintKeyBox(QPainter& painter, const Theme& theme, const QRectF& box, double left, const QString& keys);

}  // namespace cw::ui
