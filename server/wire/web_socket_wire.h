// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/platform/direct_send.h"
#include "server/wire/incoming_limits.h"
#include "server/wire/message_assembler.h"
#include "server/wire/pool_allocated.h"
#include "server/wire/push_counters.h"
#include "server/wire/wire.h"

#include <chrono>
#include <memory>

class QTcpSocket;

namespace pressboard::server {

/// A real WebSocket, after its handshake. Frames go, whole and already encoded, straight to the
/// socket's descriptor, without a copy and without a round through the event loop. Where the kernel
/// stops inside a frame, the rest of this frame goes through the socket's own buffer, and what
/// follows queues up behind it. With TLS all goes through the QSslSocket.
///
/// What comes is read here, too, and bounded in every way a client can choose: QWebSocket would
/// tell neither of pings nor of frames without content, takes frames without a mask, and refuses
/// text that a frame's end cuts inside a character.
///
/// Closing: nothing more is sent behind the close frame, and what comes is thrown away until the
/// peer hangs up. Were the descriptor closed at once, what the peer was just saying would make the
/// kernel reset the connection before the frame is read.
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
    /// The most that the kernel keeps of a client for us, and so the most that is read of one
    /// before all others have their turn.
    static constexpr int turnBytes = 64 * 1024;

    /// `tcp`'s handshake is read, and answered into its buffer; frames may be behind it already.
    /// `peer` is who that is, for the log. `counters` must outlive the wire.
    WebSocketWire(std::unique_ptr<QTcpSocket> tcp, QString peer, const IncomingLimits &incoming,
                  PushCounters &counters, platform::DirectSend directSend = platform::sendDirectly);
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
    void read();
    bool readFrame();
    void take(IncomingFrame frame);
    void takeControl(const IncomingFrame &frame);
    void takeData(IncomingFrame frame);
    void breakOff(const FrameFault &fault);
    void answerClose(const QByteArray &payload);
    void closeWith(const QByteArray &frame);
    void reportControl();
    void releaseBuffers();
    void cutFlood();
    void hangUp();
    void noteWritten();
    void noteDrained();
    void noteGone();

    // What every event needs comes first, so that it does not take a walk through the sockets.
    bool m_isOpen;
    bool m_isTls;
    bool m_isClosing = false;
    bool m_isGone = false;
    qintptr m_descriptor;
    platform::DirectSend m_directSend;

    std::unique_ptr<QTcpSocket> m_tcp;
    QString m_peer;
    IncomingLimits m_incoming;
    PushCounters &m_counters;
    MessageAssembler m_assembler;
    qint64 m_controlBytes = 0; ///< of pings' answers and of pongs, not reported yet
};

} // namespace pressboard::server
