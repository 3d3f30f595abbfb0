// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "shared/protocol/client_row.h"
#include "shared/protocol/codec.h"
#include "tests/support/sample_messages.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::protocol;

namespace {

QJsonObject parsed(const QByteArray &frame)
{
    return QJsonDocument::fromJson(frame).object();
}

template<typename Message> Message decodedAs(const QByteArray &frame)
{
    const auto message = decodeServer(frame);
    if (!message || !std::holds_alternative<Message>(*message))
        qFatal("not that message: %s", frame.constData());
    return std::get<Message>(*message);
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverMessagesComeBack();
    void clientMessagesComeBack();
    void writesTheDocumentedFrames();
    void classicFrames();
    void membersComeBack();
    void unknownMembersAreIgnored();
    void unknownTypes();
    void aSeedServerHasNoProtocol();
    void refusesWrongTypes_data();
    void refusesWrongTypes();
    void refusesBadClientFrames_data();
    void refusesBadClientFrames();
    void knowsControlTypes();
};

/// Encoded, decoded and encoded again: the same bytes, and the same kind of message.
void TestCodec::serverMessagesComeBack()
{
    const auto messages = test::serverMessages();
    for (const ServerMessage &message : messages) {
        const QByteArray frame = test::encoded(message);
        const auto again = decodeServer(frame);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
        QCOMPARE(again->index(), message.index());
        QCOMPARE(test::encoded(*again), frame);
    }
}

void TestCodec::clientMessagesComeBack()
{
    const auto messages = test::clientMessages();
    for (const ClientMessage &message : messages) {
        const QByteArray frame = test::encoded(message);
        const auto again = decodeClient(frame);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
        QCOMPARE(again->index(), message.index());
        QCOMPARE(test::encoded(*again), frame);
    }
}

void TestCodec::writesTheDocumentedFrames()
{
    QCOMPARE(parsed(encode(EventMessage{u"x"_qs, {{u"a"_qs, 1}}, {5, 1}, true})),
             parsed(R"({"type":"x","data":{"a":1},"id":"5-1","src":"import"})"));
    QCOMPARE(parsed(encode(Numbers{{{u"total_orders"_qs, 1}}})),
             parsed(R"({"type":"dashboard_update","data":{"total_orders":1}})"));
    QCOMPARE(parsed(encode(OrderSight{{5, 1}, 7, true, {}})),
             parsed(R"({"type":"order","id":"5-1","order_id":7,"gone":true})"));
    QCOMPARE(parsed(encode(OrderSight{{5, 1}, 7, true, {}, true})),
             parsed(R"({"type":"order","id":"5-1","order_id":7,"gone":true,"src":"import"})"));
    QCOMPARE(parsed(encode(Hello{})), parsed(R"({"type":"hello","resume":null,"features":[],
                        "client":{"version":"","station":"","language":""}})"));
    QCOMPARE(parsed(encode(Publish{u"r"_qs, u"x"_qs, {}, Audience({u"dept_1"_qs})})),
             parsed(R"({"type":"publish","ref":"r",
                        "event":{"type":"x","data":{},"groups":["dept_1"]}})"));
    QCOMPARE(parsed(encode(Ack{u"r"_qs, 3, {5, 1}})),
             parsed(R"({"type":"ack","ref":"r","id":"5-1","online":3})"));
    QCOMPARE(parsed(encode(Ack{u"r"_qs, 3, {5, 1}, {u"quantity"_qs}})),
             parsed(R"({"type":"ack","ref":"r","id":"5-1","online":3,"left_out":["quantity"]})"));
    const QJsonObject test{{u"message"_qs, u"x"_qs}};
    const QByteArray echo = encode(Ack{u"r"_qs, 1, {}, {}, test});
    QCOMPARE(parsed(echo), parsed(R"({"type":"ack","ref":"r","online":1,"echo":{"message":"x"}})"));
    QCOMPARE(std::get<Ack>(*decodeServer(echo)).echo, test);
    const auto ack = decodeServer(encode(Ack{u"r"_qs, 3, {5, 1}, {u"note"_qs}}));
    QCOMPARE(std::get<Ack>(*ack).leftOut, QStringList{u"note"_qs});
    QCOMPARE(parsed(encode(Goodbye{u"restart"_qs, 2000})),
             parsed(R"({"type":"goodbye","reason":"restart","retry_after_ms":2000})"));
    QCOMPARE(parsed(encode(SourceChanged{{SourceState::Lost, Moment{}}})),
             parsed(R"({"type":"source","state":"lost","since":"1970-01-01T00:00:00Z"})"));
    QCOMPARE(parsed(encode(SourceChanged{{SourceState::Live, Moment{}, false, u"disk"_qs}})),
             parsed(R"({"type":"source","state":"live","since":"1970-01-01T00:00:00Z",
                        "writes":false,"cause":"disk"})"));
    QCOMPARE(parsed(encode(SourceChanged{{SourceState::Live,
                                          Moment{},
                                          true,
                                          {},
                                          Loss{Moment{}, Moment(std::chrono::minutes(1))}}})),
             parsed(R"({"type":"source","state":"live","since":"1970-01-01T00:00:00Z",
                        "loss":{"from":"1970-01-01T00:00:00Z","to":"1970-01-01T00:01:00Z"}})"));
    QCOMPARE(parsed(encode(Pong{Moment{}, {5, 1}})),
             parsed(R"({"type":"pong","message":"pong","time":"1970-01-01T00:00:00Z",
                        "position":"5-1"})"));
}

void TestCodec::classicFrames()
{
    ConnectionEstablished hello;
    hello.user = u"wang"_qs;
    QCOMPARE(
        parsed(encodeClassic(hello)),
        parsed(R"({"type":"connection_established","message":"WebSocket连接成功","user":"wang"})"));
    QCOMPARE(parsed(encodeClassic(Pong{})), parsed(R"({"type":"pong","message":"pong"})"));
    QCOMPARE(classicBadJson(), QByteArray(R"({"type":"error","message":"无效的JSON格式"})"));
}

void TestCodec::membersComeBack()
{
    const auto messages = test::serverMessages();
    const auto hello = std::get<ConnectionEstablished>(messages.first());
    const auto again = decodedAs<ConnectionEstablished>(encode(hello));
    QVERIFY(again.shop == hello.shop);
    QCOMPARE(again.display, u"王芳"_qs);
    QVERIFY(again.source == hello.source);
    QVERIFY(again.position == hello.position && again.time == hello.time);
    QCOMPARE(again.instance, hello.instance);
    QCOMPARE(again.heartbeatSeconds, 20);
    for (const ServerMessage &message : messages) {
        if (const auto *part = std::get_if<SnapshotPart>(&message)) {
            const auto read = decodedAs<SnapshotPart>(test::encodedPart(*part));
            QVERIFY(read.orders == part->orders);
            QVERIFY(read.notices == part->notices);
        } else if (const auto *sight = std::get_if<OrderSight>(&message)) {
            const auto read = decodedAs<OrderSight>(encode(*sight));
            QCOMPARE(read.gone, sight->gone);
            QCOMPARE(read.imported, sight->imported);
            QVERIFY(read.order == clientRow(sight->order));
        }
    }
}

void TestCodec::unknownMembersAreIgnored()
{
    const auto message = decodedAs<Goodbye>(
        R"({"type":"goodbye","reason":"a","retry_after_ms":1,"mood":{"sad":[true]}})");
    QCOMPARE(message.reason, u"a"_qs);
}

void TestCodec::unknownTypes()
{
    QCOMPARE(decodedAs<EventMessage>(R"({"type":"new_thing","data":{},"id":"5-1"})").type,
             u"new_thing"_qs);
    QCOMPARE(decodedAs<UnknownMessage>(R"({"type":"server_health","list":[]})").type,
             u"server_health"_qs);
    QVERIFY(!decodeServer(R"({"type":"new_thing","data":[],"id":"5-1"})").ok());
    QVERIFY(!decodeServer(R"({"type":"new_thing","data":{},"id":5})").ok());
}

void TestCodec::aSeedServerHasNoProtocol()
{
    const auto hello = decodedAs<ConnectionEstablished>(
        R"({"type":"connection_established","message":"WebSocket连接成功","user":"wang"})");
    QCOMPARE(hello.protocol, 0);
    QCOMPARE(hello.heartbeatSeconds, 30);
}

void TestCodec::refusesWrongTypes_data()
{
    QTest::addColumn<QByteArray>("frame");
    for (const char *frame : {
             "",
             "[]",
             "{}",
             "{\"type\":1}",
             "ping",
             R"({"type":"connection_established","message":1})",
             R"({"type":"connection_established","message":"","features":"x"})",
             R"({"type":"connection_established","message":"","position":"x"})",
             R"({"type":"connection_established","message":"","heartbeat_s":-1})",
             R"({"type":"connection_established","message":"","source":{"state":"tired"}})",
             R"({"type":"connection_established","message":"","shop":{"join_steps":[1]}})",
             R"({"type":"sync","mode":"maybe"})",
             R"({"type":"snapshot","part":0,"parts":1})",
             R"({"type":"snapshot","part":2,"parts":1})",
             R"({"type":"snapshot","part":1,"parts":1,"orders":[1]})",
             R"({"type":"snapshot","part":1,"parts":1,"notices":[{"id":"5-1"}]})",
             R"({"type":"synced","position":"5-1"})",
             R"({"type":"synced","epoch":"e","position":"5-1","day":{"start":"x"}})",
             R"({"type":"dashboard_update","data":1})",
             R"({"type":"order","id":"5-1"})",
             R"({"type":"order","id":"5-1","order_id":7,"quantity":[]})",
             R"({"type":"source","state":"live"})",
             R"({"type":"goodbye","retry_after_ms":1e12})",
             R"({"type":"pong","time":5})",
             R"({"type":"ack"})",
             R"({"type":"receipts","expected":1})",
             R"({"type":"receipts","id":"5-1","stations":[{"name":"a"}]})",
             R"({"type":"receipt","notices":[{"id":5}]})",
             R"({"type":"settled","id":"5-1","notice":"4-0","by":"x"})",
             R"({"type":"sent","notices":[{"id":"5-1"}]})",
             R"({"type":"remind","id":"5-1"})",
             R"({"type":"stations","part":2,"parts":1})",
             R"({"type":"stations","stations":[1]})",
             R"({"type":"snapshot","part":1,"parts":1,
                 "notices":[{"id":"5-1","data":{},"settled":{"by":"x"}}]})",
         })
        QTest::newRow(frame) << QByteArray(frame);
}

