// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/wake_watch.h"
#include "tests/support/manual_scheduler.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestWakeWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWakingComputerIsSeenOnce();
    void aSlowTickIsNoSleep();
};

void TestWakeWatch::aWakingComputerIsSeenOnce()
{
    test::ManualClock clock;
    test::ManualScheduler scheduler(clock);
    const WakeWatch watch(scheduler, clock);
    QSignalSpy woke(&watch, &WakeWatch::woke);
    scheduler.advance(1h);
    QCOMPARE(woke.count(), 0);
    clock.jump(2h); // asleep: the wall clock ran on, timers did not
    scheduler.advance(5s);
    QCOMPARE(woke.count(), 1);
    scheduler.advance(1h);
    QCOMPARE(woke.count(), 1);
}

void TestWakeWatch::aSlowTickIsNoSleep()
{
    test::ManualClock clock;
    test::ManualScheduler scheduler(clock);
    const WakeWatch watch(scheduler, clock);
    QSignalSpy woke(&watch, &WakeWatch::woke);
    clock.jump(29s);
    scheduler.advance(5s);
    clock.jump(-1h); // somebody set the clock back
    scheduler.advance(5s);
    QCOMPARE(woke.count(), 0);
}

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wake_watch.moc"
