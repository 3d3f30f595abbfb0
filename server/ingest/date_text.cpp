// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/date_text.h"

#include "server/ingest/date_cursor.h"
#include "server/ingest/plain_word.h"

namespace pressboard::server {

namespace {

QDate dateOf(int year, int month, int day)
{
    return QDate::isValid(year, month, day) ? QDate(year, month, day) : QDate();
}

/// 2026-12-05, 2026/12/5, 2026.12.5
QDate yearFirst(DateCursor &cursor)
{
    const auto year = cursor.number(4, 4);
    const auto sign = year ? cursor.oneOf(u"-/.") : std::nullopt;
    const auto month = sign ? cursor.number(1, 2) : std::nullopt;
    const auto day = month && cursor.take(*sign) ? cursor.number(1, 2) : std::nullopt;
    return day && cursor.digitsAhead() == 0 ? dateOf(*year, *month, *day) : QDate();
}

/// 2026年12月5日, 2026 年 12 月 5 号
QDate chinese(DateCursor &cursor)
{
    const auto year = cursor.number(4, 4);
    const auto month = year && cursor.word(u"年") ? cursor.number(1, 2) : std::nullopt;
    const auto day = month && cursor.word(u"月") ? cursor.number(1, 2) : std::nullopt;
    return day && (cursor.word(u"日") || cursor.word(u"号")) ? dateOf(*year, *month, *day)
                                                             : QDate();
}

/// 20261205
QDate compact(DateCursor &cursor)
{
    const qsizetype digits = cursor.digitsAhead();
    if (digits != 8 && digits != 12 && digits != 14)
        return {};
    const auto year = cursor.number(4, 4);
    const auto month = cursor.number(2, 2);
    const auto day = cursor.number(2, 2);
    return dateOf(*year, *month, *day);
}

/// 25/12/2026 and 12/25/2026: only where one of both cannot be a month, or both are the same.
QDate yearLast(DateCursor &cursor)
{
    const auto first = cursor.number(1, 2);
    const auto sign = first ? cursor.oneOf(u"-/.") : std::nullopt;
    const auto second = sign ? cursor.number(1, 2) : std::nullopt;
    const auto year = second && cursor.take(*sign) ? cursor.number(4, 4) : std::nullopt;
    if (!year || cursor.digitsAhead() > 0)
        return {};
    const QDate dayFirst = dateOf(*year, *second, *first);
    const QDate monthFirst = dateOf(*year, *first, *second);
    if (dayFirst.isValid() && monthFirst.isValid() && dayFirst != monthFirst)
        return {};
    return dayFirst.isValid() ? dayFirst : monthFirst;
}

/// Sat, 05 Dec 2026; 5-Dec-2026; December 5, 2026; Sat Dec 05 2026
QDate named(DateCursor &cursor)
{
    cursor.weekday();
    auto month = cursor.monthName();
    const auto day = cursor.dayOfMonth();
    if (!month && day)
        month = cursor.monthName();
    const auto year = month && day ? cursor.number(4, 4) : std::nullopt;
    return year && cursor.digitsAhead() == 0 ? dateOf(*year, *month, *day) : QDate();
}

std::optional<QDate> readDate(DateCursor &cursor)
{
    for (const auto form : {&yearFirst, &chinese, &compact, &yearLast, &named}) {
        DateCursor attempt = cursor;
        const QDate date = form(attempt);
        if (!date.isValid())
            continue;
        cursor = attempt;
        return date;
    }
    return std::nullopt;
}

} // namespace

std::optional<DateText> DateText::read(const QString &text)
{
    const QString plain = plainText(text);
    DateCursor cursor(plain);
    const auto date = readDate(cursor);
    if (!date)
        return std::nullopt;
    DateText read{*date, std::nullopt, std::nullopt};
    cursor.weekday();
    if (cursor.atEnd())
        return read;
    const bool isApart = cursor.separator();
    if (!isApart && cursor.digitsAhead() == 0 && !cursor.startsTime())
        return std::nullopt;
    const auto time = cursor.time();
    if (!time)
        return std::nullopt;
    // 24:00 is the midnight that ends the day.
    read.date = date->addDays(time->isNextDay ? 1 : 0);
    read.time = time->clock;
    if (cursor.atEnd())
        return read;
    read.offset = cursor.offset();
    return read.offset && cursor.atEnd() ? std::optional(read) : std::nullopt;
}

Moment DateText::moment(const QTimeZone &shopZone) const
{
    const QTime clock = time.value_or(QTime(0, 0));
    return offset ? momentAt(date, clock, *offset) : momentAt(date, clock, shopZone);
}

QDate DateText::dateIn(const QTimeZone &shopZone) const
{
    return offset ? dateAt(moment(shopZone), shopZone) : date;
}

} // namespace pressboard::server
