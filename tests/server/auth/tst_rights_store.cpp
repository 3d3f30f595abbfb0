// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/rights_store.h"

#include "server/auth/user_directory.h"
#include "server/redis/connection.h"
#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace pressboard;
using namespace pressboard::server;
using pressboard::test::RedisFixture;
using pressboard::test::words;

namespace {

const QString li = QStringLiteral("li");
const QString wang = QStringLiteral("wang");

UserRecord record(const QString &name, Role role = Role::Viewer,
                  const QStringList &departments = {})
{
    UserRecord user;
    user.name = name;
    user.role = role;
    user.departments = departments;
    return user;
}

} // namespace

/// What becomes of rights between two servers.
class TestRightsStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whoIsAsEverNeverMoved();
    void whatMovesAUser_data();
    void whatMovesAUser();
    void whoComesAgainMoved();
    void staysWhereItMoved();
    void anotherLogForgets();
    void beforeItWasAskedAllMayHaveMoved();
    void isUnknownWhereRedisRefuses();

private:
    /// As a server that finds these users does.
    QHash<QString, StreamId> noted(const QList<UserRecord> &users);
    StreamId append();

    std::unique_ptr<RedisFixture> m_redis;
};

void TestRightsStore::init()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_redis->command(words("SET pressboard:epoch e1"));
    noted({});
}

StreamId TestRightsStore::append()
{
    const QByteArray id = m_redis->command(words("XADD pressboard:events * type t data {}"));
    return StreamId::parse(QByteArrayView(id)).value_or(StreamId());
}

QHash<QString, StreamId> TestRightsStore::noted(const QList<UserRecord> &users)
{
    UserDirectory directory;
    directory.replace(users);
    redis::Connection connection(*redis::Endpoint::parse(m_redis->url()), QStringLiteral("test"));
    RightsStore store(connection, redis::Keys(), directory);
    std::optional<QHash<QString, StreamId>> answer;
    connect(&store, &RightsStore::told, this,
            [&](const QString &, const QHash<QString, StreamId> &moved) { answer = moved; });
    connect(&connection, &redis::Connection::becameReady, &store, &RightsStore::note);
    connection.open();
    if (!QTest::qWaitFor([&] { return answer.has_value() && store.isKnown(); }))
        qFatal("no answer");
    return *answer;
}

void TestRightsStore::whoIsAsEverNeverMoved()
{
    append();
    QVERIFY(noted({record(li), record(wang)}).isEmpty()); // new ones have no board yet
    append();
    UserRecord renamed = record(li);
    renamed.display = QStringLiteral("Li Na");
    renamed.tokens = {{"hash", std::nullopt}};
    QVERIFY(noted({record(wang), renamed}).isEmpty());
}

void TestRightsStore::whatMovesAUser_data()
{
    QTest::addColumn<UserRecord>("before");
    QTest::addColumn<UserRecord>("after");
    const QString three = QStringLiteral("3");
    UserRecord blind = record(li);
    blind.viewOrders = false;
    QTest::newRow("role") << record(li) << record(li, Role::Admin);
    QTest::newRow("less of a role") << record(li, Role::Admin) << record(li);
    QTest::newRow("department") << record(li) << record(li, Role::Viewer, {three});
    QTest::newRow("no department") << record(li, Role::Viewer, {three}) << record(li);
    QTest::newRow("no orders") << record(li) << blind;
    QTest::newRow("orders") << blind << record(li);
}

void TestRightsStore::whatMovesAUser()
{
    QFETCH(UserRecord, before);
    QFETCH(UserRecord, after);
    append();
    noted({before, record(wang)});
    const StreamId finish = append();
    const QHash<QString, StreamId> expected{{li, finish}};
    QCOMPARE(noted({after, record(wang)}), expected);
}

/// Revoked, and added again under the same name.
void TestRightsStore::whoComesAgainMoved()
{
    noted({record(li)});
    append();
    noted({});
    const StreamId finish = append();
    QCOMPARE(noted({record(li)}).value(li), finish);
}

void TestRightsStore::staysWhereItMoved()
{
    noted({record(li)});
    const StreamId finish = append();
    noted({record(li, Role::Admin)});
    append();
    QCOMPARE(noted({record(li, Role::Admin)}).value(li), finish);
}

/// Its places mean nothing in the new one, which may even begin before them.
void TestRightsStore::anotherLogForgets()
{
    noted({record(li)});
    append();
    noted({record(li, Role::Admin)});
    m_redis->command(words("SET pressboard:epoch e2"));
    QVERIFY(noted({record(li, Role::Admin)}).isEmpty());
}

void TestRightsStore::beforeItWasAskedAllMayHaveMoved()
{
    m_redis->command(words("DEL pressboard:rights"));
    const StreamId finish = append();
    QCOMPARE(noted({record(li)}).value(li), finish);
}

void TestRightsStore::isUnknownWhereRedisRefuses()
{
    m_redis->command(words("DEL pressboard:rights"));
    m_redis->command(words("SET pressboard:rights x"));
    UserDirectory directory;
    redis::Connection connection(*redis::Endpoint::parse(m_redis->url()), QStringLiteral("test"));
    RightsStore store(connection, redis::Keys(), directory);
    QSignalSpy unknown(&store, &RightsStore::unknown);
    connect(&connection, &redis::Connection::becameReady, &store, &RightsStore::note);
    connection.open();
    QTRY_COMPARE(unknown.size(), 1);
    QVERIFY(store.isKnown());
}

QTEST_GUILESS_MAIN(TestRightsStore)
#include "tst_rights_store.moc"
