// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

class QPainter;

namespace pressboard::client {

/// Outlines drawn for this program (resources/icons, 24 grid), in the colour of the text they
/// stand with.
class Icon
{
public:
    Icon() = default;
    /// `name` is a file of resources/icons without its ending.
    explicit Icon(QString name)
        : m_name(std::move(name))
    {
    }
    bool isNull() const { return m_name.isEmpty(); }
    const QString &name() const { return m_name; }

    QPixmap pixmap(int size, const QColor &color, qreal devicePixelRatio) const;
    void paint(QPainter &painter, const QRect &box, const QColor &color) const;

private:
    QString m_name;
};

} // namespace pressboard::client
