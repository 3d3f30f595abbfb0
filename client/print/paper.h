// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace pressboard::client {

/// A sheet as it is measured: in millimetres from its upper left corner, fonts in points. Black on
/// white, whatever the board looks like.
class Paper
{
public:
    /// `painter` is on a device that knows its dots per inch; it must outlive the paper.
    Paper(QPainter &painter, QSizeF millimetres);

    QSizeF size() const { return m_size; }
    QPainter &painter() const { return m_painter; }
    double dotsPerMm() const { return m_dotsPerMm; }

    struct Type
    {
        double points = 10;
        bool isBold = false;
    };
    /// One line, elided where there is no room for it.
    void write(const QRectF &box, const QString &text, Type type,
               Qt::Alignment align = Qt::AlignLeft) const;
    void line(QPointF from, double width) const;
    /// Nothing where it has no room that a scanner could read, or the text no barcode.
    bool barcode(const QRectF &box, const QString &text) const;

private:
    QRectF dots(const QRectF &box) const;

    QPainter &m_painter;
    QSizeF m_size;
    double m_dotsPerMm;
};

} // namespace pressboard::client
