// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressboard::bench {

/// Sockets of this machine only. All throw std::system_error, naming what failed.

/// Non-blocking, on 127.0.0.1.
int listenOn(std::uint16_t port);
/// Blocking.
int connectTo(std::uint16_t port);
/// Blocking, to a Unix socket.
int connectTo(const std::string &path);
/// Non-blocking and perhaps not yet connected. The source is one of 50 addresses of 127.0.0.0/8,
/// by `index`: one address alone has too few ports for clients that come, go and come back.
int startConnecting(std::uint16_t port, unsigned index, int receiveBuffer = 0);

/// From now on the kernel acknowledges what comes for a program that talks, too (TCP_QUICKACK off):
/// a little later, and often two segments at once. Which of the two habits a connection is in
/// depends on what was said when it began.
void delayReceipts(int fd);

/// Blocking, whole.
void sendAll(int fd, std::string_view bytes);

/// As many descriptors as the system lets this process have.
void raiseDescriptorLimit();

[[noreturn]] void fail(const char *what);

} // namespace pressboard::bench
