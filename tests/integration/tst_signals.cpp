// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// What an operator tells a running server.
class Signals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hangUpReadsTheUsers();
    void stopsInTimeUnderASteadyStream();
};

void Signals::hangUpReadsTheUsers()
{
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    const QByteArray hash =
        QCryptographicHash::hash("behind-its-back", QCryptographicHash::Sha256).toHex();
    const QString record = QStringLiteral("{\"role\":\"viewer\",\"tokens\":[{\"hash\":\"%1\","
                                          "\"created\":\"2026-11-23T00:00:00.000Z\"}]}")
                               .arg(QString::fromLatin1(hash));
    // Nobody says "users changed".
    QCOMPARE(server
                 .redisCli({QStringLiteral("HSET"), QStringLiteral("pressboard:users"),
                            QStringLiteral("lina"), record})
                 .exitCode,
             0);
    server.hangUp();
    QTRY_VERIFY(server.lastOutput().contains(
        QStringLiteral("reading the settings, the users and the certificate again")));
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(server.url(QStringLiteral("behind-its-back"))));
    QVERIFY(server.isRunning());
}

void Signals::stopsInTimeUnderASteadyStream()
{
    RedisFixture redis;
    QVERIFY(redis.start());
    ServerProcess server;
    server.setRedisUrl(redis.url());
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    QTRY_VERIFY_WITH_TIMEOUT(
        redis.number({QStringLiteral("EXISTS"), QStringLiteral("pressboard:writer")}) == 1, 20'000);

    QProcess crm;
    const QStringList command = server.ctlCommand(
        {QStringLiteral("simulate"), QStringLiteral("--rate"), QStringLiteral("2000"),
         QStringLiteral("--count"), QStringLiteral("1000000"), QStringLiteral("--keep"),
         QStringLiteral("--force")});
    crm.start(command.first(), command.mid(1));
    const auto entries = [&] {
        return redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")});
    };
    QTRY_VERIFY_WITH_TIMEOUT(entries() > 5'000, 30'000);

    const auto servers = [&] {
        return redis.number({QStringLiteral("ZCARD"), QStringLiteral("pressboard:servers")});
    };
    const qint64 before = entries();
    QElapsedTimer time;
    time.start();
    QVERIFY(servers() == 1);
    QCOMPARE(server.terminate(), 0);
    const auto took = time.elapsed();
    const bool released =
        redis.number({QStringLiteral("EXISTS"), QStringLiteral("pressboard:writer")}) == 0;
    const qint64 after = entries();
    const bool flowed = crm.state() == QProcess::Running && after > before;
    crm.kill();
    crm.waitForFinished();
    qInfo("stopped in %lld ms, while %lld events came", qint64(took), after - before);
    QVERIFY(flowed);
    QVERIFY(released);
    QCOMPARE(servers(), 0); // a dead one would stay for ten seconds
    QVERIFY2(took <= 2'000, qPrintable(QString::number(took)));
}

QTEST_GUILESS_MAIN(Signals)
#include "tst_signals.moc"