void TestCodec::refusesWrongTypes()
{
    QFETCH(QByteArray, frame);
    const auto message = decodeServer(frame);
    QVERIFY(!message.ok());
    QVERIFY(!message.error().message.isEmpty());
}

void TestCodec::refusesBadClientFrames_data()
{
    QTest::addColumn<QByteArray>("frame");
    for (const char *frame : {
             "",
             "null",
             "{}",
             R"({"type":"pong"})",
             R"({"type":["ping"]})",
             R"({"type":"hello","resume":5})",
             R"({"type":"hello","resume":{"epoch":"e"}})",
             R"({"type":"hello","resume":{"epoch":"e","position":"now"}})",
             R"({"type":"hello","features":{}})",
             R"({"type":"hello","client":{"station":1}})",
             R"({"type":"publish"})",
             R"({"type":"publish","ref":"r"})",
             R"({"type":"publish","ref":1,"event":{"type":"x","data":{}}})",
             R"({"type":"publish","ref":"r","event":{"type":"x"}})",
             R"({"type":"publish","ref":"r","event":{"type":"x","data":"{}"}})",
             R"({"type":"publish","ref":"r","event":{"type":"x","data":{},"groups":[1]}})",
         })
        QTest::newRow(frame) << QByteArray(frame);
    QTest::newRow("deep") << QByteArray(
                                 R"({"type":"publish","ref":"r","event":{"type":"x","data":)")
            + QByteArray(30, '[') + QByteArray(30, ']') + "}}";
    QTest::newRow("large") << "{\"type\":\"ping\",\"x\":\"" + QByteArray(limits::frameBytes, 'x')
            + "\"}";
}

void TestCodec::refusesBadClientFrames()
{
    QFETCH(QByteArray, frame);
    QVERIFY(!decodeClient(frame).ok());
}

void TestCodec::knowsControlTypes()
{
    QVERIFY(isControlType(u"snapshot"_qs));
    QVERIFY(isControlType(u"order"_qs));
    QVERIFY(!isControlType(u"order_notification"_qs));
    QVERIFY(!isControlType(u"dashboard_update"_qs));
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
