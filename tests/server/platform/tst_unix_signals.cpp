// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/unix_signals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using pressboard::server::platform::UnixSignals;

class TestUnixSignals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsFromTheEventLoop()
    {
        UnixSignals unixSignals;
        QSignalSpy stop(&unixSignals, &UnixSignals::stopRequested);
        QSignalSpy reload(&unixSignals, &UnixSignals::reloadRequested);
        std::raise(SIGTERM);
        std::raise(SIGHUP);
        std::raise(SIGINT);
        QVERIFY(stop.isEmpty() && reload.isEmpty());
        QTRY_COMPARE(stop.size(), 2);
        QTRY_COMPARE(reload.size(), 1);
    }

    void survivesManyAtOnce()
    {
        UnixSignals unixSignals;
        QSignalSpy stop(&unixSignals, &UnixSignals::stopRequested);
        // More than the pipe takes: the rest is dropped, nothing blocks.
        for (int i = 0; i < 100'000; ++i)
            std::raise(SIGTERM);
        QTRY_VERIFY(stop.size() > 1000);
    }

    void leavesTheDefaultBehind()
    {
        {
            UnixSignals unixSignals;
        }
        struct sigaction action = {};
        QCOMPARE(::sigaction(SIGTERM, nullptr, &action), 0);
        QVERIFY(action.sa_handler == SIG_DFL);
        UnixSignals again; // and there may be another one
        QSignalSpy stop(&again, &UnixSignals::stopRequested);
        std::raise(SIGTERM);
        QTRY_COMPARE(stop.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestUnixSignals)
#include "tst_unix_signals.moc"
