// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"

#include <QList>
#include <QObject>

namespace pressboard::server::redis {

/// Connections that must all lead to one and the same Redis: what is read, what is written and
/// what is heard belong to one log. An address may lead elsewhere than a minute ago (a name that
/// moved, a proxy after a failover that keeps its old connections): each connection tells the
/// run_id of its Redis before it is used, and whichever differs from the newest one is left. It
/// comes back, and finds what the address leads to now.
class OneRedis : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this. Before they are opened.
    explicit OneRedis(QList<Connection *> connections, QObject *parent = nullptr);

private:
    void compare(const Connection &newest);

    QList<Connection *> m_connections;
};

} // namespace pressboard::server::redis
