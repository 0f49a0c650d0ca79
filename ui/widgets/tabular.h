#pragma once

#include <QFontMetricsF>
#include <QRectF>
#include <QString>

class QPainter;

namespace cw::ui {

/// Text whose digits all take the same width, so that codes, dates and money stand in columns. Inter's digits are
/// proportional unless its "tnum" feature is on, and Qt before 6.7 cannot turn features on; each digit is therefore
/// set in the middle of a cell as wide as the widest one.
double tabularWidth(const QFontMetricsF& metrics, const QString& text);

/// Draws one line, vertically centred in `box`, in the painter's font and pen; cut with an ellipsis when too long.
/// `alignment` Qt::AlignRight puts the end at the right edge; anything else starts at the left.
void drawTabular(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text);

}  // namespace cw::ui
