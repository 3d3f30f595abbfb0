// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QWebSocketServer>

#include <vector>

namespace pressboard::bench {

/// Sends each line of the feed to every WebSocket client, the plain Qt way: a list of sockets and
/// sendTextMessage() for each of them. No thread, no limit, nothing shared between clients.
class Broadcaster : public QObject
{
    Q_OBJECT

public:
    Broadcaster();

    /// Listens on both ports of the loopback; false if one of them is taken.
    bool listen(quint16 wsPort, quint16 feedPort);

private:
    void welcome();
    void answer(QWebSocket &client, const QString &message);
    void forget(QWebSocket *client);
    void watchFeed();
    void broadcast(const QString &message);

    QWebSocketServer m_server;
    QTcpServer m_feed;
    std::vector<QWebSocket *> m_clients; ///< owned by m_server until they disconnect
};

} // namespace pressboard::bench
