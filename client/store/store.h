// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/connection_state.h"
#include "client/store/incoming_book.h"
#include "client/store/server_clock.h"
#include "client/store/slow_disposer.h"
#include "client/store/store_image.h"
#include "client/store/text_pool.h"
#include "shared/base/work_hours.h"
#include "shared/protocol/messages.h"
#include "shared/state/apply.h"
#include "shared/state/book.h"
#include "shared/state/views.h"

#include <QObject>

#include <algorithm>
#include <optional>

namespace pressboard::client {

/// The one state of the desktop program: the book as the server tells it, the server's numbers,
/// who we are, and how true all of it is. Everything on the screen is a view of this.
class Store : public QObject
{
    Q_OBJECT
public:
    /// `clock` must outlive the store.
    explicit Store(const Clock &clock, QObject *parent = nullptr);

    const Book &book() const { return m_book; }
    const QJsonObject &stats() const { return m_stats; } ///< the server's; empty = never heard
    const QJsonObject &dayStats() const { return m_dayStats; } ///< baseline of today's change
    QDate dayStart() const { return m_dayStart; } ///< the shop's day dayStats() began; may be null
    const ReadyIndex &ready() const { return m_ready; }
    const protocol::Shop &shop() const { return m_shop; }
    const QStringList &permissions() const { return m_permissions; }
    const QStringList &groups() const { return m_groups; }
    const QString &userName() const { return m_user; }
    /// As others see the user; a server that does not say it shows the other name.
    const QString &displayName() const { return m_display.isEmpty() ? m_user : m_display; }
    /// The server speaks it, and so do we.
    bool speaks(QLatin1StringView feature) const { return m_features.contains(feature); }
    const ConnectionStatus &connectionStatus() const { return m_connection; }
    const protocol::Source &source() const { return m_source; }
    /// What the server could not read; empty for who may not manage.
    const protocol::Unread &unread() const { return m_unread; }
    /// So many messages more than somebody here acknowledged.
    int unreadNews() const;
    /// Somebody saw the first so many: 知道了.
    void acknowledgeUnread(int messages);
    const WorkHours &workHours() const { return m_workHours; }

    /// Not Live, or the server lost its source: nothing on the board may look live.
    bool isStale() const;
    /// Between `sync` by resume and `synced`, and while the source is lost, which it is until the
    /// server has read on to the log's end: what arrives now happened while we were away.
    bool isReplaying() const
    {
        return m_phase == Phase::Replay || m_source.state == protocol::SourceState::Lost;
    }
    /// How much of a snapshot is here, from 0 to 1; null while none is arriving.
    std::optional<double> syncProgress() const;
    /// 数据截至: the last moment the board was known to be complete.
    OptionalMoment dataAsOf() const { return m_dataAsOf; }
    /// 最近变化: the last event of a publisher; notices and imports are not the CRM's news. After a
    /// snapshot: when its rows were last touched.
    OptionalMoment lastChange() const { return m_lastChange; }
    /// The server's now: this computer's clock corrected by `time` of the server's frames.
    Moment now() const { return m_clock.now(); }
    /// While stale: frozen at dataAsOf, so that elapsed times and due badges do not move.
    Moment boardNow() const;
    QDate today() const; ///< the shop's date at boardNow()
    QTimeZone zone() const { return m_zone; }
    /// The shop's day a moment belongs to: it begins at day_start, not at midnight.
    QDate shopDay(Moment moment) const;
    std::chrono::milliseconds clockOffset() const { return m_clock.offset(); } ///< server minus PC
    /// This computer's clock is more than two minutes off the server's.
    bool isClockWrong() const { return m_clock.isLocalClockWrong(); }
    /// The last sign that publishers are there: lastChange(), or a later event that this user may
    /// not see. Null: none yet.
    OptionalMoment lastHeard() const { return std::max(m_lastChange, m_lastUnseen); }
    /// CRM silent: live, inside work_hours, nothing heard of a publisher for quiet_after of work.
    bool isCrmSilent() const;

    /// Where a `hello` may resume; null when the book is empty, was seen as somebody else than the
    /// `connection_established` before said we are, or was filled by other fields of the shop.
    std::optional<protocol::Hello::Resume> resumePoint() const;

