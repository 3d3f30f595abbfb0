// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/icon.h"

#include <QFile>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace pressboard::client {

QPixmap Icon::pixmap(int size, const QColor &color, qreal devicePixelRatio) const
{
    const QString key = QStringLiteral("icon/%1/%2/%3/%4")
                            .arg(m_name, color.name())
                            .arg(size)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll().replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void Icon::paint(QPainter &painter, const QRect &box, const QColor &color) const
{
    if (isNull())
        return;
    const int size = std::min(box.width(), box.height());
    const QPoint topLeft(box.left() + (box.width() - size) / 2,
                         box.top() + (box.height() - size) / 2);
    painter.drawPixmap(topLeft, pixmap(size, color, painter.device()->devicePixelRatioF()));
}

} // namespace pressboard::client
