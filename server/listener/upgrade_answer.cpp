// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/upgrade_answer.h"

#include "shared/protocol/messages.h"

#include <QCryptographicHash>

namespace pressboard::server {

static QByteArray acceptOf(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                    QCryptographicHash::Sha1)
        .toBase64();
}

QByteArray upgradeAnswer(const RequestHead &head, Viewer::Dialect dialect)
{
    QByteArray answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        "Connection: Upgrade\r\nSec-WebSocket-Accept: "
        + acceptOf(head.header("sec-websocket-key")) + "\r\n";
    if (dialect == Viewer::Dialect::V1) {
        answer += "Sec-WebSocket-Protocol: "
            + QByteArray(protocol::subprotocol.data(), protocol::subprotocol.size()) + "\r\n";
    }
    return answer + "\r\n";
}

} // namespace pressboard::server
