// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <QCoreApplication>

#include <functional>
#include <memory>
#include <vector>

namespace pressboard::client {

/// What became of something we published or asked for.
struct PublishOutcome
{
    bool stored = false; ///< it is in the log; of anything but a publish: it is done
    bool echoed = false; ///< a test that the server sent back, and nowhere else
    StreamId id; ///< where, when stored
    int online = 0; ///< sessions in its audience at that moment
    /// Unless stored or echoed: invalid, forbidden, unavailable, too_many, station_taken.
    QString code;
    QString message; ///< unless stored or echoed: for people
    std::chrono::milliseconds roundTrip{0}; ///< from the last time it was sent to the answer
};

using PublishCallback = std::function<void(const PublishOutcome &)>;

/// What we published, or asked for, and have no answer for. After a cut it is sent again under the
/// same ref, which the server stores once; after 30 s without an answer its sender is told so.
class Outbox
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::Outbox)
public:
    using Send = std::function<void(const QByteArray &frame)>;
    static constexpr std::size_t mostPending = 100; ///< beyond: refused at once as too_many

    /// Both must outlive this.
    Outbox(Scheduler &scheduler, const Clock &clock, Send send);
    ~Outbox();

    /// Sends now when open, else as soon as it is. `callback` is called exactly once, but not when
    /// the outbox is destroyed before.
    void add(const protocol::Publish &publish, PublishCallback callback);
    /// Anything else that the server answers under its ref.
    void add(const QString &ref, const QByteArray &frame, PublishCallback callback);
    void open(); ///< sends all that has no answer yet, in the order it was added
    void shut() { m_open = false; }
    /// The server changed: nothing of it is sent to the new one.
    void abandon();

    void settle(const protocol::Ack &ack);
    void settle(const protocol::Refusal &refusal);

private:
    struct Letter;

    void send(Letter &letter);
    void expire(const QString &ref);
    void finish(const QString &ref, PublishOutcome outcome);

    Scheduler &m_scheduler;
    const Clock &m_clock;
    Send m_send;
    bool m_open = false;
    std::vector<std::unique_ptr<Letter>> m_letters; ///< oldest first
};

} // namespace pressboard::client
