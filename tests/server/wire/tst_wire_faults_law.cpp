// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/snapshot.h"
#include "tests/server/listener/test_certificate.h"
#include "tests/server/push/sights.h"
#include "tests/server/wire/both_loops.h"
#include "tests/server/wire/limiter.h"
#include "tests/server/wire/replica_client.h"
#include "tests/server/wire/turn_until.h"
#include "tests/support/random_events.h"
#include "tests/support/visible_to.h"

#include <QLoggingCategory>

#include <sys/socket.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

using Desks = std::vector<std::unique_ptr<ReplicaClient>>;

Desks hire(int count, bool isEncrypted, RandomEvents &random)
{
    constexpr ReplicaClient::Speech speeches[] = {
        ReplicaClient::Speech::V1, ReplicaClient::Speech::Zlib, ReplicaClient::Speech::Classic};
    Desks desks;
    for (int i = 0; i < count; ++i) {
        UserRecord user = HubFixture::record(QStringLiteral("desk%1").arg(i));
        for (const QString &group : RandomEvents::groups()) {
            if (group.startsWith(QLatin1StringView("dept_")) && random.chance(50))
                user.departments << group.sliced(5);
        }
        desks.push_back(std::make_unique<ReplicaClient>(user, speeches[i % 3], isEncrypted));
    }
    return desks;
}

/// What the kernel takes: mostly all, often a part, sometimes nothing.
qsizetype mood(RandomEvents &random, qsizetype size)
{
    const int kind = random.below(10);
    return kind < 5 ? size : kind < 8 ? random.below(int(size) + 1) : kind < 9 ? 1 : 0;
}

/// Few KiB in the kernel are soon full.
void narrow(qintptr socket)
{
    const int bytes = 4096;
    ::setsockopt(int(socket), SOL_SOCKET, SO_SNDBUF, &bytes, sizeof(bytes));
}

/// The ways to go.
void end(ReplicaClient &desk, RandomEvents &random)
{
    switch (random.below(3)) {
    case 0:
        return desk.leave();
    case 1:
        return desk.peer().endSending();
    default:
        return desk.hangUp();
    }
}

/// Whatever happens to a desk in one step.
void shake(ReplicaClient &desk, const ListenerFixture &fixture, RandomEvents &random)
{
    if (!desk.isHere()) {
        desk.leave();
        if (random.chance(20))
            desk.come(fixture);
        return;
    }
    if (!desk.peer().isUpgraded() || desk.isHangingUp())
        return desk.hear();
    constexpr qint64 appetites[] = {0, 0, 1, 1024};
    if (random.chance(5))
        desk.peer().setReadsAtOnce(appetites[random.below(4)]);
    if (random.chance(5))
        desk.peer().ping(QByteArray(random.below(126), 'p'));
    if (random.chance(5))
        desk.peer().say(R"({"type":"ping"})");
    if (random.chance(2))
        return end(desk, random);
    desk.hear();
}

QJsonObject numbersOf(const HubFixture &push)
{
    return push.log.effectiveStats(dateAt(push.clock.now(), QTimeZone::utc()));
}

/// The numbers come behind the event that changed them.
bool isUpToDate(const ReplicaClient &desk, const HubFixture &push)
{
    return desk.isHere() && desk.complaint().isEmpty()
        && (!desk.isV1()
            || (desk.replica().isSynced() && desk.replica().book().position == push.log.position()
                && desk.replica().stats() == numbersOf(push)));
}

/// Who keeps everybody waiting, and where it stands.
void tellWhoIsMissing(const Desks &desks, const HubFixture &push)
{
    for (const auto &desk : desks) {
        if (desk->isHere() && isUpToDate(*desk, push) && !desk->isHangingUp())
            continue;
        qWarning().noquote() << desk->user().name << (desk->isV1() ? "v1" : "classic") << "here"
                             << desk->isHere() << "upgraded"
                             << (desk->isHere() && desk->peer().isUpgraded()) << "hanging up"
                             << desk->isHangingUp() << "synced" << desk->replica().isSynced()
                             << "at" << desk->replica().book().position.toString() << "of"
                             << push.log.position().toString() << desk->complaint();
    }
}

