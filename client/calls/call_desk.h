// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "shared/protocol/messages.h"

#include <QObject>

#include <optional>

namespace pressboard::client {

class Connection;
class Store;
struct PublishOutcome;

/// What somebody works on as he calls: whoever comes knows what to bring.
struct CallContext
{
    QString step; ///< that runs there; may be empty
    QString orderNo;
    CrmId orderId;
};

/// 呼叫: one tap, five seconds to take it back, then an alarm to whom the shop has set up; and who
/// comes. One at a time.
class CallDesk final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds takesBack{5};
    /// So often it is asked who comes: who calls may not be among those who are called.
    static constexpr std::chrono::seconds asksAgain{5};

    enum class State {
        None,
        Counting, ///< it goes when the seconds are over
        Sending,
        Waiting, ///< nobody took it yet
        Taken,
        Failed, ///< problem() says why
    };

    /// All must outlive it.
    CallDesk(Connection &connection, const Store &store, Scheduler &scheduler, const Clock &clock);

    const QList<protocol::Shop::Call> &calls() const;
    /// There is somebody to call.
    bool isOffered() const;

    void begin(const protocol::Shop::Call &call, const CallContext &from);
    /// While the seconds run, nothing was said. What is said stays until it is answered.
    void dismiss();
    /// Something else may be called for, whether somebody came or not.
    void reset();

    State state() const { return m_state; }
    const protocol::Shop::Call &call() const { return m_call; } ///< unless None
    std::chrono::seconds left() const; ///< while Counting
    const std::optional<Settlement> &taken() const { return m_taken; }
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    /// Somebody comes; also when nobody looks at the call any more.
    void answered(const QString &call, const pressboard::Settlement &by);

private:
    void send();
    void settle(const PublishOutcome &outcome);
    void ask();
    void take(const Settlement &by);
    void setState(State state);
    QJsonObject message() const;

    Connection &m_connection;
    const Store &m_store;
    const Clock &m_clock;
    Alarm m_countdown;
    Alarm m_asking;
    State m_state = State::None;
    protocol::Shop::Call m_call;
    CallContext m_from;
    std::chrono::milliseconds m_goesAt{0}; ///< monotonic
    StreamId m_sent; ///< the alarm it became
    Moment m_asksUntil{}; ///< it rings no more then
    std::optional<Settlement> m_taken;
    QString m_problem;
};

} // namespace pressboard::client
