// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"

#include <QTest>

#include <csignal>

using namespace pressboard;
using namespace pressboard::test;

/// kill -9 of the server, of Redis, of both, while people publish: what was acknowledged is in
/// every board, once.
class Kill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedPublishesSurvive_data();
    void acknowledgedPublishesSurvive();
    void stoppedRedisIsSaidWithinFiveSeconds();
    void noRedisIsLeftBehind();
    void plannedStopSaysGoodbye();

private:
    void publishSome(WireClient &publisher, int count);

    int m_nextOrder = 1;
    QHash<QString, qint64> m_orderOfRef;
};

static void killProcess(qint64 pid)
{
    QVERIFY(pid > 0);
    ::kill(static_cast<pid_t>(pid), SIGKILL);
}

static bool isAnother(qint64 pid, qint64 before)
{
    return pid > 0 && pid != before;
}

void Kill::publishSome(WireClient &publisher, int count)
{
    for (int i = 0; i < count; ++i) {
        const qint64 id = m_nextOrder++;
        const QString ref = QStringLiteral("ref-%1").arg(id);
        m_orderOfRef.insert(ref, id);
        publisher.publish(ref, QStringLiteral("order_notification"),
                          {{QStringLiteral("order_id"), id},
                           {QStringLiteral("order_no"), QStringLiteral("PO%1").arg(id)},
                           {QStringLiteral("status"), 1},
                           {QStringLiteral("action"), QStringLiteral("created")}});
    }
}

void Kill::acknowledgedPublishesSurvive_data()
{
    QTest::addColumn<bool>("server");
    QTest::addColumn<bool>("redis");
    QTest::newRow("server") << true << false;
    QTest::newRow("redis") << false << true;
    QTest::newRow("both") << true << true;
}

void Kill::acknowledgedPublishesSurvive()
{
    QFETCH(bool, server);
    QFETCH(bool, redis);
    m_nextOrder = 1;
    m_orderOfRef.clear();
    ServerProcess process;
    QVERIFY2(process.start(), qPrintable(process.lastOutput()));
    QVERIFY(process.waitUntilReady());
    const QUrl url = process.url(process.adminToken());
    WireClient publisher(WireClient::Speaks::V1);
    WireClient reader(WireClient::Speaks::V1);

    for (int round = 0; round < 3; ++round) {
        QVERIFY(QTest::qWaitFor([&] { return publisher.openAndWait(url); }, 30'000));
        QVERIFY(
            QTest::qWaitFor([&] { return reader.isSynced() || reader.openAndWait(url); }, 30'000));
        const auto before = publisher.acknowledged().size();
        publishSome(publisher, 150);
        // In the middle of the stream: some are acknowledged, some are not.
        QVERIFY(publisher.waitFor([&] { return publisher.acknowledged().size() > before; }));
        const qint64 killed = process.redisPid();
        if (redis)
            killProcess(killed);
        if (server) {
            process.killNine();
            QVERIFY2(process.start(), qPrintable(process.lastOutput()));
        }
        if (redis || server)
            QVERIFY(QTest::qWaitFor([&] { return isAnother(process.redisPid(), killed); }, 20'000));
        QVERIFY2(process.waitUntilReady(), qPrintable(process.lastOutput()));
    }

    WireClient fresh(WireClient::Speaks::V1);
    QVERIFY(QTest::qWaitFor([&] { return fresh.openAndWait(url); }, 30'000));
    QVERIFY(QTest::qWaitFor([&] { return reader.isSynced() || reader.openAndWait(url); }, 30'000));
    QVERIFY(reader.waitFor([&] { return reader.book().orders() == fresh.book().orders(); }));
    QVERIFY(!publisher.acknowledged().isEmpty());
    for (const QString &ref : publisher.acknowledged()) {
        QVERIFY2(fresh.book().order(m_orderOfRef.value(ref)), qPrintable(ref));
        QVERIFY2(reader.book().order(m_orderOfRef.value(ref)), qPrintable(ref));
    }
    QCOMPARE(reader.outOfOrder(), 0);
    // Once: no order was appended twice to the log.
    const QString log =
        process
            .redisCli({QStringLiteral("XRANGE"), QStringLiteral("pressboard:events"),
                       QStringLiteral("-"), QStringLiteral("+")})
            .out;
    for (const QString &ref : publisher.acknowledged()) {
        const QString mark = QStringLiteral("\"order_no\":\"PO%1\"").arg(m_orderOfRef.value(ref));
        QCOMPARE(log.count(mark), 1);
    }
}

void Kill::stoppedRedisIsSaidWithinFiveSeconds()
{
    ServerProcess process;
    QVERIFY2(process.start(), qPrintable(process.lastOutput()));
    QVERIFY(process.waitUntilReady());
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(process.url(process.adminToken())));
    const qint64 redis = process.redisPid();
    QVERIFY(redis > 0);
    ::kill(static_cast<pid_t>(redis), SIGSTOP);
    QVERIFY2(client.waitFor([&] { return !client.sourceLive(); }, 5'000),
             "nobody said within 5 s that Redis is gone");
    QVERIFY(!process.readiness().value(QLatin1StringView("ready")).toBool());
    ::kill(static_cast<pid_t>(redis), SIGCONT);
    QVERIFY(client.waitFor([&] { return client.sourceLive() || (client.isSynced()); }));
    QVERIFY(process.waitUntilReady());
    publishSome(client, 1);
    QVERIFY(
        client.waitFor([&] { return client.sourceLive() && !client.acknowledged().isEmpty(); }));
}

void Kill::noRedisIsLeftBehind()
{
    ServerProcess process;
    QVERIFY2(process.start(), qPrintable(process.lastOutput()));
    QVERIFY(process.waitUntilReady());
    const qint64 redis = process.redisPid();
    process.killNine();
    QVERIFY(QTest::qWaitFor([&] { return ::kill(static_cast<pid_t>(redis), 0) != 0; }, 10'000));
}

void Kill::plannedStopSaysGoodbye()
{
    ServerProcess process;
    QVERIFY2(process.start(), qPrintable(process.lastOutput()));
    QVERIFY(process.waitUntilReady());
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(process.url(process.adminToken())));
    publishSome(client, 20);
    QVERIFY(client.waitFor([&] { return client.acknowledged().size() == 20; }));
    QCOMPARE(process.terminate(), 0);
    QVERIFY(client.waitFor([&] { return client.closeCode() != 0; }));
    QCOMPARE(client.closeCode(), 4010);
    const QJsonObject goodbye = client.lastOf(QStringLiteral("goodbye"));
    QVERIFY(goodbye.value(QLatin1StringView("retry_after_ms")).toInt() > 0);
    // The checkpoint was written at the stop: the next start reads it, not the whole log.
    QVERIFY2(process.start(), qPrintable(process.lastOutput()));
    QVERIFY(process.waitUntilReady());
    const QString meta = process
                             .redisCli({QStringLiteral("HGET"), QStringLiteral("pressboard:book"),
                                        QStringLiteral("meta")})
                             .out;
    QVERIFY(meta.contains(client.book().position.toString()));
}

QTEST_GUILESS_MAIN(Kill)
#include "tst_kill.moc"
