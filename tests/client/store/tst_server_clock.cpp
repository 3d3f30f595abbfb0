// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/server_clock.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestServerClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOursUntilToldOtherwise();
    void trustsTheLeastDelayed();
    void forgetsTheFirstAfterEight();
    void followsAClockThatWasSet();
    void tellsAWrongClock();
    void doesNotFollowThisComputersClock();
    void goesByThisComputersClockWhileNobodyIsHeard();
};

void TestServerClock::isOursUntilToldOtherwise()
{
    const test::ManualClock local;
    const ServerClock clock(local);
    QCOMPARE(clock.now(), local.now());
    QVERIFY(!clock.isLocalClockWrong());
}

void TestServerClock::trustsTheLeastDelayed()
{
    test::ManualClock local;
    ServerClock clock(local);
    clock.adopt(local.now() + 3000ms - 400ms);
    clock.adopt(local.now() + 3000ms - 20ms);
    clock.adopt(local.now() + 3000ms - 900ms);
    QCOMPARE(clock.offset(), 2980ms);
    local.advance(10s);
    QCOMPARE(clock.now(), local.now() + 2980ms);
}

void TestServerClock::forgetsTheFirstAfterEight()
{
    const test::ManualClock local;
    ServerClock clock(local);
    clock.adopt(local.now() + 2s);
    for (int i = 0; i < 8; ++i)
        clock.adopt(local.now() + 1s);
    QCOMPARE(clock.offset(), 1000ms);
}

void TestServerClock::followsAClockThatWasSet()
{
    test::ManualClock local;
    ServerClock clock(local);
    clock.adopt(local.now());
    const Moment truth = local.now();
    local.jump(1h);
    clock.adopt(truth);
    QCOMPARE(clock.now(), truth);
    local.jump(-2h);
    clock.adopt(truth);
    QCOMPARE(clock.now(), truth);
}

void TestServerClock::tellsAWrongClock()
{
    const test::ManualClock local;
    ServerClock clock(local);
    clock.adopt(local.now() + 2min);
    QVERIFY(!clock.isLocalClockWrong());
    clock.adopt(local.now() - 121s);
    QVERIFY(clock.isLocalClockWrong());
}

void TestServerClock::doesNotFollowThisComputersClock()
{
    test::ManualClock local;
    ServerClock clock(local);
    clock.adopt(local.now());
    const Moment truth = local.now();
    local.jump(48h);
    QCOMPARE(clock.now(), truth);
    QVERIFY(clock.isLocalClockWrong()); // at once, not with the next `time`
    local.advance(30s);
    QCOMPARE(clock.now(), truth + 30s);
    local.jump(-96h);
    QCOMPARE(clock.now(), truth + 30s);
}

/// A computer that slept: its monotonic clock did, too.
void TestServerClock::goesByThisComputersClockWhileNobodyIsHeard()
{
    test::ManualClock local;
    ServerClock clock(local);
    clock.adopt(local.now() + 5min);
    local.jump(8h);
    clock.letGo();
    QCOMPARE(clock.now(), local.now() + 5min);
    clock.adopt(local.now() + 5min);
    QCOMPARE(clock.now(), local.now() + 5min);
}

QTEST_GUILESS_MAIN(TestServerClock)
#include "tst_server_clock.moc"
