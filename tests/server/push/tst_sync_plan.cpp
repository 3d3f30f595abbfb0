// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/sync_plan.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using Way = SyncPlan::Way;

namespace {

const QString epoch = QStringLiteral("e1");

/// Entries 10-0 … 20-0, the last followed by a derived frame; what came before is 9-0.
Ring ringOfTen()
{
    Ring ring(1'000'000);
    ring.setBase({9, 0});
    for (quint64 ms = 10; ms <= 20; ++ms) {
        RingEntry entry;
        entry.id = {ms, 0};
        entry.text = "{}";
        ring.append(entry);
    }
    RingEntry numbers;
    numbers.id = {20, 0};
    numbers.derived = true;
    ring.append(numbers);
    return ring;
}

} // namespace

class TestSyncPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plans_data();
    void plans();
    void asksForNothing();
    void resumesBehindTheEntry();
    void emptyLog();
};

void TestSyncPlan::plans_data()
{
    QTest::addColumn<QString>("theirEpoch");
    QTest::addColumn<quint64>("ms");
    QTest::addColumn<quint64>("rightsMoved");
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *theirs, quint64 ms, quint64 rights, Way way,
                        const char *reason) {
        QTest::newRow(name) << QString::fromLatin1(theirs) << ms << rights << int(way)
                            << QString::fromLatin1(reason);
    };
    row("in the middle", "e1", 15, 0, Way::Resume, "resume");
    row("at the end", "e1", 20, 0, Way::Resume, "resume");
    row("just before the oldest", "e1", 9, 0, Way::Resume, "resume");
    row("older", "e1", 8, 0, Way::Snapshot, "too_old");
    row("never, though the ring is empty before", "e1", 0, 0, Way::Snapshot, "too_old");
    row("another epoch", "e2", 15, 0, Way::Snapshot, "epoch");
    row("another epoch and ahead", "e2", 30, 0, Way::Snapshot, "epoch");
    row("ahead", "e1", 21, 0, Way::Wait, "ahead");
    row("rights moved since", "e1", 15, 16, Way::Snapshot, "rights");
    row("rights moved right then", "e1", 15, 15, Way::Snapshot, "rights");
    row("rights moved before", "e1", 15, 14, Way::Resume, "resume");
}

void TestSyncPlan::plans()
{
    QFETCH(QString, theirEpoch);
    QFETCH(quint64, ms);
    QFETCH(quint64, rightsMoved);
    QFETCH(int, way);
    QFETCH(QString, reason);
    const SyncPlan plan = planSync(protocol::Hello::Resume{theirEpoch, {ms, 0}}, {epoch, {20, 0}},
                                   ringOfTen(), {rightsMoved, 0});
    QCOMPARE(int(plan.way), way);
    QCOMPARE(plan.reason, reason);
}

void TestSyncPlan::asksForNothing()
{
    const SyncPlan plan = planSync(std::nullopt, {epoch, {20, 0}}, ringOfTen(), {});
    QCOMPARE(plan.way, Way::Snapshot);
    QCOMPARE(plan.reason, QStringLiteral("asked"));
}

void TestSyncPlan::resumesBehindTheEntry()
{
    const Ring ring = ringOfTen();
    const SyncPlan plan =
        planSync(protocol::Hello::Resume{epoch, {15, 0}}, {epoch, {20, 0}}, ring, {});
    QCOMPARE(ring.at(plan.cursor).id, StreamId({16, 0}));
}

void TestSyncPlan::emptyLog()
{
    const Ring ring(1000);
    const SyncPlan plan = planSync(protocol::Hello::Resume{epoch, {}}, {epoch, {}}, ring, {});
    QCOMPARE(plan.way, Way::Resume);
    QCOMPARE(plan.cursor, ring.end());
}

QTEST_APPLESS_MAIN(TestSyncPlan)
#include "tst_sync_plan.moc"
