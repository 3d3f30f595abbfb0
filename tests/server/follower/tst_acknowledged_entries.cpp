// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/follower/keeper_test.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// What a master that was cut off acknowledged, and no log holds.
class TestAcknowledgedEntries : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsReadIsNoLoss();
    void whatTheLogIsPastIsToldAsLost();
    void whatAQuietLogDoesNotHoldIsToldAsLost();
    void whatABookBroughtIsLookedUp();
    void whatIsToldAlreadyMovesNothing();

private:
    StreamId add(int order)
    {
        return StreamId::parse(QByteArrayView(addOrder(*m_redis, order))).value_or(StreamId());
    }
    QByteArray epoch() { return m_redis->command(words("GET pressboard:epoch")); }
};

void TestAcknowledgedEntries::whatIsReadIsNoLoss()
{
    LogServer server(*m_redis, LogServer::hurried());
    server.start();
    checkpointed(server);
    const QByteArray before = epoch();
    for (int order = 1; order <= 20; ++order) {
        const StreamId id = add(order);
        if (order % 2)
            QTRY_COMPARE(server.orders(), order); // its publisher hears of it later than we
        server.keeper.acknowledged(id);
    }
    QTRY_COMPARE(server.orders(), 20);
    QSignalSpy looked(&server.keeper, &LogKeeper::checkpointSeen);
    QTRY_VERIFY(looked.size() >= 2);
    QCOMPARE(epoch(), before);
    QVERIFY(!server.log.loss());
}

/// Another Redis took it: this one's log went on without it.
void TestAcknowledgedEntries::whatTheLogIsPastIsToldAsLost()
{
    LogServer server(*m_redis, LogServer::hurried());
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    const StreamId first = add(1);
    checkpointed(server);
    const QByteArray before = epoch();
    const StreamId lost{first.ms, first.seq + 1};
    server.keeper.acknowledged(lost);
    add(2);
    QTRY_VERIFY(server.log.loss().has_value());
    QVERIFY(server.log.loss()->from <= momentOf(lost));
    QVERIFY(server.log.loss()->to >= momentOf(lost));
    QVERIFY(epoch() != before); // so that whoever resumes hears of it
    QTRY_COMPARE(server.orders(), 2);
    // And it is in the book, for servers that come later.
    LogServer other(*m_redis, LogServer::hurried());
    other.start();
    QTRY_VERIFY(other.log.loss().has_value());
    QCOMPARE(*other.log.loss(), *server.log.loss());
}

/// Nothing is added that the log could be past.
void TestAcknowledgedEntries::whatAQuietLogDoesNotHoldIsToldAsLost()
{
    LogServer server(*m_redis, LogServer::hurried());
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    const StreamId first = add(1);
    checkpointed(server);
    const StreamId lost{first.ms + 1, 0};
    server.keeper.acknowledged(lost);
    QTRY_VERIFY(server.log.loss().has_value());
    QVERIFY(server.log.loss()->from <= momentOf(lost));
    QVERIFY(server.log.loss()->to >= momentOf(lost));
}

void TestAcknowledgedEntries::whatABookBroughtIsLookedUp()
{
    writeOrders(3);
    const StreamId there = add(4);
    writeOrders(0); // the checkpoint is past it
    LogServer server(*m_redis, LogServer::hurried());
    const StreamId lost{there.ms, there.seq + 1};
    QSignalSpy checked(&server.keeper, &LogKeeper::checkpointSeen);
    server.keeper.acknowledged(there);
    server.start();
    QTRY_VERIFY(checked.size() >= 2);
    QVERIFY(!server.log.loss());
    add(5);
    QTRY_VERIFY(server.log.position() > lost);
    server.keeper.acknowledged(lost);
    QTRY_VERIFY(server.log.loss().has_value());
    QVERIFY(server.log.loss()->from <= momentOf(lost));
}

void TestAcknowledgedEntries::whatIsToldAlreadyMovesNothing()
{
    LogServer server(*m_redis, LogServer::hurried());
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    const StreamId first = add(1);
    checkpointed(server);
    server.keeper.acknowledged({first.ms, first.seq + 1});
    add(2);
    QTRY_VERIFY(server.log.loss().has_value());
    QTRY_VERIFY(server.keeper.isCurrent());
    const QByteArray told = epoch();
    server.keeper.acknowledged({first.ms, first.seq + 2});
    QSignalSpy looked(&server.keeper, &LogKeeper::checkpointSeen);
    QTRY_VERIFY(looked.size() >= 2);
    QCOMPARE(epoch(), told);
}

QTEST_GUILESS_MAIN(TestAcknowledgedEntries)
#include "tst_acknowledged_entries.moc"
