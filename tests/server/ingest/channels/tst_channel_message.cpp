// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_message.h"
#include "tests/server/ingest/channels/recorded.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
namespace recorded = pressboard::test::recorded;

/// What channels_redis put down, in any of its forms → what group_send() was given.
class TestChannelMessage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsLists();
    void readsSortedSets();
    void readsJson();
    void readsEncryptedOnes();
    void readsData();
    void readsASendToOneChannel();
    void refusesEveryTruncation_data();
    void refusesEveryTruncation();
    void refuses_data();
    void refuses();
};

static QByteArray behindRandom(const QByteArray &payload)
{
    return QByteArray("\x00\x81\xff{random}", 12).left(12) + payload;
}

void TestChannelMessage::readsLists()
{
    const auto message = ChannelMessage::read(recorded::listItem(), WireForm::List);
    QVERIFY2(message.ok(), message ? "" : qPrintable(message.error().message));
    QCOMPARE(message->type, QStringLiteral("notify.event"));
    QCOMPARE(message->channels,
             (QStringList{QStringLiteral("specific.fxJwCqyZ!SWUDmaQhpQqf"),
                          QStringLiteral("specific.fxJwCqyZ!UqjsAQyBOcoq")}));
    QCOMPARE(message->data.size(), 9);
    QCOMPARE(message->data.value(QStringLiteral("id")).toInt(), 7);
}

void TestChannelMessage::readsSortedSets()
{
    const auto message = ChannelMessage::read(recorded::sortedSetMember(), WireForm::SortedSet);
    QVERIFY2(message.ok(), message ? "" : qPrintable(message.error().message));
    QCOMPARE(message->type, QStringLiteral("notify.event"));
    QCOMPARE(message->channels.size(), 1);
    QCOMPARE(message->data.value(QStringLiteral("text")).toString(), QStringLiteral("héllo"));
}

void TestChannelMessage::readsJson()
{
    const auto message = ChannelMessage::read(
        behindRandom(R"({"type": "x", "data": {"n": 1}, "__asgi_channel__": ["a!g"]})"),
        WireForm::SortedSet);
    QVERIFY2(message.ok(), message ? "" : qPrintable(message.error().message));
    QCOMPARE(message->type, QStringLiteral("x"));
    QCOMPARE(message->data, (QJsonObject{{QStringLiteral("n"), 1}}));
    QCOMPARE(message->channels, QStringList{QStringLiteral("a!g")});
}

void TestChannelMessage::readsEncryptedOnes()
{
    const QList<Fernet> keys{Fernet::ofSecret("of yesterday"), Fernet::ofSecret("press secret")};
    const auto message =
        ChannelMessage::read(recorded::encryptedMember(), WireForm::SortedSet, keys);
    QVERIFY(message.ok());
    const auto plain = ChannelMessage::read(recorded::sortedSetMember(), WireForm::SortedSet);
    QCOMPARE(message->type, plain->type);
    QCOMPARE(message->data, plain->data);
    QCOMPARE(message->channels, plain->channels);
    QVERIFY(!ChannelMessage::read(recorded::encryptedMember(), WireForm::SortedSet, keys.first(1)));
}

/// What stands beside `data` is Django's own business.
void TestChannelMessage::readsData()
{
    const auto message = ChannelMessage::read(
        behindRandom(R"({"type": "x", "user": 5, "data": {"n": 1}})"), WireForm::SortedSet);
    QVERIFY(message.ok());
    QCOMPARE(message->data, (QJsonObject{{QStringLiteral("n"), 1}}));
}

void TestChannelMessage::readsASendToOneChannel()
{
    const auto message = ChannelMessage::read(
        behindRandom(R"({"type": "x", "__asgi_channel__": "a!g"})"), WireForm::SortedSet);
    QVERIFY(message.ok());
    QCOMPARE(message->channels, QStringList{QStringLiteral("a!g")});
    QVERIFY(message->data.isEmpty());
}

void TestChannelMessage::refusesEveryTruncation_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<bool>("sortedSet");
    QTest::newRow("list") << recorded::listItem() << false;
    QTest::newRow("sorted set") << recorded::sortedSetMember() << true;
    QTest::newRow("json") << behindRandom(R"({"type": "x", "data": {"n": [1, "é"]}})") << true;
}

void TestChannelMessage::refusesEveryTruncation()
{
    QFETCH(QByteArray, whole);
    QFETCH(bool, sortedSet);
    const WireForm form = sortedSet ? WireForm::SortedSet : WireForm::List;
    QVERIFY(ChannelMessage::read(whole, form).ok());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto message = ChannelMessage::read(whole.left(size), form);
        QVERIFY2(!message, qPrintable(QString::number(size)));
        QVERIFY(!message.error().message.isEmpty());
    }
}

void TestChannelMessage::refuses_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("reason");
    QTest::newRow("data is a text")
        << QByteArray(R"({"type": "x", "data": "{}"})") << "data: expected an object";
    QTest::newRow("data is a list")
        << QByteArray(R"({"type": "x", "data": []})") << "data: expected an object";
    QTest::newRow("bad JSON") << QByteArray(R"({"type": )") << "not valid JSON";
    QTest::newRow("deep JSON") << QByteArray(R"({"data": )") + QByteArray(40, '[') << "deeper";
    QTest::newRow("a text of 10 MB")
        << QByteArray(R"({"data": ")") + QByteArray(10'000'000, 'x') << "bytes, at most 262144";
    QTest::newRow("Fernet") << QByteArray("gAAAAABrA_6dxN0aJmX0tJj8UsLXs8WQ1Rn5H-Rvf2yT2cNwPzFh")
                            << "symmetric_encryption_keys";
}

void TestChannelMessage::refuses()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, reason);
    const auto message = ChannelMessage::read(behindRandom(payload), WireForm::SortedSet);
    QVERIFY(!message);
    QVERIFY2(message.error().message.contains(reason), qPrintable(message.error().message));
}

QTEST_APPLESS_MAIN(TestChannelMessage)
#include "tst_channel_message.moc"
