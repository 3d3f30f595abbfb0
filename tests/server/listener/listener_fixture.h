// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/listener.h"
#include "tests/server/push/hub_fixture.h"

#include <QtEndian>
#include <QUrl>

namespace pressboard::test {

/// A listener before a hub, on a free port of the loopback. Everybody's token is the name.
struct ListenerFixture
{
    explicit ListenerFixture(server::ListenerOptions options = {}, qsizetype ringBytes = 64'000'000,
                             server::HubOptions hubOptions = {})
        : push(ringBytes, hubOptions)
        , listener(std::move(options), push.users, *push.hub, [this] { return obstacle; })
    {
        push.users.replace({HubFixture::record(QStringLiteral("wang"), server::Role::Admin),
                            HubFixture::record(QStringLiteral("li"))});
        const auto listening = listener.listen(QHostAddress(QHostAddress::LocalHost), 0);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
        port = *listening;
    }
    QUrl url(const QString &token = QStringLiteral("wang")) const
    {
        return QUrl(
            QStringLiteral("ws://127.0.0.1:%1/ws/notifications/?token=%2").arg(port).arg(token));
    }

    HubFixture push;
    std::optional<QString> obstacle;
    server::Listener listener;
    quint16 port = 0;
};

/// A client's request for the WebSocket at `target`; `more` are further header lines.
inline QByteArray handshake(const QByteArray &target, const QByteArray &more = {})
{
    return "GET " + target
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
          "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + more + "\r\n";
}

/// A masked client frame, as of RFC 6455; the mask is zero.
inline QByteArray clientFrame(const QByteArray &text, quint8 opcode = 1, bool isLast = true)
{
    QByteArray frame;
    frame.append(char((isLast ? 0x80 : 0) | opcode));
    if (text.size() < 126) {
        frame.append(char(0x80 | text.size()));
    } else if (text.size() < 65'536) {
        frame.append(char(0x80 | 126));
        QByteArray length(2, '\0');
        qToBigEndian(quint16(text.size()), length.data());
        frame.append(length);
    } else {
        frame.append(char(0x80 | 127));
        QByteArray length(8, '\0');
        qToBigEndian(quint64(text.size()), length.data());
        frame.append(length);
    }
    return frame + QByteArray(4, '\0') + text;
}

} // namespace pressboard::test
