// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/day_watch.h"

#include <QTime>

#include <utility>

namespace pressboard::client {

QDate shopDay(Moment moment, const QString &dayStart, const QTimeZone &zone)
{
    const QTime start = QTime::fromString(dayStart, QStringLiteral("HH:mm"));
    const int sinceMidnight = start.isValid() ? start.msecsSinceStartOfDay() : 0;
    return dateAt(moment - std::chrono::milliseconds(sinceMidnight), zone);
}

std::optional<DayWatch::DayStart> DayWatch::look(QDate day, QDate greeted)
{
    const QDate watched = std::exchange(m_watched, day);
    if (greeted.isValid() && greeted >= day)
        return std::nullopt;
    return DayStart{day, watched.isValid() && watched < day ? watched : QDate()};
}

} // namespace pressboard::client
