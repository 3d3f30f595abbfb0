// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTcpSocket;

/// Everything that this server does with QTcpSocket that Qt's documentation does not promise. Each
/// function says on which behaviour of Qt (seen in 6.4.2) it rests, and has tests in
/// tst_qt_socket_internals that fail where another Qt behaves otherwise. Nothing else may lean on
/// Qt's internals.
namespace pressboard::server::qt_socket_internals {

/// Frees the chunks that `tcp` keeps from the first byte it read (16 KiB) and the first it wrote
/// (32 KiB), which is most of what an idle client costs. Only while both buffers are empty; the
/// next read or write takes a new chunk. Not for a QSslSocket.
///
/// Rests on: QIODevice::open() of a connected QTcpSocket makes its buffers anew, and does nothing
/// else: the connection stays, and no signal is emitted.
void releaseBuffers(QTcpSocket &tcp);

} // namespace pressboard::server::qt_socket_internals
