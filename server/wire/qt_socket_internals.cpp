// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/qt_socket_internals.h"

#include <QTcpSocket>

namespace pressboard::server::qt_socket_internals {

void releaseBuffers(QTcpSocket &tcp)
{
    tcp.open(tcp.openMode());
}

} // namespace pressboard::server::qt_socket_internals
