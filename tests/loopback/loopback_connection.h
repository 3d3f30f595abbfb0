// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/socket.h"
#include "server/wire/wire.h"

#include <QList>
#include <QPointer>

#include <functional>
#include <memory>

namespace pressboard::test {

class LoopbackSocket;
class LoopbackWire;

/// One connection without a network: bytes wait in it until the test lets them through, all or
/// some, or cuts it with what still waits there. Order is never changed, as TCP never does.
class LoopbackConnection
{
public:
    /// Called when the client opens the connection; the answer is an HTTP status, 101 to let it in.
    /// The wire is then handed to `welcome`.
    std::function<int(const client::Headers &headers)> handshake;
    std::function<void(std::unique_ptr<server::Wire> wire)> welcome;

    bool isOpen() const { return m_isOpen; }
    const client::Headers &headers() const { return m_headers; } ///< of the handshake
    qsizetype bytesToClient() const { return m_toClient.size(); }

    /// The client's handshake reaches the server.
    void answerHandshake();
    /// Lets at most so many bytes through to the client, who acts on whole frames.
    void deliverToClient(qsizetype most);
    void deliverToServer(int mostMessages);
    /// What was under way is lost; each end is told when `told`, else it has to notice.
    void cut(bool told);

private:
    friend class LoopbackSocket;
    friend class LoopbackWire;
    /// What a client can send, besides text.
    static inline const QByteArray pongMark = QByteArrayLiteral("\x8a");
    static inline const QByteArray closeMark = QByteArrayLiteral("\x88");

    bool deliverFrame(); ///< false when no whole frame has arrived
    void hangUp(const client::Ending &ending);

    QPointer<LoopbackSocket> m_socket;
    QPointer<LoopbackWire> m_wire;
    client::Headers m_headers;
    bool m_isConnecting = false;
    bool m_isOpen = false; ///< both ends believe in it
    QByteArray m_toClient; ///< sent, not yet through
    QByteArray m_arrived; ///< through, not yet a whole frame
    QList<QByteArray> m_toServer;
};

/// The client's end.
class LoopbackSocket final : public client::Socket
{
    Q_OBJECT
public:
    explicit LoopbackSocket(std::shared_ptr<LoopbackConnection> connection);

    void open(const QUrl &url, const client::Headers &headers, const QString &protocol) override;
    void sendText(const QByteArray &utf8) override;
    void close(quint16 code, const QString &reason) override;
    void abort() override;

private:
    void send(const QByteArray &message);
    std::shared_ptr<LoopbackConnection> m_connection;
};

/// The server's end.
class LoopbackWire final : public server::Wire
{
    Q_OBJECT
public:
    explicit LoopbackWire(LoopbackConnection *connection);
    /// So that everything is interrupted everywhere.
    static constexpr qsizetype takenAtOnce = 3000;

    qsizetype send(const server::FrameRun &run) override;
    void write(const QByteArray &frames) override;
    qint64 bytesPending() const override;
    void ping() override;
    void close(CloseCode code, const QString &reason) override;
    void abort() override;
    QString peer() const override { return QStringLiteral("loopback"); }

private:
    friend class LoopbackConnection;
    LoopbackConnection *m_connection; ///< null once cut
    bool m_isClosing = false;
};

} // namespace pressboard::test
