// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/reply_parser.h"

#include "server/redis/backoff.h"
#include "server/redis/script.h"
#include "server/redis/stream_entry.h"

#include <QTest>

using namespace pressboard::server::redis;
using pressboard::StreamId;
using namespace std::chrono_literals;

class TestReplyParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryKind();
    void readsBytesCutAnywhere();
    void saysWhenItIsNotRedis_data();
    void saysWhenItIsNotRedis();
    void encodesBinarySafely();
    void readsStreamEntries();
    void leavesOutMalformedEntries();
    void namesScriptsAsRedisDoes();
    void backsOff();
};

void TestReplyParser::readsEveryKind()
{
    ReplyParser parser;
    parser.feed("+OK\r\n-ERR no\r\n:-7\r\n$4\r\na\r\nb\r\n$-1\r\n*2\r\n:1\r\n*-1\r\n*0\r\n");
    const auto status = parser.next();
    QCOMPARE(status->kind, Reply::Kind::Status);
    QCOMPARE(status->text, QByteArray("OK"));
    const auto error = parser.next();
    QVERIFY(error->isError() && error->failed() && !error->isLost());
    QCOMPARE(error->text, QByteArray("ERR no"));
    QCOMPARE(parser.next()->integer, qint64(-7));
    QCOMPARE(parser.next()->text, QByteArray("a\r\nb"));
    QVERIFY(parser.next()->isNil());
    const auto array = parser.next();
    QCOMPARE(array->kind, Reply::Kind::Array);
    QCOMPARE(array->items.size(), 2);
    QCOMPARE(array->items[0].integer, qint64(1));
    QVERIFY(array->items[1].isNil());
    QCOMPARE(parser.next()->kind, Reply::Kind::Array);
    QVERIFY(!parser.next());
    QVERIFY(!parser.isBroken());
}

void TestReplyParser::readsBytesCutAnywhere()
{
    const QByteArray bytes =
        "*2\r\n$3\r\nkey\r\n*1\r\n*2\r\n$3\r\n1-1\r\n*2\r\n$1\r\nf\r\n$6\r\n印务\r\n";
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        ReplyParser parser;
        parser.feed(bytes.left(cut));
        auto reply = parser.next();
        QCOMPARE(reply.has_value(), cut == bytes.size());
        if (!reply) {
            parser.feed(bytes.mid(cut));
            reply = parser.next();
        }
        QVERIFY(reply);
        const auto entries = entriesFromReply(reply->items[1]);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].field("f"), QByteArray("印务"));
    }
}

void TestReplyParser::saysWhenItIsNotRedis_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("tls alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7);
    QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH\r\n");
    QTest::newRow("bad integer") << QByteArray(":12x\r\n");
    QTest::newRow("too deep") << QByteArray("*1\r\n").repeated(20);
}

void TestReplyParser::saysWhenItIsNotRedis()
{
    QFETCH(QByteArray, bytes);
    ReplyParser parser;
    parser.feed(bytes);
    QVERIFY(!parser.next());
    QVERIFY(parser.isBroken());
    parser.feed("+OK\r\n");
    QVERIFY(!parser.next());
}

void TestReplyParser::encodesBinarySafely()
{
    QCOMPARE(encodeCommand({"SET", QByteArray("a\0b", 3), ""}),
             QByteArray("*3\r\n$3\r\nSET\r\n$3\r\na\0b\r\n$0\r\n\r\n", 28));
}

void TestReplyParser::readsStreamEntries()
{
    ReplyParser parser;
    parser.feed(
        "*1\r\n*2\r\n$5\r\n12-34\r\n*4\r\n$4\r\ntype\r\n$1\r\nx\r\n$3\r\nsrc\r\n$0\r\n\r\n");
    const auto entries = entriesFromReply(*parser.next());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].id, (StreamId{12, 34}));
    QCOMPARE(entries[0].field("type"), QByteArray("x"));
    QVERIFY(entries[0].field("src").isEmpty() && !entries[0].field("src").isNull());
    QVERIFY(entries[0].field("data").isNull());
}

void TestReplyParser::leavesOutMalformedEntries()
{
    ReplyParser parser;
    parser.feed("*4\r\n:1\r\n"
                "*2\r\n$3\r\nabc\r\n*0\r\n" // not an ID
                "*2\r\n$3\r\n1-1\r\n*1\r\n$1\r\nf\r\n" // a field without value
                "*2\r\n$3\r\n2-0\r\n*0\r\n");
    const auto entries = entriesFromReply(*parser.next());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].id, (StreamId{2, 0}));
    QVERIFY(entriesFromReply(Reply{}).isEmpty());
}

void TestReplyParser::namesScriptsAsRedisDoes()
{
    QCOMPARE(Script("return 1").sha1(), QByteArray("e0e1f9fabfc9d4800c877a703b823ac0578ff8db"));
}

void TestReplyParser::backsOff()
{
    Backoff backoff(100ms, 2000ms, 7);
    auto whole = 100ms;
    for (int i = 0; i < 10; ++i) {
        const auto wait = backoff.next();
        QVERIFY(wait <= whole && wait >= whole - whole / 4);
        whole = std::min<std::chrono::milliseconds>(whole * 2, 2000ms);
    }
    backoff.reset();
    QVERIFY(backoff.next() <= 100ms);
}

QTEST_APPLESS_MAIN(TestReplyParser)
#include "tst_reply_parser.moc"
