// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/direct_send.h"

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#endif

namespace pressboard::server::platform {

#ifdef Q_OS_LINUX
qsizetype sendDirectly(qintptr socket, QByteArrayView bytes)
{
    const ssize_t sent =
        ::send(int(socket), bytes.data(), std::size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    return std::max(ssize_t(0), sent);
}

bool endSending(qintptr socket)
{
    return ::shutdown(int(socket), SHUT_WR) == 0;
}

void limitReceived(qintptr socket, int bytes)
{
    const int asked = bytes / 2; // the kernel doubles it, for what it needs itself
    ::setsockopt(int(socket), SOL_SOCKET, SO_RCVBUF, &asked, sizeof(asked));
}

void giveUpUnacknowledged(qintptr socket, std::chrono::milliseconds after)
{
    const auto timeout = static_cast<unsigned int>(after.count());
    ::setsockopt(int(socket), IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout, sizeof(timeout));
}
#else
qsizetype sendDirectly(qintptr, QByteArrayView)
{
    return 0;
}

bool endSending(qintptr)
{
    return false;
}

void limitReceived(qintptr, int)
{
}

void giveUpUnacknowledged(qintptr, std::chrono::milliseconds)
{
}
#endif

} // namespace pressboard::server::platform
