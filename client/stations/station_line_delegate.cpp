// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/station_line_delegate.h"

#include "client/controls/badge.h"
#include "client/stations/station_entry.h"
#include "client/stations/station_table.h"
#include "client/stations/station_words.h"
#include "client/store/store.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int linePx = 14;
constexpr int smallPx = 13;
constexpr int namesPx = 12;
constexpr int dotLeft = 16;
constexpr int dotSize = 8;
constexpr int nameLeft = 34;
constexpr int cellGap = 12;
constexpr int fromWidths[] = {0, 26, 42, 54, 70, 100}; ///< percent of the room behind the dot

} // namespace

StationLineDelegate::StationLineDelegate(const Theme &theme, const Store &store, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_store(store)
{
}

QSize StationLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_theme.px(rowTall)};
}

QRect StationLineDelegate::cell(const QRect &row, Column column) const
{
    const int left = row.left() + m_theme.px(nameLeft);
    const int room = row.right() + 1 - left - m_theme.px(dotLeft);
    const int from = left + room * fromWidths[column] / 100;
    const int until = left + room * fromWidths[column + 1] / 100;
    return {from, row.top(), until - from - m_theme.px(cellGap), row.height()};
}

void StationLineDelegate::paintNames(QPainter &painter, const QRect &box) const
{
    const QString names[] = {StationWords::tr("Station"), StationWords::tr("Used by"),
                             StationWords::tr("Kind"), StationWords::tr("Version"),
                             StationWords::tr("State")};
    for (int column = Name; column < columns; ++column)
        TextLine{names[column], m_theme.font(namesPx), m_theme.tokens().text3}.paint(
            painter, cell(box, Column(column)));
}

/// Full, ring, square: told apart in grey, too.
void StationLineDelegate::paintDot(QPainter &painter, const QRect &row,
                                   const StationEntry &entry) const
{
    const Tokens &t = m_theme.tokens();
    const int size = m_theme.px(dotSize);
    const QRect box(row.left() + m_theme.px(dotLeft), row.center().y() - size / 2, size, size);
    if (entry.isDark)
        return painter.fillRect(box, t.red);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(entry.row.online ? t.dot : t.text2);
    painter.setBrush(entry.row.online ? QBrush(t.dot) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void StationLineDelegate::paintVersion(QPainter &painter, const QRect &box,
                                       const StationEntry &entry, const QColor &ink) const
{
    const int used = TextLine{entry.row.version, m_theme.font(linePx), ink}.paint(painter, box);
    if (!entry.isOld)
        return;
    const Badge badge{StationWords::tr("Old version"), Badge::Shape::Ink};
    const QRect room = box.adjusted(used + m_theme.px(8), 0, 0, 0);
    const int tall = m_theme.px(20);
    const int wide = TextLine{badge.text, m_theme.font(namesPx, Theme::Weight::Bold), {}}.width()
        + m_theme.px(12);
    const QRect frame(room.left(), room.center().y() - tall / 2, wide, tall);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.tokens().ink);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    TextLine{badge.text, m_theme.font(namesPx, Theme::Weight::Bold), m_theme.tokens().text}.paint(
        painter, frame, Qt::AlignHCenter);
}

void StationLineDelegate::paintState(QPainter &painter, const QRect &box,
                                     const StationEntry &entry) const
{
    const Tokens &t = m_theme.tokens();
    const QString state = StationWords::state(entry, m_store.now());
    int used = 0;
    if (entry.isDark) {
        const Badge badge{state, Badge::Shape::Filled};
        badge.paint(painter, box, m_theme, namesPx);
        used = badge.width(m_theme, namesPx);
    } else {
        used = TextLine{state, m_theme.font(linePx), entry.row.online ? t.text : t.text2}.paint(
            painter, box);
    }
    TextLine{StationWords::since(entry, m_store), m_theme.font(smallPx), t.text2}.paint(
        painter, box.adjusted(used + m_theme.px(10), 0, 0, 0));
}

void StationLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const auto entry = index.data(StationTable::EntryRole).value<StationEntry>();
    const QRect row = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, t.select);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, t.hover);
    fillHairline(*painter, QRect(row.left(), row.bottom(), row.width(), 1), t.hair);
    paintDot(*painter, row, entry);
    const bool isQuiet = !entry.row.online && !entry.isDark;
    const QColor ink = isQuiet ? t.text2 : t.text;
    const auto weight = entry.isDark ? Theme::Weight::Bold : Theme::Weight::Regular;
    const QString nobody = QStringLiteral("—");
    const auto words = [&](const QString &text, Column column, Theme::Weight bold) {
        TextLine{text.isEmpty() ? nobody : text, m_theme.font(linePx, bold), ink}.paint(
            *painter, cell(row, column));
    };
    words(entry.row.name, Name, weight);
    words(entry.row.display, User, Theme::Weight::Regular);
    words(StationWords::kind(entry.row.kind), Kind, Theme::Weight::Regular);
    paintVersion(*painter, cell(row, Version), entry, ink);
    paintState(*painter, cell(row, State), entry);
    painter->restore();
}

} // namespace pressboard::client
