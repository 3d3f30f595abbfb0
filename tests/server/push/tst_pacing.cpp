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
    void oneASecond();
    void theSameIsNoNews();
    void whoWasToldOtherwiseHearsTheTruth();
};

void TestPacing::burstThenRate()
{
    RateLimit limit(3, 2);
    for (int i = 0; i < 3; ++i)
        QVERIFY(limit.take(0ms));
    QVERIFY(!limit.take(0ms));
    QVERIFY(!limit.take(499ms));
    QVERIFY(limit.take(500ms));
    QVERIFY(!limit.take(500ms));
}

void TestPacing::unusedTimeIsKeptUpToTheBurst()
{
    RateLimit limit(2, 1);
    QVERIFY(limit.take(100'000ms));
    QVERIFY(limit.take(100'000ms));
    QVERIFY(!limit.take(100'000ms));
    QVERIFY(!limit.take(99'000ms)); // a monotonic clock does not do this; no credit for it
}

void TestPacing::oneASecond()
{
    StatsThrottle pacer;
    QCOMPARE(pacer.rest(0ms), 0ms);
    QVERIFY(pacer.offer(orders(1), 0ms));
    QCOMPARE(pacer.rest(1ms), 999ms);
    QCOMPARE(pacer.rest(1000ms), 0ms);
    QVERIFY(pacer.offer(orders(2), 1000ms));
}

void TestPacing::theSameIsNoNews()
{
    StatsThrottle pacer;
    QVERIFY(pacer.offer(orders(1), 0ms));
    QVERIFY(!pacer.offer(orders(1), 5000ms));
    QCOMPARE(pacer.rest(5000ms), 0ms);
}

void TestPacing::whoWasToldOtherwiseHearsTheTruth()
{
    StatsThrottle pacer;
    QVERIFY(pacer.offer(orders(1), 0ms));
    pacer.told(orders(2)); // a client synced between two beats
    QVERIFY(pacer.offer(orders(1), 1000ms)); // … and it went back before the second one
    QVERIFY(!pacer.offer(orders(1), 2000ms));
}

QTEST_APPLESS_MAIN(TestPacing)
#include "tst_pacing.moc"
