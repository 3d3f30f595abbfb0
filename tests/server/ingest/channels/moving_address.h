// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace pressboard::test {

/// An address that leads to this Redis or to that one, as a virtual IP or a name does. Who is
/// connected stays where it is.
class MovingAddress
{
public:
    MovingAddress()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *caller = m_server.nextPendingConnection())
                putThrough(caller);
        });
    }

    void lead(quint16 port) { m_port = port; }
    QString url() const
    {
        return QStringLiteral("redis://127.0.0.1:%1").arg(m_server.serverPort());
    }

private:
    void putThrough(QTcpSocket *caller)
    {
        auto *called = new QTcpSocket(caller);
        pump(caller, called);
        pump(called, caller);
        QObject::connect(caller, &QTcpSocket::disconnected, caller, &QObject::deleteLater);
        called->connectToHost(QHostAddress::LocalHost, m_port);
    }

    static void pump(QTcpSocket *from, QTcpSocket *to)
    {
        QObject::connect(from, &QTcpSocket::readyRead, to, [=] { to->write(from->readAll()); });
        QObject::connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
    }

    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace pressboard::test
