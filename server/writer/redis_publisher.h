// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/publisher.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"

#include <QList>
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
    /// Empty when something came in between.
    using StoredAll = std::function<void(const Result<QList<Event>> &)>;
    using StoredIds = std::function<void(const Result<QList<StreamId>> &)>;

    /// An event, and the name under which it is stored once.
    struct Referred
    {
        QString ref;
        Event event;
    };

    RedisPublisher(redis::Connection &commands, redis::Keys keys, QObject *parent = nullptr);

    void publish(const Submission &submission, Stored stored) override;
    /// All of them in one act and in their order, each once: their IDs of the first time. When it
    /// fails, the first ones may be stored: said again, they are not stored again.
    void publishAll(const QString &user, const QList<Referred> &events, StoredIds stored);
    /// Without a ref: stored as often as it is said.
    void append(const Event &event, Appended stored);
    /// All of them at once, each with its ID then, if `last` is still the last entry; else nothing.
    void appendAfter(StreamId last, const QList<Event> &events, StoredAll stored);

Q_SIGNALS:
    /// Redis has this entry, and said so; not again for what was stored before.
    void acknowledged(pressboard::StreamId id);

private:
    using Answered = std::function<void(const Result<QList<Storage>> &)>;
    void store(const QList<Submission> &submissions, Answered answered);
    void tellAcknowledged(const QList<Storage> &all);

    redis::Connection &m_commands;
    redis::Keys m_keys;
};

} // namespace pressboard::server
