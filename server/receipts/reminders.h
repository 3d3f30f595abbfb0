// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/rate_limit.h"
#include "server/receipts/receipt_numbers.h"
#include "server/receipts/station_claims.h"

#include <QHash>
#include <QObject>

namespace pressboard::server {

// On the control channel, with a notice's ID and stations' IDs behind it: show it to these once
// more.
inline constexpr QByteArrayView remindMessage{"remind "};

/// Shows a notice once more to those who have not seen it, or not confirmed it.
class Reminders final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds remindInterval{10}; ///< of one notice

    /// All must outlive this, and it every session.
    Reminders(StationClaims &claims, ReceiptNumbers &numbers, ReceiptStore &store,
              redis::Connection &connection, redis::Keys keys, const Clock &clock,
              QObject *parent = nullptr);

    void handle(Session &session, const protocol::Remind &message);
    void handleControl(QByteArrayView message);

private:
    bool isEarly(StreamId notice);
    int remindMissing(StreamId notice, const ReceiptRows &rows);
    void remind(StreamId notice, const QStringList &stations) const;

    StationClaims &m_claims;
    ReceiptNumbers &m_numbers;
    ReceiptStore &m_store;
    redis::Connection &m_connection;
    redis::Keys m_keys;
    const Clock &m_clock;
    QHash<StreamId, RateLimit> m_limits;
};

} // namespace pressboard::server
