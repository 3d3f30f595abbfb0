// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/receipts/receipt_numbers.h"
#include "server/receipts/station_claims.h"
#include "shared/state/apply.h"

#include <QObject>

namespace pressboard::server {

/// Writes down who is expected to see a notice, takes what stations tell of it, and answers who
/// asks.
class ReceiptDesk final : public QObject
{
    Q_OBJECT
public:
    static constexpr int sentAtOnce = 5; ///< notices read of a list, so that others get a turn
    static constexpr qsizetype ownNotices = 200; ///< the newest, of which a station is told

    /// All must outlive this, and it every session.
    ReceiptDesk(const EventLog &log, const StationRegistry &registry, const StationClaims &claims,
                ReceiptStore &store, ReceiptBudget &budget, ReceiptNumbers &numbers,
                const Clock &clock, QObject *parent = nullptr);

    /// Before any client of this server is sent the notice: what is asked of Redis now is answered
    /// first.
    void noteNotice(const Change &change);
    /// A station that is live hears what it told before.
    void tellOwn(Session &session);
    void handle(Session &session, const protocol::Receipt &message);
    void handle(Session &session, const protocol::AskReceipts &message);
    void handle(Session &session, const protocol::AskSent &message);

private:
    void expect(const Notice &notice);
    void noteReceipts(Session &session, const protocol::Receipt &message, bool mayExpect);
    void tellNumbers(const protocol::Receipt &message, const QString &station, Moment when,
                     const std::optional<ReceiptBatch::Told> &told);
    void finish(Session &session, const protocol::Receipt &message,
                const std::optional<ReceiptBatch::Told> &told, bool mayExpect);
    QList<StreamId> concerned(const Session &session, const QList<StreamId> &ids) const;
    void readSent(Session &session, StreamId before, const protocol::Sent &soFar);

    const EventLog &m_log;
    const StationRegistry &m_registry;
    const StationClaims &m_claims;
    ReceiptStore &m_store;
    ReceiptBudget &m_budget;
    ReceiptNumbers &m_numbers;
    const Clock &m_clock;
};

} // namespace pressboard::server
