// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/logging/told_sentences.h"
#include "server/redis/backoff.h"
#include "server/redis/endpoint.h"
#include "server/redis/reply.h"
#include "server/redis/reply_parser.h"
#include "server/redis/route.h"
#include "server/redis/transport.h"

#include <QByteArrayList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>

namespace pressboard::server::redis {

class Script;

/// One connection to Redis: a Qt socket (TCP, TLS or Unix) under hiredis' reader and formatter.
/// Connects, authenticates, selects the database, and reconnects by itself with backoff until
/// close(). A command issued while not ready fails with Lost.
///
/// RESP answers in order, so a connection is a queue of callbacks beside a socket. Redis is taken
/// for dead when one of them is not answered in its time: everything pending is then Lost, and a
/// new connection is tried. Anything here may be called from a callback or a slot, deleting the
/// Connection included.
class Connection : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(const Reply &)>;
    using milliseconds = std::chrono::milliseconds;

    /// Longest wait for an answer before the connection is taken for dead.
    static constexpr milliseconds defaultTimeout{5000};
    /// From the name lookup to the answer of the first PING.
    static constexpr milliseconds connectTimeout{3000};
    /// How long what sentinels said is believed: a master that took longer to answer may have been
    /// frozen, and replaced meanwhile, and does not know it yet.
    static constexpr milliseconds sentinelsWord{1000};
    static constexpr milliseconds firstRetry{100};
    static constexpr milliseconds longestRetry{2000};
    /// More than this not yet taken by the socket: further commands are refused with Lost.
    static constexpr qint64 maxUnsentBytes = 64 * 1024 * 1024;

    /// `name` is CLIENT SETNAME's and the log's ("pressboard:read"); empty: neither hears of it.
    Connection(Endpoint endpoint, QString name, QObject *parent = nullptr);
    /// Pending callbacks are dropped, not called: their owners may be half destroyed.
    ~Connection() override;

    /// Only a master will do: a replica, and one that became it, is left as if it had broken, so
    /// that an address which leads to the new master by then is followed. Asked with ROLE, and of
    /// whoever may not ask that by deleting `absentKey`, which never exists. Before open().
    void insistOnMaster(const QByteArray &absentKey) { m_absentKey = absentKey; }
    /// From now on runId() is asked for before the connection is used. Before open().
    void askWhichRedis() { m_asksRunId = true; }
    /// Of the Redis that answers here; another one, and the same after a restart, has another.
    /// Empty: not asked for, or this account may not ask.
    const QByteArray &runId() const { return m_runId; }
    /// Gives this connection up, for that reason, and makes another one.
    void leave(const QString &reason);
    /// For tests: how a name's addresses are found.
    void setResolve(NameWatch::Resolve resolve) { m_route.setResolve(std::move(resolve)); }
    /// Asks again: Redis does not say by itself what it became. Nothing without insistOnMaster().
    void checkMaster();

    void open();
    /// Pending callbacks get Lost; no more reconnects. Emits nothing.
    void close();
    bool isReady() const { return m_state == State::Ready; }
    bool isOpen() const { return m_state != State::Closed; } ///< ready, or trying to be
    /// Why it is not ready, in a sentence; empty while ready and before the first failure.
    QString lostReason() const { return m_lostReason; }
    const Endpoint &endpoint() const { return m_endpoint; }
    /// Where the sentinels led to last; nothing is in it where there are none.
    const Endpoint &master() const { return m_route.target(); }

    /// The callback is called exactly once, later: with the reply, or with Lost. When `context`
    /// or this Connection is destroyed first, it is never called. Without a callback `context`
    /// may be null.
    void command(const QByteArrayList &arguments, QObject *context, Callback callback,
                 milliseconds timeout = defaultTimeout);
    /// EVALSHA; EVAL where Redis may not know the script (the first time on each connection, so
    /// that calls keep their order) or turns out not to (SCRIPT FLUSH).
    void script(const Script &script, const QByteArrayList &keys, const QByteArrayList &arguments,
                QObject *context, Callback callback, milliseconds timeout = defaultTimeout);

Q_SIGNALS:
    /// runId() is known; becameReady() may follow.
    void identified();
    void becameReady();
    /// `reason` is a sentence for the log and for `status`; emitted once per loss.
    void becameLost(const QString &reason);
    /// An attempt failed, for another reason than the last one: said once per reason.
    void connectFailed(const QString &reason);
    /// Messages after SUBSCRIBE / PSUBSCRIBE: ["message", channel, payload].
    void pushed(const pressboard::server::redis::Reply &reply);

private:
    using Deadline = std::chrono::steady_clock::time_point;

    enum class State {
        Closed, ///< not wanted
        Waiting, ///< for the next attempt
        Connecting, ///< name lookup, connect, TLS handshake
        Greeting, ///< AUTH, SELECT, CLIENT SETNAME and PING are on their way
        Ready,
    };

    struct Pending
    {
        QPointer<QObject> context;
        Callback callback;
        milliseconds timeout;
        Deadline deadline;

        void answer(const Reply &reply) const;
    };

    void attempt();
    void connectTo(const Endpoint &target);
    void greet();
    void onGreeted(const QByteArray &command, const Reply &reply);
    void handleRole(const Reply &reply);
    void handleInfo(const Reply &reply);
    void onReadyRead();
    void onFailed(const QString &reason);
    void handle(const Reply &reply);
    bool isPush(const Reply &reply) const;
    bool isUseless(const Reply &reply) const;
    void becomeReady();
    void lose(const QString &reason);
    void tellLoss(const QString &reason);
    void dropAttempt();
    void answerAllLost(const QString &reason);

    void send(const QByteArrayList &arguments, QObject *context, Callback callback,
              milliseconds timeout);
    void evaluate(const Script &script, const QByteArrayList &countKeysArguments, QObject *context,
                  const Callback &callback, milliseconds timeout);

    void watch(Deadline deadline);
    void checkDeadlines();
    const Pending *overdue() const;

    Endpoint m_endpoint;
    QString m_name;
    QByteArray m_absentKey; ///< empty: a replica will do
    bool m_asksRunId = false;
    QByteArray m_runId; ///< of the current attempt
    Route m_route;
    std::chrono::steady_clock::time_point m_foundAt; ///< when the route was told
    State m_state = State::Closed;
    QString m_lostReason;
    bool m_toldReady = false; ///< what the server's log says of it
    QString m_toldReason; ///< the same: why it is not ready
    ToldSentences m_toldSentences;
    Backoff m_backoff;
    TransportPointer m_transport; ///< the current attempt's
    ReplyParser m_parser;
    std::deque<Pending> m_pending;
    bool m_subscribed = false;
    QSet<QByteArray> m_knownScripts; ///< SHA1s that this connection has sent the text of
    QTimer m_retry;
    QTimer m_watchdog;
    Deadline m_watchedDeadline;
};

} // namespace pressboard::server::redis
