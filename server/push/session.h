// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "server/log/ring.h"
#include "server/platform/prefetch.h"
#include "server/push/feed.h"
#include "server/push/keep_alive.h"
#include "server/push/rate_limit.h"
#include "server/push/snapshot.h"
#include "server/push/sync_progress.h"
#include "server/push/viewer.h"
#include "server/wire/pool_allocated.h"
#include "server/wire/push_counters.h"
#include "server/wire/wire.h"
#include "shared/base/limits.h"
#include "shared/base/time.h"
#include "shared/protocol/close_codes.h"
#include "shared/protocol/messages.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace pressboard::server {

class Session;

/// What a session asks of its house: everything that is not its own wire and cursor. The hub in
/// the server.
class SessionHost
{
public:
    virtual ~SessionHost() = default;
    virtual protocol::ConnectionEstablished greeting(const Identity &identity) const = 0;
    /// The position at which this user's rights last changed; null = never seen to.
    virtual StreamId rightsMoved(const Identity &identity) const = 0;
    /// Answers later, or at once, by Session::answer().
    virtual void publish(Session &session, const protocol::Publish &publish) = 0;
    /// The book, of which not all may be written yet.
    virtual std::shared_ptr<Snapshot> takeSnapshot(const Viewer &viewer) = 0;
    /// The frame that ends a replay up to the ring's end as it is now.
    virtual QByteArray tellSynced(const Viewer &viewer) = 0;
    /// Those who catch up share a number of bytes a turn of the loop, so that thousands who come
    /// back at once do not hold up what is live. False: not in this turn; pump() comes again.
    virtual bool mayCatchUp() = 0;
    /// What it took: bytes gone through, seen by this client or not.
    virtual void spend(qsizetype bytes) = 0;
    /// The session waits for something until a moment; from now on checkDeadline() is called, until
    /// it says that it waits no more.
    virtual void watchDeadline(Session &session) = 0;
    /// There is more to send, or something is being made for the session: pump() comes with the
    /// next turn.
    virtual void pumpSoon() = 0;
    virtual PushCounters &counters() = 0;

protected:
    SessionHost() = default;
    Q_DISABLE_COPY_MOVE(SessionHost)
};

/// The bounds a session keeps its client in.
struct SessionLimits
{
    /// A client that makes us answer this far beyond does not read: it is closed.
    qint64 replyBytes = 512 * 1024;
    /// Messages from the client; beyond: 4029.
    int messagesBurst = 500;
    int messagesPerSecond = 200;
    /// Of control frames, by the bytes of the answers; beyond: 4029. A client that keeps to the
    /// protocol sends a ping in ten seconds.
    int controlBytesBurst = 64 * 1024;
    int controlBytesPerSecond = 4 * 1024;
    /// Publishes; beyond: the error too_many.
    int publishesBurst = 200;
    int publishesPerSecond = 50;
    std::chrono::milliseconds helloWait{10'000}; ///< for the first hello; then 4002
    KeepAlive::Limits pulse;
};

/// One connected client: a wire and a cursor into the ring. It has no queue of its own, so a slow
/// client costs nothing: resuming, live and catching up are one thing, walking the cursor on.
///
/// At every event the hub walks over all sessions, with the kernel between each two: nothing is in
/// the cache any more. What sending an event reads is therefore one cache line of the session and
/// one of its wire, which the hub fetches while the one before is being served; nobody waits for
/// the position in the next line, which is only written.
class alignas(64) Session : public QObject, public PoolAllocated<Session>
{
    Q_OBJECT
public:
    enum class State {
        AwaitingHello, ///< v1 only: greeted, has not said where it stands
        Syncing, ///< a replay or a snapshot is under way, or it waits for us to read on
        Live, ///< at the cursor; classic clients from the start
        Closing, ///< nothing is sent or heard any more
    };

    /// Greets at once. `host`, `feed` and `clock` must outlive the session.
    Session(std::unique_ptr<Wire> wire, Identity identity, QByteArray tokenHash,
            Viewer::Dialect dialect, SessionHost &host, Feed &feed, const Clock &clock,
            const SessionLimits &limits, QObject *parent = nullptr);
    ~Session() override;

