// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "shared/base/time.h"

#include <QObject>
#include <QQueue>

#include <optional>

namespace pressboard::client {

/// Tells a fresh connection from a late one, and a late one from a dead one, by pings that the
/// server answers behind all that it has sent before. An answer proves that nothing older than its
/// ping is missing; that other frames arrive proves only that something once sent arrives.
class Heartbeat : public QObject
{
    Q_OBJECT
public:
    /// An answer that takes longer is late: with a ping every 3 s, a board is late after 6 s.
    static constexpr std::chrono::milliseconds answerWait{3'000};
    /// So long without any frame, and the connection is dead.
    static constexpr std::chrono::milliseconds silenceWait{15'000};
    /// The same after something happened that may have cut us.
    static constexpr std::chrono::milliseconds probeWait{5'000};

    /// Both must outlive this.
    Heartbeat(Scheduler &scheduler, const Clock &clock, QObject *parent = nullptr);

    /// Pings every `interval` from now on.
    void start(std::chrono::seconds interval);
    /// Pings at once when the time has passed already.
    void setInterval(std::chrono::seconds interval);
    void stop();
    /// What was late before counts no more; pings at once.
    void renew();
    /// Pings at once: something happened that may have cut us.
    void probe();

    /// Any frame arrived.
    void heard();
    /// The answer to the oldest open ping arrived.
    void ponged();
    bool isLate() const { return m_late; }
    std::optional<std::chrono::milliseconds> roundTrip() const { return m_roundTrip; }

Q_SIGNALS:
    void pingDue();
    void lateChanged();
    /// The connection is dead, whatever the network says.
    void silent();

private:
    void ping();
    void setLate(bool late);
    void waitForSilence(std::chrono::milliseconds patience);

    std::chrono::seconds m_interval{0}; ///< 0: stopped
    const Clock &m_clock;
    Alarm m_ping;
    Alarm m_answer;
    Alarm m_silence;
    QQueue<std::chrono::milliseconds> m_open; ///< monotonic: when the open pings were sent
    std::chrono::milliseconds m_pingedAt{0}; ///< monotonic: the last one, or the start
    std::chrono::milliseconds m_silentAt{0}; ///< monotonic: when m_silence rings
    std::optional<std::chrono::milliseconds> m_roundTrip;
    bool m_late = false;
};

} // namespace pressboard::client
