// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// Two servers on one Redis show one truth, and one of them writes.
class TwoServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneTruth();
    void resumeOnTheOther();
    void pausedWriterWakesUpHarmless();
    void redisComesBackEmptyWhileOneStarts();

private:
    void publish(WireClient &through, int id);

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<ServerProcess> m_first;
    std::unique_ptr<ServerProcess> m_second;
    QString m_token;
};

void TwoServers::init()
{
    m_first.reset();
    m_second.reset();
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_first = std::make_unique<ServerProcess>();
    m_second = std::make_unique<ServerProcess>();
    for (ServerProcess *server : {m_first.get(), m_second.get()}) {
        server->setRedisUrl(m_redis->url());
        QVERIFY2(server->start(), qPrintable(server->lastOutput()));
        QVERIFY2(server->waitUntilReady(), qPrintable(server->lastOutput()));
    }
    const Outcome added =
        m_first->ctl({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("wang"),
                      QStringLiteral("--role"), QStringLiteral("admin")});
    QVERIFY2(added.exitCode == 0, qPrintable(added.err));
    m_token = added.out.trimmed().split(QLatin1Char('\n')).last().trimmed();
}

void TwoServers::publish(WireClient &through, int id)
{
    through.publish(QStringLiteral("two-%1").arg(id), QStringLiteral("order_notification"),
                    {{QStringLiteral("order_id"), id},
                     {QStringLiteral("order_no"), QStringLiteral("PO%1").arg(id)},
                     {QStringLiteral("status"), 1},
                     {QStringLiteral("action"), QStringLiteral("created")}});
}

void TwoServers::oneTruth()
{
    WireClient left(WireClient::Speaks::V1);
    WireClient right(WireClient::Speaks::V1);
    QVERIFY(QTest::qWaitFor([&] { return left.openAndWait(m_first->url(m_token)); }, 20'000));
    QVERIFY(QTest::qWaitFor([&] { return right.openAndWait(m_second->url(m_token)); }, 20'000));
    for (int id = 1; id <= 100; ++id)
        publish(id % 2 ? left : right, id);
    QVERIFY(left.waitFor(
        [&] { return left.book().orders().size() == 100 && right.book().orders().size() == 100; }));
    QCOMPARE(left.book(), right.book());
    QCOMPARE(left.outOfOrder() + right.outOfOrder(), 0);
    // ack.online counts the sessions of all servers.
    QVERIFY(left.waitFor([&] {
        publish(left, 1000 + int(left.acknowledged().size()));
        const auto acks = left.acknowledged().size();
        left.waitFor([&] { return left.acknowledged().size() > acks; }, 2'000);
        return left.lastOf(QStringLiteral("ack")).value(QLatin1StringView("online")).toInt() == 2;
    }));
}

void TwoServers::resumeOnTheOther()
{
    WireClient client(WireClient::Speaks::V1);
    WireClient other(WireClient::Speaks::V1);
    QVERIFY(QTest::qWaitFor([&] { return client.openAndWait(m_first->url(m_token)); }, 20'000));
    QVERIFY(QTest::qWaitFor([&] { return other.openAndWait(m_second->url(m_token)); }, 20'000));
    publish(client, 1);
    QVERIFY(client.waitFor([&] { return client.book().order(1); }));
    m_first->killNine();
    for (int id = 2; id <= 50; ++id)
        publish(other, id);
    QVERIFY(client.openAndWait(m_second->url(m_token)));
    QVERIFY(client.waitFor([&] { return client.book().orders().size() == 50; }));
    QCOMPARE(client.syncMode(), protocol::Sync::Mode::Resume);
    QCOMPARE(client.outOfOrder(), 0);
}

void TwoServers::pausedWriterWakesUpHarmless()
{
    WireClient right(WireClient::Speaks::V1);
    QVERIFY(QTest::qWaitFor([&] { return right.openAndWait(m_second->url(m_token)); }, 20'000));
    const auto lease = [&] {
        return m_redis->command({QStringLiteral("GET"), QStringLiteral("pressboard:writer")});
    };
    const QByteArray before = lease();
    QVERIFY(!before.isEmpty());
    m_first->pause(); // the writer, as it was first
    for (int id = 1; id <= 20; ++id)
        publish(right, id);
    QVERIFY(right.waitFor([&] { return right.book().orders().size() == 20; }));
    QByteArray taken;
    QVERIFY(QTest::qWaitFor(
        [&] {
            taken = lease();
            return !taken.isEmpty() && taken != before;
        },
        40'000));
    m_first->wake();
    WireClient left(WireClient::Speaks::V1);
    QVERIFY(QTest::qWaitFor([&] { return left.openAndWait(m_first->url(m_token)); }, 30'000));
    QVERIFY(left.waitFor([&] { return left.book().orders().size() == 20; }));
    QCOMPARE(lease(), taken);
    QCOMPARE(left.book().orders(), right.book().orders());
}

/// The one that starts is there first, and knows neither orders nor users.
void TwoServers::redisComesBackEmptyWhileOneStarts()
{
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(QTest::qWaitFor([&] { return client.openAndWait(m_first->url(m_token)); }, 20'000));
    publish(client, 1);
    QVERIFY(client.waitFor([&] { return client.book().order(1); }));
    m_first->pause();
    QCOMPARE(m_second->terminate(), 0);
    QVERIFY(m_redis->restartEmpty());
    ServerProcess third; // beside a new data directory
    third.setRedisUrl(m_redis->url());
    QVERIFY(third.startUnready());
    QVERIFY(QTest::qWaitFor([&] { return m_redis->number(words("EXISTS pressboard:epoch")) == 1; },
                            20'000));
    m_first->wake();
    QVERIFY2(third.waitUntilReady(), qPrintable(third.lastOutput()));
    WireClient left(WireClient::Speaks::V1);
    WireClient right(WireClient::Speaks::V1);
    QVERIFY(QTest::qWaitFor([&] { return left.openAndWait(m_first->url(m_token)); }, 20'000));
    QVERIFY(QTest::qWaitFor([&] { return right.openAndWait(third.url(m_token)); }, 20'000));
    QVERIFY(left.waitFor([&] { return left.book().order(1) && right.book().order(1); }));
    QVERIFY(third.adminToken().isEmpty());
    QCOMPARE(m_redis->number(words("HLEN pressboard:users")), 2); // the first admin, and wang
}

QTEST_GUILESS_MAIN(TwoServers)
#include "tst_two_servers.moc"
