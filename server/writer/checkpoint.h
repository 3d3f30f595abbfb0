// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "server/writer/checkpoint_fields.h"
#include "server/writer/dirty_orders.h"
#include "server/writer/lease.h"

#include <QObject>
#include <QTimer>

namespace pressboard::server {

/// Writes the book down: what changed since the checkpoint that is in Redis, in one act, and
/// only forward. A large one is made over several turns of the loop, of the book as it was at the
/// first of them. What Redis refuses is not written; the reason says who has to look.
class Checkpoint : public QObject
{
    Q_OBJECT
public:
    Checkpoint(redis::Connection &commands, redis::Keys keys, const EventLog &log, Lease &lease,
               QObject *parent = nullptr);

    DirtyOrders &dirtyOrders() { return m_dirty; }
    /// Where the book in Redis stands, as far as this server knows; nullopt: nowhere.
    std::optional<StreamId> position() const { return m_dirty.base(); }
    bool isWriting() const { return m_state != State::Idle; } ///< making one, or waiting for Redis
    bool isDue() const; ///< there is something to write, and nothing is being written
    void write();

Q_SIGNALS:
    void written(pressboard::StreamId position);
    /// Nothing was written. `foreign`: because Redis does not hold what this server thinks.
    void refused(bool foreign);

private:
    enum class State {
        Idle,
        Making, ///< `m_fields` is written, a slice each turn
        Sent, ///< until Redis answers
    };

    void makeSlice();
    void send();
    void handleReply(const redis::Reply &reply, StreamId position);

    redis::Connection &m_commands;
    redis::Keys m_keys;
    const EventLog &m_log;
    Lease &m_lease;
    DirtyOrders m_dirty;
    State m_state = State::Idle;
    std::optional<CheckpointFields> m_fields; ///< while making
    std::optional<StreamId> m_base; ///< of the delta in `m_fields`
    QTimer m_nextSlice;
    QByteArray m_lastError; ///< said once, though tried again and again
};

} // namespace pressboard::server
