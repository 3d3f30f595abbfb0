// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/embedded_redis.h"

#include "server/redis/connection.h"
#include "tests/support/small_disk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace pressboard::server::redis;
using pressboard::test::SmallDisk;

namespace {

/// A process that is gone, or dead and only waits for whoever ought to collect it.
bool isGone(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return ::kill(pid_t(pid), 0) != 0;
    return status.readAll().contains(") Z ");
}

/// A redis-server that only says one line and ends.
QString makeProgram(const QTemporaryDir &dir, const QByteArray &line)
{
    const QString path = dir.filePath(QStringLiteral("redis-server"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\necho \"7:M 23 Nov 2026 11:10:15.123 # " + line + "\"\nexit 1\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace

class TestEmbeddedRedis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void startsAndStops();
    void hasNoTcpPort();
    void keepsDirectoryPrivate();
    void comesBackWithItsData();
    void keepsDataOverStop();
    void refusesSecondServer();
    void takesOverFromStoppedServer();
    void leavesNothingBehindKillNine();
    void saysPathTooLong();
    void saysNotWritable();
    void saysDiskFullAtStart();
    void saysDiskFullForDirectory();
    void saysDiskFullWhileRunning();
    void saysNotInstalled();
    void saysWhyItDied_data();
    void saysWhyItDied();
    void waitsLongerForOneThatComesUpAndDies();
    void saysOnceWhatHappensAgainAndAgain();
    void diesWithItsObject();
    void stopsWhileWaiting();
    void refusesDataWithoutItsList_data();
    void refusesDataWithoutItsList();
    void saysWhichFileIsDamaged_data();
    void saysWhichFileIsDamaged();

private:
    void writeSomething();
    QString aof(const QString &pattern) const; ///< the path of one of its files
    Reply call(const EmbeddedRedis &redis, const QByteArrayList &arguments);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
};

void TestEmbeddedRedis::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_data = m_dir->filePath(QStringLiteral("印务 data"));
}

Reply TestEmbeddedRedis::call(const EmbeddedRedis &redis, const QByteArrayList &arguments)
{
    Connection connection(redis.endpoint(), QStringLiteral("test:embedded"));
    QList<Reply> replies;
    connection.open();
    if (!QTest::qWaitFor([&] { return connection.isReady(); }))
        return {};
    connection.command(arguments, this, [&](const Reply &reply) { replies.append(reply); });
    if (!QTest::qWaitFor([&] { return !replies.isEmpty(); }))
        return {};
    return replies.first();
}

void TestEmbeddedRedis::startsAndStops()
{
    EmbeddedRedis redis(m_data);
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    QSignalSpy stopped(&redis, &EmbeddedRedis::stopped);
    QSignalSpy died(&redis, &EmbeddedRedis::died);
    redis.start();
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(redis.state(), EmbeddedRedis::State::Running);
    QCOMPARE(call(redis, {"PING"}).text, QByteArray("PONG"));
    const qint64 pid = redis.pid();
    redis.stop();
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(redis.state(), EmbeddedRedis::State::Stopped);
    QVERIFY(isGone(pid));
    QVERIFY(died.isEmpty());
}

void TestEmbeddedRedis::hasNoTcpPort()
{
    EmbeddedRedis redis(m_data);
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    redis.start();
    QTRY_COMPARE(started.size(), 1);
    const auto setting = [&](const QByteArray &name) {
        return call(redis, {"CONFIG", "GET", name}).items.value(1).text;
    };
    QCOMPARE(setting("port"), QByteArray("0"));
    QCOMPARE(setting("appendonly"), QByteArray("yes"));
    QCOMPARE(setting("appendfsync"), QByteArray("always"));
    QCOMPARE(setting("save"), QByteArray());
    QCOMPARE(setting("maxmemory-policy"), QByteArray("noeviction"));
    QCOMPARE(setting("dir"), QFile::encodeName(m_data));
}

void TestEmbeddedRedis::keepsDirectoryPrivate()
{
    EmbeddedRedis redis(m_data);
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    redis.start();
    QTRY_COMPARE(started.size(), 1);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(m_data) & others));
    QVERIFY(!(QFile::permissions(redis.endpoint().socketPath) & others));
}

