// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/request_head.h"
#include "shared/base/limits.h"
#include "tests/support/random_events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using Kind = RequestHead::Kind;

namespace {

const QByteArray browsers = "GET /ws/notifications/?x=1&token=pb_a%2Bb HTTP/1.1\r\n"
                            "Host: press:5173\r\n"
                            "Upgrade: websocket\r\n"
                            "Connection: keep-alive, Upgrade\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            "Sec-WebSocket-Protocol: other\r\n"
                            "Sec-WebSocket-Protocol: pressboard.v1\r\n"
                            "X-Empty:\r\n"
                            "\r\n";

}

class TestRequestHead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAHandshake();
    void knowsAtEveryByteWhetherItIsWhole();
    void kinds_data();
    void kinds();
    void queries_data();
    void queries();
    void ignoresWhatFollows();
    void survivesNoise();
};

void TestRequestHead::readsAHandshake()
{
    RequestHead head;
    QCOMPARE(RequestHead::parse(browsers, head), Kind::Complete);
    QCOMPARE(head.method(), "GET");
    QCOMPARE(head.path(), "/ws/notifications/");
    QVERIFY(head.isHttp11());
    QCOMPARE(head.header("host"), "press:5173");
    QVERIFY(head.headerHas("connection", "upgrade"));
    QVERIFY(!head.headerHas("connection", "close"));
    QVERIFY(head.headerHas("sec-websocket-protocol", "pressboard.v1"));
    QVERIFY(head.header("x-empty").isEmpty() && !head.header("x-empty").isNull());
    QVERIFY(head.header("origin").isNull());
    QCOMPARE(head.query("token"), "pb_a+b");
    QVERIFY(head.query("nothing").isNull());
}

void TestRequestHead::knowsAtEveryByteWhetherItIsWhole()
{
    for (qsizetype size = 0; size < browsers.size(); ++size) {
        RequestHead head;
        QCOMPARE(RequestHead::parse(browsers.first(size), head), Kind::Incomplete);
    }
}

void TestRequestHead::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<RequestHead::Kind>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind) {
        QTest::newRow(name) << bytes << kind;
    };
    const qsizetype limit = qsizetype(limits::requestHeadBytes);
    const QByteArray line = "GET / HTTP/1.1\r\nX: ";
    row("a TLS hello", QByteArray::fromHex("16030100fa010000f6"), Kind::Malformed);
    row("lower case", "get / HTTP/1.1\r\n\r\n", Kind::Malformed);
    row("no version", "GET /\r\n\r\n", Kind::Malformed);
    row("another protocol", "GET / RTSP/1.0\r\n\r\n", Kind::Malformed);
    row("no path", "GET  HTTP/1.1\r\n\r\n", Kind::Malformed);
    row("a whole address", "GET http://press/ HTTP/1.1\r\n\r\n", Kind::Malformed);
    row("a blank in the path", "GET /a b HTTP/1.1\r\n\r\n", Kind::Malformed);
    row("a header without a name", "GET / HTTP/1.1\r\n: x\r\n\r\n", Kind::Malformed);
    row("a header without a colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", Kind::Malformed);
    row("a folded header", "GET / HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n", Kind::Malformed);
    row("a line feed in a value", "GET / HTTP/1.1\r\nA: b\nC: d\r\n\r\n", Kind::Malformed);
    row("a zero in a value", QByteArray("GET / HTTP/1.1\r\nA: \0\r\n\r\n", 24), Kind::Malformed);
    row("no headers", "GET / HTTP/1.1\r\n\r\n", Kind::Complete);
    row("HTTP 1.0", "GET / HTTP/1.0\r\n\r\n", Kind::Complete);
    row("as large as allowed", (line + QByteArray(limit - line.size() - 4, 'x') + "\r\n\r\n"),
        Kind::Complete);
    row("one byte larger", (line + QByteArray(limit - line.size() - 3, 'x') + "\r\n\r\n"),
        Kind::TooLarge);
    row("too large and no end", line + QByteArray(limit, 'x'), Kind::TooLarge);
}

void TestRequestHead::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(RequestHead::Kind, kind);
    RequestHead head;
    QCOMPARE(RequestHead::parse(bytes, head), kind);
}

void TestRequestHead::queries_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("none") << QByteArray("/") << QByteArray();
    QTest::newRow("empty query") << QByteArray("/?") << QByteArray();
    QTest::newRow("without a value") << QByteArray("/?token") << QByteArray("");
    QTest::newRow("empty value") << QByteArray("/?token=") << QByteArray("");
    QTest::newRow("equals in the value") << QByteArray("/?token=a=b") << QByteArray("a=b");
    QTest::newRow("the first counts") << QByteArray("/?token=a&token=b") << QByteArray("a");
    QTest::newRow("an encoded name") << QByteArray("/?%74oken=a") << QByteArray("a");
    QTest::newRow("another name") << QByteArray("/?mytoken=a") << QByteArray();
}

void TestRequestHead::queries()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, token);
    RequestHead head;
    QCOMPARE(RequestHead::parse("GET " + target + " HTTP/1.1\r\n\r\n", head), Kind::Complete);
    QCOMPARE(head.query("token"), token);
    QCOMPARE(head.query("token").isNull(), token.isNull());
}

void TestRequestHead::ignoresWhatFollows()
{
    RequestHead head;
    QCOMPARE(RequestHead::parse(browsers + QByteArray(20'000, '\0'), head), Kind::Complete);
}

/// Whatever comes: an answer, and no more bytes read than there are (the sanitizers watch).
void TestRequestHead::survivesNoise()
{
    test::RandomEvents random(test::randomSeed());
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = browsers;
        for (int changes = random.below(8); changes >= 0; --changes)
            bytes[random.below(int(bytes.size()))] = char(random.below(256));
        bytes.truncate(random.below(int(bytes.size()) + 1));
        RequestHead head;
        if (RequestHead::parse(bytes, head) == Kind::Complete)
            QVERIFY(!head.method().isEmpty() && head.path().startsWith('/'));
    }
}

QTEST_APPLESS_MAIN(TestRequestHead)
#include "tst_request_head.moc"
