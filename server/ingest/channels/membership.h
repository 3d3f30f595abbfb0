// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"
#include "shared/base/time.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

namespace pressboard::server {

/// Our names in the groups that lie on one host. They are written again all the time: Django
/// forgets members that do not, and flush(), a restart or a failover of Redis forgets everybody.
class Membership : public QObject
{
    Q_OBJECT
public:
    /// So long may we be missing, once Redis is there, until we are back.
    static constexpr std::chrono::milliseconds interval{2000};
    /// What channels_redis sets for a group, unless its settings say otherwise.
    static constexpr std::chrono::hours groupExpiry{24};

    struct Group
    {
        QByteArray key;
        QByteArray data; ///< our names in it
        QByteArray wake;
    };

    Membership(redis::Connection &connection, const Clock &clock, const QList<Group> &groups,
               QObject *parent = nullptr);

    bool hasGroups() const { return !m_keys.isEmpty(); } ///< of several hosts one may have none
    OptionalMoment since() const { return m_since; } ///< without a gap
    /// Why we cannot join; empty when all is well.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void joined();
    /// Somebody emptied the channel layer: what was sent between the two moments is lost.
    void missed(pressboard::Moment from, pressboard::Moment to);

private:
    void join();
    void onReply(const redis::Reply &reply);
    void onJoined(bool wasThere);

    redis::Connection &m_connection;
    const Clock &m_clock;
    QByteArrayList m_keys;
    QByteArrayList m_arguments;
    QTimer m_timer;
    OptionalMoment m_since;
    Moment m_seen{}; ///< last time that we were in all groups
    QString m_problem;
};

} // namespace pressboard::server
