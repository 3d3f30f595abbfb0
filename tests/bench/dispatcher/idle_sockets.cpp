// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/dispatcher/idle_sockets.h"

#include <sys/socket.h>
#include <unistd.h>

IdleSockets::IdleSockets(int count)
{
    for (int i = 0; i < count; ++i) {
        // One without a peer: half the descriptors, and nobody can send to it.
        const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (descriptor < 0)
            return;
        m_notifiers.push_back(std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read));
    }
}

IdleSockets::~IdleSockets()
{
    for (auto &notifier : m_notifiers) {
        const auto descriptor = int(notifier->socket());
        notifier.reset();
        ::close(descriptor);
    }
}
