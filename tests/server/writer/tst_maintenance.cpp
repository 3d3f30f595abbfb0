// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/maintenance.h"
#include "tests/server/follower/log_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

const QDate today(2026, 11, 23);

} // namespace

class TestMaintenance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void resetsUnderARunningServer();
    void resetStaysAReset();
    void beginsANewLog();
    void aNewLogStillTellsOfALoss();
    void mendsAPoisonedLog();
    void archivesOfOneDayStandBesideEachOther();
    void worksWithoutAServer();

private:
    QString newLog();

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<redis::Connection> m_connection;
};

void TestMaintenance::init()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_connection = std::make_unique<redis::Connection>(
        redis::Endpoint::parse(m_redis->url()).value(), QStringLiteral("test:ctl"));
    m_connection->open();
    QTRY_VERIFY(m_connection->isReady());
}

void TestMaintenance::cleanup()
{
    m_connection.reset();
    m_redis.reset();
}

QString TestMaintenance::newLog()
{
    NewLog job(*m_connection, {}, QTimeZone::utc());
    QSignalSpy finished(&job, &NewLog::finished);
    job.run(today);
    [&] { QTRY_COMPARE(finished.size(), 1); }();
    return finished.isEmpty() ? QString() : finished.first().first().toString();
}

void TestMaintenance::resetsUnderARunningServer()
{
    LogServer server(*m_redis);
    server.start();
    m_redis->command(words("HSET pressboard:users wang {}"));
    addOrder(*m_redis, 1);
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(server.writer.checkpointPosition() == std::optional(server.log.position()));
    QString epoch;
    resetLog(*m_connection, {}, this, [&](const Result<QString> &done) { epoch = *done; });
    QTRY_VERIFY(!epoch.isEmpty());
    QTRY_COMPARE(server.epoch(), epoch);
    QCOMPARE(server.orders(), 0);
    QCOMPARE(m_redis->number(words("HLEN pressboard:users")), 1);
    addOrder(*m_redis, 2);
    QTRY_COMPARE(server.orders(), 1);
}

void TestMaintenance::resetStaysAReset()
{
    LogServer away(*m_redis);
    away.start();
    addOrder(*m_redis, 1);
    QTRY_COMPARE(away.orders(), 1);
    away.commands.close();
    away.reading.close();
    bool done = false;
    resetLog(*m_connection, {}, this, [&](const Result<QString> &) { done = true; });
    QTRY_VERIFY(done);
    away.commands.open();
    away.reading.open();
    QTRY_COMPARE(away.orders(), 0); // and not: its book written back
    QCOMPARE(m_redis->number(words("HEXISTS pressboard:book order:1")), 0);
}

void TestMaintenance::aNewLogStillTellsOfALoss()
{
    const protocol::Loss loss{Moment(std::chrono::seconds(1000)),
                              Moment(std::chrono::seconds(2000))};
    Book book;
    book.epoch = QStringLiteral("e1");
    m_redis->command({QStringLiteral("SET"), QStringLiteral("pressboard:epoch"), book.epoch});
    m_redis->command({QStringLiteral("HSET"), QStringLiteral("pressboard:book"),
                      QStringLiteral("meta"),
                      QString::fromUtf8(StoredBook::metaValue(book, {}, {}, loss))});
    newLog();
    redis::Reply reply;
    m_connection->command({"HGETALL", "pressboard:book"}, this,
                          [&reply](const redis::Reply &to) { reply = to; });
    QTRY_VERIFY(!reply.items.isEmpty());
    const auto stored = StoredBook::fromReply(reply);
    QVERIFY(stored && stored.value());
    QCOMPARE(stored.value()->loss, std::optional(loss));
}

void TestMaintenance::beginsANewLog()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1);
    addOrder(*m_redis, 2, 2);
    QTRY_COMPARE(server.orders(), 2);
    const QString epoch = server.epoch();
    QCOMPARE(newLog(), QStringLiteral("pressboard:events:2026-11-23"));
    QVERIFY(m_redis->number(words("XLEN pressboard:events:2026-11-23")) >= 2);
    QTRY_VERIFY(server.epoch() != epoch);
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 2);
    addOrder(*m_redis, 1, 3);
    QTRY_COMPARE(server.log.book().order(1)->status, OrderStatus::Completed);
}

void TestMaintenance::mendsAPoisonedLog()
{
    LogServer server(*m_redis);
    server.start();
    addOrder(*m_redis, 1, 1, QStringLiteral("9999999999999-0"));
    QTRY_COMPARE(server.orders(), 1);
    QTRY_VERIFY(!server.keeper.problems().isEmpty());
    newLog();
    QTRY_VERIFY(server.keeper.problems().isEmpty());
    addOrder(*m_redis, 1, 2);
    QTRY_COMPARE(server.log.book().order(1)->status, OrderStatus::Processing);
    QVERIFY(server.log.position().ms < 9'999'999'999'999);
}

void TestMaintenance::archivesOfOneDayStandBesideEachOther()
{
    addOrder(*m_redis, 1);
    QCOMPARE(newLog(), QStringLiteral("pressboard:events:2026-11-23"));
    addOrder(*m_redis, 2);
    QCOMPARE(newLog(), QStringLiteral("pressboard:events:2026-11-23-2"));
    QCOMPARE(m_redis->number(words("XLEN pressboard:events:2026-11-23")), 1);
    QCOMPARE(m_redis->number(words("HLEN pressboard:book")), 3);
}

void TestMaintenance::worksWithoutAServer()
{
    addOrder(*m_redis, 1);
    newLog();
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.keeper.isCurrent());
    QCOMPARE(server.orders(), 1);
}

QTEST_GUILESS_MAIN(TestMaintenance)
#include "tst_maintenance.moc"
