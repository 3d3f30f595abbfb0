// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/status/ops_answer.h"
#include "server/follower/log_state.h"
#include "server/ops/presence.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace pressboard::server::ctl {

/// What `status` found in Redis, before anybody judged it.
struct StatusFacts
{
    /// Beyond this nobody counts: the checkpoint is far behind.
    static constexpr int behindCounted = 100'000;

    static constexpr qint64 leaseWithoutEnd = -1;

    struct Reject
    {
        StreamId id; ///< of the entry that could not be read
        QString reason;
    };

    QString endpoint; ///< without a password
    bool isWatched = false; ///< by sentinels
    QByteArray info; ///< INFO's text; empty when this account may not ask
    QString writesObstacle; ///< Redis takes nothing new: why and what to do; empty while it does
    LogState logState;
    qint64 entries = 0; ///< in the log
    qint64 behind = 0; ///< entries after the checkpoint, at most behindCounted
    /// What is left of the writer's lease, as PTTL says: negative when there is none, or no end.
    qint64 leaseMs = -2;
    QList<PresenceReport> servers;
    QByteArray question; ///< that they were asked; empty: they could not be
    /// Of a server on this machine, whatever Redis it works with; nullopt: none answers.
    std::optional<OpsAnswer> ops;
    QString prefix; ///< of the keys that were looked at
    /// Where another Redis on this machine holds a log of this prefix; empty: nowhere.
    QString otherLog;
    QString dataDir; ///< with a log of its own that nobody reads; empty: there is none
    bool isRestoring = false; ///< a restore is under way, or was broken off

    /// It runs on this Redis, whether or not it reports there.
    bool serverRuns() const { return !servers.isEmpty() || (ops && ops->isOf(endpoint, prefix)); }

    qint64 users = 0;
    qint64 rejects = 0;
    std::optional<Reject> latestReject;
};

} // namespace pressboard::server::ctl
