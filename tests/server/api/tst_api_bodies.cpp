// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/api_fixture.h"
#include "tests/server/listener/test_certificate.h"

#include <QSslSocket>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// How the body of a request comes, and what does not come as one.
class TestApiBodies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lengths_data();
    void lengths();
    void comesByteByByte();
    void comesTooSlowly();
    void endsTooSoon();
    void isShorterThanItIs();
    void asksBeforeItSends();
    void isNotAskedForWhenItIsRefused();
    void isStillBeingSentWhenItIsRefused_data();
    void isStillBeingSentWhenItIsRefused();
    void aSecondRequestBehindIt();
    void manyAtOnceAreBounded();
    void ofOneAddressAreBounded();
    void slowOnesKeepNobodyOut();
};

namespace {

QByteArray postHead(const QByteArray &lines, const QByteArray &user = "crm")
{
    return request("/api/v1/events", user, "Content-Type: application/json\r\n" + lines, "POST");
}

ListenerOptions with(const HttpCallLimits &limits)
{
    ListenerOptions options;
    options.calls = limits;
    return options;
}

} // namespace

void TestApiBodies::lengths_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &lines, int status) {
        QTest::newRow(name) << postHead(lines) << status;
    };
    row("none", "", 411);
    row("chunks", "Transfer-Encoding: chunked\r\n", 411);
    row("chunks and a length", "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n", 411);
    row("two", "Content-Length: 2\r\nContent-Length: 3\r\n", 400);
    row("twice the same", "Content-Length: 2\r\nContent-Length: 2\r\n", 400);
    row("a word", "Content-Length: two\r\n", 400);
    row("less than nothing", "Content-Length: -2\r\n", 400);
    row("with a sign", "Content-Length: +2\r\n", 400);
    row("one byte too many", "Content-Length: 1048577\r\n", 413);
    row("beyond all numbers", "Content-Length: 99999999999999999999\r\n", 413);
    row("another expectation", "Content-Length: 2\r\nExpect: wonders\r\n", 417);
    QTest::newRow("of a GET") << request("/api/v1/stats", "crm", "Content-Length: 2\r\n") << 400;
    QTest::newRow("chunks of a GET")
        << request("/api/v1/stats", "crm", "Transfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("nothing, of a GET")
        << request("/api/v1/stats", "crm", "Content-Length: 0\r\n") << 200;
    QTest::newRow("a reader's") << postHead("Content-Length: 100000\r\n", "li") << 413;
}

void TestApiBodies::lengths()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    ApiFixture fixture;
    QCOMPARE(RawClient(fixture).status(bytes), status);
    QCOMPARE(fixture.push.hub->counters().httpAnswers, PushCounters::ByNumber({{status, 1}}));
}

