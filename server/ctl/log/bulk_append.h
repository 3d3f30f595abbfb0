// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/writer/redis_publisher.h"

#include <QList>
#include <QObject>

namespace pressboard::server::ctl {

/// Appends many events in their order, with so many on their way at a time that Redis is busy and
/// memory is not.
class BulkAppend : public QObject
{
    Q_OBJECT
public:
    static constexpr int window = 256;

    BulkAppend(redis::Connection &redis, redis::Keys keys);

    /// One list at a time; finished() or failed() ends it.
    void start(QList<Event> events);

Q_SIGNALS:
    void finished();
    void failed(const pressboard::Error &error, int stored);

private:
    void sendMore();
    void handleStored(const Result<StreamId> &stored);

    RedisPublisher m_publisher;
    QList<Event> m_events;
    int m_sent = 0;
    int m_answered = 0;
    bool m_failed = false;
};

} // namespace pressboard::server::ctl
