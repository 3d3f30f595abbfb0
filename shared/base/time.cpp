// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/time.h"

#include "shared/base/time_reader.h"

#include <QDateTime>

namespace pressboard {

using namespace std::chrono;

Moment SystemClock::now() const
{
    return floor<milliseconds>(system_clock::now());
}

milliseconds SystemClock::monotonic() const
{
    return floor<milliseconds>(steady_clock::now().time_since_epoch());
}

/// Digits into `text`, which has room; every event is written with several moments, and printf's
/// formats were a twentieth of its cost.
static char *appendNumber(char *text, unsigned value, int digits)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        text[i] = char('0' + value % 10);
    return text + digits;
}

static char *appendNumber(char *text, unsigned value, int digits, char after)
{
    text = appendNumber(text, value, digits);
    *text = after;
    return text + 1;
}

QString toWire(Moment moment)
{
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    char text[32];
    char *end = appendNumber(text, unsigned(int(date.year())), 4, '-');
    end = appendNumber(end, unsigned(date.month()), 2, '-');
    end = appendNumber(end, unsigned(date.day()), 2, 'T');
    end = appendNumber(end, unsigned(time.hours().count()), 2, ':');
    end = appendNumber(end, unsigned(time.minutes().count()), 2, ':');
    end = appendNumber(end, unsigned(time.seconds().count()), 2);
    if (const auto rest = time.subseconds(); rest.count() != 0) {
        *end = '.';
        end = appendNumber(end + 1, unsigned(rest.count()), 3);
    }
    *end++ = 'Z';
    return QString::fromLatin1(text, end - text);
}

Moment momentAt(QDate date, QTime time, milliseconds offset)
{
    constexpr qint64 julianDayOf1970 = 2'440'588;
    const days day(date.toJulianDay() - julianDayOf1970);
    return Moment(day + milliseconds(time.msecsSinceStartOfDay()) - offset);
}

Moment momentAt(QDate date, QTime time, const QTimeZone &zone)
{
    const QDateTime local(date, time, zone);
    if (local.isValid())
        return Moment(milliseconds(local.toMSecsSinceEpoch()));
    // Skipped: read by the clock as it went until then.
    const Moment here = momentAt(date, time, milliseconds(0));
    const Moment dayBefore = here - hours(24);
    const QDateTime before = QDateTime::fromMSecsSinceEpoch(dayBefore.time_since_epoch().count());
    return here - seconds(zone.offsetFromUtc(before));
}

OptionalMoment momentFromText(const QString &text, const QTimeZone &zone)
{
    TimeReader reader(text);
    const auto date = reader.date();
    if (!date)
        return std::nullopt;
    if (reader.atEnd())
        return momentAt(*date, QTime(0, 0), zone);
    if (!reader.separator())
        return std::nullopt;
    const auto time = reader.time();
    if (!time)
        return std::nullopt;
    if (reader.atEnd())
        return momentAt(*date, *time, zone);
    const auto offset = reader.offset();
    if (!offset || !reader.atEnd())
        return std::nullopt;
    return momentAt(*date, *time, *offset);
}

QDate dateFromText(const QString &text)
{
    TimeReader reader(text);
    const auto date = reader.date();
    if (!date || !(reader.atEnd() || reader.separator()))
        return {};
    return *date;
}

QDate dateAt(Moment moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone).date();
}

QDate shopDayAt(Moment moment, std::chrono::milliseconds dayStart, const QTimeZone &zone)
{
    return dateAt(moment - dayStart, zone);
}

} // namespace pressboard
