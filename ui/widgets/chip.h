#pragma once

#include "ui/widgets/tone.h"

#include <QAbstractButton>

class QPainter;

namespace cw::ui {

/// Paints a chip with its left edge at `left`, vertically centred in `box`; returns its width.
double paintChip(QPainter& painter, const Theme& theme, const QRectF& box, double left, Tone tone, const QString& text);
double chipWidth(const Theme& theme, const QString& text);

/// A word on a tint: a status, a count. Only a sign unless made clickable; then it is a button that filters.
class Chip final : public QAbstractButton {
    Q_OBJECT

public:
    Chip(Theme& theme, Tone tone, const QString& text, QWidget* parent = nullptr);
    void setTone(Tone tone);
    /// Takes focus, Space and Enter click it; checked it has an accent outline.
    void setClickable(bool clickable);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Theme& m_theme;
    Tone m_tone;
};

}  // namespace cw::ui
