// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

/// Everything that this server does with QtWebSockets and the QTcpSocket below it that Qt's
/// documentation does not promise. Each function says on which behaviour of Qt (seen in 6.4.2) it
/// rests, and has tests in tst_qt_web_socket_internals that fail where another Qt behaves
/// otherwise. Nothing else may lean on Qt's internals.
namespace pressboard::server::qt_web_socket_internals {

/// QWebSocket neither reads nor answers any more what arrives at `tcp`, which is the socket below
/// it, and sends no close frame when the rest of half a frame does not come within 5 s.
///
/// Rests on: QWebSocket reads in a slot, of an object that is the QWebSocket, connected to the
/// readyRead of `tcp`; and what waits for the rest of a frame is a QTimer among its children.
void stopReading(QWebSocket &socket, QTcpSocket &tcp);

/// Frees the chunks that `tcp` keeps from the first byte it read (16 KiB) and the first it wrote
/// (32 KiB), which is most of what an idle client costs. Only while both buffers are empty; the
/// next read or write takes a new chunk. Not for a QSslSocket.
///
/// Rests on: QIODevice::open() of a connected QTcpSocket makes its buffers anew, and does nothing
/// else: the connection stays, and no signal is emitted.
void releaseBuffers(QTcpSocket &tcp);

/// `tcp`, which was upgraded by `server`, belongs to the caller from now on.
///
/// Rests on: what QWebSocketServer does when a socket disconnects, deleting it among others, is in
/// slots of its own; and QWebSocket does not own the socket below it.
void detach(QTcpSocket &tcp, QWebSocketServer &server);

/// Counts the bytes of the pongs that QWebSocket sends, for it does not tell of pings.
///
/// Rests on: QWebSocket answers a ping while it reads, before anybody who connected to the same
/// readyRead later is called, and before it emits the message behind that ping; and it writes the
/// whole pong into the buffer of `tcp` at once. What the buffer grew by, and we have not written,
/// are pongs.
class PongCounter
{
public:
    /// What is in the buffer is known: before QWebSocket reads, and whenever we wrote or bytes
    /// left.
    void skip(const QTcpSocket &tcp);
    /// The bytes of the pongs since the last call of this or skip().
    qint64 count(const QTcpSocket &tcp);

private:
    qint64 m_known = 0; ///< bytes in the buffer
};

} // namespace pressboard::server::qt_web_socket_internals
