// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/connection_state.h"
#include "shared/protocol/messages.h"
#include "shared/state/apply.h"
#include "shared/state/book.h"
#include "shared/state/views.h"

#include <QObject>

namespace pressboard::client {

/// The one state of the desktop program: the book as the server tells it, the server's numbers,
/// who we are, and how true all of it is. Everything on the screen is a view of this.
class Store : public QObject
{
    Q_OBJECT
public:
    explicit Store(const Clock &clock, QObject *parent = nullptr);

    const Book &book() const { return m_book; }
    const QJsonObject &stats() const { return m_stats; } ///< the server's; empty = never heard
    const QJsonObject &dayStats() const { return m_dayStats; } ///< baseline of today's change
    const ReadyIndex &ready() const { return m_ready; }
    const protocol::Shop &shop() const { return m_shop; }
    const QStringList &permissions() const { return m_permissions; }
    const QStringList &groups() const { return m_groups; }
    const QString &userName() const { return m_user; }
    const ConnectionStatus &connectionStatus() const { return m_connection; }
    const protocol::Source &source() const { return m_source; }

    /// Not Live, or the server lost its source: nothing on the board may look live.
    bool isStale() const;
    /// 数据截至: the last moment the board was known to be complete.
    OptionalMoment dataAsOf() const;
    /// 最近变化: the last event of a publisher.
    OptionalMoment lastChange() const;
    /// The server's now: this computer's clock corrected by `time` of the server's frames.
    Moment now() const;
    /// While stale: frozen at dataAsOf, so that elapsed times and due badges do not move.
    Moment boardNow() const;
    QDate today() const; ///< the shop's date at boardNow()
    QTimeZone zone() const;
    std::chrono::milliseconds clockOffset() const; ///< server minus this computer
    /// CRM silent: live, inside work_hours, no publisher event for quiet_after.
    bool isCrmSilent() const;

    // Fed by connection/ (and, at start, by the cache).
    void handle(const protocol::ServerMessage &message);
    void setConnectionStatus(const ConnectionStatus &status);
    /// Any frame or pong while Live: the board is complete up to now.
    void noteAlive();
    void restore(Book book, QJsonObject stats, QJsonObject dayStats, protocol::Shop shop,
                 OptionalMoment dataAsOf);

Q_SIGNALS:
    /// Rows, synchronously, in order.
    void changed(const pressboard::Change &change);
    /// The event behind it, imported ones included, unknown types too; for toasts and 动态.
    void eventArrived(const pressboard::Event &event, const pressboard::Change &change);
    /// The book was replaced whole (snapshot, cache): models reset.
    void bookReplaced();
    /// `replayed`: events came by resume, else a snapshot. Emitted at `synced`.
    void synced(bool replayed);
    void statsChanged();
    void connectionChanged();
    void sourceChanged();
    void shopChanged();
    void goodbyeReceived(const QString &reason);

private:
    Book m_book;
    QJsonObject m_stats;
    QJsonObject m_dayStats;
    ReadyIndex m_ready;
    protocol::Shop m_shop;
    QStringList m_permissions;
    QStringList m_groups;
    QString m_user;
    ConnectionStatus m_connection;
    protocol::Source m_source;
};

} // namespace pressboard::client
