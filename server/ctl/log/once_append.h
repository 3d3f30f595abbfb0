// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/writer/redis_publisher.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace pressboard::server::ctl {

/// Appends events once each, in their order and in one act. An answer that is lost with its
/// connection is asked for again as soon as Redis is back, under the same refs; so what is said of
/// them is true.
class OnceAppend : public QObject
{
    Q_OBJECT
public:
    using Referred = RedisPublisher::Referred;

    /// How long a lost answer is asked for.
    static constexpr std::chrono::seconds patience{10};

    OnceAppend(redis::Connection &redis, redis::Keys keys);

    void setPatience(std::chrono::milliseconds patience) { m_waiting.setInterval(patience); }
    /// One list at a time, none of them empty; stored() or failed() ends it.
    void start(QList<Referred> events);
    /// Asked and not answered: they may be in the log, or not.
    bool isOpen() const { return m_state != State::Idle; }

Q_SIGNALS:
    void stored(const QList<pressboard::StreamId> &ids);
    /// `isUnsure`: an answer was lost, and nobody knows whether they are in the log.
    void failed(const pressboard::Error &error, bool isUnsure);

private:
    enum class State {
        Idle,
        Asked, ///< the answer is awaited
        Lost, ///< the connection is: asked on the next one
    };

    void ask();
    void askAgain();
    void take(const Result<QList<StreamId>> &ids);
    void wait(const Error &error);
    void giveUp();
    void fail(const Error &error);

    redis::Connection &m_redis;
    RedisPublisher m_publisher;
    State m_state = State::Idle;
    QList<Referred> m_events;
    Error m_loss; ///< the last one
    bool m_isUnsure = false;
    QTimer m_waiting; ///< since the first loss
};

} // namespace pressboard::server::ctl
