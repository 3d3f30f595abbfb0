// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "shared/base/time.h"

#include <QObject>

#include <optional>

namespace pressboard::client {

/// Tells a living connection from a dead one: a WebSocket ping every 10 s, and no frame of any
/// kind within 5 s of it is death. Above that the application's own ping every heartbeat_s, whose
/// pong brings time and position.
class Heartbeat : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    Heartbeat(Scheduler &scheduler, const Clock &clock, QObject *parent = nullptr);

    void start(std::chrono::seconds interval);
    void stop();
    /// Pings at once: something happened that may have cut us.
    void probe();

    /// Any frame arrived.
    void heard();
    /// The answer to a WebSocket ping arrived.
    void ponged();
    std::optional<std::chrono::milliseconds> roundTrip() const { return m_roundTrip; }

Q_SIGNALS:
    void wirePingDue();
    void pingDue();
    /// No answer: the connection is dead, whatever the network says.
    void silent();

private:
    std::chrono::seconds m_interval{0};
    const Clock &m_clock;
    Alarm m_wirePing;
    Alarm m_answer;
    Alarm m_ping;
    std::optional<std::chrono::milliseconds> m_pingedAt; ///< monotonic
    std::optional<std::chrono::milliseconds> m_roundTrip;
};

} // namespace pressboard::client
