// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/qt_scheduler.h"
#include "tests/support/manual_scheduler.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestScheduler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ringsOnce();
    void aNewStartForgetsTheOld();
    void aStoppedAlarmIsSilent();
    void mayBeStartedWhileRinging();
    void aDeadAlarmIsSilent();
    void qtTimersRingLater();
    void qtTimersCanBeCancelled();
};

void TestScheduler::ringsOnce()
{
    test::ManualClock clock;
    test::ManualScheduler scheduler(clock);
    int rang = 0;
    Alarm alarm(scheduler, [&rang] { ++rang; });
    alarm.start(3s);
    QVERIFY(alarm.isRunning());
    scheduler.advance(2999ms);
    QCOMPARE(rang, 0);
    scheduler.advance(1ms);
    QCOMPARE(rang, 1);
    QVERIFY(!alarm.isRunning());
    scheduler.advance(1h);
    QCOMPARE(rang, 1);
}

void TestScheduler::aNewStartForgetsTheOld()
{
    test::ManualClock clock;
    test::ManualScheduler scheduler(clock);
    int rang = 0;
    Alarm alarm(scheduler, [&rang] { ++rang; });
    alarm.start(3s);
    scheduler.advance(2s);
    alarm.start(3s);
    scheduler.advance(2s);
    QCOMPARE(rang, 0);
    scheduler.advance(1s);
    QCOMPARE(rang, 1);
}

void TestScheduler::aStoppedAlarmIsSilent()
{
    test::ManualClock clock;
    test::ManualScheduler scheduler(clock);
    Alarm alarm(scheduler, [] { QFAIL("rang"); });
    alarm.start(1s);
    alarm.stop();
    QVERIFY(scheduler.isIdle());
    alarm.stop();
}

void TestScheduler::mayBeStartedWhileRinging()
{
    test::ManualClock clock;
    test::ManualScheduler scheduler(clock);
    int rang = 0;
    std::unique_ptr<Alarm> alarm;
    alarm = std::make_unique<Alarm>(scheduler, [&] {
        ++rang;
        alarm->start(1s);
    });
    alarm->start(1s);
    scheduler.advance(3500ms);
    QCOMPARE(rang, 3);
}

void TestScheduler::aDeadAlarmIsSilent()
{
    test::ManualClock clock;
    test::ManualScheduler scheduler(clock);
    {
        Alarm alarm(scheduler, [] { QFAIL("rang"); });
        alarm.start(1s);
    }
    scheduler.advance(1h);
}

void TestScheduler::qtTimersRingLater()
{
    QtScheduler scheduler;
    QStringList order;
    scheduler.after(0ms, [&] { order.append(QStringLiteral("at once")); });
    scheduler.after(1ms, [&] {
        order.append(QStringLiteral("soon"));
        scheduler.after(0ms, [&] { order.append(QStringLiteral("then")); });
    });
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order.last(), QStringLiteral("then"));
}

void TestScheduler::qtTimersCanBeCancelled()
{
    QtScheduler scheduler;
    bool later = false;
    const auto ticket = scheduler.after(0ms, [] { QFAIL("rang"); });
    scheduler.after(0ms, [&later] { later = true; });
    scheduler.cancel(ticket);
    scheduler.cancel(ticket);
    QTRY_VERIFY(later);
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
