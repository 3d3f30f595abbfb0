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
    counters.crowdedUser = 10;
    counters.crowdedHandshakes = 11;
    counters.tlsFailed = 12;
    counters.exceeded = {{QString(), 1},
                         {QStringLiteral("messages-per-s"), 2},
                         {QStringLiteral("bytes-per-s"), 3},
                         {QStringLiteral("work-ms-per-s"), 4},
                         {QStringLiteral("hellos-per-min"), 5},
                         {QStringLiteral("user-share"), 6}};
    const QStringList remarks = remarksOn(counters);
    QCOMPARE(remarks.size(), 17);
    // Each bound that can be moved is said with its setting and its own number.
    for (const auto &[setting, count] : counters.exceeded) {
        const auto says = [&](const QString &remark) {
            return remark.contains(QStringLiteral(": %1. ").arg(count)) && remark.contains(setting);
        };
        QVERIFY2(setting.isEmpty() || std::any_of(remarks.begin(), remarks.end(), says),
                 qPrintable(setting));
    }
    QVERIFY(remarks.first().startsWith(
        QStringLiteral("Refused with 401, token unknown or revoked: 12. Give")));
    QVERIFY(remarks.at(3).contains(QStringLiteral("one address: 4.")));
    QVERIFY(remarks.at(8).contains(QStringLiteral("took nothing at all: 6."))); // 1 + 2 + 3
    QVERIFY(remarks.last().contains(QStringLiteral("too large: 9.")));
}

QTEST_APPLESS_MAIN(TestPushRemarks)
#include "tst_push_remarks.moc"
