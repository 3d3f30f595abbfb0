// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"
#include "server/auth/user_directory.h"
#include "server/auth/user_store.h"
#include "server/redis/connection.h"
#include "tests/support/redis/redis_fixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using pressboard::test::RedisFixture;
using FirstUser = UserStore::FirstUser;

namespace {

const Moment now = Moment(std::chrono::milliseconds(1'795'423'846'000));

const char viewer[] = R"({"role":"viewer"})";

/// A store on a Redis of its own.
struct Stored
{
    Stored()
        : connection(*redis::Endpoint::parse(server.url()), QStringLiteral("test"))
        , store(connection, redis::Keys(), directory)
    {
    }
    bool start()
    {
        if (!server.isRunning() && !server.start())
            return false;
        connection.open();
        return QTest::qWaitFor([this] { return connection.isReady(); });
    }
    void put(const QString &name, const char *json)
    {
        server.command({QStringLiteral("HSET"), users, name, QString::fromUtf8(json)});
    }
    /// Reads, and waits until it was read.
    bool reload()
    {
        QSignalSpy loaded(&store, &UserStore::loaded);
        store.reload();
        return loaded.wait();
    }
    /// A log, and two users beside it, whom the store has read.
    bool settle()
    {
        if (!server.start())
            return false;
        server.command(
            {QStringLiteral("SET"), QStringLiteral("pressboard:epoch"), QStringLiteral("e1")});
        put(QStringLiteral("wang"), viewer);
        put(QStringLiteral("lina"), viewer);
        return start() && reload();
    }
    std::optional<UserStore::FirstUser> ensureAdmin(const QString &name, const char *token)
    {
        std::optional<UserStore::FirstUser> answer;
        store.ensureAdmin(name, tokenHash(token), now,
                          [&answer](const Result<UserStore::FirstUser> &first) {
                              if (first)
                                  answer = *first;
                          });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            return std::nullopt;
        return answer;
    }

    const QString users = QStringLiteral("pressboard:users");
    RedisFixture server;
    UserDirectory directory;
    redis::Connection connection;
    UserStore store;
};

} // namespace

class TestUserStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhenReady();
    void hearsOfChanges();
    void readsAgainWhenAskedWhileReading();
    void leavesOutWhatItCannotRead();
    void emptyRedisRevokesNobody();
    void whoIsTakenAwayByHandIsGone();
    void bringsEverybodyBack_data();
    void bringsEverybodyBack();
    void bringsNobodyBackWhoWasRevoked();
    void writesBackWhatWasWrittenOver();
    void firstAdmin();
    void withoutRedis();
};

void TestUserStore::readsWhenReady()
{
    Stored stored;
    QVERIFY(stored.server.start());
    stored.put(QStringLiteral("li"), viewer);
    stored.connection.open();
    QTRY_VERIFY(stored.directory.isLoaded());
    QCOMPARE(stored.directory.users().size(), 1);
    QCOMPARE(stored.store.rawUsers().value(0).first, "li");
}

void TestUserStore::hearsOfChanges()
{
    Stored stored;
    QVERIFY(stored.start());
    QTRY_VERIFY(stored.directory.isLoaded());
    stored.put(QStringLiteral("li"), viewer);
    stored.store.handleControl("new log");
    stored.store.handleControl(UserStore::changedMessage);
    QTRY_COMPARE(stored.directory.users().size(), 1);
}

void TestUserStore::readsAgainWhenAskedWhileReading()
{
    Stored stored;
    QVERIFY(stored.start());
    QTRY_VERIFY(stored.directory.isLoaded());
    QSignalSpy loaded(&stored.store, &UserStore::loaded);
    for (int i = 0; i < 10; ++i)
        stored.store.reload();
    QTRY_COMPARE(loaded.count(), 2);
}

void TestUserStore::leavesOutWhatItCannotRead()
{
    Stored stored;
    QVERIFY(stored.server.start());
    stored.put(QStringLiteral("li"), viewer);
    stored.put(QStringLiteral("wang"), "{nonsense");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("wang")));
    stored.connection.open();
    QTRY_VERIFY(stored.directory.isLoaded());
    QCOMPARE(stored.directory.users().size(), 1);
    QCOMPARE(stored.store.rawUsers().size(), 2); // to be written back as it was
}

void TestUserStore::emptyRedisRevokesNobody()
{
    Stored stored;
    QVERIFY(stored.server.start());
    stored.server.command(
        {QStringLiteral("SET"), QStringLiteral("pressboard:epoch"), QStringLiteral("e1")});
    stored.put(QStringLiteral("li"), viewer);
    stored.connection.open();
    QTRY_COMPARE(stored.directory.users().size(), 1);
    QVERIFY(stored.server.flushAll());
    stored.store.reload();
    QCOMPARE(stored.server.number({QStringLiteral("EXISTS"), stored.users}), 0);
    QTest::qWait(0);
    QCOMPARE(stored.directory.users().size(), 1);
    QCOMPARE(stored.store.rawUsers().size(), 1);
    // Written back by the log's keeper, under a new epoch.
    stored.server.command(
        {QStringLiteral("SET"), QStringLiteral("pressboard:epoch"), QStringLiteral("e2")});
    stored.put(QStringLiteral("li"), viewer);
    QVERIFY(stored.reload());
    QCOMPARE(stored.directory.users().size(), 1);
}

