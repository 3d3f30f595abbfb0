// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/source_watch.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace std::chrono_literals;

class TestSourceWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isLostUntilProvedLive();
    void isLostAfterASilence();
    void aSleepOfItsOwnProvesNothing();
    void whatItSleptWithIsAskedAgain();
    void isNotLiveByWhatItSleptWith();
    void whatIsReadIsAsOldAsTheWait();
    void saysSinceWhen();
    void sleepsThroughAClockThatJumps();
    void saysEverythingOnce();
    void waitsForTheReadingConnectionAfterALoss();
};

void TestSourceWatch::isLostUntilProvedLive()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    QSignalSpy lost(&watch, &SourceWatch::wentLost);
    QVERIFY(!watch.isLive());
    watch.heard();
    QVERIFY(!watch.isLive());
    watch.setLost();
    QCOMPARE(lost.size(), 0); // nobody was told otherwise
    watch.setLive();
    QVERIFY(watch.isLive());
}

void TestSourceWatch::isLostAfterASilence()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    QSignalSpy slept(&watch, &SourceWatch::slept);
    watch.setLive();
    clock.advance(3s);
    watch.check();
    watch.heard();
    clock.advance(4s);
    watch.check();
    QVERIFY(watch.isLive());
    clock.advance(1ms);
    watch.check();
    QVERIFY(!watch.isLive());
    QCOMPARE(slept.size(), 0);
}

/// What had been waiting in the socket meanwhile says nothing of now.
void TestSourceWatch::aSleepOfItsOwnProvesNothing()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    QSignalSpy slept(&watch, &SourceWatch::slept);
    watch.setLive();
    clock.advance(1h);
    watch.heard();
    watch.check();
    QVERIFY(!watch.isLive());
    QCOMPARE(slept.size(), 1);
    watch.setLive();
    clock.advance(3s);
    watch.check();
    QVERIFY(watch.isLive());
    QCOMPARE(slept.size(), 1);
}

/// Also what was asked while the source was lost: the answer would make it live.
void TestSourceWatch::whatItSleptWithIsAskedAgain()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    QSignalSpy slept(&watch, &SourceWatch::slept);
    clock.advance(1h);
    watch.check();
    QCOMPARE(slept.size(), 1);
}

void TestSourceWatch::isNotLiveByWhatItSleptWith()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    QSignalSpy live(&watch, &SourceWatch::wentLive);
    clock.advance(5s);
    watch.setLive();
    watch.heardReading();
    watch.setLiveIfReading();
    QCOMPARE(live.size(), 0);
    watch.check();
    watch.setLive();
    QCOMPARE(live.size(), 1);
}

/// It slept, but not for long enough to tell it from being busy.
void TestSourceWatch::whatIsReadIsAsOldAsTheWait()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    watch.setLive();
    watch.wake();
    clock.advance(3s);
    watch.wake();
    watch.heard();
    QVERIFY(watch.isLive());
    clock.advance(1s);
    watch.check();
    QVERIFY(watch.isLive());
    clock.advance(1ms);
    watch.check();
    QVERIFY(!watch.isLive());
}

void TestSourceWatch::saysSinceWhen()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    watch.setLive();
    clock.advance(10s);
    watch.heard();
    const Moment heard = clock.now();
    clock.advance(5s);
    watch.check();
    watch.check();
    QCOMPARE(watch.since(), heard);
    clock.advance(3s);
    watch.setLive();
    QCOMPARE(watch.since(), clock.now());
}

void TestSourceWatch::sleepsThroughAClockThatJumps()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    watch.setLive();
    clock.jump(24h);
    watch.check();
    QVERIFY(watch.isLive());
    clock.jump(-48h);
    watch.check();
    QVERIFY(watch.isLive());
}

void TestSourceWatch::saysEverythingOnce()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    QSignalSpy live(&watch, &SourceWatch::wentLive);
    QSignalSpy lost(&watch, &SourceWatch::wentLost);
    watch.setLive();
    watch.setLive();
    watch.setLost();
    watch.setLost();
    QCOMPARE(live.size(), 1);
    QCOMPARE(lost.size(), 1);
}

void TestSourceWatch::waitsForTheReadingConnectionAfterALoss()
{
    test::ManualClock clock;
    SourceWatch watch(clock, 4s);
    watch.setLive();
    watch.setLost();
    QSignalSpy live(&watch, &SourceWatch::wentLive);
    watch.heard(); // by the other connection: the log may still be out of reach
    watch.setLiveIfReading();
    QCOMPARE(live.size(), 0);
    watch.heardReading();
    watch.setLiveIfReading();
    QCOMPARE(live.size(), 1);
    watch.setLost();
    watch.setLiveIfReading();
    QVERIFY(!watch.isLive());
}

QTEST_APPLESS_MAIN(TestSourceWatch)
#include "tst_source_watch.moc"
