// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/date_cursor.h"

#include <algorithm>
#include <iterator>

namespace pressboard::server {

namespace {

constexpr QStringView months[] = {u"january",   u"february", u"march",    u"april",
                                  u"may",       u"june",     u"july",     u"august",
                                  u"september", u"october",  u"november", u"december"};
constexpr QStringView weekdays[] = {u"monday", u"tuesday",  u"wednesday", u"thursday",
                                    u"friday", u"saturday", u"sunday"};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// "Dec", "Sept", "december": at least three letters of one of the names.
template<size_t count> int placeOf(QStringView letters, const QStringView (&names)[count])
{
    const auto found =
        std::find_if(std::begin(names), std::end(names), [letters](QStringView name) {
            return letters.size() >= 3 && name.startsWith(letters, Qt::CaseInsensitive);
        });
    return found == std::end(names) ? -1 : int(found - std::begin(names));
}

} // namespace

qsizetype DateCursor::digitsAhead() const
{
    return std::find_if_not(m_rest.begin(), m_rest.end(), isDigit) - m_rest.begin();
}

QStringView DateCursor::letters() const
{
    return m_rest.left(std::find_if_not(m_rest.begin(), m_rest.end(), isLetter) - m_rest.begin());
}

std::optional<int> DateCursor::number(int minDigits, int maxDigits)
{
    const qsizetype digits = std::min<qsizetype>(digitsAhead(), maxDigits);
    if (digits < minDigits)
        return std::nullopt;
    const int value = m_rest.left(digits).toInt();
    m_rest = m_rest.sliced(digits);
    return value;
}

bool DateCursor::take(QChar sign)
{
    return oneOf(QStringView(&sign, 1)).has_value();
}

std::optional<QChar> DateCursor::oneOf(QStringView signs)
{
    if (m_rest.isEmpty() || !signs.contains(m_rest.front()))
        return std::nullopt;
    const QChar sign = m_rest.front();
    m_rest = m_rest.sliced(1);
    return sign;
}

void DateCursor::blanks()
{
    m_rest = m_rest.trimmed();
}

bool DateCursor::word(QStringView word)
{
    const QStringView ahead = m_rest.trimmed();
    if (!ahead.startsWith(word, Qt::CaseInsensitive))
        return false;
    m_rest = ahead.sliced(word.size()).trimmed();
    return true;
}

void DateCursor::weekday()
{
    const QStringView before = m_rest;
    const bool inBrackets = word(u"(");
    blanks();
    if (placeOf(letters(), weekdays) >= 0) {
        m_rest = m_rest.sliced(letters().size());
        while (oneOf(u"., "))
            continue;
    } else if (!((word(u"星期") || word(u"周")) && oneOf(u"一二三四五六日天"))) {
        m_rest = before;
        return;
    }
    if (inBrackets && !word(u")"))
        m_rest = before;
}

std::optional<int> DateCursor::monthName()
{
    DateCursor ahead = *this;
    while (ahead.oneOf(u"-/., "))
        continue;
    const QStringView name = ahead.letters();
    const int place = placeOf(name, months);
    if (place < 0)
        return std::nullopt;
    m_rest = ahead.m_rest.sliced(name.size());
    while (oneOf(u"-/., "))
        continue;
    return place + 1;
}

std::optional<int> DateCursor::dayOfMonth()
{
    const auto day = number(1, 2);
    if (!day)
        return std::nullopt;
    for (const QStringView ending : {u"st", u"nd", u"rd", u"th"}) {
        if (letters().compare(ending, Qt::CaseInsensitive) == 0)
            m_rest = m_rest.sliced(ending.size());
    }
    while (oneOf(u", "))
        continue;
    return day;
}

bool DateCursor::separator()
{
    if (oneOf(u"Tt"))
        return true;
    const qsizetype before = m_rest.size();
    while (oneOf(u",\u00a0 \t"))
        continue;
    return m_rest.size() < before;
}

bool DateCursor::startsTime() const
{
    return DateCursor(*this).halfOfDay() != Half::None;
}

DateCursor::Half DateCursor::halfOfDay()
{
    for (const QStringView said : {u"上午", u"am", u"a.m."}) {
        if (word(said))
            return Half::Morning;
    }
    for (const QStringView said : {u"下午", u"pm", u"p.m."}) {
        if (word(said))
            return Half::Afternoon;
    }
    return Half::None;
}

std::optional<DateCursor::Time> DateCursor::time()
{
    Half half = halfOfDay();
    auto read = digitsAhead() > 2 ? compactClock() : clock();
    if (!read)
        return std::nullopt;
    if (half == Half::None)
        half = halfOfDay();
    return half == Half::None ? read : inHalf(*read, half);
}

/// 12:30 AM is half an hour after midnight, and 上午0:30 is, too; 下午15:20 says it twice.
std::optional<DateCursor::Time> DateCursor::inHalf(const Time &time, Half half)
{
    const int hour = time.clock.hour();
    const bool isAfternoon = half == Half::Afternoon;
    if (time.isNextDay || (isAfternoon ? hour == 0 : hour > 12))
        return std::nullopt;
    if (hour > 12)
        return time;
    const int said = hour % 12 + (isAfternoon ? 12 : 0);
    return Time{time.clock.addSecs((said - hour) * 3600), false};
}

/// 10:32:05.123, 10时32分05秒
std::optional<DateCursor::Time> DateCursor::clock()
{
    const auto hour = number(1, 2);
    const bool isSaid = hour && (word(u"时") || word(u"点"));
    if (!hour || (!isSaid && !take(u':')))
        return std::nullopt;
    const bool fullHour = isSaid && digitsAhead() == 0; // 10时
    const auto minute = fullHour ? std::optional(0) : number(isSaid ? 1 : 2, 2);
    if (!minute)
        return std::nullopt;
    int second = 0;
    int milliseconds = 0;
    const bool hasSeconds = isSaid ? !fullHour && word(u"分") && digitsAhead() > 0 : take(u':');
    if (hasSeconds) {
        const auto read = number(isSaid ? 1 : 2, 2);
        if (!read)
            return std::nullopt;
        second = *read == 60 ? 59 : *read; // a leap second
        fraction(milliseconds);
        if (isSaid)
            word(u"秒");
    }
    const bool isNextDay = *hour == 24 && *minute == 0 && second == 0 && milliseconds == 0;
    const QTime clock(isNextDay ? 0 : *hour, *minute, second, milliseconds);
    return clock.isValid() ? std::optional(Time{clock, isNextDay}) : std::nullopt;
}

/// 1032, 103205
std::optional<DateCursor::Time> DateCursor::compactClock()
{
    const qsizetype digits = digitsAhead();
    if (digits != 4 && digits != 6)
        return std::nullopt;
    const auto hour = number(2, 2);
    const auto minute = number(2, 2);
    const auto second = digits == 6 ? number(2, 2) : std::optional(0);
    int milliseconds = 0;
    fraction(milliseconds);
    const QTime clock(*hour, *minute, *second, milliseconds);
    return clock.isValid() ? std::optional(Time{clock, false}) : std::nullopt;
}

void DateCursor::fraction(int &milliseconds)
{
    const bool hasDigits = m_rest.size() > 1 && isDigit(m_rest[1]);
    if (!hasDigits || !oneOf(u".,"))
        return;
    for (int weight = 100; const auto digit = number(1, 1); weight /= 10)
        milliseconds += *digit * weight;
}

std::optional<std::chrono::minutes> DateCursor::offset()
{
    blanks();
    const bool isUtc = word(u"utc") || word(u"gmt") || word(u"z");
    auto offset = signedOffset();
    if (!offset && isUtc)
        offset = std::chrono::minutes(0);
    if (offset)
        zoneName();
    return offset;
}

std::optional<std::chrono::minutes> DateCursor::signedOffset()
{
    const auto sign = oneOf(u"+-");
    if (!sign)
        return std::nullopt;
    const auto hours = number(1, 2);
    const bool colon = take(u':');
    const auto minutes = number(2, 2);
    if (!hours || *hours > 18 || (colon && !minutes) || minutes.value_or(0) > 59)
        return std::nullopt;
    const std::chrono::minutes offset(*hours * 60 + minutes.value_or(0));
    return *sign == u'-' ? -offset : offset;
}

/// "[Asia/Shanghai]" of Java, "(China Standard Time)" of JavaScript.
void DateCursor::zoneName()
{
    blanks();
    const bool isName = (m_rest.startsWith(u'[') && m_rest.endsWith(u']'))
        || (m_rest.startsWith(u'(') && m_rest.endsWith(u')'));
    if (isName)
        m_rest = {};
}

} // namespace pressboard::server
