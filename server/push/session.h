// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"
#include "server/platform/prefetch.h"
#include "server/push/admitted_client.h"
#include "server/push/client_budget.h"
#include "server/push/feed.h"
#include "server/push/keep_alive.h"
#include "server/push/rate_limit.h"
#include "server/push/session_context.h"
#include "server/push/snapshot.h"
#include "server/push/station_facts.h"
#include "server/push/sync_progress.h"
#include "server/push/viewer.h"
#include "server/wire/pool_allocated.h"
#include "server/wire/wire.h"
#include "shared/base/time.h"
#include "shared/protocol/close_codes.h"
#include "shared/protocol/messages.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace pressboard::server {

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

    /// Says `greeting` at once. `shared` is what all clients of its user share; null: nothing.
    Session(std::unique_ptr<Wire> wire, AdmittedClient client, std::shared_ptr<ClientBudget> shared,
            const protocol::ConnectionEstablished &greeting, const SessionContext &context,
            QObject *parent = nullptr);
    ~Session() override;

    State state() const { return m_state; }
    const Identity &identity() const { return m_identity; }
    const QByteArray &tokenHash() const { return m_tokenHash; } ///< empty when anonymous
    const std::optional<Grant> &grant() const { return m_grant; }
    /// A newer code of the same user, who may be in other groups by it.
    void setLogin(Login login);
    const Viewer &viewer() const { return m_viewer; }
    const StationFacts &station() const { return m_station; }
    Wire &wire() { return *m_wire; }

    /// Sends what the ring has for it, as far as the wire takes it. Once a turn, and when drained.
    void pump();
    /// Its wire will be needed in a moment.
    void prefetchWire() const { platform::prefetch(m_wire.get()); }
    /// The book was replaced whole. v1 clients get it; classic ones have no book.
    void startAgain(const QString &reason);
    /// Pings a silent client, and closes one that does not answer or does not read. To be called
    /// every limits::wirePongWait or so: as long as a client may take to answer a ping.
    void checkAlive();
    /// Hello, resume: false when it waits for nothing (any more).
    bool checkDeadline();
    /// One message that is not of the ring: an ack, an error, a goodbye.
    void answer(const QByteArray &text);
    void refuse(const QString &ref, const QString &code, const QString &message);
    void close(CloseCode code, const QString &reason);
    /// What could not be read, where its client wants to know and may.
    void tellUnread();

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
        void binaryReceived(qint64 bytes) override { m_session.receiveBinary(bytes); }
        void fragmentReceived() override { m_session.receiveFragment(); }
        void heard() override { m_session.m_keepAlive.heard(m_session.now()); }
        void controlHeard(qint64 bytes) override { m_session.receiveControl(bytes); }
        void progressed() override { m_session.m_keepAlive.progressed(m_session.now()); }
        void drained() override { m_session.goOn(); }

    private:
        Session &m_session;
    };

    std::chrono::milliseconds now() const; ///< monotonic
    void receive(const QByteArray &text);
    void receiveBinary(qint64 bytes);
    void handle(const protocol::Hello &hello);
    void handle(const protocol::Ping &ping);
    void handle(const protocol::Publish &publish);
    void submit(const protocol::Publish &publish);
    void handle(const protocol::Token &token);
    /// What concerns stations, receipts and alarms: somebody else's business.
    template<typename Other> void handle(const Other &message);
    void noteStation(const protocol::Hello &hello);
    void call(protocol::Publish publish);
    void receiveControl(qint64 bytes);
    void receiveFragment();
    void readClassic(const QByteArray &text);
    void readV1(const QByteArray &text);
    bool isReader() const; ///< who may neither notify nor publish
    qsizetype mostBytesOf(QByteArrayView type) const;

    bool allow(qsizetype bytes);
    bool spend(ClientBudget::Bound bound, double amount = 1);
    bool trySpend(ClientBudget::Bound bound, double amount, QString &setting);

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

    bool mayCatchUp();
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
    bool m_wantsUnread = false;
    bool m_wasOvertaken = false; ///< since the last `synced`
    /// Monotonic: until when hello must come, or the log must have reached what it waits for.
    std::optional<std::chrono::milliseconds> m_deadline;

    Identity m_identity;
    QByteArray m_tokenHash;
    std::optional<Grant> m_grant; ///< until when it may stay, where that is known
    StationFacts m_station;
    const SessionContext &m_context;
    ClientBudget m_budget;
    RateLimit m_calls{5, 0.05};
    std::shared_ptr<ClientBudget> m_sharedBudget; ///< null: no such bound
    KeepAlive m_keepAlive;
    WireAdapter m_wireAdapter{*this};
};

} // namespace pressboard::server
