// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/channels/group_sender.h"
#include "tests/server/ingest/channels/listening.h"

#include <QTest>

#include <algorithm>

using namespace pressboard::test;

/// Somebody empties the channel layer while Django sends. What is in it then, and what is sent
/// until we are back in the groups, is lost for Django's own consumers as well.
class TestChannelsFlush : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void goesOnAfterwards_data();
    void goesOnAfterwards();
    void saysHowManyWaitedInTheInbox();

private:
    bool isJoined() const;

    RedisFixture m_redis;
    std::unique_ptr<Listening> m_listening;
};

void TestChannelsFlush::init()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_redis.flushAll());
    m_listening = std::make_unique<Listening>(m_redis.url());
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->isJoined(), Listening::patienceMs);
}

void TestChannelsFlush::cleanup()
{
    m_listening.reset();
}

bool TestChannelsFlush::isJoined() const
{
    return m_redis.number(words("ZCARD asgi::group:notifications")) == 2
        && m_redis.number(words("ZCARD asgi:group:notifications")) == 2;
}

void TestChannelsFlush::goesOnAfterwards_data()
{
    QTest::addColumn<GroupSender::Form>("form");
    QTest::addColumn<QString>("command");
    for (const char *command : {"FLUSHALL", "FLUSHDB"}) {
        QTest::addRow("2.4.2, lists, %s", command)
            << GroupSender::Form::Lists << QString::fromLatin1(command);
        QTest::addRow("4.0.0, sorted sets, %s", command)
            << GroupSender::Form::SortedSets << QString::fromLatin1(command);
    }
}

void TestChannelsFlush::goesOnAfterwards()
{
    QFETCH(GroupSender::Form, form);
    QFETCH(QString, command);
    GroupSender sender(form, {m_redis.url()});
    qint64 sent = 0;
    const auto sendUntil = [&](qint64 last) {
        while (sent < last)
            sender.sendOrder(++sent);
    };
    sendUntil(600);
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->log.events.size() >= 100, Listening::patienceMs);
    const QList<qint64> before = m_listening->log.orders();
    QCOMPARE(m_redis.command({command}), "OK");
    QTRY_VERIFY_WITH_TIMEOUT(isJoined(), 5000);
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->source.losses().join(u' ').contains(
                                 QStringLiteral("emptied the channel layer")),
                             Listening::patienceMs);

    QTRY_COMPARE_WITH_TIMEOUT(sender.answered(), sent, Listening::patienceMs);
    sendUntil(700);
    const auto orders = [this] { return m_listening->log.orders(); };
    QTRY_VERIFY_WITH_TIMEOUT(orders().endsWith(sent), Listening::patienceMs);
    QCOMPARE(orders().first(before.size()), before);
    // Each once, in order; and of what was sent since none is missing.
    const QList<qint64> all = orders();
    QVERIFY(std::is_sorted(all.begin(), all.end(), std::less_equal<>()));
    QCOMPARE(std::count_if(all.begin(), all.end(), [](qint64 id) { return id > 600; }), 100);
    qInfo("%d of %d arrived", int(all.size()), int(sent));
}

void TestChannelsFlush::saysHowManyWaitedInTheInbox()
{
    m_listening->log.isAway = true;
    GroupSender sender(GroupSender::Form::Lists, {m_redis.url()});
    for (int id = 1; id <= 3; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->fact(QLatin1StringView("waiting")), 3,
                              Listening::patienceMs);
    QVERIFY(m_redis.flushAll());
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->fact(QLatin1StringView("inboxes_lost")), 1, 5000);
    QVERIFY(m_listening->source.losses().last().contains(QStringLiteral("up to 3 messages")));
}

QTEST_GUILESS_MAIN(TestChannelsFlush)
#include "tst_channels_flush.moc"
