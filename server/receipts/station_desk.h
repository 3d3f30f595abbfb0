// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/station_post.h"
#include "server/receipts/alarm_taking.h"
#include "server/receipts/receipt_desk.h"
#include "server/receipts/reminders.h"
#include "server/receipts/station_list.h"

#include <QObject>

namespace pressboard::server {

/// Where sessions bring what they say of stations, receipts and alarms. What concerns only one
/// notice or one station comes by here; nothing does for an ordinary event, but for a look at its
/// type.
class StationDesk final : public QObject, public StationPost
{
    Q_OBJECT
public:
    /// All must outlive the desk, and it every session.
    StationDesk(EventLog &log, StationRegistry &registry, redis::Connection &connection,
                const redis::Keys &keys, const Clock &clock, QObject *parent = nullptr);
    ~StationDesk() override;

    void handleControl(QByteArrayView message);

    void arrived(Session &session) override;
    void gotSnapshot(Session &session) override;
    void left(Session &session) override;
    void handle(Session &session, const protocol::Receipt &message) override;
    void handle(Session &session, const protocol::AskReceipts &message) override;
    void handle(Session &session, const protocol::Settle &message) override;
    void handle(Session &session, const protocol::AskSent &message) override;
    void handle(Session &session, const protocol::Remind &message) override;
    void handle(Session &session, const protocol::AskStations &message) override;
    void handle(Session &session, const protocol::ChangeStation &message) override;

Q_SIGNALS:
    /// As RedisPublisher::acknowledged(): that somebody took an alarm.
    void acknowledged(pressboard::StreamId id);

private:
    ReceiptStore m_store;
    ReceiptBudget m_budget;
    StationClaims m_claims;
    StationList m_list;
    ReceiptNumbers m_numbers;
    ReceiptDesk m_receipts;
    Reminders m_reminders;
    AlarmTaking m_taking;
};

} // namespace pressboard::server
