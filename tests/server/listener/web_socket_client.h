// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"
#include "tests/server/push/hub_fixture.h"

#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace pressboard::test {

/// A real WebSocket client.
struct WebSocketClient
{
    explicit WebSocketClient(const QUrl &url, bool v1 = true)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived,
                         [this](const QString &text) { texts << text.toUtf8(); });
        QObject::connect(&socket, &QWebSocket::disconnected, [this] { isGone = true; });
        QWebSocketHandshakeOptions options;
        if (v1)
            options.setSubprotocols({QString(protocol::subprotocol)});
        QObject::connect(&socket, &QWebSocket::sslErrors, &socket,
                         [this] { socket.ignoreSslErrors(); }); // self-signed
        socket.open(url, options);
    }
    void say(const QByteArray &text) { socket.sendTextMessage(QString::fromUtf8(text)); }
    bool has(const QString &type) const { return typesOf(texts).contains(type); }

    QWebSocket socket;
    QByteArrayList texts;
    bool isGone = false;
};

} // namespace pressboard::test
