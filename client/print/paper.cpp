// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/print/paper.h"

#include "client/print/code128.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <cmath>
#include <numeric>

namespace pressboard::client {
namespace {

constexpr double mmPerInch = 25.4;
constexpr double usualModule = 0.25; ///< mm: any scanner reads it
constexpr double leastModule = 0.16; ///< a good one still does
constexpr double hairline = 0.15;

} // namespace

Paper::Paper(QPainter &painter, QSizeF millimetres)
    : m_painter(painter)
    , m_size(millimetres)
    , m_dotsPerMm(painter.device()->logicalDpiX() / mmPerInch)
{
}

QRectF Paper::dots(const QRectF &box) const
{
    return {box.topLeft() * m_dotsPerMm, box.size() * m_dotsPerMm};
}

void Paper::write(const QRectF &box, const QString &text, Type type, Qt::Alignment align) const
{
    QFont font(QGuiApplication::font().families());
    font.setPointSizeF(type.points);
    font.setBold(type.isBold);
    const QRectF place = dots(box);
    const QFontMetricsF measure(font, m_painter.device());
    m_painter.setFont(font);
    m_painter.setPen(Qt::black);
    m_painter.drawText(place, int(align | Qt::AlignVCenter | Qt::TextSingleLine),
                       measure.elidedText(text, Qt::ElideRight, place.width()));
}

void Paper::line(QPointF from, double width) const
{
    m_painter.fillRect(dots(QRectF(from, QSizeF(width, hairline))), Qt::gray);
}

bool Paper::barcode(const QRectF &box, const QString &text) const
{
    const auto widths = code128::widths(text);
    if (!widths)
        return false;
    const int modules = std::accumulate(widths->begin(), widths->end(), 2 * code128::quietZone);
    const QRectF place = dots(box);
    // Whole dots: a bar that is half a dot too wide is what scanners fail at.
    const double room = std::floor(place.width() / modules);
    const double module = std::min(room, std::round(usualModule * m_dotsPerMm));
    if (module < 1 || module < std::floor(leastModule * m_dotsPerMm))
        return false;
    double left = std::round(place.left()) + code128::quietZone * module;
    for (qsizetype i = 0; i < widths->size(); ++i) {
        const double wide = widths->at(i) * module;
        if (i % 2 == 0)
            m_painter.fillRect(QRectF(left, place.top(), wide, place.height()), Qt::black);
        left += wide;
    }
    return true;
}

} // namespace pressboard::client
