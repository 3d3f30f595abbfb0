// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/log_trail.h"

#include "shared/base/stream_id.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using redis::StreamEntry;

static StreamEntry entry(quint64 ms, const QByteArray &content = "ours")
{
    return {{ms, 0}, {{"data", content}}};
}

static LogPlace place(quint64 ms, const QByteArray &content = "ours")
{
    return LogPlace().after({entry(ms, content)});
}

static OptionalMoment momentAtMs(quint64 ms)
{
    return momentOf(StreamId{ms, 0});
}

class TestLogTrail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheLastInCommon();
    void anIdGivenTwiceIsNotInCommon();
    void whatFollowsADifferenceDoesNotCount();
    void whatIsOlderThanItIsNotKnownToDiffer();
    void knowsNothingAtFirst();
    void growsBackwards();
    void isBounded();
};

void TestLogTrail::findsTheLastInCommon()
{
    LogTrail trail;
    for (quint64 ms : {1, 2, 3, 4})
        trail.append(entry(ms));
    QCOMPARE(trail.lastInCommon({place(3), place(2), place(1)}), momentAtMs(3));
    QCOMPARE(trail.lastInCommon({place(4), place(1)}), momentAtMs(4));
    QVERIFY(!trail.lastInCommon({}).has_value());
}

void TestLogTrail::anIdGivenTwiceIsNotInCommon()
{
    LogTrail trail;
    for (quint64 ms : {1, 2, 3})
        trail.append(entry(ms));
    QCOMPARE(trail.lastInCommon({place(3, "theirs"), place(1)}), momentAtMs(1));
}

void TestLogTrail::whatFollowsADifferenceDoesNotCount()
{
    LogTrail trail;
    for (quint64 ms : {1, 2, 3})
        trail.append(entry(ms));
    QCOMPARE(trail.lastInCommon({place(3), place(2, "theirs"), place(1)}), momentAtMs(1));
    trail.append(entry(5));
    QCOMPARE(trail.lastInCommon({place(5), place(4), place(2)}), momentAtMs(2));
}

void TestLogTrail::whatIsOlderThanItIsNotKnownToDiffer()
{
    LogTrail trail;
    trail.startAt(place(5));
    trail.append(entry(6));
    QCOMPARE(trail.lastInCommon({place(6), place(5), place(4), place(1)}), momentAtMs(6));
    QCOMPARE(trail.lastInCommon({place(5), place(1)}), momentAtMs(5));
    QVERIFY(!trail.lastInCommon({place(4), place(1)}).has_value());
}

void TestLogTrail::knowsNothingAtFirst()
{
    LogTrail trail;
    QVERIFY(!trail.lastInCommon({place(1)}).has_value());
    trail.startAt({{7, 0}, {}, {}}); // a place of which only the ID is known
    QVERIFY(!trail.lastInCommon({place(7)}).has_value());
    trail.append(entry(8));
    trail.startAt(place(2)); // another log
    QVERIFY(!trail.lastInCommon({place(8)}).has_value());
    QCOMPARE(trail.lastInCommon({place(2)}), momentAtMs(2));
}

void TestLogTrail::growsBackwards()
{
    LogTrail trail;
    trail.startAt(place(5));
    for (quint64 ms : {5, 4, 3})
        trail.prepend(entry(ms));
    trail.append(entry(6));
    QCOMPARE(trail.lastInCommon({place(6, "theirs"), place(5, "theirs"), place(4), place(3)}),
             momentAtMs(4));
}

void TestLogTrail::isBounded()
{
    LogTrail trail;
    for (quint64 ms = 1; ms <= quint64(LogTrail::capacity) + 10; ++ms)
        trail.append(entry(ms));
    QVERIFY(!trail.lastInCommon({place(10)}).has_value());
    QCOMPARE(trail.lastInCommon({place(11)}), momentAtMs(11));
    trail.prepend(entry(10));
    QVERIFY(!trail.lastInCommon({place(10)}).has_value());
}

QTEST_APPLESS_MAIN(TestLogTrail)
#include "tst_log_trail.moc"
