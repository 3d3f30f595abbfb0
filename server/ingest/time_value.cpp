// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/time_value.h"

#include "server/ingest/date_text.h"
#include "server/ingest/plain_word.h"
#include "shared/base/object_reader.h"

namespace pressboard::server {

namespace {

using std::chrono::microseconds;

constexpr int firstYear = 1900; // 0000-00-00, 0001-01-01 and 1899-12-30 are some program's "none"
constexpr int lastYear = 9999;

bool isBetween(double number, double least, double end)
{
    return number >= least && number < end;
}

/// By their size: each of these ranges is 2001 to 2286.
OptionalMoment sinceEpoch(double number)
{
    double toMicroseconds = 0;
    if (isBetween(number, 1e9, 1e10))
        toMicroseconds = 1e6;
    else if (isBetween(number, 1e12, 1e13))
        toMicroseconds = 1e3;
    else if (isBetween(number, 1e15, 1e16))
        toMicroseconds = 1;
    else
        return std::nullopt;
    const microseconds since(qint64(number * toMicroseconds));
    return Moment(std::chrono::floor<std::chrono::milliseconds>(since));
}

/// "1795423846", "1795423846.123", and .NET's "/Date(1795423846000+0800)/".
OptionalMoment sinceEpoch(QString text)
{
    if (text.startsWith(QLatin1StringView("/Date(")) && text.endsWith(QLatin1StringView(")/")))
        text = text.sliced(6).section(u'+', 0, 0).section(u')', 0, 0);
    const bool isNumber = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.';
    });
    bool isRead = false;
    const double number = isNumber ? text.toDouble(&isRead) : 0;
    return isRead ? sinceEpoch(number) : std::nullopt;
}

/// A number may also be a date in digits: 20261205.
QString textOf(const QJsonValue &value)
{
    const auto number = integerFrom(value);
    return number ? QString::number(*number) : plainText(value.toString());
}

bool isSane(QDate date)
{
    return date.isValid() && date.year() >= firstYear && date.year() <= lastYear;
}

OptionalMoment anyMoment(const QJsonValue &value, const QTimeZone &shopZone)
{
    if (value.isDouble()) {
        if (const auto moment = sinceEpoch(value.toDouble()))
            return moment;
    }
    const QString text = textOf(value);
    if (const auto moment = momentFromText(text, shopZone)) // as nearly every program writes it
        return moment;
    if (const auto moment = sinceEpoch(text))
        return moment;
    const auto date = DateText::read(text);
    return date ? OptionalMoment(date->moment(shopZone)) : std::nullopt;
}

QDate anyDate(const QJsonValue &value, const QTimeZone &shopZone)
{
    const QString text = textOf(value);
    const auto read = value.isString() || integerFrom(value) ? DateText::read(text) : std::nullopt;
    if (read)
        return read->dateIn(shopZone);
    if (const auto moment = value.isDouble() ? sinceEpoch(value.toDouble()) : sinceEpoch(text))
        return dateAt(*moment, shopZone);
    return dateFromText(text); // and a remark behind it: 2026-12-05 下班前
}

} // namespace

OptionalMoment momentFrom(const QJsonValue &value, const QTimeZone &shopZone)
{
    const auto moment = anyMoment(value, shopZone);
    return moment && isSane(dateAt(*moment, QTimeZone::utc())) ? moment : std::nullopt;
}

QDate dateFrom(const QJsonValue &value, const QTimeZone &shopZone)
{
    const QDate date = anyDate(value, shopZone);
    return isSane(date) ? date : QDate();
}

} // namespace pressboard::server
