// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot_cache.h"

#include "shared/protocol/codec.h"
#include "tests/server/push/hub_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

const QString dept3 = QStringLiteral("dept_3");
const QString userA = QStringLiteral("user_a");
const QString userB = QStringLiteral("user_b");

/// A cache beside the one of the hub.
struct SnapshotCacheFixture
{
    explicit SnapshotCacheFixture(qsizetype mostBytes = SnapshotCache::defaultBytes)
        : mostBytes(mostBytes)
    {
    }
    std::shared_ptr<Snapshot> snapshot(const QSet<QString> &groups = {})
    {
        return cache.snapshotFor({Viewer::Dialect::V1, true, false, groups});
    }
    void appendOrders(int count)
    {
        for (int i = 1; i <= count; ++i)
            push.appendOrder(i);
    }

    /// One that no other comes as late as may share.
    std::shared_ptr<Snapshot> laterSnapshot(const QSet<QString> &groups = {})
    {
        push.clock.advance(SnapshotCache::sharedFor + 1ms);
        return snapshot(groups);
    }

    const qsizetype mostBytes;
    HubFixture push{4'000'000};
    protocol::Source source;
    Dashboard dashboard{push.log, push.clock, QTimeZone::utc()};
    SyncedWriter synced{push.log, source, dashboard};
    PushCounters counters;
    SnapshotCache cache{push.log, push.clock, synced, counters, mostBytes};
};

/// What a client reads from all parts.
protocol::SnapshotPart readWhole(Snapshot &snapshot)
{
    protocol::SnapshotPart whole;
    for (qsizetype i = 0; i < snapshot.count(); ++i) {
        const QByteArray text = textsOf(snapshot.part(i, Snapshot::Form::Text)).value(0);
        const auto part = std::get<protocol::SnapshotPart>(*protocol::decodeServer(text));
        whole.orders += part.orders;
        whole.notices += part.notices;
    }
    return whole;
}

} // namespace

class TestSnapshotCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sharesByWhatIsNamed();
    void sharesWhileItIsYoung();
    void makesAnewWhatTheRingHasLeftBehind();
    void writesInSlices();
    void dropsWhatNobodyWaitsFor();
    void startsAgainWithAnotherBook();
    void leavesOutNoticesOfThePast();
    void sharesOrdersWhereNoticesDiffer();
    void numbersPartsWhereNoticesFillMany();
    void slowReadersShareAnOlderOne();
    void slowReadersOfManyKindsStayWithinBytes();
    void theLastOneStaysHoweverLarge();
    void givesMemoryBackOnceNobodyReads();
};

void TestSnapshotCache::sharesByWhatIsNamed()
{
    SnapshotCacheFixture fixture;
    QCOMPARE(fixture.snapshot({userA}), fixture.snapshot({userB}));
    fixture.push.appendOrder(2, {dept3});
    fixture.push.clock.advance(SnapshotCache::sharedFor + 1ms);
    QVERIFY(fixture.snapshot({dept3}) != fixture.snapshot({userB}));
}

void TestSnapshotCache::sharesWhileItIsYoung()
{
    SnapshotCacheFixture fixture;
    const auto first = fixture.snapshot();
    fixture.push.appendOrder(1); // which follows from the ring
    fixture.push.clock.advance(SnapshotCache::sharedFor);
    QCOMPARE(fixture.snapshot(), first);
    fixture.push.clock.advance(1ms);
    QVERIFY(fixture.snapshot() != first);
    QCOMPARE(fixture.counters.snapshots, 2u);
}

void TestSnapshotCache::makesAnewWhatTheRingHasLeftBehind()
{
    SnapshotCacheFixture fixture;
    const auto first = fixture.snapshot();
    while (fixture.push.log.ring().first() <= first->end().cursor)
        fixture.appendOrders(100);
    QVERIFY(fixture.snapshot() != first);
}

void TestSnapshotCache::writesInSlices()
{
    SnapshotCacheFixture fixture;
    fixture.appendOrders(3 * SnapshotCache::rowsAtATime + 1);
    const auto snapshot = fixture.snapshot();
    const StreamId position = fixture.push.next;
    for (int slice = 1; slice <= 3; ++slice) {
        QVERIFY(!snapshot->isReady());
        fixture.push.appendOrder(100'000 + slice); // not in it
        fixture.push.clock.advance(SnapshotCache::sharedFor + 1ms); // unfinished is young
        fixture.cache.forgetOld();
        fixture.cache.write();
    }
    QVERIFY(snapshot->isReady());
    QCOMPARE(fixture.snapshot(), snapshot);
    QCOMPARE(snapshot->end().position, position);
    QCOMPARE(readWhole(*snapshot).orders.size(), 3 * SnapshotCache::rowsAtATime + 1);
}

void TestSnapshotCache::dropsWhatNobodyWaitsFor()
{
    SnapshotCacheFixture fixture;
    fixture.appendOrders(2 * SnapshotCache::rowsAtATime);
    fixture.snapshot();
    fixture.cache.write();
    fixture.snapshot();
    QCOMPARE(fixture.counters.snapshots, 2u);
}

void TestSnapshotCache::startsAgainWithAnotherBook()
{
    SnapshotCacheFixture fixture;
    const auto old = fixture.snapshot();
    fixture.cache.clear();
    QVERIFY(fixture.snapshot() != old);
}

void TestSnapshotCache::leavesOutNoticesOfThePast()
{
    SnapshotCacheFixture fixture;
    fixture.push.appendNotice(QStringLiteral("old"));
    fixture.push.clock.advance(std::chrono::days(limits::noticeDays) + 1s);
    fixture.push.next.ms = quint64(fixture.push.clock.now().time_since_epoch().count());
    fixture.push.appendNotice(QStringLiteral("new"));
    fixture.push.appendNotice(QStringLiteral("for others"), {dept3});
    const auto snapshot = fixture.snapshot({userA});
    const QList<Notice> notices = readWhole(*snapshot).notices;
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().data.value(QLatin1StringView("message")).toString(),
             QStringLiteral("new"));
}

