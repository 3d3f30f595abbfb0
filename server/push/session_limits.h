// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/keep_alive.h"

#include <QtGlobal>

#include <chrono>

namespace pressboard::server {

/// The bounds a session keeps its client in. What is "so many a second" is that in the long run,
/// and its burst at once; beyond, the client is closed with 4029.
struct SessionLimits
{
    /// A client that leaves more than this of our answers unread is closed with 4008.
    qint64 replyBytes = 512 * 1024;
    /// Messages from the client, and frames of which a message has more.
    int messagesBurst = 500;
    int messagesPerSecond = 200;
    /// Bytes of messages. A desk sends 40 in three seconds; a program publishes for others.
    double bytesBurst = 1024 * 1024;
    double bytesPerSecond = 64 * 1024;
    /// Milliseconds of our time that its messages take.
    double workBurst = 500;
    double workPerSecond = 20;
    /// Control frames, counted by the bytes of their answers. A client that keeps to the protocol
    /// sends a ping in ten seconds.
    int controlBytesBurst = 64 * 1024;
    int controlBytesPerSecond = 4 * 1024;
    /// Publishes; beyond: the error too_many.
    int publishesBurst = 200;
    int publishesPerSecond = 50;
    /// After the first, which every client says: each may be answered with the whole board.
    double hellosBurst = 6;
    double hellosPerMinute = 6;
    /// All clients of a user together may take as much as so many of them; 0: no such bound.
    int userShare = 16;

    // What these may have in bytes; beyond: 4002.
    qsizetype helloBytes = 16 * 1024;
    qsizetype pingBytes = 4 * 1024;
    qsizetype readersBytes = 16 * 1024; ///< any message of who may neither notify nor publish
    /// Of those 16 KiB, 2,600 members took 0.7 ms to parse, 256 take 0.1 ms. A test notice has ten.
    qsizetype readersValues = 256;
    std::chrono::milliseconds helloWait{10'000}; ///< for the first hello; then 4002
    KeepAlive::Limits keepAlive;
};

} // namespace pressboard::server
