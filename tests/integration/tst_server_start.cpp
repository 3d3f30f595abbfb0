// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The kernel was asked to lay this program's heap out on huge pages.
bool hasHugeHeap(qint64 pid)
{
    const QByteArray maps = contentOf(QStringLiteral("/proc/%1/smaps").arg(pid));
    const qsizetype flags = maps.indexOf("VmFlags:", maps.indexOf("[heap]"));
    return maps.sliced(flags, maps.indexOf('\n', flags) - flags).contains(" hg");
}

/// glibc asks only where the kernel waits to be asked; a sanitizer has a heap of its own.
bool canHaveHugeHeap()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#else
    return contentOf(QStringLiteral("/sys/kernel/mm/transparent_hugepage/enabled"))
        .contains("[madvise]");
#endif
}

} // namespace

/// What goes wrong when a server is started, and what it says.
class ServerStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portInUse();
    void dataFolderInUse();
    void dataFolderReadOnly();
    void dataFolderTooLong();
    void fiveMistakesAreFiveSentences();
    void redisAbsentAtStartThenThere();
    void statusAsksTheServerItself();
    void saysWhyItIsNotReady();
    void evictingRedisIsRefused();
    void adminTokenIsPrivate();
    void tellsWhomItTurnedAway();
    void versionAndCheckConfig();
    void certificatesAreChecked_data();
    void certificatesAreChecked();
    void anEndedCertificateIsTold();
    void takesUpARenewedCertificate();
    void keepsItsHeapOnHugePages();
};

void ServerStart::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ServerProcess server(
        {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(other.serverPort())});
    const Outcome outcome = server.runToEnd();
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(QString::number(other.serverPort())), qPrintable(outcome.err));
}

void ServerStart::dataFolderInUse()
{
    ServerProcess first;
    QVERIFY2(first.start(), qPrintable(first.lastOutput()));
    ServerProcess second({QStringLiteral("--data-dir"), first.dataDir()});
    const Outcome outcome = second.runToEnd();
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(QLatin1StringView("in use")), qPrintable(outcome.err));
    QVERIFY(first.waitUntilReady());
}

void ServerStart::dataFolderReadOnly()
{
    // Root may write anywhere, so the folder's parent is a file: nobody can make it.
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    ServerProcess server({QStringLiteral("--data-dir"), dir.filePath(QStringLiteral("file/data"))});
    const Outcome outcome = server.runToEnd();
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(QLatin1StringView("file/data")), qPrintable(outcome.err));
}

void ServerStart::dataFolderTooLong()
{
    QTemporaryDir dir;
    ServerProcess server(
        {QStringLiteral("--data-dir"), dir.filePath(QString(120, QLatin1Char('x')))});
    const Outcome outcome = server.runToEnd();
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(QLatin1StringView("choose a shorter --data-dir")),
             qPrintable(outcome.err));
}

void ServerStart::fiveMistakesAreFiveSentences()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("pressboard.toml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("listen = \"nowhere\"\nanonymous = \"maybe\"\nheartbeat-s = -3\n"
               "timezone = \"Mars/Olympus\"\nlissten = 1\n");
    file.close();
    ServerProcess server({QStringLiteral("--config"), path});
    // --listen of the fixture overrides the file's; its mistake is named all the same.
    const Outcome outcome = server.runToEnd();
    QVERIFY(outcome.exitCode == 1 || outcome.exitCode == 2);
    for (const char *key : {"listen", "anonymous", "heartbeat-s", "timezone", "lissten"})
        QVERIFY2(outcome.err.contains(QString::fromLatin1(key)), qPrintable(outcome.err));
}

/// Not what it reported some seconds ago.
void ServerStart::statusAsksTheServerItself()
{
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    QVERIFY(server.waitUntilReady());
    const Outcome well = server.ctl({QStringLiteral("status")});
    QVERIFY2(!well.out.contains(QStringLiteral("does not answer")), qPrintable(well.out));
    server.pause();
    const Outcome hanging = server.ctl({QStringLiteral("status")});
    server.wake();
    QCOMPARE(hanging.exitCode, 1);
    QVERIFY2(hanging.out.contains(QStringLiteral("It does not answer")), qPrintable(hanging.out));
}

