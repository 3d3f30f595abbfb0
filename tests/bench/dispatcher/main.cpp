// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/epoll_dispatcher.h"
#include "tests/bench/dispatcher/idle_sockets.h"
#include "tests/bench/dispatcher/one_talker.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>
#include <memory>

#include <sys/resource.h>

using namespace std::chrono_literals;
using pressboard::server::platform::EpollDispatcher;

namespace {

void allowManyDescriptors()
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// In a thread of its own, on the dispatcher given or, without one, on Qt's.
void measure(const char *name, int idle, std::unique_ptr<QAbstractEventDispatcher> dispatcher)
{
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        const IdleSockets sockets(idle);
        const auto cost = OneTalker().costOfAWakeUp(200ms);
        std::printf("%-12s %8d %12.2f\n", name, sockets.count(), double(cost.count()) / 1000);
        std::fflush(stdout);
    }));
    if (dispatcher)
        thread->setEventDispatcher(dispatcher.release());
    thread->start();
    thread->wait();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    allowManyDescriptors();
    std::printf("dispatcher       idle   us/wake-up\n");
    for (const int idle : {0, 100, 1000, 10'000}) {
        qunsetenv("QT_NO_GLIB");
        measure("Qt (GLib)", idle, nullptr);
        qputenv("QT_NO_GLIB", "1"); // QThread looks at it when it starts
        measure("Qt (Unix)", idle, nullptr);
        measure("epoll", idle, std::make_unique<EpollDispatcher>());
    }
    return 0;
}
