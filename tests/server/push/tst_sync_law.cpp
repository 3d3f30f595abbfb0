// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/snapshot.h"
#include "tests/server/push/hub_fixture.h"
#include "tests/server/push/replica.h"
#include "tests/server/push/sights.h"
#include "tests/support/random_events.h"
#include "tests/support/visible_to.h"

#include <QPointer>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

constexpr int rounds = 3;
constexpr int eventsPerRound = 1500;

/// One desk that comes and goes, reads and sleeps.
struct SyncingClient
{
    void come(HubFixture &fixture)
    {
        wire = &fixture.connect(user);
        wire->takenAtOnce = 500; // so that everything is interrupted everywhere
        wire->isReading = true;
        wire->say(replica.hello());
    }
    void go()
    {
        // What was still in the air arrives or is lost, frame by frame from the front.
        hear();
        replica.lose();
        if (wire)
            Q_EMIT wire->closed();
        wire = nullptr;
    }
    void hear()
    {
        if (wire)
            replica.hear(wire->takeTexts());
    }

    UserRecord user;
    QPointer<MemoryWire> wire;
    Replica replica;
};

/// Whatever happens to a desk in one step of a round.
void shake(SyncingClient &desk, HubFixture &fixture, RandomEvents &random)
{
    if (!desk.wire || desk.wire->closeCode) {
        if (desk.wire)
            desk.go();
        if (random.chance(20))
            desk.come(fixture);
        return;
    }
    if (random.chance(2))
        desk.go();
    else if (random.chance(5))
        desk.wire->isReading = !desk.wire->isReading;
    else if (random.chance(5))
        desk.wire->say(R"({"type":"ping"})");
    if (desk.wire && desk.wire->isReading)
        desk.wire->readAll();
    desk.hear();
}

/// Everybody comes, reads and stays, and nothing new happens.
void settle(QList<SyncingClient> &desks, HubFixture &fixture)
{
    for (int i = 0; i < 10; ++i) {
        for (SyncingClient &desk : desks) {
            if (!desk.wire || desk.wire->closeCode) {
                desk.go();
                desk.come(fixture);
            }
            desk.wire->isReading = true;
            desk.wire->readAll();
            desk.wire->handler().heard();
            desk.wire->say(R"({"type":"ping"})");
            desk.hear();
        }
        fixture.pass(std::chrono::seconds(1));
    }
    for (SyncingClient &desk : desks)
        desk.hear();
}

} // namespace

class TestSyncLaw : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_seed = randomSeed(); }
    void whateverHappensDesksEndUpTrue_data();
    void whateverHappensDesksEndUpTrue();

private:
    quint64 m_seed = 0;
};

void TestSyncLaw::whateverHappensDesksEndUpTrue_data()
{
    QTest::addColumn<qsizetype>("ringBytes");
    QTest::newRow("a ring that holds everything") << qsizetype(64'000'000);
    QTest::newRow("a ring for moments") << qsizetype(6000);
}

void TestSyncLaw::whateverHappensDesksEndUpTrue()
{
    QFETCH(qsizetype, ringBytes);
    int resumes = 0;
    int snapshots = 0;
    for (int round = 0; round < rounds; ++round) {
        RandomEvents random(m_seed + quint64(round));
        HubOptions options;
        options.limits.replyBytes = 1'000'000;
        options.limits.messagesBurst = 1'000'000;
        HubFixture fixture(ringBytes, options);
        QList<SyncingClient> desks(6);
        const QStringList groups = RandomEvents::groups();
        for (int i = 0; i < desks.size(); ++i) {
            desks[i].user = HubFixture::record(QStringLiteral("desk%1").arg(i));
            // Half of them as they were shipped before IDs could be texts.
            if (i % 2 == 1)
                desks[i].replica.features = protocol::features();
            for (const QString &group : groups) {
                if (i > 0 && group.startsWith(QLatin1StringView("dept_")) && random.chance(50))
                    desks[i].user.departments << group.sliced(5);
            }
        }
        for (int n = 0; n < eventsPerRound; ++n) {
            fixture.log.append(random.next());
            if (random.chance(30))
                fixture.turn();
            for (SyncingClient &desk : desks)
                shake(desk, fixture, random);
        }
        settle(desks, fixture);
        for (SyncingClient &desk : desks) {
            QVERIFY(desk.replica.isSynced());
            QCOMPARE(desk.replica.complaint(), QString());
            const bool takesTextIds = desk.replica.features.contains(protocol::textIdsFeature);
            const Book &book = fixture.log.book();
            const Book expected = visibleTo(takesTextIds ? book : withoutTextIds(book),
                                            desk.user.identity().groups());
            QCOMPARE(sights(desk.replica.book()), sights(expected));
            QCOMPARE(noticeIds(desk.replica.book()), noticeIds(expected));
            QCOMPARE(desk.replica.book().position, fixture.log.position());
            QCOMPARE(desk.replica.stats(),
                     fixture.log.effectiveStats(dateAt(fixture.clock.now(), QTimeZone::utc())));
            resumes += desk.replica.resumes;
            snapshots += desk.replica.snapshots;
        }
    }
    qInfo("%d resumes, %d snapshots", resumes, snapshots);
    QVERIFY(resumes > rounds && snapshots > rounds); // or this test proves nothing
}

QTEST_GUILESS_MAIN(TestSyncLaw)
#include "tst_sync_law.moc"
