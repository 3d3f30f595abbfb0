// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/publisher.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"

#include <QObject>

namespace pressboard::server {

/// What XADD, or a script around it, answered.
Result<StreamId> storedId(const redis::Reply &reply);

/// Publishes into the stream: what is in the log once is there for every server and client.
class RedisPublisher final : public QObject, public Publisher
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours refKept{24};

    RedisPublisher(redis::Connection &commands, redis::Keys keys, QObject *parent = nullptr);

    void publish(const QString &user, const QString &ref, const Event &event,
                 Stored stored) override;
    /// Without a ref: stored as often as it is said.
    void append(const Event &event, Stored stored);

private:
    redis::Connection &m_commands;
    redis::Keys m_keys;
};

} // namespace pressboard::server
