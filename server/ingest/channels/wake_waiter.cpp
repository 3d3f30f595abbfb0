// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/wake_waiter.h"

namespace pressboard::server {

WakeWaiter::WakeWaiter(redis::Connection &connection, Kind kind, QByteArrayList keys,
                       QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(block).count();
    m_command << (kind == Kind::Lists ? "BRPOP" : "BZPOPMIN") << keys
              << QByteArray::number(qint64(seconds));
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &WakeWaiter::wait);
    connect(&m_connection, &redis::Connection::becameReady, this, &WakeWaiter::wait);
}

void WakeWaiter::wait()
{
    m_retry.stop();
    m_connection.command(
        m_command, this, [this](const redis::Reply &reply) { onReply(reply); }, block + grace);
}

void WakeWaiter::onReply(const redis::Reply &reply)
{
    if (reply.isLost())
        return;
    if (reply.isError())
        m_retry.start(reply.text.startsWith("WRONGTYPE") ? retryKind : retry);
    else
        wait();
    Q_EMIT woken();
}

} // namespace pressboard::server
