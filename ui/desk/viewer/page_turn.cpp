#include "ui/desk/viewer/page_turn.h"

#include <algorithm>
#include <cmath>

namespace cw::ui {

namespace {

constexpr double parts = 10'000;

}  // namespace

QPointF turned(QPointF point, int rotation)
{
    switch (((rotation % 4) + 4) % 4) {
    case 1: return {1 - point.y(), point.x()};
    case 2: return {1 - point.x(), 1 - point.y()};
    case 3: return {point.y(), 1 - point.x()};
    default: return point;
    }
}

QRectF turned(const QRectF& box, int rotation)
{
    return QRectF(turned(box.topLeft(), rotation), turned(box.bottomRight(), rotation)).normalized();
}

QRectF boxOf(const PageArea& area)
{
    return {area.left / parts, area.top / parts, area.width / parts, area.height / parts};
}

PageArea areaOf(const QRectF& box)
{
    const auto part = [](double value) { return static_cast<int>(std::lround(std::clamp(value, 0.0, 1.0) * parts)); };
    const QRectF upright = box.normalized();
    const int left = std::min(part(upright.left()), 9'999);
    const int top = std::min(part(upright.top()), 9'999);
    return {left, top, std::max(1, part(upright.right()) - left), std::max(1, part(upright.bottom()) - top)};
}

}  // namespace cw::ui