void ServerStart::redisAbsentAtStartThenThere()
{
    RedisFixture redis;
    ServerProcess server;
    server.setRedisUrl(redis.url());
    QVERIFY2(server.startUnready(), qPrintable(server.lastOutput()));
    QVERIFY(!server.readiness().value(QLatin1StringView("ready")).toBool());
    const Outcome without = server.ctl({QStringLiteral("status")});
    QCOMPARE(without.exitCode, 1);
    QVERIFY2(without.err.contains(QStringLiteral("pressboard-server runs")),
             qPrintable(without.err));
    QVERIFY(redis.start());
    QVERIFY2(server.waitUntilReady(), qPrintable(server.lastOutput()));
}

void ServerStart::saysWhyItIsNotReady()
{
    RedisFixture redis;
    QVERIFY(redis.start());
    redis.command({QStringLiteral("SET"), QStringLiteral("pressboard:book"), QStringLiteral("x")});
    ServerProcess server;
    server.setRedisUrl(redis.url());
    QVERIFY2(server.startUnready(), qPrintable(server.lastOutput()));
    const auto reasons = [&server] {
        return server.readiness().value(QLatin1StringView("reasons")).toVariant().toStringList();
    };
    QTRY_VERIFY(reasons().join(u'\n').contains(QStringLiteral("pressboard:book")));
    redis.command({QStringLiteral("DEL"), QStringLiteral("pressboard:book")});
    QVERIFY2(server.waitUntilReady(), qPrintable(server.lastOutput()));
    QVERIFY(reasons().isEmpty());
}

void ServerStart::evictingRedisIsRefused()
{
    RedisFixture redis({QStringLiteral("--maxmemory-policy"), QStringLiteral("allkeys-lru")});
    QVERIFY(redis.start());
    ServerProcess server;
    server.setRedisUrl(redis.url());
    const Outcome outcome = server.runToEnd();
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(QLatin1StringView("maxmemory-policy")), qPrintable(outcome.err));
}

void ServerStart::adminTokenIsPrivate()
{
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    QVERIFY(server.waitUntilReady());
    const QFile file(server.dataDir() + QStringLiteral("/admin.token"));
    QVERIFY(file.exists());
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(file.permissions() & others));
    QVERIFY(!server.lastOutput().contains(server.adminToken()));
    // A second start keeps it.
    const QString token = server.adminToken();
    QCOMPARE(server.terminate(), 0);
    QVERIFY(server.start());
    QVERIFY(server.waitUntilReady());
    QCOMPARE(server.adminToken(), token);
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(server.url(token)));
}

void ServerStart::tellsWhomItTurnedAway()
{
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    QVERIFY(server.waitUntilReady());
    WireClient stranger(WireClient::Speaks::V1);
    stranger.open(server.url(QStringLiteral("pb_nobody")));
    const auto refused = [&server] {
        return server
            .readiness()[QLatin1StringView("push")][QLatin1StringView("refused")]
                        [QLatin1StringView("401")]
            .toInt();
    };
    QTRY_COMPARE(refused(), 1);
    // The server tells the others, and status, every few seconds.
    const auto status = [&server] { return server.ctl({QStringLiteral("status")}).out; };
    QTRY_VERIFY_WITH_TIMEOUT(
        status().contains(QLatin1StringView("Refused with 401, token unknown or revoked: 1.")),
        20'000);
}

void ServerStart::versionAndCheckConfig()
{
    ServerProcess server({QStringLiteral("--version")});
    const Outcome version = server.runToEnd();
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.out.contains(QLatin1StringView(PRESSBOARD_VERSION)));
    ServerProcess check({QStringLiteral("--check-config")});
    QCOMPARE(check.runToEnd().exitCode, 0);
}

