// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/rate_limit.h"
#include "server/push/stats_throttle.h"

#include <QTest>

using namespace pressboard::server;
using namespace std::chrono_literals;

namespace {
QJsonObject orders(int count)
{
    return {{QStringLiteral("total_orders"), count}};
}
} // namespace

class TestPacing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void burstThenRate();
    void unusedTimeIsKeptUpToTheBurst();
    void whatWasDoneIsOwedUpToTheBurst();
    void oneASecond();
    void theSameIsNoNews();
    void whoWasToldOtherwiseHearsTheTruth();
};

void TestPacing::burstThenRate()
{
    RateLimit limit(3, 2);
    for (int i = 0; i < 3; ++i)
        QVERIFY(limit.tryAcquire(0ms));
    QVERIFY(!limit.tryAcquire(0ms));
    QVERIFY(!limit.tryAcquire(499ms));
    QVERIFY(limit.tryAcquire(500ms));
    QVERIFY(!limit.tryAcquire(500ms));
}

void TestPacing::unusedTimeIsKeptUpToTheBurst()
{
    RateLimit limit(2, 1);
    QVERIFY(limit.tryAcquire(100'000ms));
    QVERIFY(limit.tryAcquire(100'000ms));
    QVERIFY(!limit.tryAcquire(100'000ms));
    QVERIFY(!limit.tryAcquire(99'000ms)); // a monotonic clock does not do this; no credit for it
}

void TestPacing::whatWasDoneIsOwedUpToTheBurst()
{
    RateLimit limit(2, 1);
    limit.charge(0ms, 1);
    QVERIFY(!limit.isUsedUp(0ms));
    limit.charge(0ms, 100); // two are owed, not ninety-nine
    QVERIFY(limit.isUsedUp(2000ms));
    QVERIFY(!limit.tryAcquire(2000ms, 0.5));
    QVERIFY(!limit.isUsedUp(2001ms));
    QVERIFY(limit.tryAcquire(3000ms, 1));
    QVERIFY(limit.isFull(5000ms));
}

void TestPacing::oneASecond()
{
    StatsThrottle throttle;
    QCOMPARE(throttle.rest(0ms), 0ms);
    QVERIFY(throttle.offer(orders(1), 0ms));
    QCOMPARE(throttle.rest(1ms), 999ms);
    QCOMPARE(throttle.rest(1000ms), 0ms);
    QVERIFY(throttle.offer(orders(2), 1000ms));
}

void TestPacing::theSameIsNoNews()
{
    StatsThrottle throttle;
    QVERIFY(throttle.offer(orders(1), 0ms));
    QVERIFY(!throttle.offer(orders(1), 5000ms));
    QCOMPARE(throttle.rest(5000ms), 0ms);
}

void TestPacing::whoWasToldOtherwiseHearsTheTruth()
{
    StatsThrottle throttle;
    QVERIFY(throttle.offer(orders(1), 0ms));
    throttle.told(orders(2)); // a client synced in between
    QVERIFY(throttle.offer(orders(1), 1000ms)); // … and it went back before the second one
    QVERIFY(!throttle.offer(orders(1), 2000ms));
}

QTEST_APPLESS_MAIN(TestPacing)
#include "tst_pacing.moc"
