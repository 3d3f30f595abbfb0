// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/mute.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

struct Span
{
    QTime begin;
    QTime end; ///< not after `begin`, or invalid ("24:00"): on the next day
};

QList<Span> spansOf(const QString &workHours)
{
    QList<Span> spans;
    if (!WorkHours::parse(workHours))
        return spans;
    const QStringList parts = workHours.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QStringList ends = part.split(u'-');
        spans.append({QTime::fromString(ends[0].trimmed(), QStringLiteral("H:mm")),
                      QTime::fromString(ends[1].trimmed(), QStringLiteral("H:mm"))});
    }
    return spans;
}

QDateTime closing(QDate day, const QList<Span> &spans, const QTimeZone &zone)
{
    QDateTime latest = spans.isEmpty() ? QDateTime(day, QTime(18, 0), zone) : QDateTime();
    for (const Span &span : spans) {
        const bool isNextDay = !span.end.isValid() || span.end <= span.begin;
        const QTime end = span.end.isValid() ? span.end : QTime(0, 0);
        const QDateTime closes(isNextDay ? day.addDays(1) : day, end, zone);
        latest = latest.isValid() ? std::max(latest, closes) : closes;
    }
    return latest;
}

QTime opening(const QList<Span> &spans)
{
    QTime earliest = spans.isEmpty() ? QTime(8, 0) : spans.constFirst().begin;
    for (const Span &span : spans)
        earliest = std::min(earliest, span.begin);
    return earliest;
}

Moment momentOf(const QDateTime &local)
{
    return Moment(std::chrono::milliseconds(local.toMSecsSinceEpoch()));
}

} // namespace

Moment muteEnd(MuteSpan span, Moment now, const QString &workHours, const QTimeZone &zone)
{
    if (span == MuteSpan::Hour)
        return now + 1h;
    const QDate today = dateAt(now, zone);
    const QList<Span> spans = spansOf(workHours);
    if (span == MuteSpan::UntilTomorrow)
        return momentOf(QDateTime(today.addDays(1), opening(spans), zone));
    const Moment closes = momentOf(closing(today, spans, zone));
    return closes > now ? closes : momentOf(today.addDays(1).startOfDay(zone));
}

} // namespace pressboard::client
