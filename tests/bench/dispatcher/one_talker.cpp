// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/dispatcher/one_talker.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <ctime>

#include <sys/socket.h>
#include <unistd.h>

using std::chrono::nanoseconds;

namespace {

nanoseconds cpuTime()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

} // namespace

OneTalker::OneTalker()
    : m_ends(connected())
    , m_notifier(m_ends[0], QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { hear(); });
}

OneTalker::~OneTalker()
{
    m_notifier.setEnabled(false);
    for (const int end : m_ends)
        ::close(end);
}

std::array<int, 2> OneTalker::connected()
{
    std::array<int, 2> ends = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
        qFatal("There is no descriptor left.");
    return ends;
}

void OneTalker::say()
{
    [[maybe_unused]] const auto written = ::write(m_ends[1], "x", 1);
}

void OneTalker::hear()
{
    char byte = 0;
    m_heard += ::read(m_ends[0], &byte, 1);
}

nanoseconds OneTalker::costOfAWakeUp(std::chrono::milliseconds round)
{
    auto &loop = *QAbstractEventDispatcher::instance();
    auto best = nanoseconds::max();
    for (int i = 0; i < 5; ++i) {
        m_heard = 0;
        const auto start = cpuTime();
        while (cpuTime() - start < round) {
            say();
            loop.processEvents(QEventLoop::WaitForMoreEvents);
        }
        best = std::min<nanoseconds>(best, (cpuTime() - start) / std::max<qint64>(m_heard, 1));
    }
    return best;
}
