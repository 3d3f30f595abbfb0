// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/channels/group_sender.h"
#include "tests/server/ingest/channels/listening.h"

#include <QTest>

#include <numeric>

using namespace pressboard::test;
using namespace std::chrono_literals;

/// No server listens for a while: Django's own rules say what is left of its messages.
class TestChannelsAway : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void keepsTheOrderOfWhatWaited_data();
    void keepsTheOrderOfWhatWaited();
    void losesWhatIsBeyondTheCapacity_data();
    void losesWhatIsBeyondTheCapacity();
    void losesWhatIsTooOld_data();
    void losesWhatIsTooOld();
    void saysThatNobodyWasThere();
    void saysNothingWhenAnotherServerWasThere();

private:
    void start();
    void joinAndLeave();
    qint64 found(const char *command, GroupSender::Form form) const;

    RedisFixture m_redis;
    std::unique_ptr<Listening> m_listening;
};

static void addForms()
{
    QTest::addColumn<GroupSender::Form>("form");
    QTest::newRow("2.4.2, lists") << GroupSender::Form::Lists;
    QTest::newRow("4.0.0, sorted sets") << GroupSender::Form::SortedSets;
}

static QList<qint64> numbers(qint64 to)
{
    QList<qint64> all(to);
    std::iota(all.begin(), all.end(), 1);
    return all;
}

void TestChannelsAway::init()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_redis.flushAll());
}

void TestChannelsAway::cleanup()
{
    m_listening.reset();
}

void TestChannelsAway::start()
{
    m_listening = std::make_unique<Listening>(QList<const RedisFixture *>{&m_redis});
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->isJoined(), Listening::patienceMs);
}

/// Our names stay in the groups: Django goes on writing to us.
void TestChannelsAway::joinAndLeave()
{
    start();
    m_listening.reset();
}

/// Of the key that has our messages.
qint64 TestChannelsAway::found(const char *command, GroupSender::Form form) const
{
    const bool isList = form == GroupSender::Form::Lists;
    return m_redis.number({QString::fromLatin1(command),
                           isList ? QStringLiteral("asgi:pressboard.data!")
                                  : QStringLiteral("asgipressboard.data!")});
}

void TestChannelsAway::keepsTheOrderOfWhatWaited_data()
{
    addForms();
}

/// 2.4.2 writes at the head and reads at the tail.
void TestChannelsAway::keepsTheOrderOfWhatWaited()
{
    QFETCH(GroupSender::Form, form);
    joinAndLeave();
    GroupSender sender(form, {m_redis.url()});
    for (int id = 1; id <= 50; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(sender.answered(), 50, Listening::patienceMs);
    QCOMPARE(found(form == GroupSender::Form::Lists ? "LLEN" : "ZCARD", form), 50);
    const qint64 ttl = found("TTL", form);
    QVERIFY2(ttl > 0 && ttl <= 60, qPrintable(QString::number(ttl)));
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 50, Listening::patienceMs);
    QCOMPARE(m_listening->log.orders(), numbers(50));
    QCOMPARE(m_listening->fact(QLatin1StringView("most_found")), 50);
    QVERIFY(m_listening->source.losses().isEmpty());
}

void TestChannelsAway::losesWhatIsBeyondTheCapacity_data()
{
    addForms();
}

void TestChannelsAway::losesWhatIsBeyondTheCapacity()
{
    QFETCH(GroupSender::Form, form);
    joinAndLeave();
    GroupSender sender(form, {m_redis.url()}, QStringLiteral("notifications"), 100);
    for (int id = 1; id <= 130; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(sender.answered(), 130, Listening::patienceMs);
    QCOMPARE(sender.dropped(), 30);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 100, Listening::patienceMs);
    QCOMPARE(m_listening->log.orders(), numbers(100));
    QCOMPARE(m_listening->fact(QLatin1StringView("most_found")), 100);
    sender.sendOrder(101);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.orders(), numbers(101), Listening::patienceMs);
    QCOMPARE(sender.dropped(), 30);
}

void TestChannelsAway::losesWhatIsTooOld_data()
{
    addForms();
}

/// With an expiry of a second in place of a minute.
void TestChannelsAway::losesWhatIsTooOld()
{
    QFETCH(GroupSender::Form, form);
    joinAndLeave();
    GroupSender sender(form, {m_redis.url()}, QStringLiteral("notifications"), 100, 1s);
    sender.sendOrder(1);
    QTRY_COMPARE_WITH_TIMEOUT(sender.answered(), 1, Listening::patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(found("EXISTS", form), 0, Listening::patienceMs);
    start();
    GroupSender later(form, {m_redis.url()});
    later.sendOrder(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.orders(), QList<qint64>{2}, Listening::patienceMs);
}

/// Our names in the groups tell when one of our servers wrote them.
void TestChannelsAway::saysThatNobodyWasThere()
{
    joinAndLeave();
    const qint64 now = m_redis.command(words("TIME")).split('\n').first().toLongLong();
    for (const char *key : {"asgi::group:notifications", "asgi:group:notifications"}) {
        QVERIFY(m_redis.number({QStringLiteral("ZADD"), QString::fromLatin1(key),
                                QString::number(now - 90),
                                QStringLiteral("pressboard.data!notifications")})
                == 0);
    }
    start();
    const QStringList losses = m_listening->source.losses();
    QCOMPARE(losses.size(), 1);
    QVERIFY2(losses.first().startsWith(QStringLiteral("No server listened to Django Channels")),
             qPrintable(losses.first()));
    QCOMPARE(m_listening->fact(QLatin1StringView("times_away")), 1);
}

void TestChannelsAway::saysNothingWhenAnotherServerWasThere()
{
    start();
    Listening second({&m_redis}, m_listening->log);
    QTRY_VERIFY_WITH_TIMEOUT(second.isJoined(), Listening::patienceMs);
    QVERIFY(second.source.losses().isEmpty());
}

QTEST_GUILESS_MAIN(TestChannelsAway)
#include "tst_channels_away.moc"
