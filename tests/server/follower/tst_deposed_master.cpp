// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/deposed_master.h"
#include "tests/server/follower/log_server.h"
#include "tests/support/redis/sentinel_fixture.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// What a master takes that sentinels have replaced.
class TestDeposedMaster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_redis.reset(); }
    void saysWhatItTook();
    void readsOneThatWasFrozen();
    void endsWhenItBecomesAReplica();
    void asksAReplicaForNothing();
    void watchesTheLastOne();
    void whatItTookIsToldAsLost();

private:
    redis::Endpoint endpoint() const { return redis::Endpoint::parse(m_redis->tcpUrl()).value(); }
    StreamId add(int order)
    {
        return StreamId::parse(QByteArrayView(addOrder(*m_redis, order))).value_or(StreamId());
    }
    bool wasAsked(const char *command) const
    {
        return m_redis->command(words("INFO commandstats")).contains(command);
    }
    void demote() { m_redis->command(words("REPLICAOF 127.0.0.1 1")); }

    std::unique_ptr<RedisFixture> m_redis;
};

void TestDeposedMaster::init()
{
    m_redis = std::make_unique<RedisFixture>(QStringList(), RedisFixture::Tcp::Yes);
    QVERIFY(m_redis->start());
}

void TestDeposedMaster::saysWhatItTook()
{
    const StreamId known = add(1);
    const StreamId before = add(2);
    DeposedMaster deposed(redis::Keys{});
    QSignalSpy took(&deposed, &DeposedMaster::took);
    deposed.watch(endpoint(), known);
    QTRY_COMPARE(took.size(), 1);
    QCOMPARE(took.first().first().value<StreamId>(), before);
    const StreamId after = add(3);
    QTRY_COMPARE(took.size(), 2);
    QCOMPARE(took.last().first().value<StreamId>(), after);
}

void TestDeposedMaster::readsOneThatWasFrozen()
{
    const StreamId entry = add(1);
    DeposedMaster deposed(redis::Keys{});
    QSignalSpy took(&deposed, &DeposedMaster::took);
    m_redis->pause();
    deposed.watch(endpoint(), {});
    m_redis->resume();
    QTRY_COMPARE(took.size(), 1);
    QCOMPARE(took.first().first().value<StreamId>(), entry);
}

void TestDeposedMaster::endsWhenItBecomesAReplica()
{
    DeposedMaster deposed(redis::Keys{});
    deposed.watch(endpoint(), {});
    QTRY_VERIFY(wasAsked("cmdstat_xread"));
    QVERIFY(deposed.isWatching());
    demote();
    QTRY_VERIFY(!deposed.isWatching());
}

/// It has the new master's entries, or will have.
void TestDeposedMaster::asksAReplicaForNothing()
{
    add(1);
    demote();
    DeposedMaster deposed(redis::Keys{});
    QSignalSpy took(&deposed, &DeposedMaster::took);
    deposed.watch(endpoint(), {});
    QTRY_VERIFY(wasAsked("cmdstat_role"));
    QTRY_VERIFY(!m_redis->command(words("CLIENT LIST")).contains("pressboard:deposed"));
    QVERIFY(!wasAsked("cmdstat_xread"));
    QCOMPARE(took.size(), 0);
}

void TestDeposedMaster::watchesTheLastOne()
{
    RedisFixture other({}, RedisFixture::Tcp::Yes);
    QVERIFY(other.start());
    DeposedMaster deposed(redis::Keys{});
    QSignalSpy took(&deposed, &DeposedMaster::took);
    deposed.watch(redis::Endpoint::parse(other.tcpUrl()).value(), {});
    deposed.watch(endpoint(), {});
    addOrder(other, 1);
    const StreamId entry = add(2);
    QTRY_COMPARE(took.size(), 1);
    QCOMPARE(took.first().first().value<StreamId>(), entry);
}

namespace {

/// A CRM that writes to an address, and knows nothing of sentinels.
void publishOverTcp(quint16 port, int order)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    QVERIFY(socket.waitForConnected());
    socket.write("XADD pressboard:events * type order.created order " + QByteArray::number(order)
                 + "\r\n");
    QVERIFY(socket.waitForBytesWritten());
    QVERIFY(socket.waitForReadyRead(20'000));
    QVERIFY(socket.readAll().startsWith('$')); // it was acknowledged
}

} // namespace

void TestDeposedMaster::whatItTookIsToldAsLost()
{
    RedisFixture next({}, RedisFixture::Tcp::Yes);
    QVERIFY(next.start());
    next.command({QStringLiteral("REPLICAOF"), QStringLiteral("127.0.0.1"),
                  QString::number(m_redis->port())});
    SentinelFixture sentinel(*m_redis);
    QVERIFY(sentinel.start());
    QTRY_VERIFY_WITH_TIMEOUT(sentinel.replicas() == 1, 30'000);
    add(1);
    LogServer server(QStringLiteral("sentinel://%1/shop").arg(sentinel.address()));
    server.start();
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(isWritten(server));
    QTRY_VERIFY(m_redis->number(words("WAIT 1 1000")) == 1);
    m_redis->pause();
    QTRY_VERIFY_WITH_TIMEOUT(sentinel.masterPort() == next.port(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(server.commands.master().port == next.port(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(server.keeper.isCurrent(), 20'000);
    QVERIFY(!server.log.loss());
    m_redis->resume();
    publishOverTcp(m_redis->port(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(server.log.loss().has_value(), 20'000);
    QCOMPARE(server.orders(), 1);
}

QTEST_GUILESS_MAIN(TestDeposedMaster)
#include "tst_deposed_master.moc"
