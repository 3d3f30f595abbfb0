// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>
#include <QString>

class QPainter;

namespace pressboard::client {

/// One line of text in a box of the design's line height. Its baseline follows from the pixel
/// size alone: QFontMetrics heights differ much between Noto and YaHei, and baselines must agree
/// through all panels.
struct TextLine
{
    QString text;
    QFont font;
    QColor color;

    int width() const;
    /// Elides when it is too long; returns the width used.
    int paint(QPainter &painter, const QRect &box, Qt::Alignment align = Qt::AlignLeft) const;
    /// Its beginning is cut off when it is too long: of a product the noun stands last. Nothing of
    /// it when fewer than `least` letters would be left.
    void paintTail(QPainter &painter, const QRect &box, int least) const;
    /// All of it or nothing: for words that mean nothing in halves.
    void paintWhole(QPainter &painter, const QRect &box) const;
    static int baseline(const QRect &box, const QFont &font);
};

/// A 1-px line stays one device pixel wide at 125 and 150 %.
void fillHairline(QPainter &painter, const QRect &rect, const QColor &color);

} // namespace pressboard::client
