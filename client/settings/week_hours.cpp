// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/week_hours.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace std::chrono_literals;

namespace pressboard::client {

namespace {

constexpr std::chrono::minutes dayLength = 24h;

/// "1-5" or "67".
bool readDays(const QString &text, std::array<bool, 7> &days)
{
    const auto set = [&days](int day) { days.at(size_t(day - 1)) = true; };
    if (!text.contains(u'-')) {
        for (const QChar day : text)
            set(day.digitValue());
        return true;
    }
    const int last = text.back().digitValue();
    for (int day = text.front().digitValue(); day <= last; ++day)
        set(day);
    return text.front() <= text.back();
}

std::optional<WeekHours::Span> readSpan(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*([1-7]-[1-7]|[1-7]+)\\s+(\\d\\d?):(\\d\\d)\\s*-\\s*"
                       "(\\d\\d?):(\\d\\d)\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    WeekHours::Span span;
    if (!match.hasMatch() || !readDays(match.captured(1), span.days))
        return std::nullopt;
    const auto time = [&match](int at) {
        return std::chrono::minutes(match.captured(at).toInt() * 60
                                    + match.captured(at + 1).toInt());
    };
    span.begin = time(2);
    span.end = time(4);
    const bool hasMinutes = match.captured(3).toInt() < 60 && match.captured(5).toInt() < 60;
    if (!hasMinutes || span.begin >= dayLength || span.end > dayLength)
        return std::nullopt;
    return span;
}

QString timeText(std::chrono::minutes sinceMidnight)
{
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    return two(sinceMidnight.count() / 60) + u':' + two(sinceMidnight.count() % 60);
}

QString daysText(const std::array<bool, 7> &days)
{
    QString digits;
    for (int day = 1; day <= 7; ++day) {
        if (days.at(size_t(day - 1)))
            digits.append(QString::number(day));
    }
    const bool isRange = digits.size() > 2
        && digits.back().digitValue() - digits.front().digitValue() == digits.size() - 1;
    return isRange ? digits.first(1) + u'-' + digits.last(1) : digits;
}

Moment momentOn(QDate day, std::chrono::minutes sinceMidnight, const QTimeZone &zone)
{
    if (sinceMidnight == dayLength)
        return momentAt(day.addDays(1), QTime(0, 0), zone);
    const auto ms = std::chrono::milliseconds(sinceMidnight).count();
    return momentAt(day, QTime::fromMSecsSinceStartOfDay(int(ms)), zone);
}

} // namespace

std::optional<WeekHours> WeekHours::parse(const QString &text)
{
    QList<Span> spans;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty())
            continue;
        const std::optional<Span> span = readSpan(part);
        if (!span || spans.size() == mostSpans)
            return std::nullopt;
        spans.append(*span);
    }
    return WeekHours(spans);
}

QString WeekHours::toText() const
{
    QStringList parts;
    for (const Span &span : m_spans)
        parts.append(daysText(span.days) + u' ' + timeText(span.begin) + u'-' + timeText(span.end));
    return parts.join(QStringLiteral(", "));
}

bool WeekHours::contains(Moment moment, const QTimeZone &zone) const
{
    const QDate today = dateAt(moment, zone);
    for (const Span &span : m_spans) {
        for (const QDate day : {today.addDays(-1), today}) { // it may have begun yesterday
            if (!span.days.at(size_t(day.dayOfWeek() - 1)))
                continue;
            const QDate endDay = span.end > span.begin ? day : day.addDays(1);
            if (momentOn(day, span.begin, zone) <= moment
                && moment < momentOn(endDay, span.end, zone))
                return true;
        }
    }
    return false;
}

OptionalMoment WeekHours::endOf(Moment moment, const QTimeZone &zone) const
{
    if (!contains(moment, zone))
        return std::nullopt;
    const QDate today = dateAt(moment, zone);
    QList<Moment> ends;
    for (const Span &span : m_spans) {
        for (int ahead = 0; ahead <= 8; ++ahead)
            ends.append(momentOn(today.addDays(ahead), span.end, zone));
    }
    std::sort(ends.begin(), ends.end());
    const auto end = std::find_if(ends.begin(), ends.end(), [&](Moment each) {
        return each > moment && !contains(each, zone);
    });
    return end == ends.end() ? std::nullopt : OptionalMoment(*end);
}

} // namespace pressboard::client