void TestApiBodies::comesByteByByte()
{
    ApiFixture fixture;
    Asking call(fixture, {});
    QTRY_COMPARE(call.client.socket.state(), QTcpSocket::ConnectedState);
    for (const char byte : post("/api/v1/events", "crm", order7)) {
        call.client.socket.write(&byte, 1);
        call.client.socket.flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    fixture.push.publisher.asked.first().stored(StreamId{7, 1});
    QCOMPARE(call.reply().status, 201);
}

void TestApiBodies::comesTooSlowly()
{
    HttpCallLimits limits;
    limits.bodyTime = 50ms;
    ApiFixture fixture(with(limits));
    const HttpReply reply(RawClient(fixture).ask(postHead("Content-Length: 20\r\n") + "[1"));
    QCOMPARE(reply.status, 408);
    QCOMPARE(reply.code(), QStringLiteral("too_late"));
}

void TestApiBodies::endsTooSoon()
{
    ApiFixture fixture;
    Asking call(fixture, postHead("Content-Length: 20\r\nExpect: 100-continue\r\n") + "[1");
    QTRY_VERIFY(call.client.socket.bytesAvailable() > 0); // it is being read
    call.client.socket.abort();
    QTRY_COMPARE(fixture.push.hub->counters().cutBodies, 1u);
    QVERIFY(fixture.push.hub->counters().httpAnswers.empty());
}

/// Its length counts: what is behind it is no part of it.
void TestApiBodies::isShorterThanItIs()
{
    ApiFixture fixture;
    QCOMPARE(RawClient(fixture).status(postHead("Content-Length: 5\r\n") + order7), 400);
}

void TestApiBodies::asksBeforeItSends()
{
    ApiFixture fixture;
    Asking call(fixture,
                postHead("Expect: 100-continue\r\nContent-Length: "
                         + QByteArray::number(order7.size()) + "\r\n"));
    QTRY_COMPARE(call.client.socket.bytesAvailable(), 25);
    QCOMPARE(call.client.socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    call.client.socket.write(order7);
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    fixture.push.publisher.asked.first().stored(StreamId{7, 1});
    QCOMPARE(call.reply().status, 201);
}

void TestApiBodies::isNotAskedForWhenItIsRefused()
{
    ApiFixture fixture;
    const QByteArray lines = "Expect: 100-continue\r\nContent-Length: 20\r\n";
    QCOMPARE(RawClient(fixture).status(postHead(lines, "guess")), 401);
}

void TestApiBodies::isStillBeingSentWhenItIsRefused_data()
{
    QTest::addColumn<bool>("isTls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

/// It goes on for as long as it takes to read the answer, and no longer.
void TestApiBodies::isStillBeingSentWhenItIsRefused()
{
    QFETCH(const bool, isTls);
    ListenerOptions options;
    if (isTls)
        options.tls = testTls();
    ApiFixture fixture(options);
    const QByteArray head = postHead("Content-Length: 100000000\r\n");
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    QByteArray answer;
    QObject::connect(&socket, &QSslSocket::readyRead, [&] { answer += socket.readAll(); });
    const auto goOn = [&] {
        if (answer.isEmpty() && socket.bytesToWrite() + socket.encryptedBytesToWrite() == 0)
            socket.write(QByteArray(100'000, 'x'));
    };
    QObject::connect(&socket, &QSslSocket::bytesWritten, goOn);
    QObject::connect(&socket, &QSslSocket::encryptedBytesWritten, goOn);
    const quint16 port = fixture.port;
    isTls ? socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port)
          : socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.write(head);
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QTcpSocket::UnconnectedState, 20'000);
    answer += socket.readAll();
    QCOMPARE(HttpReply(answer).status, 413);
}

void TestApiBodies::aSecondRequestBehindIt()
{
    ApiFixture fixture;
    Asking call(fixture,
                post("/api/v1/events", "crm", order7) + request("/api/v1/stats", "crm")
                    + post("/api/v1/events", "wang", order7));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    fixture.push.publisher.asked.first().stored(StreamId{7, 1});
    const HttpReply reply = call.reply();
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.text.count("HTTP/1.1"), 1);
    QCOMPARE(fixture.push.publisher.asked.size(), 1);
}

void TestApiBodies::manyAtOnceAreBounded()
{
    HttpCallLimits limits;
    limits.bytesInAll = 1000;
    ApiFixture fixture(with(limits));
    const QByteArray half = postHead("Expect: 100-continue\r\nContent-Length: 600\r\n");
    auto one = std::make_unique<Asking>(fixture, half);
    QTRY_VERIFY(one->client.socket.bytesAvailable() > 0);
    const HttpReply two(RawClient(fixture).ask(half));
    QCOMPARE(two.status, 503);
    QVERIFY(two.has("Retry-After: 2"));
    one->client.socket.abort();
    QTRY_COMPARE(fixture.push.hub->counters().cutBodies, 1u);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    Asking three(fixture, half);
    QTRY_VERIFY(three.client.socket.bytesAvailable() > 0);
    QCOMPARE(three.client.socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
}

/// As those are that have not made their request yet.
void TestApiBodies::ofOneAddressAreBounded()
{
    ListenerOptions options;
    options.maxHandshakesPerAddress = 2;
    options.rules.trustedProxies.clear();
    ApiFixture fixture(options);
    const QByteArray waiting = postHead("Expect: 100-continue\r\nContent-Length: 20\r\n");
    Asking one(fixture, waiting);
    Asking two(fixture, waiting);
    QTRY_VERIFY(one.client.socket.bytesAvailable() > 0 && two.client.socket.bytesAvailable() > 0);
    Asking three(fixture, waiting);
    QTRY_COMPARE(fixture.push.hub->counters().crowdedHandshakes, 1u);
}

/// As long as nobody waits they have their time; then they make room as those do that say nothing.
void TestApiBodies::slowOnesKeepNobodyOut()
{
    ListenerOptions options;
    options.maxHandshakes = 2;
    options.patience = 20ms;
    ApiFixture fixture(options);
    const QByteArray waiting = postHead("Expect: 100-continue\r\nContent-Length: 20\r\n");
    Asking one(fixture, waiting);
    Asking two(fixture, waiting);
    QTRY_VERIFY(one.client.socket.bytesAvailable() > 0 && two.client.socket.bytesAvailable() > 0);
    Asking three(fixture, request("/api/v1/stats", "li"));
    QCOMPARE(three.reply().status, 200);
    QCOMPARE(fixture.push.hub->counters().pushedOut, 1u);
    QCOMPARE(fixture.push.hub->counters().cutBodies, 0u);
}

QTEST_GUILESS_MAIN(TestApiBodies)
#include "tst_api_bodies.moc"
