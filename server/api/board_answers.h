// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "server/listener/http_answer.h"
#include "server/log/event_log.h"
#include "shared/protocol/messages.h"

#include <QDate>

namespace pressboard::server {

/// What is asked of the board, for one who sees what his groups see.
class BoardAnswers
{
public:
    static constexpr int ordersAtOnce = 100;

    BoardAnswers(const EventLog &log, const protocol::Source &source, const Identity &identity);

    HttpAnswer stats(QDate today) const;
    HttpAnswer order(const QString &id) const;
    HttpAnswer ordersOf(const QString &no) const; ///< all that have this number, and no other

private:
    bool mayAsk() const { return m_identity.mayViewOrders(); }
    bool sees(const Order &order) const;
    /// Beside the position it is true at, and whether that is where the log stands.
    HttpAnswer found(QByteArrayView name, const QByteArray &json) const;

    const EventLog &m_log;
    const protocol::Source &m_source;
    const Identity &m_identity;
};

} // namespace pressboard::server
