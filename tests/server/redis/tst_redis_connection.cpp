// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"
#include "server/redis/script.h"
#include "server/redis/sentences.h"

#include "tests/support/redis/redis_fixture.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pressboard::server::redis;
using pressboard::test::RedisFixture;
using namespace std::chrono_literals;

namespace {

Endpoint endpointOf(const QString &url)
{
    const auto endpoint = Endpoint::parse(url);
    return endpoint ? *endpoint : Endpoint{};
}

/// Collects what a callback was given.
struct Answers
{
    QList<Reply> replies;
    Connection::Callback callback()
    {
        return [this](const Reply &reply) { replies.append(reply); };
    }
    bool lost() const { return replies.size() == 1 && replies.first().isLost(); }
};

} // namespace

/// Against a real Redis that behaves.
class TestConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void answersInOrder();
    void carriesAnyBytes();
    void carriesLargeReplies();
    void refusesWhileNotReady();
    void closesPendingWithLost();
    void reconnectsAfterKill();
    void losesOnTimeout();
    void boundsWhatIsUnsent();
    void mayBeDeletedInCallback();
    void mayBeClosedInCallback();
    void forgetsDestroyedContext();
    void dropsPendingWhenDestroyed();
    void selectsDatabase();
    void tellsItsName();
    void runsScripts();
    void runsScriptsAfterFlush();
    void keepsScriptsInOrder();
    void saysScriptErrors();
    void saysScriptErrorsAsRedisSixSaysThem();

private:
    void makeReady();
    Reply call(const QByteArrayList &arguments);

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<Connection> m_connection;
};

void TestConnection::initTestCase()
{
    m_redis = std::make_unique<RedisFixture>(QStringList{}, RedisFixture::Tcp::Yes);
    QVERIFY(m_redis->start());
}

void TestConnection::init()
{
    QVERIFY(m_redis->isRunning() || m_redis->start());
    QVERIFY(m_redis->flushAll());
    m_connection =
        std::make_unique<Connection>(endpointOf(m_redis->tcpUrl()), QStringLiteral("test:main"));
    makeReady();
}

void TestConnection::cleanup()
{
    m_connection.reset();
}

void TestConnection::makeReady()
{
    m_connection->open();
    QTRY_VERIFY(m_connection->isReady());
}

Reply TestConnection::call(const QByteArrayList &arguments)
{
    Answers answers;
    m_connection->command(arguments, this, answers.callback());
    if (!QTest::qWaitFor([&] { return !answers.replies.isEmpty(); }))
        qWarning() << "no answer to" << arguments;
    return answers.replies.value(0);
}

void TestConnection::answersInOrder()
{
    Answers answers;
    for (int i = 0; i < 1000; ++i)
        m_connection->command({"INCR", "n"}, this, answers.callback());
    QVERIFY(answers.replies.isEmpty());
    QTRY_COMPARE(answers.replies.size(), 1000);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(answers.replies[i].integer, i + 1);
    QVERIFY(call({"NONSENSE"}).isError());
}

void TestConnection::carriesAnyBytes()
{
    const QByteArray value("\0\r\n印\xff", 7);
    QCOMPARE(call({"SET", "k", value}).text, QByteArray("OK"));
    QCOMPARE(call({"GET", "k"}).text, value);
    QVERIFY(call({"GET", "none"}).isNil());
}

void TestConnection::carriesLargeReplies()
{
    const QByteArray value(20 * 1024 * 1024, 'x');
    QCOMPARE(call({"SET", "k", value}).text, QByteArray("OK"));
    QCOMPARE(call({"GET", "k"}).text, value);
}

void TestConnection::refusesWhileNotReady()
{
    Connection idle(endpointOf(m_redis->url()), QStringLiteral("test:idle"));
    Answers answers;
    idle.command({"PING"}, this, answers.callback());
    QVERIFY(answers.replies.isEmpty()); // never from inside the call
    QTRY_VERIFY(answers.lost());
}

