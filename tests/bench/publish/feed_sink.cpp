// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/publish/feed_sink.h"

#include "tests/bench/wire/loopback.h"

#include <unistd.h>

namespace pressboard::bench {

FeedSink::FeedSink(std::uint16_t port)
    : m_fd(connectTo(port))
{
}

FeedSink::~FeedSink()
{
    close(m_fd);
}

void FeedSink::append(const Tick &tick)
{
    tick.appendMessage(m_lines);
    m_lines += '\n';
}

void FeedSink::flush()
{
    sendAll(m_fd, m_lines);
    m_lines.clear();
}

} // namespace pressboard::bench