    State state() const { return m_state; }
    const Identity &identity() const { return m_identity; }
    const QByteArray &tokenHash() const { return m_tokenHash; } ///< empty when anonymous
    const Viewer &viewer() const { return m_viewer; }
    Wire &wire() { return *m_wire; }

    /// Sends what the ring has for it, as far as the wire takes it. Once a turn, and when drained.
    void pump();
    /// Its wire will be needed in a moment.
    void prefetchWire() const { platform::prefetch(m_wire.get()); }
    /// The book was replaced whole. v1 clients get it; classic ones have no book.
    void startAgain(const QString &reason);
    /// Whether it is alive and takes what it is sent; to be called every limits::wirePongWait or
    /// so, for that is how long a client may take to answer a ping.
    void look();
    /// Hello, resume: false when it waits for nothing (any more).
    bool checkDeadline();
    /// One message that is not of the ring: an ack, an error, a goodbye.
    void answer(const QByteArray &text);
    void close(CloseCode code, const QString &reason);

Q_SIGNALS:
    /// The wire is gone; whoever keeps the session deletes it.
    void ended();

private:
    /// A base of the session would push the cursor out of its cache line.
    class WireAdapter final : public WireHandler
    {
    public:
        explicit WireAdapter(Session &session)
            : m_session(session)
        {
        }
        void textReceived(const QByteArray &text) override { m_session.receive(text); }
        void binaryReceived() override { m_session.receiveBinary(); }
        void heard() override { m_session.m_keepAlive.beat(m_session.m_clock.monotonic()); }
        void controlHeard(qint64 bytes) override { m_session.receiveControl(bytes); }
        void progressed() override
        {
            m_session.m_keepAlive.progress(m_session.m_clock.monotonic());
        }
        void drained() override { m_session.goOn(); }

    private:
        Session &m_session;
    };

    void receive(const QByteArray &text);
    void receiveClassic(const QByteArray &text);
    void receiveV1(const QByteArray &text);
    void receiveBinary();
    void handle(const protocol::Hello &hello);
    void handle(const protocol::Ping &ping);
    void handle(const protocol::Publish &publish);
    void receiveControl(qint64 bytes);
    bool allowMessage();

    void sync(const std::optional<protocol::Hello::Resume> &resume);
    void startReplay(Ring::Serial cursor);
    void startSnapshot(const QString &reason);
    void forgetSync();
    void overtaken();
    void becomeLive();

    bool sendMore();
    bool sendLive();
    bool sendSync();
    bool endWait(const AheadOfLog &ahead);
    bool sendReplay(const Replay &replay);
    bool sendPart(SnapshotInParts &parts);
    void sendBatch(const Batch &batch);
    void sendFrame(const QByteArray &text);

    void goOn();
    void waitFor(std::chrono::milliseconds time);
    void abandon(const QString &reason);

    // The cache line that sending reads.
    std::unique_ptr<Wire> m_wire;
    Feed &m_feed;
    Ring::Serial m_cursor = 0;
    State m_state = State::AwaitingHello;
    Viewer m_viewer;

    /// The last entry the client has, or need not have; what pong tells. It stands still during a
    /// snapshot: until `synced` the client keeps its old book.
    StreamId m_position;

    SyncProgress m_progress; ///< while Syncing
    Snapshot::Form m_form = Snapshot::Form::Text; ///< that it understands
    bool m_wasOvertaken = false; ///< since the last `synced`
    /// Monotonic: until when hello must come, or the log must have reached what it waits for.
    std::optional<std::chrono::milliseconds> m_deadline;

    Identity m_identity;
    QByteArray m_tokenHash;
    SessionHost &m_host;
    const Clock &m_clock;
    const SessionLimits &m_limits;
    RateLimit m_messages;
    RateLimit m_control;
    RateLimit m_publishes;
    KeepAlive m_keepAlive;
    WireAdapter m_wireAdapter{*this};
};

} // namespace pressboard::server
