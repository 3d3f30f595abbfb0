// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/log_keeper.h"
#include "server/log/event_log.h"
#include "server/log/log_options.h"
#include "server/log/publisher.h"
#include "server/writer/checkpoint.h"
#include "server/writer/lease.h"
#include "server/writer/rejected_queue.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace pressboard::server {

/// What one server does for all: checkpoints, trims, marks days, retires finished orders, writes
/// down what could not be read. Every server has a Writer; the one that holds the lease works.
class Writer : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the writer.
    Writer(redis::Connection &commands, EventLog &log, LogKeeper &keeper, const Clock &clock,
           LogOptions options, QObject *parent = nullptr);

    /// Orders are retired only while this says so: they do not come back. Always, unless set.
    void setMayRetire(std::function<bool()> mayRetire) { m_mayRetire = std::move(mayRetire); }

    /// Whether no other server lives that may have read what this one missed. Always, unless set.
    void setIsAlone(std::function<bool()> isAlone) { m_isAlone = std::move(isAlone); }

    void start();
    /// Writes one more checkpoint, gives the lease up, then calls `stopped`. Bounded by the
    /// connection's timeout; who stops the program should not wait longer than it likes.
    void stop(std::function<void()> stopped);

    bool holdsLease() const { return m_lease.isHeld(); }
    /// Where the book in Redis stands, as far as this server knows.
    std::optional<StreamId> checkpointPosition() const;

    /// Appends an event that came in by pub/sub, which every server hears: only the writer's
    /// counts. Error transient = another server is the writer, or Redis is away.
    void append(const Event &event, Publisher::Appended stored);
    /// The same, of what is said once whoever writes: with a ref of the servers' own. It is kept
    /// for longer than an alarm is worth telling of.
    void appendOnce(const Event &event, const QByteArray &ref, Publisher::Appended stored);
    /// The same for what could not be read: it goes to the rejects.
    void reject(const QString &reason, const QByteArray &head);

    /// A script of somebody who keeps something for all servers: the lease comes before its keys
    /// and its arguments.
    void script(const redis::Script &script, const QByteArrayList &keys,
                const QByteArrayList &arguments, QObject *context,
                redis::Connection::Callback answered);

Q_SIGNALS:
    void checkpointed(pressboard::StreamId position);
    void becameWriter(); ///< this server took the lease

private:
    void tick();
    void work();
    void checkpointIfDue();
    void onWritten(StreamId position);
    void onRefused(bool foreign);
    void trim();
    void markDay();
    void retire();
    void onMissing();
    void bridgeGap();
    void appendOwn(const QString &type, const QJsonObject &data, const QByteArray &ref);
    void appendAsWriter(const Event &event, const QByteArray &ref, Publisher::Appended stored);
    void writeLast();
    void finishStop();

    redis::Connection &m_commands;
    EventLog &m_log;
    LogKeeper &m_keeper;
    const Clock &m_clock;
    LogOptions m_options;
    Lease m_lease;
    Checkpoint m_checkpoint;
    RejectedQueue m_rejected;
    QTimer m_timer;
    std::chrono::milliseconds m_leaseDue{0}; ///< monotonic, as all of these
    std::chrono::milliseconds m_checkpointDue{0};
    std::chrono::milliseconds m_retireDue{0};
    std::chrono::milliseconds m_dayDue{0};
    std::chrono::milliseconds m_bridgeDue{0};
    std::function<bool()> m_isAlone = [] { return true; };
    std::function<bool()> m_mayRetire = [] { return true; };
    std::function<void()> m_stopped;
    bool m_mayWriteOnceMore = true; ///< while stopping
};

} // namespace pressboard::server
