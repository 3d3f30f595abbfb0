// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/reminders.h"

#include "server/push/session.h"
#include "shared/protocol/codec.h"

#include <QPointer>

#include <utility>

namespace pressboard::server {

static constexpr int noticesRemembered = 1000; ///< of notices that were reminded of

Reminders::Reminders(StationClaims &claims, ReceiptNumbers &numbers, ReceiptStore &store,
                     redis::Connection &connection, redis::Keys keys, const Clock &clock,
                     QObject *parent)
    : QObject(parent)
    , m_claims(claims)
    , m_numbers(numbers)
    , m_store(store)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_clock(clock)
{
}

void Reminders::handle(Session &session, const protocol::Remind &message)
{
    const QPointer<Session> waiting(&session);
    const auto read = [this, waiting, message](const std::optional<ReceiptRows> &rows) {
        if (!waiting)
            return;
        if (!rows || !ReceiptNumbers::mayKnow(*waiting, rows->publisher))
            return waiting->refuse(
                message.ref, QStringLiteral("forbidden"),
                QStringLiteral("Only who sent a notice, and who may manage, reminds."));
        if (isEarly(message.id))
            return waiting->refuse(message.ref, QStringLiteral("too_many"),
                                   QStringLiteral("They were reminded a moment ago."));
        waiting->answer(
            protocol::encode(protocol::Ack{message.ref, remindMissing(message.id, *rows)}));
    };
    m_store.read(message.id, this, read);
}

bool Reminders::isEarly(StreamId notice)
{
    if (m_limits.size() > noticesRemembered)
        m_limits.clear();
    auto limit = m_limits.find(notice);
    if (limit == m_limits.end())
        limit = m_limits.insert(notice, RateLimit(1, 1.0 / remindInterval.count()));
    return !limit->tryAcquire(m_clock.monotonic());
}

/// On all servers; how many were there to hear it.
int Reminders::remindMissing(StreamId notice, const ReceiptRows &rows)
{
    QStringList online = rows.missing();
    online.removeIf([this](const QString &id) { return !m_numbers.isOnline(id); });
    remind(notice, online);
    QStringList elsewhere = online; // this server hears itself, too
    elsewhere.removeIf([this](const QString &id) { return m_claims.sessionOf(id); });
    if (!elsewhere.isEmpty()) {
        const QByteArray message =
            remindMessage.toByteArray() + notice.toBytes() + ' ' + elsewhere.join(u' ').toUtf8();
        m_connection.command({"PUBLISH", m_keys.controlChannel(), message}, nullptr, {});
    }
    return int(online.size());
}

/// Those of them that are connected here.
void Reminders::remind(StreamId notice, const QStringList &stations) const
{
    const QByteArray text = protocol::encode(protocol::Reminder{notice});
    for (const QString &id : stations) {
        Session *session = m_claims.sessionOf(id);
        if (session && session->station().hearsReceipts)
            session->answer(text);
    }
}

void Reminders::handleControl(QByteArrayView message)
{
    if (!message.startsWith(remindMessage))
        return;
    QStringList words =
        QString::fromUtf8(message.sliced(remindMessage.size())).split(u' ', Qt::SkipEmptyParts);
    const auto id = words.isEmpty() ? std::nullopt : StreamId::parse(words.takeFirst());
    if (id)
        remind(*id, words);
}

} // namespace pressboard::server
