// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/channels/group_sender.h"
#include "tests/server/ingest/channels/listening.h"

#include <QTest>

using namespace pressboard::test;

/// A real Redis, Debian's channels_redis or what 2.4.2 wrote, and the source between them and a
/// log.
class TestChannelsSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void takesWhatIsSent_data();
    void takesWhatIsSent();
    void takesBothFormsAtOnce();
    void takesFromSeveralHosts();
    void keepsWhatTheLogDoesNotTake();
    void movesWhileTheLogIsSilent_data();
    void movesWhileTheLogIsSilent();

private:
    void start(const QList<const RedisFixture *> &hosts);
    QByteArray command(const char *line) const;

    RedisFixture m_redis;
    std::unique_ptr<Listening> m_listening;
};

static QList<qint64> numbers(qint64 from, qint64 to)
{
    QList<qint64> all;
    for (qint64 number = from; number <= to; ++number)
        all.append(number);
    return all;
}

void TestChannelsSource::init()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_redis.flushAll());
}

void TestChannelsSource::cleanup()
{
    m_listening.reset();
}

void TestChannelsSource::start(const QList<const RedisFixture *> &hosts)
{
    m_listening = std::make_unique<Listening>(hosts);
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->isJoined(), Listening::patienceMs);
}

QByteArray TestChannelsSource::command(const char *line) const
{
    return m_redis.command(QString::fromUtf8(line).split(u' '));
}

void TestChannelsSource::takesWhatIsSent_data()
{
    QTest::addColumn<GroupSender::Form>("form");
    QTest::newRow("2.4.2, lists") << GroupSender::Form::Lists;
    QTest::newRow("4.0.0, sorted sets") << GroupSender::Form::SortedSets;
    QTest::newRow("4.2.1, JSON") << GroupSender::Form::Json;
    QTest::newRow("4.0.0, encrypted") << GroupSender::Form::Encrypted;
}

void TestChannelsSource::takesWhatIsSent()
{
    QFETCH(GroupSender::Form, form);
    start({&m_redis});
    GroupSender sender(form, {m_redis.url()});
    for (int id = 1; id <= 100; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 100, Listening::patienceMs);
    QCOMPARE(m_listening->log.orders(), numbers(1, 100));
    QVERIFY(m_listening->log.rejected.isEmpty());
    QCOMPARE(m_listening->log.events.first().source, QStringLiteral("channels"));
    QVERIFY(m_listening->log.events.first().groups.isEveryone());
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
    QVERIFY(m_listening->source.problems().isEmpty());
    QVERIFY(m_listening->source.losses().isEmpty());
}

void TestChannelsSource::takesBothFormsAtOnce()
{
    start({&m_redis});
    GroupSender old(GroupSender::Form::Lists, {m_redis.url()});
    GroupSender young(GroupSender::Form::SortedSets, {m_redis.url()});
    for (int id = 1; id <= 100; ++id) {
        old.sendOrder(id);
        young.sendOrder(1000 + id);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 200, Listening::patienceMs);
    QList<qint64> fromOld;
    QList<qint64> fromYoung;
    for (const qint64 id : m_listening->log.orders())
        (id < 1000 ? fromOld : fromYoung).append(id);
    QCOMPARE(fromOld, numbers(1, 100));
    QCOMPARE(fromYoung, numbers(1001, 1100));
}

void TestChannelsSource::takesFromSeveralHosts()
{
    RedisFixture second;
    RedisFixture third;
    QVERIFY(second.start() && third.start());
    start({&m_redis, &second, &third});
    GroupSender sender(GroupSender::Form::SortedSets, {m_redis.url(), second.url(), third.url()});
    QTRY_COMPARE(m_listening->source.facts().size(), 3);
    for (int id = 1; id <= 20; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 20, Listening::patienceMs);
    QCOMPARE(m_listening->log.orders(), numbers(1, 20));
}

/// Whoever asks it to wait is not Django, which forgets after 60 s and 100 messages.
void TestChannelsSource::keepsWhatTheLogDoesNotTake()
{
    start({&m_redis});
    m_listening->log.isAway = true;
    GroupSender sender(GroupSender::Form::Lists, {m_redis.url()});
    for (int id = 1; id <= 600; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(command("XLEN pressboard:inbox"), "600", Listening::patienceMs);
    QCOMPARE(command("EXISTS asgi:pressboard.data!"), "0");
    QTRY_VERIFY(
        m_listening->source.problems().join(u' ').contains(QStringLiteral("The log is away.")));
    m_listening->log.isAway = false;
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 600, Listening::patienceMs);
    QCOMPARE(m_listening->log.orders(), numbers(1, 600));
    QTRY_VERIFY(m_listening->source.problems().isEmpty());
}

void TestChannelsSource::movesWhileTheLogIsSilent_data()
{
    takesWhatIsSent_data();
}

/// Django throws away what is beyond its capacity, however short the wait for the log.
void TestChannelsSource::movesWhileTheLogIsSilent()
{
    QFETCH(GroupSender::Form, form);
    constexpr int capacity = 100;
    start({&m_redis});
    m_listening->log.isSilent = true;
    GroupSender sender(form, {m_redis.url()}, QStringLiteral("notifications"), capacity);
    for (int id = 1; id <= 300; ++id) {
        sender.sendOrder(id);
        if (id % (capacity / 2) > 0)
            continue;
        QTRY_COMPARE_WITH_TIMEOUT(sender.answered(), id, Listening::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(command("XLEN pressboard:inbox").toInt(), id,
                                  Listening::patienceMs);
    }
    m_listening->log.speak();
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 300, Listening::patienceMs);
    QCOMPARE(m_listening->log.orders(), numbers(1, 300));
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
}

QTEST_GUILESS_MAIN(TestChannelsSource)
#include "tst_channels_source.moc"
