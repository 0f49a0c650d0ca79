#include "ui/shell/icon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace cw::ui {

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, double devicePixelRatio)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QByteArray svg;
    if (file.open(QIODevice::ReadOnly)) svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

}  // namespace cw::ui