/// From now on it stays and reads.
void rouse(ReplicaClient &desk, const ListenerFixture &fixture)
{
    if (!desk.isHere()) {
        desk.leave();
        desk.come(fixture);
    } else {
        desk.peer().setReadsAtOnce(0);
    }
    desk.hear();
}

/// Everybody is there and greeted.
bool gather(const Desks &desks, const ListenerFixture &fixture)
{
    return turnUntil([&] {
        std::for_each(desks.begin(), desks.end(), [&](const auto &desk) { rouse(*desk, fixture); });
        return std::all_of(desks.begin(), desks.end(), [&](const auto &desk) {
            return !desk->complaint().isEmpty()
                || (desk->isHere() && !desk->isHangingUp()
                    && (!desk->isV1() || desk->replica().isSynced()));
        });
    });
}

/// Everybody comes, reads and stays, and nothing new happens.
bool settle(const Desks &desks, ListenerFixture &fixture)
{
    for (int i = 0; i < 3; ++i) {
        if (!gather(desks, fixture))
            return false;
        fixture.push.pass(std::chrono::seconds(1)); // the numbers keep a pace
    }
    return turnUntil([&] {
        bool isDone = true;
        for (const auto &desk : desks) {
            rouse(*desk, fixture); // who hung up as the last thing is only now gone
            if (!desk->complaint().isEmpty() || isUpToDate(*desk, fixture.push))
                continue;
            isDone = false;
            desk->askForPosition(); // of what it may not see, it hears by the pong
        }
        return isDone;
    });
}

/// All a classic client may hear of the ring's entries from `first` on, without the numbers.
QByteArrayList heardOf(const HubFixture &push, Ring::Serial first, const Viewer &viewer)
{
    QByteArrayList texts;
    for (Ring::Serial serial = first; serial < push.log.ring().end(); ++serial) {
        const QByteArrayView text = textFor(push.log.ring().at(serial), viewer);
        if (!text.isEmpty())
            texts << text.toByteArray();
    }
    return withoutNumbers(texts);
}

/// Does `part` stand somewhere in `all` without a hole? Nothing stands anywhere.
bool isStretchOf(const QByteArrayList &part, const QByteArrayList &all)
{
    return std::search(all.begin(), all.end(), part.begin(), part.end()) != all.end()
        || part.isEmpty();
}

} // namespace

/// The law of tst_sync_law, with everything real between the log and the desks.
class TestWireFaultsLaw : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whateverHappensDesksEndUpTrue_data();
    void whateverHappensDesksEndUpTrue();

private:
    void verifyFaults(const Desks &desks, const Limiter *limiter);
    void compare(const ReplicaClient &desk, const HubFixture &push);

    quint64 m_seed = 0;
};

void TestWireFaultsLaw::initTestCase()
{
    // A thousand arrivals would hide the one line that says what went wrong.
    QLoggingCategory::setFilterRules(QStringLiteral("pressboard.push.info=false"));
    m_seed = randomSeed();
}