void TestUserStore::writesBackWhatWasWrittenOver()
{
    Stored stored;
    QVERIFY(stored.start());
    stored.server.command(
        {QStringLiteral("SET"), QStringLiteral("pressboard:epoch"), QStringLiteral("e")});
    stored.put(QStringLiteral("wang"), viewer);
    stored.put(QStringLiteral("lina"), viewer);
    QVERIFY(stored.reload());
    stored.server.command({QStringLiteral("SET"), stored.users, QStringLiteral("x")});
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("Cannot read the users .*WRONGTYPE "
                                                           "Operation against .* value$")));
    stored.store.reload();
    stored.store.reload(); // is said once
    bool answered = false;
    stored.connection.command({"PING"}, this, [&](const redis::Reply &) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(stored.directory.users().size(), 2);
    stored.server.command({QStringLiteral("DEL"), stored.users});
    stored.put(QStringLiteral("zhao"), viewer); // somebody added him as soon as that was possible
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("writing them back")));
    QVERIFY(stored.reload());
    QCOMPARE(stored.directory.users().size(), 3);
    QCOMPARE(stored.server.number({QStringLiteral("HLEN"), stored.users}), 3);
}

void TestUserStore::whoIsTakenAwayByHandIsGone()
{
    Stored stored;
    QVERIFY(stored.settle());
    stored.server.command({QStringLiteral("HDEL"), stored.users, QStringLiteral("lina")});
    QVERIFY(stored.reload());
    QCOMPARE(stored.directory.users().size(), 1);
    QCOMPARE(stored.server.number({QStringLiteral("HLEN"), stored.users}), 1);
}

/// What a Redis that lost its past, or somebody's hand, left behind: `script`.
void TestUserStore::bringsEverybodyBack_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("count");
    QTest::newRow("another server's first admin, under its epoch")
        << "redis.call('SET', 'pressboard:epoch', 'e2') redis.call('DEL', KEYS[1]) "
           "redis.call('HSET', KEYS[1], 'admin', '{\"role\":\"admin\"}')"
        << 3;
    QTest::newRow("an older Redis, under a new epoch")
        << "redis.call('SET', 'pressboard:epoch', 'e2') redis.call('HDEL', KEYS[1], 'lina')" << 2;
    QTest::newRow("deleted") << "redis.call('DEL', KEYS[1])" << 2;
    QTest::newRow("deleted, and one added since")
        << "redis.call('DEL', KEYS[1]) redis.call('HSET', KEYS[1], 'new', '{\"role\":\"viewer\"}')"
        << 3;
    QTest::newRow("deleted, and one of them added since with another code")
        << "redis.call('DEL', KEYS[1]) redis.call('HSET', KEYS[1], 'lina', "
           "'{\"role\":\"operator\"}')"
        << 2;
    QTest::newRow("the last one taken by hand")
        << "redis.call('HDEL', KEYS[1], 'wang', 'lina')" << 2;
}

void TestUserStore::bringsEverybodyBack()
{
    QFETCH(QString, script);
    QFETCH(int, count);
    Stored stored;
    QVERIFY(stored.settle());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("writing them back")));
    stored.server.command({QStringLiteral("EVAL"), script, QStringLiteral("1"), stored.users});
    QVERIFY(stored.reload());
    QCOMPARE(stored.directory.users().size(), count);
    QCOMPARE(stored.server.number({QStringLiteral("HLEN"), stored.users}), count);
    QVERIFY(stored.reload()); // and that is that
    QCOMPARE(stored.directory.users().size(), count);
}

/// Cut off while he was revoked, this server hears of it only after the epoch moved.
void TestUserStore::bringsNobodyBackWhoWasRevoked()
{
    Stored stored;
    QVERIFY(stored.settle());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("writing them back")));
    stored.server.command({QStringLiteral("EVAL"),
                           QStringLiteral("redis.call('SET', 'pressboard:epoch', 'e2') "
                                          "redis.call('HDEL', KEYS[1], 'lina') "
                                          "redis.call('SADD', 'pressboard:revoked', 'lina')"),
                           QStringLiteral("1"), stored.users});
    QVERIFY(stored.reload());
    QCOMPARE(stored.directory.users().size(), 1);
    QCOMPARE(stored.server.number({QStringLiteral("HLEN"), stored.users}), 1);
}

void TestUserStore::firstAdmin()
{
    Stored stored;
    QVERIFY(stored.start());
    QCOMPARE(stored.ensureAdmin(QStringLiteral("admin"), "pb_one"),
             std::optional(FirstUser::Added));
    QTRY_VERIFY(stored.directory.authenticate("pb_one"));
    QVERIFY(stored.directory.authenticate("pb_one")->mayManage());
    QCOMPARE(stored.ensureAdmin(QStringLiteral("admin"), "pb_two"),
             std::optional(FirstUser::NotNeeded));
    QCOMPARE(stored.ensureAdmin(QStringLiteral("other"), "pb_two"),
             std::optional(FirstUser::NotNeeded));
    QVERIFY(stored.reload());
    QVERIFY(!stored.directory.authenticate("pb_two"));
}

void TestUserStore::withoutRedis()
{
    UserDirectory directory;
    redis::Connection connection(*redis::Endpoint::parse(QStringLiteral("unix:///nonexistent/x")),
                                 QStringLiteral("test"));
    UserStore store(connection, {}, directory);
    store.reload();
    std::optional<Error> error;
    store.ensureAdmin(QStringLiteral("admin"), tokenHash("x"), now,
                      [&](const Result<UserStore::FirstUser> &first) { error = first.error(); });
    QTRY_VERIFY(error);
    QVERIFY(error->transient);
    QVERIFY(!directory.isLoaded());
}

QTEST_GUILESS_MAIN(TestUserStore)
#include "tst_user_store.moc"
