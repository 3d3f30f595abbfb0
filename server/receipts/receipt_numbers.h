// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/receipts/receipt_budget.h"
#include "server/receipts/receipt_store.h"
#include "server/receipts/recent_rows.h"
#include "shared/base/time.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace pressboard::server {

class EventLog;
class Session;

// On the control channel, with a notice's ID: it has other receipts; behind it the server that says
// so.
inline constexpr QByteArrayView receiptsMessage{"receipts "};

/// Tells the sender of a notice, and who may manage, how many have it, saw it and confirmed it.
class ReceiptNumbers final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this, and it every session.
    ReceiptNumbers(const EventLog &log, const StationRegistry &registry, ReceiptStore &store,
                   ReceiptBudget &budget, redis::Connection &connection, redis::Keys keys,
                   const Clock &clock, QObject *parent = nullptr);

    void arrived(Session &session);
    void left(Session &session);
    void handleControl(QByteArrayView message);

    /// Somebody here may get it now: its numbers are told in a moment.
    void announced(StreamId notice);
    /// One of this server's stations told something of it, and Redis has it.
    void changed(StreamId notice, const QString &station, protocol::ReceiptState reached,
                 Moment when);
    /// Redis may have it or not.
    void uncertain(StreamId notice);

    static bool mayKnow(const Session &session, const QString &publisher);
    bool isOnline(const QString &station) const;
    ReceiptRows::IsOnline onlineAsked() const;

private:
    void change(StreamId notice, bool tellOthers);
    void tellAll();
    void tellServers(StreamId notice);
    void tell(StreamId notice);
    void tellHearers(StreamId notice, const ReceiptRows &rows) const;
    bool isHeardOf(StreamId notice) const;
    QString publisherOf(StreamId notice) const;

    const EventLog &m_log;
    const StationRegistry &m_registry;
    ReceiptStore &m_store;
    ReceiptBudget &m_budget;
    redis::Connection &m_connection;
    redis::Keys m_keys;
    const Clock &m_clock;
    const QByteArray m_origin; ///< tells what this server said on the channel from what others did
    RecentRows m_recent;
    QSet<Session *> m_hearers; ///< with the feature receipts
    QHash<StreamId, bool> m_changed; ///< notices with other numbers; whether others are told
    QHash<StreamId, std::chrono::milliseconds> m_toldAt; ///< monotonic
    QTimer m_timer;
};

} // namespace pressboard::server
