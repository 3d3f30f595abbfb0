// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/push/hub.h"
#include "tests/loopback/loopback_connection.h"
#include "tests/loopback/stored_log.h"
#include "tests/support/manual_scheduler.h"

#include <memory>

namespace pressboard::test {

/// The server's side of a loopback: a log that is kept, and a server that can be stopped, killed
/// and started again on it.
class LoopbackServer
{
public:
    explicit LoopbackServer(qsizetype ringBytes);
    ~LoopbackServer();

    ManualClock clock;
    ManualScheduler scheduler{clock}; ///< the desks' timers
    StoredLog stored;
    server::UserDirectory users;

    /// Everything any desk could have been sent in an epoch, with who may see it; for the law that
    /// each event comes exactly once.
    QList<server::RingEntry> sent(const QString &epoch) const { return m_sent.value(epoch); }
    const server::EventLog &log() const { return *m_log; }
    bool isUp() const { return m_hub != nullptr; }

    void setUsers(const QList<server::UserRecord> &records) { users.replace(records); }
    /// A connection to this server; `welcomed` is told each identity that comes in over it.
    std::shared_ptr<LoopbackConnection>
    newConnection(std::function<void(const server::Identity &)> welcomed);

    void start(); ///< reads the log as it is stored, its past into the ring
    void stop(); ///< says goodbye
    void kill(); ///< says nothing
    /// The log's past was rewritten: another epoch, smaller IDs.
    void beginEpoch();
    /// Lets the server's loop turn.
    static void turn();
    /// Moves the clock for both sides.
    void pass(std::chrono::milliseconds time);

private:
    int handshake(const client::Headers &headers) const;
    void welcome(std::unique_ptr<server::Wire> wire, const client::Headers &headers);
    void dropHub();

    qsizetype m_ringBytes;
    Book m_book; ///< while the server is down: what a new one would load
    StreamId m_steadySince;
    std::unique_ptr<server::EventLog> m_log;
    std::unique_ptr<server::Hub> m_hub;
    QHash<QString, QList<server::RingEntry>> m_sent;
    QList<std::weak_ptr<LoopbackConnection>> m_connections;
    int m_epoch = 1;
};

} // namespace pressboard::test
