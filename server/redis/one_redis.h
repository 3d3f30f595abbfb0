// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>

#include <chrono>

namespace pressboard::server::redis {

/// Connections that must all lead to one and the same Redis: what is read, what is written and
/// what is heard belong to one log. An address may lead elsewhere than a minute ago (a name that
/// moved, a proxy after a failover that keeps its old connections): each connection tells the
/// run_id of its Redis before it is used, and one that differs from those in use is left: what it
/// acknowledged would be in no log. It comes back; only when it has found the other Redis for as
/// long as `movedAfter` the address is taken to lead there for good, and those in use are left.
class OneRedis : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds movedAfter{15};

    /// All must outlive this. Before they are opened.
    explicit OneRedis(QList<Connection *> connections,
                      std::chrono::milliseconds patience = movedAfter, QObject *parent = nullptr);

private:
    void compare(Connection &newest);
    QList<Connection *> differingFrom(const Connection &newest) const;

    QList<Connection *> m_connections;
    std::chrono::milliseconds m_patience;
    QElapsedTimer m_differs; ///< since the first that found another Redis; invalid: none did
};

} // namespace pressboard::server::redis
