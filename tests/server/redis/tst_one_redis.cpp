// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/one_redis.h"
#include "tests/support/redis/redis_fixture.h"
#include "tests/support/redis/switching_port.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard::server::redis;
using namespace pressboard::test;

/// Behind a proxy that keeps old connections, new ones may lead to another Redis.
class TestOneRedis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void leavesWhatLeadsElsewhere();
    void followsAnAddressThatLeadsElsewhereForGood();
    void isNeverReadyOnTwo();
    void staysOverARestart();
    void anAccountThatMayNotAskIsNotCompared();

private:
    std::unique_ptr<RedisFixture> m_one;
    std::unique_ptr<RedisFixture> m_two;
};

namespace {

struct Both
{
    explicit Both(const QString &url,
                  std::chrono::milliseconds patience_ = std::chrono::milliseconds(0))
        : patience(patience_)
        , reading(*Endpoint::parse(url), QStringLiteral("test:read"))
        , commands(*Endpoint::parse(url), QStringLiteral("test:commands"))
    {
        reading.open();
        commands.open();
    }
    bool areReady() const { return reading.isReady() && commands.isReady(); }

    std::chrono::milliseconds patience;
    Connection reading;
    Connection commands;
    OneRedis one{{&reading, &commands}, patience};
};

} // namespace

void TestOneRedis::init()
{
    m_one = std::make_unique<RedisFixture>();
    m_two = std::make_unique<RedisFixture>();
    QVERIFY(m_one->start() && m_two->start());
    m_one->command(words("SET name one"));
    m_two->command(words("SET name two"));
}

/// What it acknowledged there would be in no log that is read.
void TestOneRedis::leavesWhatLeadsElsewhere()
{
    SwitchingPort port(*m_one);
    Both both(port.url(), std::chrono::hours(1));
    QTRY_VERIFY(both.areReady());
    const QByteArray used = both.reading.runId();
    QVERIFY(!used.isEmpty());
    QSignalSpy ready(&both.commands, &Connection::becameReady);
    QSignalSpy identified(&both.commands, &Connection::identified);
    port.leadTo(*m_two); // its old connections live on
    both.commands.close();
    both.commands.open();
    QTRY_VERIFY(identified.size() >= 2);
    QCOMPARE(ready.size(), 0);
    QVERIFY(both.commands.lostReason().contains(QStringLiteral("leads to another Redis")));
    QVERIFY(both.reading.isReady());
    port.leadTo(*m_one);
    QTRY_VERIFY(both.areReady());
    QCOMPARE(both.commands.runId(), used);
}

void TestOneRedis::followsAnAddressThatLeadsElsewhereForGood()
{
    SwitchingPort port(*m_one);
    Both both(port.url());
    QTRY_VERIFY(both.areReady());
    QCOMPARE(both.reading.runId(), both.commands.runId());
    QVERIFY(!both.reading.runId().isEmpty());
    QSignalSpy lost(&both.reading, &Connection::becameLost);
    port.leadTo(*m_two); // its old connections live on
    both.commands.close();
    both.commands.open();
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY2(lost[0][0].toString().contains(QStringLiteral("leads to another Redis")),
             qPrintable(lost[0][0].toString()));
    QTRY_VERIFY(both.areReady());
    QCOMPARE(both.reading.runId(), both.commands.runId());
    QByteArray name;
    both.reading.command({"GET", "name"}, this, [&](const Reply &reply) { name = reply.text; });
    QTRY_COMPARE(name, QByteArray("two"));
}

/// Not even for a moment: what was published there would be acknowledged, and in no log.
void TestOneRedis::isNeverReadyOnTwo()
{
    SwitchingPort port(*m_one);
    Both both(port.url());
    QTRY_VERIFY(both.areReady());
    int together = 0;
    int apart = 0;
    const auto look = [&] {
        if (both.areReady())
            ++(both.reading.runId() == both.commands.runId() ? together : apart);
    };
    connect(&both.reading, &Connection::becameReady, this, look);
    connect(&both.commands, &Connection::becameReady, this, look);
    for (int round = 0; round < 4; ++round) {
        port.leadTo(round % 2 == 0 ? *m_two : *m_one);
        Connection &moves = round < 2 ? both.commands : both.reading;
        moves.close();
        moves.open();
        QTRY_COMPARE(together, round + 1);
    }
    QCOMPARE(apart, 0);
}

void TestOneRedis::staysOverARestart()
{
    Both both(m_one->url());
    QTRY_VERIFY(both.areReady());
    const QByteArray before = both.reading.runId();
    QVERIFY(m_one->restart());
    QTRY_VERIFY(both.areReady() && both.reading.runId() != before);
    QCOMPARE(both.reading.runId(), both.commands.runId());
}

void TestOneRedis::anAccountThatMayNotAskIsNotCompared()
{
    m_one->command(words("ACL SETUSER default -info"));
    Both both(m_one->url());
    QTRY_VERIFY(both.areReady());
    QVERIFY(both.reading.runId().isEmpty());
}

QTEST_GUILESS_MAIN(TestOneRedis)
#include "tst_one_redis.moc"
