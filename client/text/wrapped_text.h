// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace pressboard::client {

/// A sentence in as many lines as it needs: an answer is never cut off.
struct WrappedText
{
    QString text;
    QFont font;
    QColor color;

    int heightFor(int width) const;
    int widthOfOneLine() const;
    void paint(QPainter &painter, const QRect &box) const;
    /// Where these letters are painted in the box; those that fall into another line are left out.
    QRect placeOf(int begin, int length, const QRect &box) const;
};

} // namespace pressboard::client
