// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/publish/publisher.h"

#include "tests/bench/wire/clock.h"

#include <algorithm>
#include <exception>

namespace pressboard::bench {

namespace {

void sleepUntil(std::int64_t ns)
{
    const timespec until{ns / nsPerSecond, ns % nsPerSecond};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr);
}

/// How many events should have been published by now.
std::uint64_t dueBy(const Load &load, std::int64_t elapsedNs)
{
    if (load.perSecond <= 0)
        return load.count;
    const double due = double(elapsedNs) * load.perSecond / double(nsPerSecond);
    return std::min(load.count, std::uint64_t(due) + 1);
}

} // namespace

Publisher::Publisher(MakeSink makeSink)
    : m_makeSink(std::move(makeSink))
{
}

Publisher::~Publisher() = default;

void Publisher::start(const Load &load)
{
    if (m_thread.joinable())
        m_thread.join();
    m_isFinished = false;
    m_firstNs = 0;
    m_error.clear();
    m_thread = std::jthread([this, load] { publish(load); });
}

void Publisher::publish(const Load &load)
{
    try {
        if (!m_sink)
            m_sink = m_makeSink();
        publishDue(load);
    } catch (const std::exception &error) {
        m_error = error.what();
        m_sink.reset();
    }
    m_lastNs = nowNs();
    m_isFinished = true;
}

void Publisher::publishDue(const Load &load)
{
    const std::int64_t start = nowNs();
    m_firstNs = start;
    for (std::uint64_t done = 0; done < load.count;) {
        for (const std::uint64_t due = dueBy(load, nowNs() - start); done < due; ++done)
            m_sink->append({load.firstSequence + done, nowNs()});
        m_sink->flush();
        if (done < load.count)
            sleepUntil(start + std::int64_t(double(done) * double(nsPerSecond) / load.perSecond));
    }
}

} // namespace pressboard::bench
