// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/peers/qt-plain/broadcaster.h"

#include <QTcpSocket>
#include <QWebSocket>

namespace pressboard::bench {

namespace {

// Qt's own 30 would turn a crowd away that arrives in one turn of the loop.
constexpr int maxPendingConnections = 10000;

} // namespace

Broadcaster::Broadcaster()
    : m_server(QStringLiteral("qt-plain"), QWebSocketServer::NonSecureMode)
{
    m_server.setMaxPendingConnections(maxPendingConnections);
    connect(&m_server, &QWebSocketServer::newConnection, this, &Broadcaster::welcome);
    connect(&m_feed, &QTcpServer::newConnection, this, &Broadcaster::watchFeed);
}

bool Broadcaster::listen(quint16 wsPort, quint16 feedPort)
{
    // The feed last: a peer that takes the feed is ready.
    return m_server.listen(QHostAddress::LocalHost, wsPort)
        && m_feed.listen(QHostAddress::LocalHost, feedPort);
}

void Broadcaster::welcome()
{
    while (QWebSocket *client = m_server.nextPendingConnection()) {
        m_clients.push_back(client);
        connect(client, &QWebSocket::textMessageReceived, this,
                [this, client](const QString &message) { answer(*client, message); });
        connect(client, &QWebSocket::disconnected, this, [this, client] { forget(client); });
    }
}

void Broadcaster::answer(QWebSocket &client, const QString &message)
{
    if (message.contains(u"\"ping\""))
        client.sendTextMessage(QStringLiteral(R"({"type":"pong","message":"pong"})"));
}

void Broadcaster::forget(QWebSocket *client)
{
    std::erase(m_clients, client);
    client->deleteLater();
}

void Broadcaster::watchFeed()
{
    while (QTcpSocket *feed = m_feed.nextPendingConnection()) {
        connect(feed, &QTcpSocket::disconnected, feed, &QObject::deleteLater);
        connect(feed, &QTcpSocket::readyRead, this, [this, feed] {
            while (feed->canReadLine())
                broadcast(QString::fromUtf8(feed->readLine().chopped(1)));
        });
    }
}

void Broadcaster::broadcast(const QString &message)
{
    for (QWebSocket *client : m_clients)
        client->sendTextMessage(message);
}

} // namespace pressboard::bench
