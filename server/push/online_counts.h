// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/viewer.h"
#include "shared/state/audience.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace pressboard::server {

/// Groups that some sessions are in, and how many; for `online` across the servers.
struct OnlineGroups
{
    QStringList groups; ///< sorted
    bool viewOrders = true;
    int sessions = 0;
};

/// How many sessions are in which groups, kept as they come and go.
class OnlineCounts
{
public:
    void enter(const Viewer &viewer);
    void leave(const Viewer &viewer);

    /// Those in `audience`; only those who may see orders when that is needed.
    int count(const Audience &audience, bool needsOrders) const;
    QList<OnlineGroups> groups() const;

private:
    QHash<Viewer, int> m_sessions; ///< by viewer, whatever the dialect
};

} // namespace pressboard::server
