// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/platform/epoll_dispatcher.h"
#include "server/platform/event_dispatcher.h"

#include <QCoreApplication>
#include <QTest>
#include <QTimer>

#include <chrono>

/// The event loop under test, which on_epoll's main gave to the main thread.
inline QAbstractEventDispatcher &dispatcher()
{
    return *QAbstractEventDispatcher::instance();
}

/// One turn of the loop, without waiting.
inline bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return dispatcher().processEvents(flags);
}

/// True when the loop, told to wait, waits for a timer: nothing is ready, neither told nor untold.
inline bool isIdle()
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(std::chrono::milliseconds(20));
    turn(QEventLoop::WaitForMoreEvents);
    return !timer.isActive();
}

/// main() of a test that runs on the epoll dispatcher, installed as the server installs it.
template<class Test> int runOnEpoll(int argc, char **argv)
{
    using namespace pressboard::server::platform;
    installEventDispatcher();
    QCoreApplication app(argc, argv);
    if (!qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()))
        qFatal("The epoll dispatcher is not in use.");
    Test test;
    return QTest::qExec(&test, argc, argv);
}
