// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/work_hours.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

using namespace std::chrono_literals;

namespace pressboard {
namespace {

constexpr std::chrono::milliseconds dayLength = 24h;
/// Longer absences count as this much: nobody asks how many hours of work a year has.
constexpr qint64 mostDays = 400;

std::optional<std::chrono::milliseconds> parseTime(const QString &text)
{
    if (text == QLatin1StringView("24:00"))
        return dayLength;
    const QTime time = QTime::fromString(text, QStringLiteral("H:mm"));
    if (!time.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(time.msecsSinceStartOfDay());
}

QString timeText(std::chrono::milliseconds sinceMidnight)
{
    if (sinceMidnight == dayLength)
        return QStringLiteral("24:00");
    return QTime::fromMSecsSinceStartOfDay(int(sinceMidnight.count()))
        .toString(QStringLiteral("HH:mm"));
}

Moment startOf(QDate day, const QTimeZone &zone)
{
    return Moment(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

} // namespace

std::optional<WorkHours> WorkHours::parse(const QString &text)
{
    WorkHours hours;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QStringList ends = part.trimmed().split(u'-');
        if (ends.size() != 2)
            return std::nullopt;
        const auto begin = parseTime(ends[0].trimmed());
        const auto end = parseTime(ends[1].trimmed());
        if (!begin || !end || *begin == *end || *begin == dayLength)
            return std::nullopt;
        hours.add({*begin, *end});
    }
    hours.normalise();
    return hours;
}

void WorkHours::add(Span span)
{
    if (span.begin < span.end) {
        m_spans.append(span);
        return;
    }
    m_spans.append({span.begin, dayLength});
    if (span.end > 0ms)
        m_spans.append({0ms, span.end});
}

void WorkHours::normalise()
{
    std::sort(m_spans.begin(), m_spans.end(),
              [](const Span &a, const Span &b) { return a.begin < b.begin; });
    QList<Span> joined;
    for (const Span &span : std::as_const(m_spans)) {
        if (!joined.isEmpty() && span.begin <= joined.last().end)
            joined.last().end = std::max(joined.last().end, span.end);
        else
            joined.append(span);
    }
    m_spans = joined;
    if (perDay() == dayLength)
        m_spans.clear(); // around the clock, in whichever words
}

bool WorkHours::contains(QTime local) const
{
    const std::chrono::milliseconds at(local.msecsSinceStartOfDay());
    return isRoundTheClock() || std::any_of(m_spans.cbegin(), m_spans.cend(), [at](const Span &s) {
               return s.begin <= at && at < s.end;
           });
}

bool WorkHours::contains(Moment moment, const QTimeZone &zone) const
{
    const qint64 ms = moment.time_since_epoch().count();
    return contains(QDateTime::fromMSecsSinceEpoch(ms, zone).time());
}

std::chrono::milliseconds WorkHours::before(std::chrono::milliseconds sinceMidnight) const
{
    if (isRoundTheClock())
        return sinceMidnight;
    std::chrono::milliseconds sum{0};
    for (const Span &span : m_spans)
        sum += std::clamp(sinceMidnight, span.begin, span.end) - span.begin;
    return sum;
}

std::chrono::milliseconds WorkHours::perDay() const
{
    return before(dayLength);
}

QString WorkHours::toString() const
{
    QStringList spans;
    for (const Span &span : m_spans)
        spans.append(timeText(span.begin) + u'–' + timeText(span.end));
    return spans.join(QStringLiteral(", "));
}

std::chrono::milliseconds WorkHours::between(Moment from, Moment to, const QTimeZone &zone) const
{
    if (to <= from)
        return 0ms;
    if (isRoundTheClock())
        return to - from;
    const QDate last = dateAt(to, zone);
    const QDate first = std::max(dateAt(from, zone), last.addDays(-mostDays));
    std::chrono::milliseconds sum{0};
    for (QDate day = first; day <= last; day = day.addDays(1))
        sum += onDay(day, from, to, zone);
    return sum;
}

std::chrono::milliseconds WorkHours::onDay(QDate day, Moment from, Moment to,
                                           const QTimeZone &zone) const
{
    const Moment midnight = startOf(day, zone);
    std::chrono::milliseconds sum{0};
    for (const Span &span : m_spans) {
        const Moment begin = std::max(from, midnight + span.begin);
        const Moment end = std::min(to, midnight + span.end);
        sum += std::max<std::chrono::milliseconds>(end - begin, 0ms);
    }
    return sum;
}

} // namespace pressboard
