// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/wire.h"

#include <QTimer>

#include <chrono>
#include <memory>

class QTcpSocket;
class QWebSocket;

namespace pressboard::server {

/// A real WebSocket. QWebSocket does handshake, parsing, pings and closing; data frames go past
/// it, whole and already encoded, straight into the socket below, which costs one copy less per
/// frame and client. That is right as long as each write is whole frames, unmasked, and none
/// follows a close frame.
class WebSocketWire final : public Wire
{
    Q_OBJECT
public:
    /// Once the unsent falls below this, drained() says so.
    static constexpr qint64 lowWater = 64 * 1024;
    /// With this much unsent the peer asks (pings, closes) and does not read: it is cut. More than a
    /// session ever leaves unsent of its own: its high water, one snapshot part, its replies.
    static constexpr qint64 floodBytes = 2 * 1024 * 1024;
    /// How long a closing connection may take to send what is pending.
    static constexpr std::chrono::milliseconds closeWait{1000};

    /// `tcp` is the socket under `socket`. `peer` is who that is, for the log.
    WebSocketWire(std::unique_ptr<QWebSocket> socket, std::unique_ptr<QTcpSocket> tcp, QString peer,
                  quint64 maxIncomingBytes);
    ~WebSocketWire() override;

    void write(const QByteArray &frames) override;
    qint64 bytesPending() const override;
    void ping() override;
    void close(CloseCode code, const QString &reason) override;
    QString peer() const override { return m_peer; }

private:
    void cutFlood();
    void noteWritten();
    void noteGone();

    // In this order: QWebSocket goes before the socket it works on.
    std::unique_ptr<QTcpSocket> m_tcp;
    std::unique_ptr<QWebSocket> m_socket;
    QString m_peer;
    QTimer m_deadline;
    bool m_isFull = false; ///< more than lowWater was pending since drained()
    bool m_isGone = false;
};

} // namespace pressboard::server