void TestWireFaultsLaw::whateverHappensDesksEndUpTrue_data()
{
    QTest::addColumn<int>("deskCount");
    QTest::addColumn<qsizetype>("ringBytes");
    QTest::addColumn<bool>("isEncrypted");
    QTest::newRow("a ring that holds everything") << 24 << qsizetype(64'000'000) << false;
    QTest::newRow("a ring for moments") << 24 << qsizetype(20'000) << false;
    QTest::newRow("TLS") << 16 << qsizetype(64'000'000) << true;
}

void TestWireFaultsLaw::whateverHappensDesksEndUpTrue()
{
    QFETCH(int, deskCount);
    QFETCH(qsizetype, ringBytes);
    QFETCH(bool, isEncrypted);
    RandomEvents random(m_seed);
    Limiter limiter([&](qsizetype size) { return mood(random, size); });
    limiter.watch = [](qintptr socket, QByteArrayView) { narrow(socket); };
    ListenerOptions listenerOptions;
    listenerOptions.directSend = &Limiter::send;
    if (isEncrypted)
        listenerOptions.tls = testTls();
    HubOptions options;
    options.limits.messagesBurst = 1'000'000;
    ListenerFixture fixture(listenerOptions, ringBytes, options);
    const Desks desks = hire(deskCount, isEncrypted, random);
    QList<UserRecord> users;
    for (const auto &desk : desks)
        users << desk->user();
    fixture.push.users.replace(users);

    // As each classic client may hear it; the ring forgets.
    std::vector<QByteArrayList> audible(desks.size());
    for (int i = 0; i < 1500; ++i) {
        const Ring::Serial first = fixture.push.log.ring().end();
        fixture.push.log.append(random.next());
        for (std::size_t d = 0; d < desks.size(); ++d) {
            const Viewer viewer{Viewer::Dialect::Classic, true, false,
                                desks[d]->user().identity().groups()};
            if (!desks[d]->isV1())
                audible[d] += heardOf(fixture.push, first, viewer);
        }
        if (random.chance(50))
            QCoreApplication::processEvents();
        for (const auto &desk : desks)
            shake(*desk, fixture, random);
    }
    const bool isSettled = settle(desks, fixture);
    if (!isSettled)
        tellWhoIsMissing(desks, fixture.push);
    QVERIFY(isSettled);
    verifyFaults(desks, isEncrypted ? nullptr : &limiter);
    QCOMPARE(fixture.push.hub->counters().overtaken > 0, ringBytes < 1'000'000);
    for (std::size_t d = 0; d < desks.size(); ++d) {
        QCOMPARE(desks[d]->complaint(), QString());
        if (desks[d]->isV1())
            compare(*desks[d], fixture.push);
        for (const QByteArrayList &heard : desks[d]->heard())
            QVERIFY(isStretchOf(heard, audible[d]));
    }
}

/// Or this test proves nothing.
void TestWireFaultsLaw::verifyFaults(const Desks &desks, const Limiter *limiter)
{
    int torn = 0;
    int streams = 0;
    int resumes = 0;
    int snapshots = 0;
    qsizetype pongs = 0;
    for (const auto &desk : desks) {
        desk->leave();
        torn += desk->torn;
        streams += desk->streams;
        pongs += desk->pongs;
        resumes += desk->replica().resumes;
        snapshots += desk->replica().snapshots;
    }
    qInfo("%d torn, %d streams, %d resumes, %d snapshots, %lld pongs", torn, streams, resumes,
          snapshots, static_cast<long long>(pongs));
    QVERIFY(streams > 0 && resumes > 0 && snapshots > 0 && pongs > 100);
    if (!limiter)
        return; // with TLS nothing is sent past the socket, and a frame is rarely torn
    QVERIFY(torn > 0);
    qInfo("%d sends, %d cut, %d refused", limiter->calls, limiter->cuts, limiter->refusals);
    QVERIFY(limiter->cuts > 1000 && limiter->refusals > 100);
}

void TestWireFaultsLaw::compare(const ReplicaClient &desk, const HubFixture &push)
{
    const bool takesTextIds = desk.replica().features.contains(protocol::textIdsFeature);
    const Book &book = push.log.book();
    const Book expected =
        visibleTo(takesTextIds ? book : withoutTextIds(book), desk.user().identity().groups());
    QCOMPARE(sights(desk.replica().book()), sights(expected));
    QCOMPARE(noticeIds(desk.replica().book()), noticeIds(expected));
    QCOMPARE(desk.replica().book().position, push.log.position());
    QCOMPARE(desk.replica().stats(), numbersOf(push));
}

int main(int argc, char **argv)
{
    return runOnBothLoops<TestWireFaultsLaw>(argc, argv);
}
#include "tst_wire_faults_law.moc"
