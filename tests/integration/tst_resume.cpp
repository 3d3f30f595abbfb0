// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include "shared/state/snapshot.h"

#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// A client that was away gets exactly what it missed.
class Resume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void thousandEventsWhileAway();
    void overRestartOfTheServer();
    void overKillOfTheServer();
    void anotherEpochIsASnapshot();
    void rightsChangedMeanwhile_data();
    void rightsChangedMeanwhile();

private:
    void publishOrders(int from, int count);
    QList<qint64> ordersSince(qsizetype firstEvent) const;

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WireClient> m_client;
};

void Resume::init()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY2(m_server->waitUntilReady(), qPrintable(m_server->lastOutput()));
    m_client = std::make_unique<WireClient>(WireClient::Speaks::V1);
    publishOrders(1, 5);
    QVERIFY(m_client->openAndWait(m_server->url(m_server->adminToken())));
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(5); }));
}

/// Many entries with one redis-cli: a Lua loop, so that a thousand take no time.
void Resume::publishOrders(int from, int count)
{
    const QString script =
        QStringLiteral("for i=tonumber(ARGV[1]),tonumber(ARGV[1])+tonumber(ARGV[2])-1 do "
                       "redis.call('XADD',KEYS[1],'*','type','order_notification','data',"
                       "'{\"order_id\":'..i..',\"order_no\":\"PO'..i..'\",\"status\":1,\"action\":"
                       "\"created\"}') end");
    const Outcome outcome = m_server->redisCli({QStringLiteral("EVAL"), script, QStringLiteral("1"),
                                                QStringLiteral("pressboard:events"),
                                                QString::number(from), QString::number(count)});
    QVERIFY2(outcome.exitCode == 0 && outcome.out.trimmed().isEmpty(), qPrintable(outcome.out));
}

QList<qint64> Resume::ordersSince(qsizetype firstEvent) const
{
    QList<qint64> ids;
    for (const QJsonObject &frame : m_client->events().sliced(firstEvent))
        ids.append(frame.value(QLatin1StringView("data"))
                       .toObject()
                       .value(QLatin1StringView("order_id"))
                       .toInteger());
    return ids;
}

static QList<qint64> range(int from, int count)
{
    QList<qint64> ids;
    for (int i = 0; i < count; ++i)
        ids.append(from + i);
    return ids;
}

void Resume::thousandEventsWhileAway()
{
    const qsizetype seen = m_client->events().size();
    m_client->disconnect();
    publishOrders(100, 1000);
    QVERIFY(m_client->openAndWait(m_server->url(m_server->adminToken())));
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(1099); }));
    QCOMPARE(m_client->syncMode(), protocol::Sync::Mode::Resume);
    QCOMPARE(ordersSince(seen), range(100, 1000));
    QCOMPARE(m_client->outOfOrder(), 0);
}

void Resume::overRestartOfTheServer()
{
    const qsizetype seen = m_client->events().size();
    m_client->disconnect();
    publishOrders(100, 500);
    QCOMPARE(m_server->terminate(), 0);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
    publishOrders(600, 500);
    QVERIFY(m_client->openAndWait(m_server->url(m_server->adminToken())));
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(1099); }));
    QCOMPARE(m_client->syncMode(), protocol::Sync::Mode::Resume);
    QCOMPARE(ordersSince(seen), range(100, 1000));
}

void Resume::overKillOfTheServer()
{
    const qsizetype seen = m_client->events().size();
    m_client->disconnect();
    publishOrders(100, 300);
    m_server->killNine();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
    publishOrders(400, 300);
    QVERIFY(m_client->openAndWait(m_server->url(m_server->adminToken())));
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(699); }));
    QCOMPARE(m_client->syncMode(), protocol::Sync::Mode::Resume);
    QCOMPARE(ordersSince(seen), range(100, 600));
}

void Resume::anotherEpochIsASnapshot()
{
    m_client->disconnect();
    const Outcome reset = m_server->ctl({QStringLiteral("reset"), QStringLiteral("--yes")});
    QVERIFY2(reset.exitCode == 0, qPrintable(reset.err));
    publishOrders(500, 3);
    QVERIFY(m_client->waitFor([&] {
        return m_client->openAndWait(m_server->url(m_server->adminToken()))
            && m_client->book().order(502);
    }));
    QCOMPARE(m_client->syncMode(), protocol::Sync::Mode::Snapshot);
    QVERIFY(!m_client->book().order(5));
}

void Resume::rightsChangedMeanwhile_data()
{
    QTest::addColumn<bool>("changed");
    QTest::newRow("as ever") << false;
    QTest::newRow("changed") << true;
}

/// While no server ran, so that none saw it. PROTOCOL.md, 4.4: then the board comes anew.
void Resume::rightsChangedMeanwhile()
{
    QFETCH(bool, changed);
    RedisFixture redis; // which lives on while no server runs
    QVERIFY(redis.start());
    m_server = std::make_unique<ServerProcess>();
    m_server->setRedisUrl(redis.url());
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    const QString add = QStringLiteral("user add li --role viewer");
    const QString token = m_server->ctl(add.split(u' ')).out.trimmed().section(u'\n', -1);
    const auto publish = [this](int id) {
        const QString data = QStringLiteral("{\"order_id\":%1,\"status\":1}").arg(id);
        m_server->ctl({QStringLiteral("publish"), QStringLiteral("order_notification"), data});
    };
    publish(1);
    QVERIFY(m_client->waitFor([&] { return m_client->openAndWait(m_server->url(token)); }));
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(1); }));
    m_client->disconnect();
    QCOMPARE(m_server->terminate(), 0);
    const QString set = QStringLiteral("user set li --role operator --department 3");
    if (changed)
        QCOMPARE(m_server->ctl(set.split(u' ')).exitCode, 0);
    publish(2);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    publish(3);
    QVERIFY(m_client->openAndWait(m_server->url(token)));
    QVERIFY(m_client->waitFor([&] { return m_client->book().order(3); }));
    QCOMPARE(m_client->syncMode(),
             changed ? protocol::Sync::Mode::Snapshot : protocol::Sync::Mode::Resume);
    QCOMPARE(m_client->outOfOrder(), 0);
}

QTEST_GUILESS_MAIN(Resume)
#include "tst_resume.moc"
