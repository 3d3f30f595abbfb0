// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace pressboard::client {

class Theme;

/// How urgent something is, by its shape first: the order reads without colour.
struct Badge
{
    enum class Shape {
        Filled, ///< 逾期
        Outlined, ///< 今天交
        Ink, ///< 明天交, 剩3天: plain text
        Plain, ///< a date
    };
    QString text;
    Shape shape = Shape::Plain;

    /// With its padding; plain texts have none.
    int width(const Theme &theme, int textPx) const;
    /// At the left of the box, vertically centred. Plain texts are `textPx` high, the boxed 12.
    void paint(QPainter &painter, const QRect &box, const Theme &theme, int textPx) const;
};

} // namespace pressboard::client
