// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/probe/turns.h"

#include <algorithm>
#include <ctime>
#include <dlfcn.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace pressboard::bench {
namespace {

constexpr std::int64_t tooLongNs = 50'000'000;

std::int64_t read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

bool isOfNetwork(int descriptor)
{
    int domain = 0;
    socklen_t size = sizeof domain;
    return getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0
        && (domain == AF_INET || domain == AF_INET6);
}

bool hasReceived(const pollfd *descriptors, nfds_t count)
{
    return std::any_of(descriptors, descriptors + count, [](const pollfd &one) {
        return (one.revents & POLLIN) != 0 && isOfNetwork(one.fd);
    });
}

/// The loop waits for more than one thing. Who waits for one alone waits amid a turn, as XCB does
/// for an answer of the X server.
bool isLoop(nfds_t count)
{
    return count > 1 && gettid() == getpid();
}

template<typename Poll> int measured(pollfd *descriptors, nfds_t count, Poll poll)
{
    if (!isLoop(count))
        return poll();
    Turns::ofMainThread().end();
    const int ready = poll();
    Turns::ofMainThread().begin(ready > 0 && hasReceived(descriptors, count));
    return ready;
}

template<typename Function> Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

std::int64_t nowNs()
{
    return read(CLOCK_MONOTONIC);
}

Turns &Turns::ofMainThread()
{
    static Turns turns; // poll() knows no context
    return turns;
}

void Turns::begin(bool received)
{
    m_began = nowNs();
    m_beganCpu = read(CLOCK_THREAD_CPUTIME_ID);
    if (received)
        m_received.push_back(m_began);
}

void Turns::end()
{
    if (m_began == 0)
        return;
    const std::int64_t took = nowNs() - m_began;
    ++m_tally.count;
    m_tally.over50ms += took > tooLongNs;
    m_tally.longestNs = std::max(m_tally.longestNs, took);
    m_tally.longestCpuNs =
        std::max(m_tally.longestCpuNs, read(CLOCK_THREAD_CPUTIME_ID) - m_beganCpu);
}

Turns::Tally Turns::take()
{
    m_began = 0; // the turn that asks is nobody's
    return std::exchange(m_tally, Tally());
}

std::vector<std::int64_t> Turns::takeReceived()
{
    return std::exchange(m_received, {});
}

} // namespace pressboard::bench

// In place of the C library's, which they call.

extern "C" int poll(pollfd *descriptors, nfds_t count, int timeout)
{
    static const auto real = pressboard::bench::next<decltype(&poll)>("poll");
    return pressboard::bench::measured(descriptors, count,
                                       [&] { return real(descriptors, count, timeout); });
}

extern "C" int ppoll(pollfd *descriptors, nfds_t count, const timespec *timeout,
                     const sigset_t *signals)
{
    static const auto real = pressboard::bench::next<decltype(&ppoll)>("ppoll");
    return pressboard::bench::measured(descriptors, count,
                                       [&] { return real(descriptors, count, timeout, signals); });
}
