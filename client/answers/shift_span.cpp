// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/shift_span.h"

#include <QDateTime>

#include <algorithm>

namespace pressboard::client {
namespace {

Moment at(QDate day, QTime time, const QTimeZone &zone)
{
    return Moment(std::chrono::milliseconds(QDateTime(day, time, zone).toMSecsSinceEpoch()));
}

/// All that began since the day before yesterday, the latest first.
QList<ShiftSpan> recentSpans(const Shifts &shifts, Moment now, const QTimeZone &zone)
{
    QList<ShiftSpan> spans;
    const QDate today = dateAt(now, zone);
    for (int back = 0; back <= 2; ++back) {
        for (const Shift &shift : shifts.all())
            spans.append({shift, today.addDays(-back), zone});
    }
    std::sort(spans.begin(), spans.end(),
              [](const ShiftSpan &a, const ShiftSpan &b) { return a.begin() > b.begin(); });
    return spans;
}

template<typename Fits> std::optional<ShiftSpan> latest(const QList<ShiftSpan> &spans, Fits fits)
{
    const auto found = std::find_if(spans.begin(), spans.end(), fits);
    return found == spans.end() ? std::nullopt : std::optional(*found);
}

} // namespace

Moment ShiftSpan::begin() const
{
    return at(day, shift.begin, zone);
}

Moment ShiftSpan::end() const
{
    return at(shift.passesMidnight() ? day.addDays(1) : day, shift.end, zone);
}

std::optional<ShiftSpan> shiftSpan(ShiftPick pick, const Shifts &shifts, Moment now,
                                   const QTimeZone &zone)
{
    const QList<ShiftSpan> spans = recentSpans(shifts, now, zone);
    const auto isOver = [now](const ShiftSpan &span) { return span.end() <= now; };
    const auto last = latest(spans, isOver);
    const auto night = latest(spans, [&](const ShiftSpan &span) {
        return isOver(span) && span.shift.passesMidnight()
            && span.day == dateAt(now, zone).addDays(-1);
    });
    switch (pick) {
    case ShiftPick::Night:
        return night;
    case ShiftPick::Last:
        return last == night ? std::nullopt : last;
    case ShiftPick::Current:
        break;
    }
    return latest(spans,
                  [now](const ShiftSpan &span) { return span.begin() <= now && now < span.end(); });
}

} // namespace pressboard::client
