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

/// A shelf beside the one of the hub.
struct Library
{
    std::shared_ptr<Snapshot> take(const QSet<QString> &groups = {})
    {
        return shelf.take({Viewer::Dialect::V1, true, groups});
    }
    void appendOrders(int count)
    {
        for (int i = 1; i <= count; ++i)
            house.appendOrder(i);
    }

    HubFixture house{4'000'000};
    protocol::Source source;
    Dashboard dashboard{house.log, house.clock, QTimeZone::utc()};
    SyncedWriter synced{house.log, source, dashboard};
    PushCounters counters;
    SnapshotCache shelf{house.log, house.clock, synced, counters};
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

class TestSnapshotShelf : public QObject
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
};

void TestSnapshotShelf::sharesByWhatIsNamed()
{
    Library library;
    QCOMPARE(library.take({userA}), library.take({userB}));
    library.house.appendOrder(2, {dept3});
    library.house.clock.advance(SnapshotCache::sharedFor + 1ms);
    QVERIFY(library.take({dept3}) != library.take({userB}));
}

void TestSnapshotShelf::sharesWhileItIsYoung()
{
    Library library;
    const auto first = library.take();
    library.house.appendOrder(1); // which follows from the ring
    library.house.clock.advance(SnapshotCache::sharedFor);
    QCOMPARE(library.take(), first);
    library.house.clock.advance(1ms);
    QVERIFY(library.take() != first);
    QCOMPARE(library.counters.snapshots, 2u);
}

void TestSnapshotShelf::makesAnewWhatTheRingHasLeftBehind()
{
    Library library;
    const auto first = library.take();
    while (library.house.log.ring().first() <= first->end().cursor)
        library.appendOrders(100);
    QVERIFY(library.take() != first);
}

void TestSnapshotShelf::writesInSlices()
{
    Library library;
    library.appendOrders(3 * SnapshotCache::rowsAtATime + 1);
    const auto snapshot = library.take();
    const StreamId position = library.house.next;
    for (int slice = 1; slice <= 3; ++slice) {
        QVERIFY(!snapshot->isReady());
        library.house.appendOrder(100'000 + slice); // not in it
        library.house.clock.advance(SnapshotCache::sharedFor + 1ms); // unfinished is young
        library.shelf.forgetOld();
        library.shelf.write();
    }
    QVERIFY(snapshot->isReady());
    QCOMPARE(library.take(), snapshot);
    QCOMPARE(snapshot->end().position, position);
    QCOMPARE(readWhole(*snapshot).orders.size(), 3 * SnapshotCache::rowsAtATime + 1);
}

void TestSnapshotShelf::dropsWhatNobodyWaitsFor()
{
    Library library;
    library.appendOrders(2 * SnapshotCache::rowsAtATime);
    library.take();
    library.shelf.write();
    library.take();
    QCOMPARE(library.counters.snapshots, 2u);
}

void TestSnapshotShelf::startsAgainWithAnotherBook()
{
    Library library;
    const auto old = library.take();
    library.shelf.clear();
    QVERIFY(library.take() != old);
}

void TestSnapshotShelf::leavesOutNoticesOfThePast()
{
    Library library;
    library.house.appendNotice(QStringLiteral("old"));
    library.house.clock.advance(std::chrono::days(limits::noticeDays) + 1s);
    library.house.next.ms = quint64(library.house.clock.now().time_since_epoch().count());
    library.house.appendNotice(QStringLiteral("new"));
    library.house.appendNotice(QStringLiteral("for others"), {dept3});
    const auto snapshot = library.take({userA});
    const QList<Notice> notices = readWhole(*snapshot).notices;
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().data.value(QLatin1StringView("message")).toString(),
             QStringLiteral("new"));
}

void TestSnapshotShelf::sharesOrdersWhereNoticesDiffer()
{
    Library library;
    library.appendOrders(10);
    library.house.appendNotice(QStringLiteral("to a"), {userA});
    const StreamId toAll = library.house.appendNotice(QStringLiteral("to all"));
    const StreamId toB = library.house.appendNotice(QStringLiteral("to b"), {userB});
    const auto a = library.take({userA});
    const auto b = library.take({userB});
    QVERIFY(a != b);
    QCOMPARE(library.take({userB, dept3}), b);
    QCOMPARE(library.counters.snapshots, 1u);
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

void TestSnapshotShelf::numbersPartsWhereNoticesFillMany()
{
    Library library;
    library.appendOrders(1);
    for (int i = 0; i < 30; ++i)
        library.house.appendNotice(QString(20'000, u'x'), {userA});
    for (const QString &user : {userB, userA}) {
        const auto snapshot = library.take({user});
        QCOMPARE(snapshot->count(), user == userA ? 4 : 2);
        for (qsizetype i = 0; i < snapshot->count(); ++i) {
            const QByteArray text = textsOf(snapshot->part(i, Snapshot::Form::Text)).value(0);
            const auto part = std::get<protocol::SnapshotPart>(*protocol::decodeServer(text));
            QCOMPARE(part.part, i + 1);
            QCOMPARE(part.parts, snapshot->count());
        }
    }
    QCOMPARE(library.counters.snapshots, 2u);
}

QTEST_GUILESS_MAIN(TestSnapshotShelf)
#include "tst_snapshot_cache.moc"
