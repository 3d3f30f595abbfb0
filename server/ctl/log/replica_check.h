// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"

#include <QObject>

#include <chrono>

namespace pressboard::server::ctl {

/// Would a failover right now lose what was just written? Asked where there is a replica, or
/// sentinels look for one: does at least one have it?
class ReplicaCheck : public QObject
{
    Q_OBJECT
public:
    /// Redis answers the connection nothing else meanwhile.
    static constexpr std::chrono::milliseconds patience{100};

    explicit ReplicaCheck(redis::Connection &redis);

    void start(); ///< on the connection that wrote

Q_SIGNALS:
    /// `isAlone`: there should be a replica, and none has it. Where nobody can tell, it is not.
    void done(bool isAlone);

private:
    void wait();

    redis::Connection &m_redis;
};

} // namespace pressboard::server::ctl
