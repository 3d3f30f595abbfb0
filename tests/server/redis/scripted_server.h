// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>

namespace pressboard::test {

/// Something on a loopback port that is not, or not quite, a Redis: it says `greeting` at once,
/// and `answer` to whatever it reads, or nothing at all.
class ScriptedServer : public QTcpServer
{
public:
    QByteArray greeting;
    QByteArray answer;
    bool hangUp = false; ///< closes after the greeting
    int accepted = 0;

    ScriptedServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &ScriptedServer::serve);
    }
    QString url() const { return QStringLiteral("redis://127.0.0.1:%1").arg(serverPort()); }

private:
    void serve()
    {
        QTcpSocket *socket = nextPendingConnection();
        ++accepted;
        socket->write(greeting);
        if (hangUp)
            socket->disconnectFromHost();
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            socket->readAll();
            socket->write(answer);
        });
    }
};

} // namespace pressboard::test
