// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/shifts.h"

#include "shared/base/limits.h"

#include <algorithm>

namespace pressboard {
namespace {

constexpr int minutesOfDay = 24 * 60;

int minuteOf(QTime time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

QTime timeFrom(const QString &text, bool isEnd)
{
    if (isEnd && text == QLatin1StringView("24:00"))
        return QTime(0, 0);
    return QTime::fromString(text, QStringLiteral("H:mm"));
}

std::optional<Shift> shiftFrom(const QString &text)
{
    const QString line = text.simplified();
    const qsizetype blank = line.lastIndexOf(u' ');
    const QString name = line.left(std::max<qsizetype>(blank, 0));
    const QStringList ends = line.mid(blank + 1).split(u'-');
    if (name.isEmpty() || name.size() > limits::stationText || ends.size() != 2)
        return std::nullopt;
    const Shift shift{name, timeFrom(ends.at(0), false), timeFrom(ends.at(1), true)};
    if (!shift.begin.isValid() || !shift.end.isValid() || shift.begin == shift.end)
        return std::nullopt;
    return shift;
}

/// Minutes after the begin of `a`, within a day.
int after(const Shift &a, QTime time)
{
    return (minuteOf(time) - minuteOf(a.begin) + minutesOfDay) % minutesOfDay;
}

bool overlap(const Shift &a, const Shift &b)
{
    const int length = after(a, a.end);
    const int begin = after(a, b.begin);
    const int end = after(a, b.end);
    return begin < length || (end > 0 && end < begin);
}

} // namespace

QString Shift::toString() const
{
    const QString until =
        end == QTime(0, 0) ? QStringLiteral("24:00") : end.toString(QStringLiteral("HH:mm"));
    return QStringLiteral("%1 %2-%3").arg(name, begin.toString(QStringLiteral("HH:mm")), until);
}

Result<Shifts> Shifts::parse(const QStringList &texts)
{
    if (texts.size() > most)
        return Error{QStringLiteral("at most %1 shifts").arg(most)};
    Shifts shifts;
    for (const QString &text : texts) {
        const std::optional<Shift> shift = shiftFrom(text);
        if (!shift)
            return Error{QStringLiteral("a name and hours, such as 白班 08:00-20:00, instead of %1")
                             .arg(text)};
        for (const Shift &other : std::as_const(shifts.m_shifts)) {
            if (other.name == shift->name)
                return Error{QStringLiteral("each name once, not %1 twice").arg(other.name)};
            if (overlap(other, *shift))
                return Error{QStringLiteral("shifts that do not overlap, as %1 and %2 do")
                                 .arg(other.toString(), shift->toString())};
        }
        shifts.m_shifts.append(*shift);
    }
    return shifts;
}

} // namespace pressboard
