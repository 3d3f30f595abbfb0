// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/membership.h"

#include "server/ingest/channels/channel_scripts.h"

namespace pressboard::server {

Membership::Membership(redis::Connection &connection, const Clock &clock,
                       const QList<Group> &groups, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_clock(clock)
{
    m_arguments << QByteArray::number(qint64(std::chrono::seconds(groupExpiry).count()));
    for (const Group &group : groups) {
        m_keys << group.key;
        m_arguments << group.data << group.wake;
    }
    connect(&m_timer, &QTimer::timeout, this, &Membership::join);
    m_timer.setInterval(interval);
    connect(&m_connection, &redis::Connection::becameReady, this, &Membership::join);
    connect(&m_connection, &redis::Connection::becameLost, &m_timer, &QTimer::stop);
}

void Membership::join()
{
    if (m_keys.isEmpty())
        return;
    m_timer.start();
    m_connection.script(channel_scripts::join(), m_keys, m_arguments, this,
                        [this](const redis::Reply &reply) { onReply(reply); });
}

void Membership::onReply(const redis::Reply &reply)
{
    if (reply.isLost())
        return;
    m_problem = reply.isError() ? QString::fromUtf8(reply.text) : QString();
    if (reply.items.size() == 2)
        onJoined(reply.items[0].integer == 0, std::chrono::seconds(reply.items[1].integer));
}

void Membership::onJoined(bool wasThere, std::chrono::seconds unseen)
{
    const Moment now = m_clock.now();
    const bool isFirst = !m_since;
    const Moment seen = std::exchange(m_seen, now);
    if (isFirst || !wasThere)
        m_since = now;
    if (isFirst)
        Q_EMIT joined();
    else if (!wasThere)
        Q_EMIT missed(seen, now);
    if (unseen > messageExpiry)
        Q_EMIT wasAway(now - unseen, now);
}

} // namespace pressboard::server
