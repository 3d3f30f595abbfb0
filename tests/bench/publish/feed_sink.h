// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/publish/event_sink.h"

#include <cstdint>
#include <string>

namespace pressboard::bench {

/// Lines to a peer's feed port: each is a message to all clients.
class FeedSink final : public EventSink
{
public:
    explicit FeedSink(std::uint16_t port);
    ~FeedSink() override;

    void append(const Tick &tick) override;
    void flush() override;

private:
    int m_fd = -1;
    std::string m_lines;
};

} // namespace pressboard::bench
