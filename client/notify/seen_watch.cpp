// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/seen_watch.h"

#include <utility>

namespace pressboard::client {

QStringList SeenWatch::update(const QStringList &inSight, std::chrono::milliseconds now)
{
    QStringList seen;
    QHash<QString, std::chrono::milliseconds> since;
    for (const QString &id : inSight) {
        const auto first = m_since.value(id, now);
        if (now - first >= glance)
            seen.append(id);
        else
            since.insert(id, first);
    }
    m_since = std::move(since);
    return seen;
}

} // namespace pressboard::client
