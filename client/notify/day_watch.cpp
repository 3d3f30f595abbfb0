// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/day_watch.h"

#include <utility>

namespace pressboard::client {

std::optional<DayWatch::DayStart> DayWatch::update(QDate day, QDate greeted)
{
    const QDate watched = std::exchange(m_watched, day);
    if (greeted.isValid() && greeted >= day)
        return std::nullopt;
    return DayStart{day, watched.isValid() && watched < day ? watched : QDate()};
}

} // namespace pressboard::client