void TestConnection::closesPendingWithLost()
{
    QSignalSpy lost(m_connection.get(), &Connection::becameLost);
    Answers answers;
    m_connection->command({"BLPOP", "none", "0"}, this, answers.callback());
    m_connection->close();
    QVERIFY(answers.lost());
    QVERIFY(!m_connection->isOpen());
    QVERIFY(lost.isEmpty());
    makeReady();
    QCOMPARE(call({"PING"}).text, QByteArray("PONG"));
}

void TestConnection::reconnectsAfterKill()
{
    QSignalSpy lost(m_connection.get(), &Connection::becameLost);
    QSignalSpy ready(m_connection.get(), &Connection::becameReady);
    QCOMPARE(call({"SET", "k", "v"}).text, QByteArray("OK"));
    Answers answers;
    m_connection->command({"BLPOP", "none", "0"}, this, answers.callback(), 60s);
    m_redis->kill();
    QTRY_VERIFY(answers.lost());
    QCOMPARE(lost.size(), 1);
    QVERIFY(!m_connection->lostReason().isEmpty());
    QVERIFY(m_redis->start());
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(m_connection->lostReason().isEmpty());
    QCOMPARE(call({"GET", "k"}).text, QByteArray("v"));
    QCOMPARE(lost.size(), 1);
}

void TestConnection::losesOnTimeout()
{
    QSignalSpy lost(m_connection.get(), &Connection::becameLost);
    Answers slow;
    Answers quick;
    m_redis->pause();
    m_connection->command({"PING"}, this, slow.callback(), 60s);
    m_connection->command({"PING"}, this, quick.callback(), 200ms);
    QTRY_COMPARE(lost.size(), 1);
    m_redis->resume();
    QVERIFY(slow.lost());
    QVERIFY(quick.lost());
    const QString reason = lost.first().first().toString();
    QVERIFY2(reason.contains(QStringLiteral("not answered for 0.2 s")), qPrintable(reason));
    QTRY_VERIFY(m_connection->isReady());
}

