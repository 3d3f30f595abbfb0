// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/keep_alive.h"

#include <QtGlobal>

#include <chrono>

namespace pressboard::server {

/// The bounds a session keeps its client in.
struct SessionLimits
{
    /// A client that leaves more than this of our answers unread is closed with 4008.
    qint64 replyBytes = 512 * 1024;
    /// Messages from the client; beyond: 4029.
    int messagesBurst = 500;
    int messagesPerSecond = 200;
    /// Control frames, counted by the bytes of their answers; beyond: 4029. A client that keeps to
    /// the protocol sends a ping in ten seconds.
    int controlBytesBurst = 64 * 1024;
    int controlBytesPerSecond = 4 * 1024;
    /// Publishes; beyond: the error too_many.
    int publishesBurst = 200;
    int publishesPerSecond = 50;
    std::chrono::milliseconds helloWait{10'000}; ///< for the first hello; then 4002
    KeepAlive::Limits keepAlive;
};

} // namespace pressboard::server
