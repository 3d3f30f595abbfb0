// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/channels/group_sender.h"
#include "tests/server/ingest/channels/channel_layer_test.h"

#include <QTest>

#include <numeric>

using namespace pressboard::test;

/// What may happen to a channel layer, and to what lies in it.
class TestChannelsTrouble : public ChannelLayerTest
{
    Q_OBJECT
private Q_SLOTS:
    void leavesOtherMembersAlone();
    void joinsAgainAfterAFlush();
    void comesBackAfterARestart();
    void rejectsWhatCannotBeRead_data();
    void rejectsWhatCannotBeRead();
    void saysThatMessagesAreEncrypted();
    void rejectsWhatSomebodyPutIntoTheInbox();
    void losesNothingWhenTheInboxOfTwoIsAnother();
};

void TestChannelsTrouble::leavesOtherMembersAlone()
{
    QCOMPARE(command("ZADD asgi:group:notifications 5 specific.x!y"), "1");
    QCOMPARE(command("EXPIRE asgi:group:notifications 200000"), "1");
    QCOMPARE(command("ZADD asgi::group:notifications 5 specific.x!y"), "1");
    start();
    QCOMPARE(command("ZRANGE asgi:group:notifications 0 -1"),
             "specific.x!y\npressboard.data!notifications\npressboard.wake!notifications");
    QVERIFY(command("TTL asgi:group:notifications").toInt() > 100'000);
    QCOMPARE(command("TTL asgi::group:notifications"), "-1");
}

void TestChannelsTrouble::joinsAgainAfterAFlush()
{
    start();
    QVERIFY(m_redis.flushAll());
    // The inbox was lost as well, which is seen before or after that.
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->source.losses().size(), 2, 5000);
    QVERIFY(m_listening->source.losses().first().contains(QStringLiteral("is lost")));
    QVERIFY(m_listening->source.losses().last().contains(QStringLiteral("nothing was in it")));
    QCOMPARE(command("ZCARD asgi::group:notifications"), "2");
    GroupSender sender(GroupSender::Form::SortedSets, {m_redis.url()});
    sender.sendOrder(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.orders(), QList<qint64>{1}, Listening::patienceMs);
}

void TestChannelsTrouble::comesBackAfterARestart()
{
    start();
    m_redis.kill();
    QTRY_VERIFY_WITH_TIMEOUT(!m_listening->source.problems().isEmpty(), 5000);
    QVERIFY(m_redis.start());
    GroupSender sender(GroupSender::Form::Lists, {m_redis.url()});
    sender.sendOrder(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.orders(), QList<qint64>{1}, Listening::patienceMs);
    QVERIFY(m_listening->source.problems().isEmpty());
    QVERIFY(m_listening->source.losses().isEmpty());
}

void TestChannelsTrouble::rejectsWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not MessagePack") << "hello"
                                     << "from Django Channels: not valid MessagePack";
    QTest::newRow("no group") << R"({"type":"x"})"
                              << "names no group";
    QTest::newRow("no type") << R"({"__asgi_channel__":["a!g"]})"
                             << "type: found";
    QTest::newRow("bad field")
        << R"({"type":"order_notification","order_id":true,"__asgi_channel__":["a!g"]})"
        << "order_id: found true";
}

void TestChannelsTrouble::rejectsWhatCannotBeRead()
{
    QFETCH(QString, message);
    QFETCH(QString, reason);
    start();
    push(message);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.rejected.size(), 1, Listening::patienceMs);
    QVERIFY2(m_listening->log.rejected.first().reason.contains(reason),
             qPrintable(m_listening->log.rejected.first().reason));
    QCOMPARE(m_listening->log.rejected.first().head, message.toUtf8());
    QVERIFY(m_listening->log.events.isEmpty());
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
}

void TestChannelsTrouble::saysThatMessagesAreEncrypted()
{
    start();
    push(QStringLiteral("gAAAAABrA_6dxN0aJmX0tJj8UsLXs8WQ1Rn5H-Rvf2yT2cNwPzFh"));
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.rejected.size(), 1, Listening::patienceMs);
    QVERIFY(m_listening->source.problems().join(u' ').contains(
        QStringLiteral("symmetric_encryption_keys")));
    push(QStringLiteral(R"({"type":"x","__asgi_channel__":["a!g"]})"));
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 1, Listening::patienceMs);
    QVERIFY(m_listening->source.problems().isEmpty());
}

void TestChannelsTrouble::rejectsWhatSomebodyPutIntoTheInbox()
{
    start();
    QVERIFY(!command("XADD pressboard:inbox * hello world").isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.rejected.size(), 1, Listening::patienceMs);
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
    QCOMPARE(m_listening->log.rejected.size(), 1);
}

/// The IDs of the first inbox are of a clock that was ahead, those of the second are not.
void TestChannelsTrouble::losesNothingWhenTheInboxOfTwoIsAnother()
{
    start();
    Listening second({&m_redis}, m_listening->log);
    QTRY_VERIFY_WITH_TIMEOUT(second.isJoined(), Listening::patienceMs);
    QVERIFY(!command("XADD pressboard:inbox 9999999999999-0 by somebody").isEmpty());
    GroupSender sender(GroupSender::Form::Lists, {m_redis.url()});
    qint64 sent = 0;
    const auto allIsThere = [&] { return m_listening->log.events.size() == sent; };
    const auto send = [&] {
        sender.sendOrder(++sent);
        return QTest::qWaitFor(allIsThere, Listening::patienceMs);
    };
    while (m_listening->eventsTaken() < 5 || second.eventsTaken() < 5)
        QVERIFY(send());
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
    QCOMPARE(command("DEL pressboard:inbox"), "1");
    for (int more = 0; more < 40; ++more)
        QVERIFY2(send(), qPrintable(QString::number(sent)));
    QList<qint64> orders(sent);
    std::iota(orders.begin(), orders.end(), 1);
    QCOMPARE(m_listening->log.orders(), orders);
}

QTEST_GUILESS_MAIN(TestChannelsTrouble)
#include "tst_channels_trouble.moc"
