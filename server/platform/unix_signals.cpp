// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/unix_signals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace pressboard::server::platform {

#ifdef Q_OS_UNIX
namespace {

constexpr int handled[] = {SIGTERM, SIGINT, SIGHUP};

// A handler has no object to be handed: the one place where a global cannot be avoided.
int wakeUpPipe[2] = {-1, -1};

// A handler may do next to nothing: it writes the signal's number into the pipe, and the event
// loop takes it from there.
void onSignal(int signal)
{
    const int savedErrno = errno;
    const char number = char(signal);
    [[maybe_unused]] const auto written = ::write(wakeUpPipe[1], &number, 1);
    errno = savedErrno;
}

bool openPipe()
{
    if (::pipe(wakeUpPipe) != 0)
        return false;
    for (const int end : wakeUpPipe) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    return true;
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : handled)
        ::sigaction(signal, &action, nullptr);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT_X(wakeUpPipe[0] < 0, "UnixSignals", "there is one a process");
    if (!openPipe())
        return;
    m_notifier = new QSocketNotifier(wakeUpPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &UnixSignals::readNext);
    install(onSignal);
}

UnixSignals::~UnixSignals()
{
    if (!m_notifier)
        return;
    install(SIG_DFL);
    delete m_notifier;
    for (int &end : wakeUpPipe) {
        ::close(end);
        end = -1;
    }
}

void UnixSignals::readNext()
{
    char number = 0;
    if (::read(wakeUpPipe[0], &number, 1) != 1)
        return;
    if (number == SIGHUP)
        Q_EMIT reloadRequested();
    else
        Q_EMIT stopRequested();
}
#else
UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
}

UnixSignals::~UnixSignals() = default;

void UnixSignals::readNext()
{
}
#endif

} // namespace pressboard::server::platform
