// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/close_codes.h"

#include <QByteArray>
#include <QObject>

namespace pressboard::server {

/// The transport under a session: a WebSocket, or memory in tests. It knows frames, not messages.
class Wire : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Writes whole WebSocket frames (server/push/frame.h), any number of them joined. Bytes that
    /// many sessions send are shared, not copied. Does nothing once closing.
    virtual void write(const QByteArray &frames) = 0;
    /// Bytes written that have not left this process yet. Nobody but the session bounds it.
    virtual qint64 bytesPending() const = 0;
    /// A ping of the WebSocket layer; whatever comes back is heard().
    virtual void ping() = 0;
    /// Sends the close frame behind what is pending, then drops the connection; a peer that does
    /// not read is cut after a deadline. closed() follows, never from within this call.
    virtual void close(CloseCode code, const QString &reason) = 0;
    /// Who is at the other end, for the log: "192.168.1.20".
    virtual QString peer() const = 0;

Q_SIGNALS:
    void textReceived(const QByteArray &text);
    void binaryReceived();
    /// Anything at all arrived, a pong for instance: the peer lives.
    void heard();
    /// bytesPending() fell so far that writing on makes sense.
    void drained();
    /// The connection is gone, whoever ended it. The last signal.
    void closed();
};

} // namespace pressboard::server
