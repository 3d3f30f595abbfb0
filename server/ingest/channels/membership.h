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
    static constexpr std::chrono::seconds messageExpiry{60}; ///< the same for a message

    struct Group
    {
        QByteArray key;
        QByteArray data; ///< our names in it
        QByteArray wake;
    };

    Membership(redis::Connection &connection, const Clock &clock, const QList<Group> &groups,
               QObject *parent = nullptr);

    OptionalMoment since() const { return m_since; } ///< without a gap
    /// At once: somebody has reason to think that we are in the groups no more.
    void join();
    /// Why we cannot join; empty when all is well.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void joined();
    /// Somebody emptied the channel layer: what was sent between the two moments is lost.
    void missed(pressboard::Moment from, pressboard::Moment to);
    /// We were in the groups, but no server of ours was here for longer than a message lives: of
    /// what was sent between the two moments something may be lost.
    void wasAway(pressboard::Moment from, pressboard::Moment to);

private:
    void onReply(const redis::Reply &reply);
    /// `unseen`: how long ago one of our servers was here, negative when nobody knows.
    void onJoined(bool wasThere, std::chrono::seconds unseen);

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