void TestConnection::boundsWhatIsUnsent()
{
    Answers first;
    Answers second;
    m_redis->pause();
    const QByteArray value(Connection::maxUnsentBytes + 8 * 1024 * 1024, 'x');
    m_connection->command({"SET", "k", value}, this, first.callback(), 60s);
    m_connection->command({"PING"}, this, second.callback());
    QTRY_VERIFY(second.lost());
    QVERIFY(second.replies[0].text.contains("too slowly"));
    QVERIFY(m_connection->isReady());
    m_redis->resume();
    QTRY_COMPARE_WITH_TIMEOUT(first.replies.size(), 1, 30'000);
    QCOMPARE(first.replies[0].text, QByteArray("OK"));
    QCOMPARE(call({"PING"}).text, QByteArray("PONG"));
}

void TestConnection::mayBeDeletedInCallback()
{
    Answers never;
    m_connection->command({"PING"}, this, [this](const Reply &) { m_connection.reset(); });
    m_connection->command({"PING"}, this, never.callback());
    QTRY_VERIFY(!m_connection);
    QTest::qWait(0);
    QVERIFY(never.replies.isEmpty());
}

void TestConnection::mayBeClosedInCallback()
{
    Answers behind;
    m_connection->command({"PING"}, this, [this](const Reply &) {
        m_connection->close();
        m_connection->open();
    });
    m_connection->command({"PING"}, this, behind.callback());
    QTRY_VERIFY(behind.lost());
    QTRY_VERIFY(m_connection->isReady());
    QCOMPARE(call({"PING"}).text, QByteArray("PONG"));
}

void TestConnection::forgetsDestroyedContext()
{
    Answers never;
    auto context = std::make_unique<QObject>();
    m_connection->command({"PING"}, context.get(), never.callback());
    context.reset();
    QCOMPARE(call({"PING"}).text, QByteArray("PONG"));
    QVERIFY(never.replies.isEmpty());
}

void TestConnection::dropsPendingWhenDestroyed()
{
    Answers never;
    m_connection->command({"PING"}, this, never.callback());
    m_connection.reset();
    QTest::qWait(0);
    QVERIFY(never.replies.isEmpty());
}

void TestConnection::selectsDatabase()
{
    Connection other(endpointOf(m_redis->tcpUrl() + QStringLiteral("/3")),
                     QStringLiteral("test:three"));
    other.open();
    QTRY_VERIFY(other.isReady());
    Answers answers;
    other.command({"SET", "k", "three"}, this, answers.callback());
    QTRY_COMPARE(answers.replies.size(), 1);
    QVERIFY(call({"GET", "k"}).isNil());
    QCOMPARE(call({"SELECT", "3"}).text, QByteArray("OK"));
    QCOMPARE(call({"GET", "k"}).text, QByteArray("three"));
}

void TestConnection::tellsItsName()
{
    QCOMPARE(call({"CLIENT", "GETNAME"}).text, QByteArray("test:main"));
}

void TestConnection::runsScripts()
{
    const Script set("return redis.call('SET', KEYS[1], ARGV[1] .. ARGV[2])");
    for (int i = 0; i < 3; ++i) {
        Answers answers;
        m_connection->script(set, {"k"}, {"a", QByteArray::number(i)}, this, answers.callback());
        QTRY_COMPARE(answers.replies.size(), 1);
        QCOMPARE(answers.replies[0].text, QByteArray("OK"));
        QCOMPARE(call({"GET", "k"}).text, "a" + QByteArray::number(i));
    }
}

void TestConnection::runsScriptsAfterFlush()
{
    const Script one("return 1");
    Answers answers;
    m_connection->script(one, {}, {}, this, answers.callback());
    QTRY_COMPARE(answers.replies.size(), 1);
    QCOMPARE(call({"SCRIPT", "FLUSH"}).text, QByteArray("OK"));
    m_connection->script(one, {}, {}, this, answers.callback());
    QTRY_COMPARE(answers.replies.size(), 2);
    QCOMPARE(answers.replies[1].integer, 1);
}

void TestConnection::keepsScriptsInOrder()
{
    const Script push("return redis.call('RPUSH', KEYS[1], ARGV[1])");
    Answers answers;
    for (int i = 0; i < 100; ++i)
        m_connection->script(push, {"l"}, {QByteArray::number(i)}, this, answers.callback());
    QTRY_COMPARE(answers.replies.size(), 100);
    const Reply list = call({"LRANGE", "l", "0", "-1"});
    for (int i = 0; i < 100; ++i)
        QCOMPARE(list.items[i].text, QByteArray::number(i));
}

void TestConnection::saysScriptErrors()
{
    const Script wrong("return redis.call('INCR', KEYS[1], 'too', 'many')");
    Answers answers;
    m_connection->script(wrong, {"k"}, {}, this, answers.callback());
    m_connection->script(wrong, {"k"}, {}, this, answers.callback());
    QTRY_COMPARE(answers.replies.size(), 2);
    QVERIFY(answers.replies[0].isError());
    QVERIFY(answers.replies[1].isError());
    QVERIFY2(!answers.replies[0].text.contains("@user_script"),
             answers.replies[0].text.constData());
    QCOMPARE(answers.replies[1].text, answers.replies[0].text);
}

void TestConnection::saysScriptErrorsAsRedisSixSaysThem()
{
    QCOMPARE(sentences::withoutScript("ERR Error running script (call to "
                                      "f_9a1d5a4f5e7b1b1b3c0e2b8d6f7a8b9c0d1e2f3a): "
                                      "@user_script:26: WRONGTYPE Operation against a key"),
             QByteArray("WRONGTYPE Operation against a key"));
    QCOMPARE(sentences::withoutScript("ERR unknown command 'script: x'"),
             QByteArray("ERR unknown command 'script: x'"));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_redis_connection.moc"
