// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/feed.h"

#include "tests/server/push/hub_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

Viewer v1(const QSet<QString> &groups = {})
{
    return {Viewer::Dialect::V1, true, false, groups};
}

const QString dept3 = QStringLiteral("dept_3");

} // namespace

class TestFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sharesBytesByWhatIsNamed();
    void leavesOutWhatIsForOthers();
    void goesOnWhereNothingIsForTheViewer();
    void stopsGrowingAndLosesNothing();
    void replaysWithoutWhatTheServerDerived();
    void tellsTheCursorBehindEachFrame();
    void manyPositionsAtOnce();
};

void TestFeed::sharesBytesByWhatIsNamed()
{
    HubFixture fixture;
    Feed feed(fixture.log);
    const Ring::Serial from = fixture.log.ring().end();
    fixture.appendOrder(1);
    const auto framesFor = [&](const QSet<QString> &groups) {
        return feed.batch(from, fixture.log.ring().end(), v1(groups), Feed::Mode::Live).run.bytes();
    };
    const QByteArray a = framesFor({QStringLiteral("user_a"), dept3});
    const QByteArray b = framesFor({QStringLiteral("user_b")});
    QVERIFY(a.constData() == b.constData()); // the same bytes, not equal ones
}

void TestFeed::leavesOutWhatIsForOthers()
{
    HubFixture fixture;
    Feed feed(fixture.log);
    const Ring::Serial from = fixture.log.ring().end();
    fixture.appendOrder(1, {dept3});
    fixture.appendOrder(2);
    const Ring::Serial end = fixture.log.ring().end();
    QCOMPARE(feed.batch(from, end, v1({dept3}), Feed::Mode::Live).run.count(), 2);
    QCOMPARE(feed.batch(from, end, v1(), Feed::Mode::Live).run.count(), 1);
    QCOMPARE(feed.batch(from, end, v1({dept3}), Feed::Mode::Live).run.count(), 2);
}

void TestFeed::goesOnWhereNothingIsForTheViewer()
{
    HubFixture fixture;
    Feed feed(fixture.log);
    const Ring::Serial from = fixture.log.ring().end();
    fixture.appendOrder(1, {dept3});
    const Ring::Serial end = fixture.log.ring().end();
    const Batch &batch = feed.batch(from, end, v1(), Feed::Mode::Live);
    QVERIFY(batch.run.isEmpty());
    QCOMPARE(batch.end, end);
    QVERIFY(batch.bytes > 0); // going through it costs
}

void TestFeed::stopsGrowingAndLosesNothing()
{
    HubFixture fixture;
    Feed feed(fixture.log);
    Ring::Serial cursor = fixture.log.ring().end();
    for (int i = 1; i <= 1000; ++i)
        fixture.appendOrder(i);
    const Ring::Serial end = fixture.log.ring().end();
    qsizetype frames = 0;
    while (cursor < end) {
        const Batch &batch = feed.batch(cursor, end, v1(), Feed::Mode::Live);
        QVERIFY(batch.run.bytes().size() < 2 * Feed::batchBytes);
        frames += batch.run.count();
        cursor = batch.end;
    }
    QCOMPARE(frames, 1000);
}

void TestFeed::replaysWithoutWhatTheServerDerived()
{
    HubFixture fixture;
    Feed feed(fixture.log);
    const Ring::Serial from = fixture.log.ring().end();
    fixture.appendOrder(1);
    fixture.log.appendDerived(FrameKind::Numbers, R"({"type":"dashboard_update","data":{}})");
    const Ring::Serial end = fixture.log.ring().end();
    QCOMPARE(feed.batch(from, end, v1(), Feed::Mode::Live).run.count(), 2);
    QCOMPARE(feed.batch(from, end, v1(), Feed::Mode::Replay).run.count(), 1);
}

void TestFeed::tellsTheCursorBehindEachFrame()
{
    HubFixture fixture;
    Feed feed(fixture.log);
    const Ring::Serial from = fixture.log.ring().end();
    fixture.appendOrder(1);
    fixture.appendOrder(2, {dept3});
    fixture.appendOrder(3);
    const Batch &batch = feed.batch(from, fixture.log.ring().end(), v1(), Feed::Mode::Live);
    QCOMPARE(batch.after, QList<Ring::Serial>({from + 1, from + 3}));
}

void TestFeed::manyPositionsAtOnce()
{
    HubFixture fixture;
    Feed feed(fixture.log);
    const Ring::Serial from = fixture.log.ring().end();
    const int orders = 2 * int(Feed::stretchesShared);
    for (int i = 1; i <= orders; ++i)
        fixture.appendOrder(i);
    const Ring::Serial end = fixture.log.ring().end();
    for (Ring::Serial cursor = end - 100; cursor < end; ++cursor)
        QCOMPARE(feed.batch(cursor, end, v1(), Feed::Mode::Replay).run.count(),
                 qsizetype(end - cursor));
    for (Ring::Serial cursor = from; cursor + 1 < end; ++cursor)
        QCOMPARE(feed.batch(cursor, cursor + 1, v1(), Feed::Mode::Replay).end, cursor + 1);
}

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
