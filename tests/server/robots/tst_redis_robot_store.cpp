// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/redis_robot_store.h"
#include "tests/server/follower/keeper_test.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// What robots told stands in Redis, as the writer alone may say.
class TestRedisRobotStore : public KeeperTest
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAndLoads();
    void keepsNothingWithoutTheLease();
    void readsTheLog();
};

static std::unique_ptr<RedisRobotStore> storeOf(LogServer &server)
{
    return std::make_unique<RedisRobotStore>(server.commands, server.writer, redis::Keys{},
                                             ReadingRules{QTimeZone::utc()});
}

static RobotStore::States loaded(RobotStore &store)
{
    std::optional<RobotStore::States> found;
    store.load([&](const Result<RobotStore::States> &states) {
        found = states ? *states : RobotStore::States();
    });
    [&] { QTRY_VERIFY(found); }();
    return found.value_or(RobotStore::States());
}

static RobotStore::Kept kept(RobotStore &store, const RobotState &state)
{
    std::optional<RobotStore::Kept> found;
    store.save(u"office"_qs, state, [&](RobotStore::Kept answer) { found = answer; });
    [&] { QTRY_VERIFY(found); }();
    return found.value_or(RobotStore::Kept::Unknown);
}

void TestRedisRobotStore::keepsAndLoads()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.writer.holdsLease());
    const auto store = storeOf(server);
    QVERIFY(loaded(*store).isEmpty());
    RobotState state;
    state.epoch = u"e1"_qs;
    state.waiting = {{u"1-0"_qs, u"notices"_qs, u"停机"_qs}};
    QCOMPARE(kept(*store, state), RobotStore::Kept::Yes);
    QCOMPARE(loaded(*store), (RobotStore::States{{u"office"_qs, state}}));
    store->forget(u"office"_qs);
    QTRY_VERIFY(loaded(*store).isEmpty());
    m_redis->kill();
    QCOMPARE(kept(*store, state), RobotStore::Kept::Unknown);
}

void TestRedisRobotStore::keepsNothingWithoutTheLease()
{
    LogServer server(*m_redis);
    server.start();
    QTRY_VERIFY(server.writer.holdsLease());
    const auto store = storeOf(server);
    m_redis->command(words("SET pressboard:writer somebody-else"));
    QCOMPARE(kept(*store, {}), RobotStore::Kept::NotTheWriter);
    QCOMPARE(m_redis->number(words("EXISTS pressboard:robots")), 0);
}

/// More than one page of it, and not beyond the end that is asked for.
void TestRedisRobotStore::readsTheLog()
{
    LogServer server(*m_redis);
    server.start(false);
    QTRY_VERIFY(server.keeper.isCurrent());
    const auto store = storeOf(server);
    const QByteArray script =
        "for i = 1, 2500 do redis.call('XADD', 'pressboard:events', i .. '-0', 'type', "
        "'general_notification', 'data', '{\"message\":\"a\",\"type\":\"info\"}') end";
    m_redis->command({u"EVAL"_qs, QString::fromLatin1(script), u"0"_qs});
    std::optional<QList<Event>> found;
    store->readEvents({100, 0}, {2300, 0}, [&](const Result<QList<Event>> &events) {
        found = events ? *events : QList<Event>();
    });
    QTRY_VERIFY(found);
    QCOMPARE(found->size(), 2200);
    QCOMPARE(found->first().id, (StreamId{101, 0}));
    QCOMPARE(found->last().id, (StreamId{2300, 0}));
}

QTEST_GUILESS_MAIN(TestRedisRobotStore)
#include "tst_redis_robot_store.moc"