    // Fed by connection/.
    /// False when the message makes no sense where it stands (a snapshot with a part missing):
    /// the connection has to begin anew.
    bool handle(const protocol::ServerMessage &message);
    void setConnectionStatus(const ConnectionStatus &status);
    /// Any frame or pong while Live: the board is complete up to now.
    void noteAlive();

    // The cache's, and the first-run dialog's when the server changes (an empty image).
    StoreImage image() const;
    void restore(StoreImage image);

Q_SIGNALS:
    /// Rows, synchronously, in order.
    void changed(const pressboard::Change &change);
    /// The event behind it, imported ones included, unknown types too; for toasts and 动态.
    void eventArrived(const pressboard::Event &event, const pressboard::Change &change);
    /// The book was replaced whole (snapshot, cache): models reset.
    void bookReplaced();
    /// `replayed`: events came by resume, else a snapshot. Emitted at `synced`, just before the
    /// connection becomes Live.
    void synced(bool replayed);
    void syncProgressed(); ///< see syncProgress()
    void statsChanged();
    void connectionChanged();
    void sourceChanged();
    void shopChanged();
    void unreadChanged();
    void goodbyeReceived(const QString &reason);
    // What the server says beside the book.
    void ownReceiptsTold(const pressboard::protocol::OwnReceipts &receipts);
    void receiptsTold(const pressboard::protocol::Receipts &receipts);
    void sentTold(const pressboard::protocol::Sent &sent);
    void stationsTold(const pressboard::protocol::Stations &stations);
    void reminded(pressboard::StreamId notice); ///< to show that notice again

private:
    enum class Phase {
        Steady, ///< events are applied as they come
        Replay, ///< so they are, but they are old
        Snapshot, ///< a second book is being built
    };

    bool apply(const protocol::ConnectionEstablished &message);
    bool apply(const protocol::Sync &message);
    bool apply(const protocol::SnapshotPart &message);
    bool apply(const protocol::Synced &message);
    bool apply(const protocol::EventMessage &message);
    bool apply(const protocol::Numbers &message);
    bool apply(const protocol::OrderSight &message);
    bool apply(const protocol::SourceChanged &message);
    bool apply(const protocol::Goodbye &message);
    bool apply(const protocol::Pong &message);
    bool apply(const protocol::Ack &) { return true; } ///< the connection's own
    bool apply(const protocol::Refusal &) { return true; }
    bool apply(const protocol::Unread &message);
    bool apply(const protocol::Settled &message);
    bool apply(const protocol::OwnReceipts &message);
    bool apply(const protocol::Receipts &message);
    bool apply(const protocol::Sent &message);
    bool apply(const protocol::Reminder &message);
    bool apply(const protocol::Stations &message);
    bool apply(const protocol::UnknownMessage &) { return true; }

    void installIncoming(const protocol::Synced &message);
    void replaceBook(Book book);
    void finish(const Change &change);
    void noteLastChange(const protocol::EventMessage &message);
    void noteUnseen(StreamId position);
    void noteNewDay();
    void setStats(const QJsonObject &stats);
    void setSource(const protocol::Source &source);
    void setShop(const protocol::Shop &shop);

    Book m_book;
    QJsonObject m_stats;
    QDate m_dayStart;
    QJsonObject m_dayStats;
    ReadyIndex m_ready;
    protocol::Shop m_shop;
    QTimeZone m_zone; ///< m_shop's, or this computer's until a shop is known
    WorkHours m_workHours; ///< m_shop's
    QStringList m_features; ///< of the server and ours
    QStringList m_permissions;
    QStringList m_groups;
    QString m_user;
    QString m_display;
    /// Who we were when m_book was filled.
    struct Identity
    {
        QString user;
        QStringList permissions;
        QStringList groups;
        bool operator==(const Identity &) const = default;
    } m_seenAs;
    ConnectionStatus m_connection;
    protocol::Source m_source;
    protocol::Unread m_unread;
    int m_unreadKnown = 0; ///< messages of it
    ServerClock m_clock;
    OptionalMoment m_dataAsOf;
    OptionalMoment m_lastChange;
    OptionalMoment m_lastUnseen;
    Phase m_phase = Phase::Steady;
    IncomingBook m_incoming; ///< in Phase::Snapshot
    SlowDisposer m_disposer;
    TextPool m_texts; ///< of m_book and m_incoming
};

} // namespace pressboard::client
