// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/push_remarks.h"

#include <QTest>

using namespace pressboard::server;

class TestPushRemarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingWorthSaying();
    void eachWorthSayingIsSaid();
};

void TestPushRemarks::nothingWorthSaying()
{
    QCOMPARE(remarksOn({}), QStringList());
    PushCounters everyday;
    everyday.accepted = 100;
    everyday.refused = {{404, 3}, {503, 20}};
    everyday.closed = {{4009, 7}, {4010, 100}};
    everyday.lateHeads = 2;
    everyday.overtaken = 1;
    everyday.snapshots = 80;
    QCOMPARE(remarksOn(everyday), QStringList());
}

void TestPushRemarks::eachWorthSayingIsSaid()
{
    PushCounters counters;
    counters.refused = {{401, 12}, {403, 2}, {429, 3}};
    counters.crowdedAddress = 4;
    counters.pushedOut = 5;
    counters.closed = {{1009, 9}, {4008, 1}, {4029, 7}};
    counters.stuck = 2;
    counters.floods = 3;
    counters.publishesRefused = 8;
    const QStringList remarks = remarksOn(counters);
    QCOMPARE(remarks.size(), 9);
    QVERIFY(remarks.first().startsWith(
        QStringLiteral("Refused with 401, token unknown or revoked: 12. Give")));
    QVERIFY(remarks.at(3).contains(QStringLiteral("one address: 4.")));
    QVERIFY(remarks.at(5).contains(QStringLiteral("took nothing at all: 6."))); // 1 + 2 + 3
    QVERIFY(remarks.last().contains(QStringLiteral("too large: 9.")));
}

QTEST_APPLESS_MAIN(TestPushRemarks)
#include "tst_push_remarks.moc"
