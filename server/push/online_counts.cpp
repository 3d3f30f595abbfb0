// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/online_counts.h"

namespace pressboard::server {

static Viewer withoutDialect(const Viewer &viewer)
{
    return {Viewer::Dialect::V1, viewer.viewOrders, false, viewer.groups};
}

void OnlineCounts::enter(const Viewer &viewer)
{
    ++m_sessions[withoutDialect(viewer)];
}

void OnlineCounts::leave(const Viewer &viewer)
{
    const auto found = m_sessions.find(withoutDialect(viewer));
    if (found != m_sessions.end() && --*found == 0)
        m_sessions.erase(found);
}

int OnlineCounts::count(const Audience &audience, bool needsOrders) const
{
    int count = 0;
    for (auto it = m_sessions.constBegin(); it != m_sessions.constEnd(); ++it) {
        const bool concerned = it.key().viewOrders || !needsOrders;
        if (concerned && audience.admits(it.key().groups))
            count += it.value();
    }
    return count;
}

QList<OnlineGroups> OnlineCounts::groups() const
{
    QList<OnlineGroups> result;
    for (auto it = m_sessions.constBegin(); it != m_sessions.constEnd(); ++it) {
        QStringList sorted = it.key().groups.values();
        sorted.sort();
        result.append({sorted, it.key().viewOrders, it.value()});
    }
    return result;
}

} // namespace pressboard::server