void TestEmbeddedRedis::comesBackWithItsData()
{
    EmbeddedRedis redis(m_data);
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    QSignalSpy died(&redis, &EmbeddedRedis::died);
    redis.start();
    for (int round = 1; round <= 3; ++round) {
        QTRY_COMPARE(started.size(), round);
        QCOMPARE(call(redis, {"INCR", "n"}).integer, round);
        QCOMPARE(::kill(pid_t(redis.pid()), SIGKILL), 0);
        QTRY_COMPARE(died.size(), round);
        QVERIFY(died.last()[0].toString().contains(QStringLiteral("killed by a signal")));
    }
    QTRY_COMPARE(started.size(), 4);
    QCOMPARE(call(redis, {"GET", "n"}).text, QByteArray("3"));
}

void TestEmbeddedRedis::keepsDataOverStop()
{
    for (int round = 1; round <= 2; ++round) {
        EmbeddedRedis redis(m_data);
        QSignalSpy started(&redis, &EmbeddedRedis::started);
        QSignalSpy stopped(&redis, &EmbeddedRedis::stopped);
        redis.start();
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(call(redis, {"INCR", "n"}).integer, round);
        redis.stop();
        QTRY_COMPARE(stopped.size(), 1);
    }
}

void TestEmbeddedRedis::refusesSecondServer()
{
    EmbeddedRedis first(m_data);
    EmbeddedRedis second(m_data);
    QSignalSpy started(&first, &EmbeddedRedis::started);
    QSignalSpy failed(&second, &EmbeddedRedis::failed);
    first.start();
    QTRY_COMPARE(started.size(), 1);
    second.start();
    QCOMPARE(second.state(), EmbeddedRedis::State::Locking);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    const QString reason = failed[0][0].toString();
    QVERIFY2(reason.contains(
                 QStringLiteral("in use by another pressboard-server (pid %1)").arg(::getpid())),
             qPrintable(reason));
    QCOMPARE(second.pid(), 0);
    QCOMPARE(call(first, {"PING"}).text, QByteArray("PONG"));
}

void TestEmbeddedRedis::takesOverFromStoppedServer()
{
    EmbeddedRedis first(m_data);
    EmbeddedRedis second(m_data);
    QSignalSpy firstStarted(&first, &EmbeddedRedis::started);
    QSignalSpy secondStarted(&second, &EmbeddedRedis::started);
    first.start();
    QTRY_COMPARE(firstStarted.size(), 1);
    QCOMPARE(call(first, {"SET", "k", "v"}).text, QByteArray("OK"));
    second.start();
    first.stop();
    QTRY_COMPARE(secondStarted.size(), 1);
    QCOMPARE(first.state(), EmbeddedRedis::State::Stopped);
    QCOMPARE(call(second, {"GET", "k"}).text, QByteArray("v"));
}

void TestEmbeddedRedis::leavesNothingBehindKillNine()
{
    QProcess host;
    host.start(QStringLiteral(EMBEDDED_REDIS_HOST), {m_data});
    QTRY_VERIFY(host.canReadLine());
    const QByteArray line = host.readLine().trimmed();
    QVERIFY2(line.startsWith("started "), line.constData());
    const qint64 child = line.mid(8).toLongLong();
    QVERIFY(child > 0 && !isGone(child));

    EmbeddedRedis redis(m_data);
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    redis.start();
    QCOMPARE(redis.state(), EmbeddedRedis::State::Locking);
    host.kill();
    QTRY_VERIFY(isGone(child));
    QTRY_COMPARE(started.size(), 1);
    QTRY_COMPARE(host.state(), QProcess::NotRunning);
}

void TestEmbeddedRedis::saysPathTooLong()
{
    const auto dirForSocketPathOf = [this](int bytes) {
        const auto rest = bytes - m_dir->path().size() - qsizetype(strlen("//redis.sock"));
        return m_dir->filePath(QString(rest, u'x'));
    };
    EmbeddedRedis tooLong(dirForSocketPathOf(EmbeddedRedis::socketPathBytes));
    QSignalSpy failed(&tooLong, &EmbeddedRedis::failed);
    tooLong.start();
    QCOMPARE(failed.size(), 1);
    const QString reason = failed[0][0].toString();
    QVERIFY2(reason.contains(QStringLiteral("choose a shorter --data-dir")), qPrintable(reason));

    EmbeddedRedis fitting(dirForSocketPathOf(EmbeddedRedis::socketPathBytes - 1));
    QSignalSpy started(&fitting, &EmbeddedRedis::started);
    fitting.start();
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(call(fitting, {"PING"}).text, QByteArray("PONG"));
}

