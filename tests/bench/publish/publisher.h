// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/publish/event_sink.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace pressboard::bench {

/// What is to be published.
struct Load
{
    std::uint64_t firstSequence = 1;
    std::uint64_t count = 0;
    double perSecond = 0; ///< 0: all at once
};

/// Publishes on a thread of its own and on the receivers' clock. Never slower than asked: what is
/// late goes out together, and `lastNs` tells whether the rate was really reached.
class Publisher
{
public:
    using MakeSink = std::function<std::unique_ptr<EventSink>()>;

    explicit Publisher(MakeSink makeSink);
    ~Publisher();

    /// The one before must be finished.
    void start(const Load &load);

    bool isFinished() const { return m_isFinished; }
    std::int64_t firstNs() const { return m_firstNs; } ///< 0: nothing was published yet
    std::int64_t lastNs() const { return m_lastNs; } ///< once finished
    const std::string &error() const { return m_error; } ///< once finished; empty: none

private:
    void publish(const Load &load);
    void publishDue(const Load &load);

    MakeSink m_makeSink;
    std::unique_ptr<EventSink> m_sink;
    std::jthread m_thread;
    std::atomic<bool> m_isFinished = true;
    std::atomic<std::int64_t> m_firstNs = 0;
    std::atomic<std::int64_t> m_lastNs = 0;
    std::string m_error;
};

} // namespace pressboard::bench
