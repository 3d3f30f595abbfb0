// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace pressboard::test {

class RedisFixture;

/// A proxy before Redis: new connections lead to the one that it was last told, old ones stay
/// where they are. Lives in the event loop of the test.
class SwitchingPort : public QObject
{
    Q_OBJECT
public:
    explicit SwitchingPort(const RedisFixture &redis);

    QString url() const; ///< redis://127.0.0.1:PORT
    void leadTo(const RedisFixture &redis);

private:
    void join(QTcpSocket *client);

    QString m_socketPath;
    QTcpServer m_server;
};

} // namespace pressboard::test
