#pragma once

#include "chart/document.h"

#include <QPointF>
#include <QRectF>

namespace cw::ui {

/// Points and boxes in parts of a page (0 to 1), before and after the page is turned by quarter turns to the right.
QPointF turned(QPointF point, int rotation);
QRectF turned(const QRectF& box, int rotation);
inline int opposite(int rotation)
{
    return (4 - rotation % 4) % 4;
}

QRectF boxOf(const PageArea& area);
/// Within the page, at least one ten-thousandth large.
PageArea areaOf(const QRectF& box);

}  // namespace cw::ui
