// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/wire/both_loops.h"
#include "tests/server/wire/peers.h"
#include "tests/support/random_events.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

constexpr int peerCount = 50;

/// One event for each form in which a frame says its length.
void appendThree(HubFixture &push)
{
    for (const int length : {3, 100, 22'000})
        appendNoise(push, length);
}

/// Every byte of the first two frames and of the third one's header, a stretch behind it and one
/// before its end. In between one byte is as good as another: every 97th.
QList<qsizetype> cutsOf(qsizetype runBytes)
{
    constexpr qsizetype stretch = 700;
    QList<qsizetype> cuts;
    for (qsizetype at = 1; at < runBytes; at += at < stretch || at > runBytes - stretch ? 1 : 97)
        cuts << at;
    return cuts;
}

/// How much is taken at each call; nobody knows before.
Limiter::Allowance mood(const QString &name, RandomEvents &random)
{
    if (name == QLatin1StringView("nothing"))
        return [](qsizetype) { return 0; };
    if (name == QLatin1StringView("one byte"))
        return [](qsizetype) { return 1; };
    if (name == QLatin1StringView("all but one byte"))
        return [](qsizetype size) { return size - 1; };
    return [&random](qsizetype size) { return random.below(int(size) + 1); };
}

QStringList audience(RandomEvents &random)
{
    return {RandomEvents::groups().at(random.below(int(RandomEvents::groups().size())))};
}

} // namespace

/// What the kernel takes of a run of frames is any number of bytes; what arrives is the run.
class TestWireFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_seed = randomSeed(); }
    void cutAtEveryByte();
    void whateverTheKernelTakes_data();
    void whateverTheKernelTakes();

private:
    quint64 m_seed = 0;
};

/// Three frames leave as one run, and the kernel stops inside it, everywhere. Many clients share
/// the work.
void TestWireFaults::cutAtEveryByte()
{
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    fixture.push.next.seq = 1'000'000; // so that all IDs, and so all runs, are of one length
    const Peers peers = comeLive(fixture, peerCount);
    const auto sendThree = [&] {
        for (const auto &peer : peers)
            peer->takeTexts();
        appendThree(fixture.push);
        return turnUntilAllHave(peers, 3);
    };
    QVERIFY(sendThree()); // the board's first numbers are in this run, too
    qsizetype runBytes = 0;
    limiter.watch = [&](qintptr, QByteArrayView bytes) {
        runBytes = std::max(runBytes, bytes.size());
    };
    QVERIFY(sendThree());
    QVERIFY(runBytes > 0x1'0000);

    const QList<qsizetype> cuts = cutsOf(runBytes);
    qsizetype next = 0;
    limiter.allow = [&](qsizetype size) {
        return size == runBytes && next < cuts.size() ? cuts.at(next++) : size;
    };
    while (next < cuts.size()) {
        const qsizetype cutBefore = next;
        const Ring::Serial first = fixture.push.log.ring().end();
        QVERIFY(sendThree());
        QVERIFY(next > cutBefore);
        for (const auto &peer : peers) {
            QCOMPARE(peer->complaint(), QString());
            QCOMPARE(peer->texts(), textsSince(fixture.push, first));
        }
    }
    QCOMPARE(limiter.cuts, cuts.size());
}

void TestWireFaults::whateverTheKernelTakes_data()
{
    QTest::addColumn<bool>("isCut");
    QTest::newRow("nothing") << false;
    QTest::newRow("one byte") << true;
    QTest::newRow("all but one byte") << true;
    QTest::newRow("anything") << true;
}

/// The rest of one frame goes through the socket's buffer, and the cursor goes on behind it: also
/// where what lies between two frames was not for this client.
void TestWireFaults::whateverTheKernelTakes()
{
    QFETCH(bool, isCut);
    RandomEvents random(m_seed);
    Limiter limiter;
    ListenerFixture fixture(throughLimiter());
    const QList<UserRecord> users = {
        HubFixture::record(QStringLiteral("a")),
        HubFixture::record(QStringLiteral("b"), Role::Viewer, {QStringLiteral("1")}),
        HubFixture::record(QStringLiteral("c"), Role::Operator,
                           {QStringLiteral("1"), QStringLiteral("2")})};
    fixture.push.users.replace(users);
    Peers peers;
    for (const UserRecord &user : users)
        peers.push_back(std::make_unique<Peer>(fixture, Peer::Manner{user.name}));
    becomeLive(peers);

    limiter.allow = mood(QString::fromUtf8(QTest::currentDataTag()), random);
    const Ring::Serial first = fixture.push.log.ring().end();
    for (int i = 0; i < 600; ++i) {
        appendNoise(fixture.push, random.below(300),
                    random.chance(50) ? audience(random) : QStringList());
        if (random.chance(50))
            QCoreApplication::processEvents();
    }
    for (std::size_t i = 0; i < peers.size(); ++i) {
        const QByteArrayList expected =
            textsSince(fixture.push, first, users[qsizetype(i)].identity().groups());
        QVERIFY(turnUntil([&] {
            peers[i]->read();
            return withoutNumbers(peers[i]->texts()).size() >= expected.size();
        }));
        QCOMPARE(peers[i]->complaint(), QString());
        QCOMPARE(withoutNumbers(peers[i]->texts()), expected);
    }
    QVERIFY(isCut ? limiter.cuts > 100 : limiter.refusals > 100);
}

int main(int argc, char **argv)
{
    return runOnBothLoops<TestWireFaults>(argc, argv);
}
#include "tst_wire_faults.moc"
