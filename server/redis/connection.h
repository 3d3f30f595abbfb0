// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/endpoint.h"
#include "server/redis/reply.h"

#include <QByteArrayList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

class QIODevice;
class QTimer;

namespace pressboard::server::redis {

/// One connection to Redis: a Qt socket (TCP, TLS or Unix) under hiredis' reader and formatter.
/// Connects, authenticates, selects the database, and reconnects by itself with backoff until
/// close(). A command issued while not ready fails at once with Lost.
class Connection : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(const Reply &)>;
    /// Longest wait for an answer before the connection is taken for dead.
    static constexpr std::chrono::milliseconds defaultTimeout{5000};

    /// `name` is CLIENT SETNAME's and the log's: "pressboard:read".
    Connection(Endpoint endpoint, QString name, QObject *parent = nullptr);
    ~Connection() override;

    void open();
    /// Pending callbacks get Lost; no more reconnects.
    void close();
    bool isReady() const;
    const Endpoint &endpoint() const;
    void setEndpoint(const Endpoint &endpoint); ///< used from the next attempt on

    /// The callback is called exactly once: with the reply, or with Lost. `context` destroyed =
    /// never called.
    void command(const QByteArrayList &arguments, QObject *context, Callback callback,
                 std::chrono::milliseconds timeout = defaultTimeout);
    /// EVALSHA, falling back to EVAL when Redis does not know the script (yet or any more).
    void script(const class Script &script, const QByteArrayList &keys, const QByteArrayList &arguments,
                QObject *context, Callback callback);

Q_SIGNALS:
    void becameReady();
    /// `reason` is a sentence for the log and for `status`; emitted once per loss.
    void becameLost(const QString &reason);
    /// Replies outside of a command: pub/sub messages after SUBSCRIBE / PSUBSCRIBE.
    void pushed(const pressboard::server::redis::Reply &reply);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pressboard::server::redis
