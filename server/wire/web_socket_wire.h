// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/platform/direct_send.h"
#include "server/wire/incoming_limits.h"
#include "server/wire/pool_allocated.h"
#include "server/wire/push_counters.h"
#include "server/wire/qt_web_socket_internals.h"
#include "server/wire/wire.h"

#include <chrono>
#include <memory>

class QTcpSocket;
class QWebSocket;

namespace pressboard::server {

/// A real WebSocket. QWebSocket does handshake, parsing and pongs, and closes when the peer wants
/// to or breaks the rules; data frames go past it, whole and already encoded, straight to the
/// socket's descriptor, without a copy and without a round through the event loop. Where the
/// kernel stops inside a frame, the rest of this frame goes through the socket's own buffer: what
/// QWebSocket writes (pong, close) queues up behind it and never lands inside. With TLS all goes
/// through the QSslSocket.
///
/// Closing is ours: QWebSocket would close the descriptor right behind the close frame, and what
/// the peer was just saying would make the kernel reset the connection before the frame is read.
/// Here nothing more is sent, and what comes is thrown away until the peer hangs up.
class WebSocketWire final : public Wire, public PoolAllocated<WebSocketWire>
{
    Q_OBJECT
public:
    /// With this much unsent the peer asks (pings, closes) and does not read: it is cut. More than
    /// a session ever leaves unsent of its own: one batch or snapshot part, and its answers.
    static constexpr qint64 floodBytes = 2 * 1024 * 1024;
    /// How long a closing connection may take to send what is pending.
    static constexpr std::chrono::milliseconds closeWait{1000};
    /// How long the kernel waits for the peer to acknowledge what was sent.
    static constexpr std::chrono::milliseconds acknowledgeWait{20'000};

    /// `tcp` is the socket under `socket`. `peer` is who that is, for the log. `counters` must
    /// outlive the wire.
    WebSocketWire(std::unique_ptr<QWebSocket> socket, std::unique_ptr<QTcpSocket> tcp, QString peer,
                  const IncomingLimits &incoming, PushCounters &counters,
                  platform::DirectSend directSend = platform::sendDirectly);
    ~WebSocketWire() override;

    qsizetype send(const FrameRun &run) override;
    void write(const QByteArray &frames) override;
    qint64 bytesPending() const override;
    void ping() override;
    void close(CloseCode code, const QString &reason) override;
    void abort() override;
    QString peer() const override { return m_peer; }

private:
    qsizetype sendAtOnce(QByteArrayView bytes);
    void keep(const QByteArray &bytes);
    void countPongs();
    void notePongs();
    void noteRead();
    void releaseBuffers();
    void cutFlood();
    void hangUp();
    void noteWritten();
    void noteDrained();
    void countClosing();
    void noteGone();

    // What every event needs comes first, so that it does not take a walk through the sockets.
    bool m_isOpen;
    bool m_isTls;
    bool m_isClosing = false;
    bool m_isGone = false;
    qintptr m_descriptor;
    platform::DirectSend m_directSend;

    // In this order: QWebSocket goes before the socket it works on.
    std::unique_ptr<QTcpSocket> m_tcp;
    std::unique_ptr<QWebSocket> m_socket;
    QString m_peer;
    PushCounters &m_counters;
    qt_web_socket_internals::PongCounter m_pongs;
    qint64 m_controlBytes = 0; ///< of pings' answers and of pongs, not reported yet
};

} // namespace pressboard::server
