// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>

class QLocalSocket;
class QTcpSocket;

namespace pressboard::test {

class RedisFixture;

/// A way to a Redis on which answers to scripts get lost: the script was run, and the connection
/// breaks instead of its answer. Lives in the event loop of the test.
class LosingPort : public QObject
{
    Q_OBJECT
public:
    explicit LosingPort(const RedisFixture &redis);

    QString url() const; ///< redis://127.0.0.1:PORT
    void loseNext(int answers) { m_toLose = answers; }
    int lost() const { return m_lost; }

private:
    void join(QTcpSocket *client);
    void carry(QTcpSocket *client, QLocalSocket *redis);

    QString m_socketPath;
    QTcpServer m_server;
    int m_toLose = 0;
    int m_lost = 0;
};

} // namespace pressboard::test
