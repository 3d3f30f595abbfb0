// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/channels/group_sender.h"
#include "tests/server/ingest/channels/listening.h"
#include "tests/server/ingest/channels/moving_address.h"

#include <QTest>

#include <numeric>

using namespace pressboard::test;

/// A channel layer's Redis is demoted: it lives, and keeps its connections, but takes no writes.
class TestChannelsFailover : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void followsAnAddressThatMoved_data();
    void followsAnAddressThatMoved();
    void waitsForItsMaster();

private:
    void demote(RedisFixture &from, RedisFixture &to);
    bool isJoined() const { return m_listening->isJoined(); }
    bool hasTaken(qint64 orders) const { return m_listening->log.events.size() == orders; }

    static QStringList options();

    RedisFixture m_first{options(), RedisFixture::Tcp::Yes};
    RedisFixture m_second{options(), RedisFixture::Tcp::Yes};
    MovingAddress m_address;
    std::unique_ptr<Listening> m_listening;
};

QStringList TestChannelsFailover::options()
{
    return {QStringLiteral("--repl-diskless-sync-delay"), QStringLiteral("0")};
}

static QList<qint64> numbers(qint64 to)
{
    QList<qint64> all(to);
    std::iota(all.begin(), all.end(), 1);
    return all;
}

static QByteArray replication(const RedisFixture &redis, const QByteArray &field)
{
    for (const QByteArray &line : redis.command(words("INFO replication")).split('\n')) {
        if (line.startsWith(field + ':'))
            return line.mid(field.size() + 1).trimmed();
    }
    return {};
}

static QByteArray follow(RedisFixture &replica, const RedisFixture &master)
{
    return replica.command(
        {QStringLiteral("REPLICAOF"), QStringLiteral("127.0.0.1"), QString::number(master.port())});
}

void TestChannelsFailover::init()
{
    QVERIFY(m_first.start() && m_second.start());
    QCOMPARE(m_first.command(words("REPLICAOF NO ONE")), "OK");
    QVERIFY(m_first.flushAll());
    QVERIFY(follow(m_second, m_first).startsWith("OK")); // or "OK Already connected …"
    QTRY_COMPARE_WITH_TIMEOUT(replication(m_second, "master_link_status"), "up",
                              Listening::patienceMs);
    m_address.lead(m_first.port());
    m_listening = std::make_unique<Listening>(m_address.url());
    QTRY_VERIFY_WITH_TIMEOUT(isJoined(), Listening::patienceMs);
}

void TestChannelsFailover::cleanup()
{
    m_listening.reset();
}

/// As Sentinel does it when both live.
void TestChannelsFailover::demote(RedisFixture &from, RedisFixture &to)
{
    QTRY_COMPARE_WITH_TIMEOUT(replication(to, "slave_repl_offset"),
                              replication(from, "master_repl_offset"), Listening::patienceMs);
    QCOMPARE(to.command(words("REPLICAOF NO ONE")), "OK");
    QCOMPARE(follow(from, to), "OK");
    QTRY_COMPARE_WITH_TIMEOUT(replication(from, "master_link_status"), "up", Listening::patienceMs);
}

void TestChannelsFailover::followsAnAddressThatMoved_data()
{
    QTest::addColumn<GroupSender::Form>("form");
    QTest::newRow("2.4.2, lists") << GroupSender::Form::Lists;
    QTest::newRow("4.0.0, sorted sets") << GroupSender::Form::SortedSets;
}

/// There and back again.
void TestChannelsFailover::followsAnAddressThatMoved()
{
    QFETCH(GroupSender::Form, form);
    qint64 sent = 0;
    const auto sendTo = [&](const RedisFixture &master) {
        GroupSender sender(form, {master.tcpUrl()});
        for (const qint64 until = sent + 50; sent < until;)
            sender.sendOrder(++sent);
        return QTest::qWaitFor([&] { return hasTaken(sent); }, Listening::patienceMs);
    };
    QVERIFY(sendTo(m_first));
    demote(m_first, m_second);
    m_address.lead(m_second.port());
    QVERIFY(sendTo(m_second));
    demote(m_second, m_first);
    m_address.lead(m_first.port());
    QVERIFY(sendTo(m_first));
    QCOMPARE(m_listening->log.orders(), numbers(sent));
    QTRY_COMPARE_WITH_TIMEOUT(m_first.number(words("XLEN pressboard:inbox")), 0,
                              Listening::patienceMs);
    QVERIFY(m_listening->source.problems().isEmpty());
    QVERIFY(m_listening->source.losses().isEmpty());
}

/// The address stays: the sentence says what answers there, and that is all that is wrong.
void TestChannelsFailover::waitsForItsMaster()
{
    demote(m_first, m_second);
    const auto problems = [this] { return m_listening->source.problems(); };
    QTRY_VERIFY_WITH_TIMEOUT(problems().join(u' ').contains(QStringLiteral("is a replica")),
                             Listening::patienceMs);
    QCOMPARE(problems().size(), 1);
    QCOMPARE(m_first.command(words("REPLICAOF NO ONE")), "OK");
    QTRY_VERIFY_WITH_TIMEOUT(problems().isEmpty(), Listening::patienceMs);
    GroupSender sender(GroupSender::Form::Lists, {m_first.tcpUrl()});
    sender.sendOrder(1);
    QTRY_VERIFY_WITH_TIMEOUT(hasTaken(1), Listening::patienceMs);
    QVERIFY(m_listening->source.losses().isEmpty());
}

QTEST_GUILESS_MAIN(TestChannelsFailover)
#include "tst_channels_failover.moc"