static QStringList certificateFlags(const QString &certificate, const QString &key)
{
    const QString folder = QStringLiteral(CERTIFICATES);
    return {QStringLiteral("--tls-cert"), folder + certificate + QStringLiteral(".crt"),
            QStringLiteral("--tls-key"), folder + key + QStringLiteral(".key")};
}

void ServerStart::certificatesAreChecked_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("named");
    QTest::newRow("right") << QStringLiteral("server") << QStringLiteral("server") << QString();
    QTest::newRow("of two") << QStringLiteral("server") << QStringLiteral("client")
                            << QStringLiteral("tls-key");
    QTest::newRow("ended") << QStringLiteral("ended") << QStringLiteral("ended")
                           << QStringLiteral("2020-02-01");
}

void ServerStart::certificatesAreChecked()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, named);
    QStringList flags = certificateFlags(certificate, key);
    ServerProcess check(flags + QStringList{QStringLiteral("--check-config")});
    const Outcome outcome = check.runToEnd();
    QCOMPARE(outcome.exitCode, named.isEmpty() ? 0 : 1);
    QVERIFY2(outcome.err.contains(named), qPrintable(outcome.err));
    if (named != QStringLiteral("tls-key"))
        return;
    ServerProcess server(flags); // nor does it start with these
    QCOMPARE(server.runToEnd().exitCode, 1);
}

/// It starts: the new one is taken up while it runs, and a shop has a board until then.
void ServerStart::anEndedCertificateIsTold()
{
    ServerProcess server(certificateFlags(QStringLiteral("ended"), QStringLiteral("ended")));
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    const QJsonObject readiness = server.readiness();
    QVERIFY(!readiness[QLatin1StringView("ready")].toBool());
    QVERIFY(readiness[QLatin1StringView("tls")][QLatin1StringView("days_left")].toInt() < -1000);
    const QString reason = readiness[QLatin1StringView("reasons")][0].toString();
    QVERIFY2(reason.contains(QStringLiteral("2020-02-01")), qPrintable(reason));
}

void ServerStart::takesUpARenewedCertificate()
{
    QTemporaryDir dir;
    const QString folder = QStringLiteral(CERTIFICATES);
    const auto put = [&](const QString &name) {
        for (const QString &suffix : {QStringLiteral(".crt"), QStringLiteral(".key")}) {
            QFile::remove(dir.filePath(QStringLiteral("our") + suffix));
            QFile::copy(folder + name + suffix, dir.filePath(QStringLiteral("our") + suffix));
        }
    };
    put(QStringLiteral("ended"));
    ServerProcess server({QStringLiteral("--tls-cert"), dir.filePath(QStringLiteral("our.crt")),
                          QStringLiteral("--tls-key"), dir.filePath(QStringLiteral("our.key"))});
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    const auto shown = [&server] {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port());
        return socket.waitForEncrypted() ? socket.peerCertificate().toPem() : QByteArray();
    };
    QCOMPARE(shown(), contentOf(folder + QStringLiteral("ended.crt")));
    put(QStringLiteral("server"));
    server.hangUp();
    QVERIFY2(server.waitUntilReady(), qPrintable(server.lastOutput()));
    QCOMPARE(shown(), contentOf(folder + QStringLiteral("server.crt")));
}

/// In the environment that the service sets.
void ServerStart::keepsItsHeapOnHugePages()
{
    if (!canHaveHugeHeap())
        QSKIP("no huge pages on demand here");
    const QByteArray service = contentOf(QStringLiteral(SERVICE_FILE));
    const QByteArray setting = "\nEnvironment=GLIBC_TUNABLES=";
    const qsizetype begin = service.indexOf(setting) + setting.size();
    QVERIFY(begin > setting.size());
    qputenv("GLIBC_TUNABLES", service.sliced(begin, service.indexOf('\n', begin) - begin));
    const auto restore = qScopeGuard([] { qunsetenv("GLIBC_TUNABLES"); });
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    QVERIFY(hasHugeHeap(server.pid()));
}

QTEST_GUILESS_MAIN(ServerStart)
#include "tst_server_start.moc"