void TestEmbeddedRedis::saysNotWritable()
{
    // Root may write anywhere but where there is nothing to write to.
    const QString readOnly = m_dir->filePath(QStringLiteral("readonly"));
    QVERIFY(QDir().mkpath(readOnly));
    QFile::setPermissions(readOnly, QFile::ReadOwner | QFile::ExeOwner);
    const QString file = m_dir->filePath(QStringLiteral("file"));
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    QStringList places{file, file + QStringLiteral("/below"), QStringLiteral("/proc")};
    if (::geteuid() != 0)
        places << readOnly << readOnly + QStringLiteral("/below");
    for (const QString &place : std::as_const(places)) {
        EmbeddedRedis redis(place);
        QSignalSpy failed(&redis, &EmbeddedRedis::failed);
        redis.start();
        QCOMPARE(failed.size(), 1);
        const QString reason = failed[0][0].toString();
        QVERIFY2(reason.contains(QStringLiteral("cannot be written")) && reason.contains(place)
                     && reason.contains(QStringLiteral("--data-dir")),
                 qPrintable(reason));
        QCOMPARE(redis.state(), EmbeddedRedis::State::Failed);
    }
    QFile::setPermissions(readOnly, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestEmbeddedRedis::saysDiskFullAtStart()
{
    SmallDisk disk("size=256k");
    if (!disk.isMounted())
        QSKIP("A small disk cannot be mounted: that takes root's rights.");
    disk.fill();
    EmbeddedRedis redis(disk.path(QStringLiteral("data")));
    QSignalSpy failed(&redis, &EmbeddedRedis::failed);
    redis.start();
    QCOMPARE(failed.size(), 1);
    const QString reason = failed[0][0].toString();
    QVERIFY2(reason.contains(QStringLiteral("is full: make room; then start")), qPrintable(reason));
    QCOMPARE(redis.state(), EmbeddedRedis::State::Failed);
    disk.makeRoom();
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    redis.start();
    QTRY_COMPARE(started.size(), 1);
}

void TestEmbeddedRedis::saysDiskFullForDirectory()
{
    SmallDisk disk("nr_inodes=1"); // its own root
    if (!disk.isMounted())
        QSKIP("A small disk cannot be mounted: that takes root's rights.");
    EmbeddedRedis redis(disk.path(QStringLiteral("below/data")));
    QSignalSpy failed(&redis, &EmbeddedRedis::failed);
    redis.start();
    QCOMPARE(failed.size(), 1);
    const QString reason = failed[0][0].toString();
    QVERIFY2(reason.contains(QStringLiteral("is full: make room")), qPrintable(reason));
}

void TestEmbeddedRedis::saysDiskFullWhileRunning()
{
    SmallDisk disk("size=1m");
    if (!disk.isMounted())
        QSKIP("A small disk cannot be mounted: that takes root's rights.");
    EmbeddedRedis redis(disk.path(QStringLiteral("data")));
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    QSignalSpy died(&redis, &EmbeddedRedis::died);
    redis.start();
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(call(redis, {"SET", "before", "kept"}).text, QByteArray("OK"));
    disk.fill();
    QVERIFY(call(redis, {"SET", "big", QByteArray(100'000, 'x')}).failed());
    QTRY_VERIFY(died.size() >= 1);
    const QString reason = died[0][0].toString();
    QVERIFY2(reason.contains(QStringLiteral("is full: make room; the private Redis comes back")),
             qPrintable(reason));
    disk.makeRoom();
    QTRY_VERIFY(started.size() >= 2);
    QTRY_COMPARE(call(redis, {"SET", "big", QByteArray(100'000, 'x')}).text, QByteArray("OK"));
    QCOMPARE(call(redis, {"GET", "before"}).text, QByteArray("kept"));
}

void TestEmbeddedRedis::saysNotInstalled()
{
    EmbeddedRedis redis(m_data, QStringLiteral("no-such-redis-server"));
    QSignalSpy failed(&redis, &EmbeddedRedis::failed);
    redis.start();
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("apt install redis-server")));
}

void TestEmbeddedRedis::saysWhyItDied_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("disk full") << QByteArray(
        "Error writing to the AOF file: No space left on device")
                               << "is full: make room";
    QTest::newRow("disk fills up") << QByteArray("Short write while writing to the AOF file: "
                                                 "(nwritten=3, expected=93)")
                                   << "is full: make room";
    QTest::newRow("disk filled up") << QByteArray("Can't recover from AOF write error when the AOF "
                                                  "fsync policy is 'always'. Exiting...")
                                    << "is full: make room";
    QTest::newRow("disk broken")
        << QByteArray("Error writing to the AOF file: Input/output error")
        << "it said last: Error writing to the AOF file: Input/output error";
    QTest::newRow("quota") << QByteArray("Failed opening Unix socket: bind: Disk quota exceeded")
                           << "is full: make room";
    QTest::newRow("read only") << QByteArray("Can't open or create append-only dir appendonlydir: "
                                             "Read-only file system")
                               << "cannot be written (Read-only file system)";
    QTest::newRow("rights") << QByteArray("Can't open the append-only file: Permission denied")
                            << "cannot be written (Permission denied)";
    QTest::newRow("damaged") << QByteArray("Bad file format reading the append only file x: make a "
                                           "backup of your AOF file")
                             << "redis-check-aof --fix '";
    QTest::newRow("manifest") << QByteArray("Invalid AOF manifest file format")
                              << "put the list back from a backup";
    QTest::newRow("base") << QByteArray("Internal error in RDB reading offset 0, function at x")
                          << "appendonlydir.damaged'";
    QTest::newRow("file gone") << QByteArray("Unable to obtain the AOF file "
                                             "appendonly.aof.2.incr.aof length. stat: No such file")
                               << "sed -i '/appendonly.aof.2.incr.aof/d' '";
    QTest::newRow("other") << QByteArray("Out of luck") << "it said last: Out of luck";
}

void TestEmbeddedRedis::saysWhyItDied()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, says);
    EmbeddedRedis redis(m_data, makeProgram(*m_dir, line));
    QSignalSpy died(&redis, &EmbeddedRedis::died);
    redis.start();
    QTRY_VERIFY(died.size() >= 2); // and it is tried again
    const QString reason = died[0][0].toString();
    QVERIFY2(reason.contains(says), qPrintable(reason));
}

void TestEmbeddedRedis::waitsLongerForOneThatComesUpAndDies()
{
    EmbeddedRedis redis(m_data, makeProgram(*m_dir, "Ready to accept connections unix"));
    QList<qint64> pauses;
    QElapsedTimer sinceDeath;
    connect(&redis, &EmbeddedRedis::started, this, [&] {
        if (sinceDeath.isValid())
            pauses.append(sinceDeath.elapsed());
    });
    connect(&redis, &EmbeddedRedis::died, this, [&] { sinceDeath.start(); });
    redis.start();
    QTRY_COMPARE_WITH_TIMEOUT(pauses.size(), 5, 20'000);
    QVERIFY(pauses.last() > pauses.first());
    QVERIFY(EmbeddedRedis::firstRestart.count() * 8 <= pauses.last());
}

/// Nobody reads 1,900 lines in half a minute, and the one that matters is lost among them.
void TestEmbeddedRedis::saysOnceWhatHappensAgainAndAgain()
{
    EmbeddedRedis redis(m_data, makeProgram(*m_dir, "Ready to accept connections, pid=$$"));
    static QStringList lines;
    lines.clear();
    QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
            if (type != QtDebugMsg) // nobody sees those unless they are asked for
                lines.append(text);
        });
    QSignalSpy died(&redis, &EmbeddedRedis::died);
    redis.start();
    const bool often = QTest::qWaitFor([&] { return died.size() >= 4; }, 20'000);
    qInstallMessageHandler(before);
    QVERIFY(often);
    QVERIFY2(lines.size() <= 2, qPrintable(lines.join(u'\n')));
    QVERIFY(lines.last().contains(QStringLiteral("The private Redis ended")));
}

void TestEmbeddedRedis::diesWithItsObject()
{
    auto redis = std::make_unique<EmbeddedRedis>(m_data);
    QSignalSpy started(redis.get(), &EmbeddedRedis::started);
    redis->start();
    QTRY_COMPARE(started.size(), 1);
    const qint64 pid = redis->pid();
    redis.reset();
    QVERIFY(isGone(pid));
}

void TestEmbeddedRedis::stopsWhileWaiting()
{
    EmbeddedRedis redis(m_data, makeProgram(*m_dir, "no"));
    QSignalSpy died(&redis, &EmbeddedRedis::died);
    QSignalSpy stopped(&redis, &EmbeddedRedis::stopped);
    redis.start();
    QTRY_COMPARE(died.size(), 1);
    QCOMPARE(redis.state(), EmbeddedRedis::State::Waiting);
    redis.stop();
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(redis.state(), EmbeddedRedis::State::Stopped);
    QCOMPARE(redis.pid(), 0);
}

void TestEmbeddedRedis::writeSomething()
{
    EmbeddedRedis redis(m_data);
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    QSignalSpy stopped(&redis, &EmbeddedRedis::stopped);
    redis.start();
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(call(redis, {"SET", "k", "v"}).text, QByteArray("OK"));
    redis.stop();
    QTRY_COMPARE(stopped.size(), 1);
}

QString TestEmbeddedRedis::aof(const QString &pattern) const
{
    const QDir dir(m_data + QStringLiteral("/appendonlydir"));
    const QStringList names = dir.entryList({pattern});
    return names.isEmpty() ? QString() : dir.filePath(names.first());
}

void TestEmbeddedRedis::refusesDataWithoutItsList_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::newRow("gone") << true;
    QTest::newRow("empty") << false;
}

/// Redis itself would begin with nothing; and the command that is named mends it.
void TestEmbeddedRedis::refusesDataWithoutItsList()
{
    QFETCH(bool, isGone);
    writeSomething();
    const QString manifest = aof(QStringLiteral("*.manifest"));
    QVERIFY(isGone ? QFile::remove(manifest) : QFile::resize(manifest, 0));
    EmbeddedRedis redis(m_data);
    QSignalSpy failed(&redis, &EmbeddedRedis::failed);
    redis.start();
    QCOMPARE(failed.size(), 1);
    const QString reason = failed[0][0].toString();
    const qsizetype at = reason.indexOf(QStringLiteral("printf "));
    QVERIFY2(at > 0, qPrintable(reason));
    QCOMPARE(
        QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), reason.mid(at).chopped(1)}),
        0);
    QSignalSpy started(&redis, &EmbeddedRedis::started);
    redis.start();
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(call(redis, {"GET", "k"}).text, QByteArray("v"));
}

void TestEmbeddedRedis::saysWhichFileIsDamaged_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("says");
    QTest::newRow("base") << "*.base.rdb"
                          << "damage"
                          << "The base file of the private Redis' data";
    QTest::newRow("increment") << "*.incr.aof"
                               << "damage"
                               << "redis-check-aof --fix '";
    QTest::newRow("increment gone") << "*.incr.aof"
                                    << "remove"
                                    << "sed -i '/appendonly.aof.";
}

void TestEmbeddedRedis::saysWhichFileIsDamaged()
{
    QFETCH(QString, pattern);
    QFETCH(QString, how);
    QFETCH(QString, says);
    writeSomething();
    const QString path = aof(pattern);
    if (how == QLatin1StringView("remove")) {
        QVERIFY(QFile::remove(path));
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(20);
        QCOMPARE(file.write("XXXXXXXXX"), 9);
    }
    EmbeddedRedis redis(m_data);
    QSignalSpy died(&redis, &EmbeddedRedis::died);
    redis.start();
    QTRY_VERIFY(!died.isEmpty());
    const QString reason = died[0][0].toString();
    QVERIFY2(reason.contains(says), qPrintable(reason));
    QVERIFY2(reason.contains(QStringLiteral("/appendonlydir")), qPrintable(reason));
}

QTEST_GUILESS_MAIN(TestEmbeddedRedis)
#include "tst_embedded_redis.moc"
