// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot_shelf.h"

#include "shared/protocol/codec.h"
#include "tests/server/push/house.h"

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

    House house{4'000'000};
    protocol::Source source;
    Dashboard dashboard{house.log, house.clock, QTimeZone::utc()};
    SyncedWriter synced{house.log, source, dashboard};
    PushCounters counters;
    SnapshotShelf shelf{house.log, house.clock, synced, counters};
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
};

void TestSnapshotShelf::sharesByWhatIsNamed()
{
    Library library;
    QCOMPARE(library.take({userA}), library.take({userB}));
    library.house.appendOrder(2, {dept3});
    library.house.clock.advance(SnapshotShelf::sharedFor + 1ms);
    QVERIFY(library.take({dept3}) != library.take({userB}));
}

void TestSnapshotShelf::sharesWhileItIsYoung()
{
    Library library;
    const auto first = library.take();
    library.house.appendOrder(1); // which follows from the ring
    library.house.clock.advance(SnapshotShelf::sharedFor);
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
    library.appendOrders(3 * SnapshotShelf::rowsAtATime + 1);
    const auto snapshot = library.take();
    const StreamId position = library.house.next;
    for (int slice = 1; slice <= 3; ++slice) {
        QVERIFY(!snapshot->isReady());
        library.house.appendOrder(100'000 + slice); // not in it
        library.house.clock.advance(SnapshotShelf::sharedFor + 1ms); // unfinished is young
        library.shelf.forgetOld();
        library.shelf.write();
    }
    QVERIFY(snapshot->isReady());
    QCOMPARE(library.take(), snapshot);
    QCOMPARE(snapshot->end().position, position);
    QCOMPARE(readWhole(*snapshot).orders.size(), 3 * SnapshotShelf::rowsAtATime + 1);
}

void TestSnapshotShelf::dropsWhatNobodyWaitsFor()
{
    Library library;
    library.appendOrders(2 * SnapshotShelf::rowsAtATime);
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

QTEST_GUILESS_MAIN(TestSnapshotShelf)
#include "tst_snapshot_shelf.moc"
