// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

namespace pressboard::server {

/// Waits on a connection of its own until one of the wake keys has something. Which kind they are
/// is known only once a publisher has written one: there is a waiter for each kind. Waiting takes
/// an entry off the key and throws it away: nothing is lost with it.
class WakeWaiter : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Lists, SortedSets };

    static constexpr std::chrono::milliseconds block{2000};
    static constexpr std::chrono::milliseconds grace{2000}; ///< for an answer, after that
    static constexpr std::chrono::milliseconds retry{1000};
    /// A key of the other kind stood there, which whoever is woken takes away.
    static constexpr std::chrono::milliseconds retryKind{50};

    /// The connection is used for nothing else. Neither opened nor closed here.
    WakeWaiter(redis::Connection &connection, Kind kind, QByteArrayList keys,
               QObject *parent = nullptr);

Q_SIGNALS:
    /// Something waits; or nothing was heard for a while, and a look does no harm.
    void woken();

private:
    void wait();
    void onReply(const redis::Reply &reply);

    redis::Connection &m_connection;
    QByteArrayList m_command;
    QTimer m_retry;
};

} // namespace pressboard::server
