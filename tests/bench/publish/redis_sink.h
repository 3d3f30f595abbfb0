// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/publish/event_sink.h"

#include <cstdint>
#include <string>

namespace pressboard::bench {

/// XADD into the stream of pressboard-server's Redis, pipelined.
class RedisSink final : public EventSink
{
public:
    RedisSink(const std::string &socketPath, std::string stream);
    ~RedisSink() override;

    void append(const Tick &tick) override;
    /// Does not wait for Redis' answers: those are read along, and at most so many are missing.
    void flush() override;

private:
    void readReplies(int flags);

    int m_fd = -1;
    std::string m_stream;
    std::string m_commands;
    std::string m_data;
    int m_appended = 0;
    long m_missing = 0; ///< replies
    bool m_atLineStart = true; ///< of the replies
};

} // namespace pressboard::bench
