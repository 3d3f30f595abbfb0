// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/receipts/receipt_store.h"

#include <QObject>

namespace pressboard::server {

class EventLog;
class Session;

/// Lets somebody take an alarm, for all: the log says who was first.
class AlarmTaking final : public QObject
{
    Q_OBJECT
public:
    AlarmTaking(const EventLog &log, ReceiptStore &store, QObject *parent = nullptr);

    void handle(Session &session, const protocol::Settle &message);

Q_SIGNALS:
    /// As RedisPublisher::acknowledged().
    void acknowledged(pressboard::StreamId id);

private:
    const EventLog &m_log;
    ReceiptStore &m_store;
};

} // namespace pressboard::server
