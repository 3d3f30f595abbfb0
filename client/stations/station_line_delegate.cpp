// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/station_line_delegate.h"

#include "client/controls/badge.h"
#include "client/models/format.h"
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
constexpr int padding = 4;
constexpr int fromWidths[] = {0, 26, 42, 54, 70, 100}; ///< percent of the room behind the dot
constexpr int twoLinesBelow = 640; ///< width in which the columns have no room
constexpr int stateFrom = 60; ///< percent, in the first of two lines
constexpr int secondLineTall = 20;

} // namespace

StationLineDelegate::StationLineDelegate(const Theme &theme, const Store &store, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_store(store)
{
}

QSize StationLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int tall = rowTall + (hasTwoLines(option.rect.width()) ? secondLineTall : 0);
    return {option.rect.width(), m_theme.px(tall)};
}

bool StationLineDelegate::hasTwoLines(int width) const
{
    return width < m_theme.px(twoLinesBelow);
}

QRect StationLineDelegate::cell(const QRect &row, Column column) const
{
    const int left = row.left() + m_theme.px(nameLeft);
    const int room = row.right() + 1 - left - m_theme.px(dotLeft);
    if (hasTwoLines(row.width())) {
        const int middle = left + room * stateFrom / 100;
        return column == State ? QRect(middle, row.top(), left + room - middle, row.height())
                               : QRect(left, row.top(), middle - left, row.height());
    }
    const int from = left + room * fromWidths[column] / 100;
    const int until = left + room * fromWidths[column + 1] / 100;
    return {from, row.top(), until - from - m_theme.px(cellGap), row.height()};
}

void StationLineDelegate::paintNames(QPainter &painter, const QRect &box) const
{
    const QString names[] = {StationWords::tr("Station"), StationWords::tr("Used by"),
                             StationWords::tr("Kind"), StationWords::tr("Version"),
                             StationWords::tr("State")};
    for (int column = Name; column < columns; column += hasTwoLines(box.width()) ? State : 1)
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

void StationLineDelegate::paintState(QPainter &painter, const QRect &box, const StationEntry &entry,
                                     bool isAlone) const
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
    if (!isAlone)
        TextLine{format::dotted({StationWords::since(entry, m_store), entry.row.system}),
                 m_theme.font(smallPx), t.text2}
            .paint(painter, box.adjusted(used + m_theme.px(10), 0, 0, 0));
}

void StationLineDelegate::paintSecondLine(QPainter &painter, const QRect &box,
                                          const StationEntry &entry) const
{
    const QString old = entry.isOld ? StationWords::tr("Old version") : QString();
    TextLine{format::dotted({entry.row.display, StationWords::kind(entry.row.kind),
                             entry.row.version, old, StationWords::since(entry, m_store)}),
             m_theme.font(smallPx), m_theme.tokens().text2}
        .paint(painter, box);
}

void StationLineDelegate::paintName(QPainter &painter, const QRect &row,
                                    const StationEntry &entry) const
{
    paintDot(painter, row, entry);
    const auto weight = entry.isDark ? Theme::Weight::Bold : Theme::Weight::Regular;
    TextLine{entry.row.name, m_theme.font(linePx, weight), ink(entry)}.paint(painter,
                                                                             cell(row, Name));
}

/// What is switched off is quiet.
QColor StationLineDelegate::ink(const StationEntry &entry) const
{
    const bool isQuiet = !entry.row.online && !entry.isDark;
    return isQuiet ? m_theme.tokens().text2 : m_theme.tokens().text;
}

void StationLineDelegate::paintColumns(QPainter &painter, const QRect &row,
                                       const StationEntry &entry) const
{
    const QString user = entry.row.display.isEmpty() ? QStringLiteral("—") : entry.row.display;
    paintName(painter, row, entry);
    TextLine{user, m_theme.font(linePx), ink(entry)}.paint(painter, cell(row, User));
    TextLine{StationWords::kind(entry.row.kind), m_theme.font(linePx), ink(entry)}.paint(
        painter, cell(row, Kind));
    paintVersion(painter, cell(row, Version), entry, ink(entry));
    paintState(painter, cell(row, State), entry, false);
}

void StationLineDelegate::paintTwoLines(QPainter &painter, const QRect &row,
                                        const StationEntry &entry) const
{
    const QRect first(row.left(), row.top(), row.width(), m_theme.px(rowTall));
    paintName(painter, first, entry);
    paintState(painter, cell(first, State), entry, true);
    const int tall = m_theme.px(secondLineTall);
    const QRect second(row.left(), row.bottom() + 1 - tall - m_theme.px(padding), row.width(),
                       tall);
    paintSecondLine(painter, cell(second, Name).united(cell(second, State)), entry);
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
    if (hasTwoLines(row.width()))
        paintTwoLines(*painter, row, entry);
    else
        paintColumns(*painter, row, entry);
    painter->restore();
}

} // namespace pressboard::client
