// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/ring.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

RingEntry entry(quint64 ms, qsizetype bytes = 10)
{
    RingEntry made;
    made.id = {ms, 0};
    made.text = QByteArray(bytes, 'x');
    return made;
}

RingEntry derived(quint64 ms)
{
    RingEntry made = entry(ms);
    made.derived = true;
    return made;
}

constexpr qsizetype roomForThree = 3 * (qsizetype(sizeof(RingEntry)) + 10);

} // namespace

class TestRing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void continuesAfterAnEntry();
    void doesNotKnowOtherPositions();
    void knowsWhatFollows();
    void resumesFromItsBase();
    void skipsDerivedFrames();
    void overtakesCursors();
    void growsBackwards();
    void takesNoHistoryWhenFull();
    void takesNoHistoryBehindAHole();
    void neverReusesSerials();
    void countsEveryByte();
};

void TestRing::continuesAfterAnEntry()
{
    Ring ring(1 << 20);
    for (quint64 ms = 1; ms <= 5; ++ms)
        ring.append(entry(ms));
    const auto cursor = ring.after({3, 0});
    QVERIFY(cursor);
    QCOMPARE(ring.at(*cursor).id, StreamId({4, 0}));
    QCOMPARE(ring.after({5, 0}), std::optional(ring.end()));
}

void TestRing::knowsWhatFollows()
{
    Ring ring(1 << 20);
    QVERIFY(!ring.entryAfter({}));
    ring.append(entry(3));
    ring.append(derived(3));
    QVERIFY(!ring.entryAfter({3, 0}));
    ring.append(entry(5));
    ring.append(derived(5));
    QCOMPARE(ring.entryAfter({3, 0}), std::optional(StreamId{5, 0}));
    QCOMPARE(ring.entryAfter({}), std::optional(StreamId{3, 0}));
    QCOMPARE(ring.entryAfter({4, 0}), std::optional(StreamId{5, 0}));
    QVERIFY(!ring.entryAfter({5, 0}));
}

void TestRing::doesNotKnowOtherPositions()
{
    Ring ring(1 << 20);
    ring.setBase({1, 0});
    ring.append(entry(2));
    ring.append(entry(4));
    QVERIFY(!ring.after({3, 0}));
    QVERIFY(!ring.after({2, 1}));
    QVERIFY(!ring.after({5, 0}));
    QVERIFY(!ring.after({0, 1}));
}

void TestRing::resumesFromItsBase()
{
    Ring ring(1 << 20);
    QCOMPARE(ring.after({}), std::optional(ring.first())); // an empty log
    ring.setBase({7, 0});
    ring.append(entry(8));
    QCOMPARE(ring.after({7, 0}), std::optional(ring.first()));
    QVERIFY(!ring.after({}));
}

void TestRing::skipsDerivedFrames()
{
    Ring ring(1 << 20);
    ring.setBase({1, 0});
    ring.append(derived(1));
    ring.append(entry(2));
    ring.append(derived(2));
    QCOMPARE(ring.after({1, 0}), std::optional(ring.first()));
    QCOMPARE(ring.after({2, 0}), std::optional(ring.first() + 2));
}

void TestRing::overtakesCursors()
{
    Ring ring(roomForThree);
    for (quint64 ms = 1; ms <= 3; ++ms)
        ring.append(entry(ms));
    const Ring::Serial cursor = ring.first();
    ring.append(entry(4));
    QVERIFY(cursor < ring.first());
    QCOMPARE(ring.base(), StreamId({1, 0}));
    QCOMPARE(ring.after({1, 0}), std::optional(ring.first()));
    QCOMPARE(ring.end() - ring.first(), Ring::Serial(3));
}

void TestRing::growsBackwards()
{
    Ring ring(1 << 20);
    ring.setBase({5, 0});
    QVERIFY(ring.prepend(entry(5)));
    QVERIFY(ring.prepend(entry(4)));
    ring.append(entry(6));
    QCOMPARE(ring.at(*ring.after({4, 0})).id, StreamId({5, 0}));
    QCOMPARE(ring.at(*ring.after({5, 0})).id, StreamId({6, 0}));
    QVERIFY(!ring.after({3, 0})); // not known yet
    ring.setBase({3, 0});
    QCOMPARE(ring.after({3, 0}), std::optional(ring.first()));
}

void TestRing::takesNoHistoryWhenFull()
{
    Ring ring(roomForThree);
    for (quint64 ms = 9; ms >= 7; --ms)
        QVERIFY(ring.prepend(entry(ms)));
    QVERIFY(!ring.prepend(entry(6)));
    QCOMPARE(ring.at(ring.first()).id, StreamId({7, 0}));
}

void TestRing::takesNoHistoryBehindAHole()
{
    Ring ring(roomForThree);
    QVERIFY(ring.prepend(entry(5)));
    for (quint64 ms = 6; ms <= 8; ++ms)
        ring.append(entry(ms));
    QVERIFY(!ring.prepend(entry(4, 0))); // 5 fell out
}

void TestRing::neverReusesSerials()
{
    Ring ring(1 << 20);
    ring.append(entry(1));
    const Ring::Serial before = ring.end();
    ring.clear();
    QCOMPARE(ring.first(), ring.end());
    for (quint64 ms = 100; ms > 50; --ms)
        QVERIFY(ring.prepend(entry(ms)));
    QVERIFY(ring.first() > before);
}

void TestRing::countsEveryByte()
{
    Ring ring(1 << 20);
    RingEntry big = entry(1, 100);
    big.gained = QByteArray(50, 'x');
    big.lost = QByteArray(25, 'x');
    ring.append(big);
    QCOMPARE(ring.bytes(), qsizetype(sizeof(RingEntry)) + 175);
    ring.clear();
    QCOMPARE(ring.bytes(), 0);
}

QTEST_APPLESS_MAIN(TestRing)
#include "tst_ring.moc"
