// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/robots/robot_state.h"
#include "shared/base/result.h"
#include "shared/state/event.h"

#include <QHash>
#include <QList>

#include <functional>

namespace pressboard::server {

/// Where the robots' states outlive this server, and the log of the past.
class RobotStore
{
public:
    enum class Kept {
        Yes,
        NotTheWriter, ///< another server tells now
        Unknown, ///< Redis is away: try again
    };
    using States = QHash<QString, RobotState>; ///< by the robots' names

    virtual ~RobotStore() = default;
    // Each calls its last argument once, later.
    virtual void load(std::function<void(const Result<States> &)> loaded) = 0;
    /// Only the writer's is kept.
    virtual void save(const QString &robot, const RobotState &state,
                      std::function<void(Kept)> saved) = 0;
    /// One that is not in the settings any more.
    virtual void forget(const QString &robot) = 0;
    /// What can be read of the entries in (after, upTo].
    virtual void readEvents(StreamId after, StreamId upTo,
                            std::function<void(const Result<QList<Event>> &)> read) = 0;
};

} // namespace pressboard::server
