// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"

#include <QJsonArray>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// The past of the log is lost in each way it can be, under living connections.
class LogLost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void flushAllDoesNotBlankTheShop();
    void trimmedLogIsStillOurLog();
    void rewrittenLogIsANewEpoch();
    void evictingRedisIsRefusedWithTheReason();
    void fullMemoryIsSaidAndWhatIsShownStaysLive();
    void futureIdIsSaidAndMended_data();
    void futureIdIsSaidAndMended();

private:
    void publish(int id);
    QString epochInRedis() const;

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WireClient> m_client;
};

void LogLost::init()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
    m_client = std::make_unique<WireClient>(WireClient::Speaks::V1);
    QVERIFY(m_client->openAndWait(m_server->url(m_server->adminToken())));
    for (int i = 1; i <= 10; ++i)
        publish(i);
    QVERIFY(m_client->waitFor([&] { return m_client->book().orders().size() == 10; }));
}

void LogLost::publish(int id)
{
    const Outcome outcome = m_server->redisCli(
        {QStringLiteral("XADD"), QStringLiteral("pressboard:events"), QStringLiteral("*"),
         QStringLiteral("type"), QStringLiteral("order_notification"), QStringLiteral("data"),
         QStringLiteral(
             "{\"order_id\":%1,\"order_no\":\"PO%1\",\"status\":2,\"action\":\"created\"}")
             .arg(id)});
    QCOMPARE(outcome.exitCode, 0);
}

QString LogLost::epochInRedis() const
{
    return m_server->redisCli({QStringLiteral("GET"), QStringLiteral("pressboard:epoch")})
        .out.trimmed();
}

void LogLost::flushAllDoesNotBlankTheShop()
{
    const QString before = m_client->book().epoch;
    m_server->redisCli({QStringLiteral("FLUSHALL")});
    QVERIFY(m_client->waitFor(
        [&] { return m_client->isSynced() && m_client->book().epoch != before; }));
    QCOMPARE(m_client->book().orders().size(), 10);
    publish(11);
    QVERIFY(m_client->waitFor([&] { return m_client->book().orders().size() == 11; }));
    // Nobody is locked out, and the next start still knows everything.
    m_server->killNine();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
    WireClient fresh(WireClient::Speaks::V1);
    QVERIFY(fresh.openAndWait(m_server->url(m_server->adminToken())));
    QCOMPARE(fresh.book().orders().size(), 11);
}

void LogLost::trimmedLogIsStillOurLog()
{
    const QString before = epochInRedis();
    QCOMPARE(m_server->terminate(), 0);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
    m_server->redisCli({QStringLiteral("XTRIM"), QStringLiteral("pressboard:events"),
                        QStringLiteral("MAXLEN"), QStringLiteral("0")});
    for (int i = 20; i < 25; ++i)
        publish(i);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return m_client->openAndWait(m_server->url(m_server->adminToken()))
                && m_client->book().orders().size() == 15;
        },
        20'000));
    QCOMPARE(epochInRedis(), before);
}

void LogLost::rewrittenLogIsANewEpoch()
{
    const QString before = m_client->book().epoch;
    m_server->redisCli({QStringLiteral("DEL"), QStringLiteral("pressboard:events")});
    m_server->redisCli({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                        QStringLiteral("5-1"), QStringLiteral("type"),
                        QStringLiteral("order_notification"), QStringLiteral("data"),
                        QStringLiteral("{\"order_id\":77,\"status\":1,\"action\":\"created\"}")});
    QVERIFY(m_client->waitFor([&] {
        return m_client->isSynced() && m_client->book().epoch != before
            && m_client->book().order(77);
    }));
    publish(78);
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(78); }));
}

void LogLost::evictingRedisIsRefusedWithTheReason()
{
    QCOMPARE(m_server
                 ->redisCli({QStringLiteral("CONFIG"), QStringLiteral("SET"),
                             QStringLiteral("maxmemory-policy"), QStringLiteral("allkeys-lru")})
                 .exitCode,
             0);
    const Outcome status = m_server->ctl({QStringLiteral("status")});
    QCOMPARE(status.exitCode, 1);
    QVERIFY2(status.out.contains(QLatin1StringView("maxmemory-policy")), qPrintable(status.out));
}

void LogLost::fullMemoryIsSaidAndWhatIsShownStaysLive()
{
    const auto source = [&] { return m_client->lastOf(QStringLiteral("source")); };
    const auto setMaxMemory = [&](const QString &bytes) {
        m_server->redisCli(
            {QStringLiteral("CONFIG"), QStringLiteral("SET"), QStringLiteral("maxmemory"), bytes});
    };
    setMaxMemory(QStringLiteral("1"));
    QVERIFY(m_client->waitFor([&] { return source().contains(QLatin1StringView("writes")); }));
    QCOMPARE(source().value(QLatin1StringView("state")).toString(), QStringLiteral("live"));
    QCOMPARE(source().value(QLatin1StringView("cause")).toString(), QStringLiteral("memory"));
    const QJsonObject readiness = m_server->readiness();
    QVERIFY(readiness.value(QLatin1StringView("ready")).toBool());
    QCOMPARE(readiness.value(QLatin1StringView("degraded")).toArray().size(), 1);
    const Outcome status = m_server->ctl({QStringLiteral("status")});
    QCOMPARE(status.exitCode, 1);
    QVERIFY2(status.out.contains(QLatin1StringView("memory is full")), qPrintable(status.out));
    // A newcomer is told, too.
    WireClient fresh(WireClient::Speaks::V1);
    QVERIFY(fresh.openAndWait(m_server->url(m_server->adminToken())));
    QCOMPARE(fresh.book().orders().size(), 10);
    setMaxMemory(QStringLiteral("0"));
    QVERIFY(m_client->waitFor([&] { return !source().contains(QLatin1StringView("writes")); }));
    publish(11);
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(11); }));
    QVERIFY(!m_server->readiness().contains(QLatin1StringView("degraded")));
}

void LogLost::futureIdIsSaidAndMended_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("far away") << QStringLiteral("9999999999999-0");
    QTest::newRow("the greatest there is")
        << QStringLiteral("18446744073709551615-18446744073709551615");
}

void LogLost::futureIdIsSaidAndMended()
{
    QFETCH(QString, id);
    m_server->redisCli({QStringLiteral("XADD"), QStringLiteral("pressboard:events"), id,
                        QStringLiteral("type"), QStringLiteral("order_notification"),
                        QStringLiteral("data"),
                        QStringLiteral("{\"order_id\":30,\"status\":1,\"action\":\"created\"}")});
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(30); }));
    const Outcome status = m_server->ctl({QStringLiteral("status")});
    QCOMPARE(status.exitCode, 1);
    QVERIFY2(status.out.contains(QLatin1StringView("new-log")), qPrintable(status.out));
    const Outcome mended = m_server->ctl({QStringLiteral("new-log")});
    QVERIFY2(mended.exitCode == 0, qPrintable(mended.err));
    publish(31);
    QVERIFY(m_client->waitFor([&] {
        return m_client->book().order(31) && m_client->book().position.ms < 9'999'999'999'999ULL;
    }));
    QCOMPARE(m_client->book().orders().size(), 12);
    QCOMPARE(m_server->ctl({QStringLiteral("status")}).exitCode, 0);
}

QTEST_GUILESS_MAIN(LogLost)
#include "tst_log_lost.moc"