void TestSnapshotCache::sharesOrdersWhereNoticesDiffer()
{
    SnapshotCacheFixture fixture;
    fixture.appendOrders(10);
    fixture.push.appendNotice(QStringLiteral("to a"), {userA});
    const StreamId toAll = fixture.push.appendNotice(QStringLiteral("to all"));
    const StreamId toB = fixture.push.appendNotice(QStringLiteral("to b"), {userB});
    const auto a = fixture.snapshot({userA});
    const auto b = fixture.snapshot({userB});
    QVERIFY(a != b);
    QCOMPARE(fixture.snapshot({userB, dept3}), b);
    QCOMPARE(fixture.counters.snapshots, 1u);
    for (const auto form : {Snapshot::Form::Text, Snapshot::Form::Zlib}) {
        QCOMPARE(a->costOf(0, form), b->costOf(0, form));
        QVERIFY(a->part(0, form).constData() == b->part(0, form).constData());
    }
    QCOMPARE(readWhole(*a).notices.size(), 2);
    const protocol::SnapshotPart whole = readWhole(*b);
    QCOMPARE(whole.orders.size(), 10);
    QCOMPARE(whole.notices.size(), 2);
    QCOMPARE(whole.notices.at(0).id, toAll);
    QCOMPARE(whole.notices.at(1).id, toB);
}

void TestSnapshotCache::numbersPartsWhereNoticesFillMany()
{
    SnapshotCacheFixture fixture;
    fixture.appendOrders(1);
    for (int i = 0; i < 30; ++i)
        fixture.push.appendNotice(QString(20'000, u'x'), {userA});
    for (const QString &user : {userB, userA}) {
        const auto snapshot = fixture.snapshot({user});
        QCOMPARE(snapshot->count(), user == userA ? 4 : 2);
        for (qsizetype i = 0; i < snapshot->count(); ++i) {
            const QByteArray text = textsOf(snapshot->part(i, Snapshot::Form::Text)).value(0);
            const auto part = std::get<protocol::SnapshotPart>(*protocol::decodeServer(text));
            QCOMPARE(part.part, i + 1);
            QCOMPARE(part.parts, snapshot->count());
        }
    }
    QCOMPARE(fixture.counters.snapshots, 2u);
}

/// Sixty that read nothing, each from another moment, held sixty boards.
void TestSnapshotCache::slowReadersShareAnOlderOne()
{
    SnapshotCacheFixture fixture(100'000);
    fixture.appendOrders(300);
    QList<std::shared_ptr<Snapshot>> read{fixture.snapshot()};
    const qsizetype one = fixture.cache.bytes();
    for (int i = 0; i < 60; ++i) {
        fixture.push.appendOrder(1000 + i); // follows from the ring
        read.append(fixture.laterSnapshot());
        QVERIFY(fixture.cache.bytes() < 2 * fixture.mostBytes);
    }
    QVERIFY(qsizetype(fixture.counters.snapshots) <= fixture.mostBytes / one + 1);
    QCOMPARE(fixture.counters.snapshotsDropped, 0u);
    for (const auto &snapshot : std::as_const(read))
        QVERIFY(readWhole(*snapshot).orders.size() >= 300);
}

void TestSnapshotCache::slowReadersOfManyKindsStayWithinBytes()
{
    SnapshotCacheFixture fixture(100'000);
    QStringList kinds;
    for (int i = 0; i < 20; ++i) {
        kinds.append(QStringLiteral("user_%1").arg(i));
        fixture.push.appendOrder(1000 + i, {kinds.last()});
    }
    fixture.appendOrders(300);
    QList<std::shared_ptr<Snapshot>> read;
    for (const QString &kind : std::as_const(kinds)) {
        read.append(fixture.laterSnapshot({kind}));
        fixture.cache.forgetOld();
        QVERIFY(fixture.cache.bytes() <= fixture.mostBytes);
    }
    QVERIFY(fixture.counters.snapshotsDropped > 0);
    QVERIFY(read.first()->isDropped());
    QVERIFY(!read.last()->isDropped());
    QCOMPARE(readWhole(*read.last()).orders.size(), 301);
}

void TestSnapshotCache::theLastOneStaysHoweverLarge()
{
    SnapshotCacheFixture fixture(1000);
    fixture.appendOrders(300);
    const auto first = fixture.laterSnapshot();
    fixture.push.clock.advance(1h);
    fixture.cache.forgetOld();
    QVERIFY(!first->isDropped());
    QCOMPARE(fixture.laterSnapshot(), first);
}

void TestSnapshotCache::givesMemoryBackOnceNobodyReads()
{
    SnapshotCacheFixture fixture;
    fixture.appendOrders(300);
    auto snapshot = fixture.snapshot();
    fixture.push.clock.advance(1h);
    fixture.cache.forgetOld();
    QVERIFY(fixture.cache.bytes() > 0);
    snapshot.reset();
    fixture.cache.forgetOld();
    QCOMPARE(fixture.cache.bytes(), 0);
}

QTEST_GUILESS_MAIN(TestSnapshotCache)
#include "tst_snapshot_cache.moc"
