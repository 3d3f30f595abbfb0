// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/first_admin.h"
#include "server/redis/connection.h"
#include "tests/support/redis/redis_fixture.h"
#include "tests/support/small_disk.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

/// As much of a server as makes the first user.
struct Newcomer
{
    Newcomer(const RedisFixture &redis, const QString &dataDir,
             std::chrono::milliseconds wait = std::chrono::milliseconds(0))
        : dir(dataDir)
        , connection(*redis::Endpoint::parse(redis.url()), QStringLiteral("test"))
        , store(connection, {}, users)
        , first(store, users, clock, dataDir, wait)
    {
    }

    QString token() const
    {
        QFile file(dir + QStringLiteral("/admin.token"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed()
                                              : QString();
    }

    QString dir;
    SystemClock clock;
    UserDirectory users;
    redis::Connection connection;
    UserStore store;
    FirstAdmin first;
};

} // namespace

class TestFirstAdmin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisFixture>();
        QVERIFY(m_redis->start());
        m_redis->command(
            {QStringLiteral("SET"), QStringLiteral("pressboard:epoch"), QStringLiteral("e")});
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void makesTheFirstUser()
    {
        Newcomer server(*m_redis, folder("one"));
        server.connection.open();
        QTRY_COMPARE(server.users.users().size(), 1);
        QVERIFY(server.users.authenticate(server.token().toUtf8()));
    }

    void leavesNoTokenThatIsGoodForNothing()
    {
        Newcomer one(*m_redis, folder("one"));
        Newcomer two(*m_redis, folder("two"));
        one.connection.open();
        two.connection.open(); // both find nobody before either has written
        QTRY_VERIFY(one.users.users().size() == 1 && two.users.users().size() == 1);
        QTRY_VERIFY(one.token().isEmpty() != two.token().isEmpty());
        const QString token = one.token() + two.token();
        QVERIFY(one.users.authenticate(token.toUtf8()));
        QVERIFY(two.users.authenticate(token.toUtf8()));
    }

    void keepsTheTokenOfASharedFolder()
    {
        Newcomer one(*m_redis, folder("one"));
        Newcomer two(*m_redis, folder("one"));
        QSignalSpy loaded(&two.store, &UserStore::loaded);
        one.connection.open();
        two.connection.open();
        QTRY_VERIFY(one.users.users().size() == 1 && two.users.users().size() == 1);
        loaded.clear();
        two.store.reload();
        QTRY_VERIFY(!loaded.isEmpty());
        QVERIFY(one.users.authenticate(one.token().toUtf8()));
    }

    /// He has the code, and is to stay out: also when the server was down meanwhile.
    void aRevokedAdminStaysOut_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("while it runs") << false;
        QTest::newRow("between two starts") << true;
    }

    void aRevokedAdminStaysOut()
    {
        QFETCH(bool, isRestarted);
        auto server = std::make_unique<Newcomer>(*m_redis, folder("one"));
        server->connection.open();
        QTRY_COMPARE(server->users.users().size(), 1);
        const QByteArray old = server->token().toUtf8();
        if (isRestarted)
            server.reset();
        // As "pressboardctl user revoke" does.
        m_redis->command(words("SADD pressboard:revoked admin"));
        m_redis->command(words("HDEL pressboard:users admin"));
        if (isRestarted) {
            server = std::make_unique<Newcomer>(*m_redis, folder("one"));
            server->connection.open();
        } else {
            server->store.reload();
        }
        // Where users were, nobody is first; and who empties the directory gets another code.
        QTRY_VERIFY(!server->first.obstacle().isEmpty());
        QVERIFY(server->users.users().isEmpty());
        QVERIFY(QFile::remove(folder("one/had-users")));
        server->store.reload();
        QTRY_VERIFY(!server->users.users().isEmpty() && server->token().toUtf8() != old);
        QTRY_VERIFY(server->users.authenticate(server->token().toUtf8()));
        QVERIFY(!server->users.authenticate(old));
    }

    /// Redis came back empty, and the server that knows the users is a moment behind us.
    void waitsForAServerThatKnowsTheUsers()
    {
        Newcomer server(*m_redis, folder("one"), std::chrono::hours(1));
        QSignalSpy loaded(&server.store, &UserStore::loaded);
        server.connection.open();
        QTRY_VERIFY(!loaded.isEmpty());
        QVERIFY(!server.first.obstacle().isEmpty());
        addUser("wang");
        server.store.reload();
        QTRY_COMPARE(server.users.users().size(), 1);
        QVERIFY(server.first.obstacle().isEmpty());
        QVERIFY(server.token().isEmpty());
        QCOMPARE(m_redis->number(words("HLEN pressboard:users")), 1);
    }

    void isNotFirstBesideOneThatKnowsUsers_data()
    {
        QTest::addColumn<QString>("report");
        QTest::addColumn<int>("users");
        QTest::newRow("it knows three") << QStringLiteral("{\"users\":3}") << 0;
        QTest::newRow("an earlier version, which does not tell") << QStringLiteral("{}") << 0;
        QTest::newRow("another newcomer") << QStringLiteral("{\"users\":0}") << 1;
    }
    void isNotFirstBesideOneThatKnowsUsers()
    {
        QFETCH(QString, report);
        m_redis->command(words("ZADD pressboard:servers 9999999999999 other"));
        m_redis->command(
            {QStringLiteral("SET"), QStringLiteral("pressboard:server:other"), report});
        Newcomer server(*m_redis, folder("one"));
        QSignalSpy loaded(&server.store, &UserStore::loaded);
        server.connection.open();
        QTRY_VERIFY(loaded.size() >= 3); // it tries again and again
        QTEST(int(server.users.users().size()), "users");
    }

    void isNotFirstInAFolderThatHasHadUsers()
    {
        addUser("wang");
        {
            Newcomer server(*m_redis, folder("one"));
            server.connection.open();
            QTRY_COMPARE(server.users.users().size(), 1);
        }
        QVERIFY(m_redis->flushAll());
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("had-users")));
        Newcomer server(*m_redis, folder("one"));
        QSignalSpy loaded(&server.store, &UserStore::loaded);
        server.connection.open();
        QTRY_COMPARE(loaded.size(), 1);
        server.store.reload();
        QTRY_COMPARE(loaded.size(), 2); // is said once
        QVERIFY(server.users.users().isEmpty());
        QVERIFY(server.token().isEmpty());
        addUser("li");
        server.store.reload();
        QTRY_COMPARE(server.users.users().size(), 1);
        QVERIFY(server.first.obstacle().isEmpty());
    }

    void saysThatTheDiskIsFull()
    {
        SmallDisk disk("size=64k");
        if (!disk.isMounted())
            QSKIP("A small disk cannot be mounted: that takes root's rights.");
        disk.fill();
        Newcomer server(*m_redis, disk.path(QStringLiteral("data")));
        QSignalSpy failed(&server.first, &FirstAdmin::failed);
        server.connection.open();
        QTRY_COMPARE(failed.size(), 1);
        const QString why = failed.first().first().toString();
        QVERIFY2(why.contains(QStringLiteral("is full")), qPrintable(why));
        QVERIFY(server.token().isEmpty());
    }

private:
    void addUser(const char *name)
    {
        m_redis->command({QStringLiteral("HSET"), QStringLiteral("pressboard:users"),
                          QString::fromLatin1(name), QStringLiteral("{\"role\":\"admin\"}")});
    }
    QString folder(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestFirstAdmin)
#include "tst_first_admin.moc"
