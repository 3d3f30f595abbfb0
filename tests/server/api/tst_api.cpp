// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/api_fixture.h"

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// What programs get below /api/v1/.
class TestApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void saysWhenItIsNotReady();
    void storesAnEvent();
    void tellsWhatBecameOfIt_data();
    void tellsWhatBecameOfIt();
    void theFirstStillRuns();
    void aListIsStoredWhole();
    void aListIsRefusedWhole();
    void takesANotice_data();
    void takesANotice();
    void tellsWhatWasLeftOut();
    void anOperatorTellsItsDepartments();
    void aTestComesBack();
    void tellsTheNumbers();
    void tellsOneItsOrders();
    void tellsIdsAndNumbersApart();
    void answersHeadWithoutABody();
    void toldToComeLater();
    void whoTookTooMuchOfUsComesLater();
    void callsForHelpFiveTimesAtOnce();
    void pagesOfOtherOriginsReadNothing();
    void pagesOfANamedOriginRead();
    void countsItsAnswers();
};

void TestApi::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &bytes, int status,
                        const char *field = "") {
        QTest::newRow(name) << bytes << status << QString::fromLatin1(field);
    };
    const QByteArray events = "/api/v1/events";
    row("nothing there", request("/api/v1/nothing", "wang"), 404);
    row("another version", request("/api/v2/stats", "wang"), 404);
    row("below an order", request("/api/v1/orders/7/steps", "wang"), 404);
    row("another method", request(events, "wang"), 405);
    row("nobody", request("/api/v1/stats", ""), 401);
    row("a wrong code", request("/api/v1/stats", "guess"), 401);
    row("a reader's event", post(events, "li", order7), 403);
    row("an operator's event", post(events, "zhou", order7), 403);
    row("anybody's notice", post("/api/v1/notices", "page", R"({"message":"x","test":true})"), 403);
    row("a page from elsewhere",
        request("/api/v1/stats", "wang", "Origin: http://evil.example\r\n"), 403);
    row("a form",
        post(events, "wang", "a=b", "Content-Type: application/x-www-form-urlencoded\r\n"), 415,
        "Content-Type");
    row("no type", post(events, "wang", order7, ""), 415, "Content-Type");
    row("a picture as a notice",
        post("/api/v1/notices", "wang", "x", "Content-Type: image/png\r\n"), 415, "Content-Type");
    row("not JSON", post(events, "wang", "{"), 400);
    row("too deep", post(events, "wang", QByteArray(1000, '[')), 400);
    row("neither object nor list", post(events, "wang", "7"), 400);
    row("no type of event", post(events, "wang", R"({"data":{}})"), 400, "type");
    row("no data", post(events, "wang", R"({"type":"order_notification"})"), 400, "data");
    row("no order", post(events, "wang", R"({"type":"order_notification","data":{}})"), 400,
        "data.order_id");
    row("a name of the log's own", post(events, "wang", R"({"type":"pressboard.day","data":{}})"),
        400, "type");
    row("groups that are none", post(events, "wang", R"({"type":"x","data":{},"groups":["a b"]})"),
        400, "groups");
    row("an empty list", post(events, "wang", "[]"), 400);
    row("a list of no events", post(events, "wang", "[7]"), 400, "[0]");
    row("too many", post(events, "wang", '[' + QByteArray("{},").repeated(100) + "{}]"), 400);
    row("a ref in a list", post(events, "wang", '[' + order7 + ']'), 400, "[0].ref");
    row("a ref that is none", post(events, "wang", R"({"type":"x","data":{},"ref":7})"), 400,
        "ref");
    row("a ref that is too long",
        post(events, "wang", R"({"type":"x","data":{},"ref":")" + QByteArray(65, 'r') + R"("})"),
        400, "ref");
    row("two refs",
        post(events, "wang", order7, "Content-Type: application/json\r\nIdempotency-Key: r2\r\n"),
        400, "ref");
    row("a notice that says nothing", post("/api/v1/notices", "wang", R"({"title":"x"})"), 400,
        "message");
    row("an empty text", post("/api/v1/notices", "wang", "", ""), 400, "message");
    row("a text of another coding", post("/api/v1/notices", "wang", "\xcd\xa3\xbb\xfa", ""), 400,
        "message");
    row("no such order", request("/api/v1/orders/7", "wang"), 404);
    row("which order", request("/api/v1/orders", "wang"), 400, "no");
}

void TestApi::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QString, field);
    ApiFixture fixture;
    const HttpReply reply(RawClient(fixture).ask(bytes));
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.field(), field);
    QVERIFY(!reply.code().isEmpty());
    QVERIFY(!reply.body.value(u"message").toString().isEmpty());
    QVERIFY(reply.has("Connection: close"));
    QVERIFY(fixture.push.publisher.asked.isEmpty());
}

void TestApi::saysWhenItIsNotReady()
{
    ApiFixture fixture;
    fixture.obstacle = QStringLiteral("the log is not read yet");
    const HttpReply reply(RawClient(fixture).ask(post("/api/v1/events", "wang", order7)));
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.has("Retry-After: 2"));
    QCOMPARE(reply.code(), QStringLiteral("unavailable"));
}

void TestApi::storesAnEvent()
{
    ApiFixture fixture;
    fixture.push.connectLive(QStringLiteral("li"));
    Asking call(fixture, post("/api/v1/events/", "crm", order7));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    const auto &asked = fixture.push.publisher.asked.first();
    QCOMPARE(asked.user, QStringLiteral("crm"));
    QCOMPARE(asked.ref, QStringLiteral("r1"));
    QCOMPARE(asked.event.type, QString(event_type::order));
    QCOMPARE(asked.event.data.value(u"status").toInt(), 2);
    asked.stored(StreamId{7, 1});
    const HttpReply reply = call.reply();
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.body,
             QJsonObject(
                 {{QStringLiteral("id"), QStringLiteral("7-1")}, {QStringLiteral("online"), 1}}));
}

void TestApi::tellsWhatBecameOfIt_data()
{
    QTest::addColumn<int>("kind"); // of the storage; -1: there is none
    QTest::addColumn<int>("status");
    QTest::newRow("new") << int(Storage::Kind::New) << 201;
    QTest::newRow("again") << int(Storage::Kind::Again) << 200;
    QTest::newRow("another body") << int(Storage::Kind::Other) << 422;
    QTest::newRow("the log is away") << -1 << 503;
}

void TestApi::tellsWhatBecameOfIt()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    ApiFixture fixture;
    Asking call(fixture, post("/api/v1/events", "crm", order7));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    const bool isStored = kind >= 0 && Storage::Kind(kind) != Storage::Kind::Other;
    fixture.push.publisher.asked.first().answer(
        kind < 0 ? Result<Storage>(Error{QStringLiteral("Redis is away"), true})
                 : Storage{Storage::Kind(kind),
                           isStored ? QList<StreamId>{StreamId{7, 1}} : QList<StreamId>()});
    const HttpReply reply = call.reply();
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.body.contains(u"id"), isStored);
    QCOMPARE(reply.has("Retry-After: 2"), status == 503);
}

/// The key alone counts: what the second one says is known only once the first is done.
void TestApi::theFirstStillRuns()
{
    ApiFixture fixture;
    const QByteArray keyed = "Content-Type: application/json\r\nIdempotency-Key: \"r1\"\r\n";
    Asking first(fixture, post("/api/v1/events", "crm", order7, keyed));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    const HttpReply second(RawClient(fixture).ask(post("/api/v1/events", "crm", order7)));
    QCOMPARE(second.status, 409);
    // Somebody else's is another one.
    Asking other(fixture, post("/api/v1/events", "wang", order7));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 2);
    for (const auto &asked : fixture.push.publisher.asked)
        asked.stored(StreamId{7, 1});
    QCOMPARE(first.reply().status, 201);
    QCOMPARE(other.reply().status, 201);
    Asking third(fixture, post("/api/v1/events", "crm", order7));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 3);
    // Spelled in another way it is the same.
    QCOMPARE(fixture.push.publisher.asked[2].hash, fixture.push.publisher.asked[0].hash);
}

void TestApi::aListIsStoredWhole()
{
    ApiFixture fixture;
    const QByteArray list = R"([{"type":"order_notification","data":{"order_id":7}},)"
                            R"({"type":"progress_notification","data":{"order_id":7,)"
                            R"("progress_id":8}}])";
    Asking call(fixture,
                post("/api/v1/events", "crm", list,
                     "Content-Type: application/json; charset=utf-8\r\nIdempotency-Key: k\r\n"));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    const auto &asked = fixture.push.publisher.asked.first();
    QCOMPARE(asked.ref, QStringLiteral("k"));
    QCOMPARE(asked.events.size(), 2);
    asked.answer(Storage{Storage::Kind::New, {StreamId{7, 1}, StreamId{7, 2}}});
    const HttpReply reply = call.reply();
    QCOMPARE(reply.status, 201);
    const QJsonArray events = reply.body.value(u"events").toArray();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[1].toObject().value(u"id").toString(), QStringLiteral("7-2"));
}

void TestApi::aListIsRefusedWhole()
{
    ApiFixture fixture;
    const QByteArray list = R"([{"type":"order_notification","data":{"order_id":7}},)"
                            R"({"type":"order_notification","data":{"status":3}}])";
    const HttpReply reply(RawClient(fixture).ask(post("/api/v1/events", "crm", list)));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.field(), QStringLiteral("[1].data.order_id"));
    QVERIFY(fixture.push.publisher.asked.isEmpty());
}

void TestApi::takesANotice_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("JSON") << post("/api/v1/notices", "wang",
                                  R"({"message":"停机","title":"注意","level":"warning",)"
                                  R"("groups":["dept_3"],"order_id":7,"key":"stop"})");
    QTest::newRow("JSON with groups as people write them")
        << post("/api/v1/notices", "wang",
                R"({"message":"停机","title":"注意","type":"warning","groups":"dept_3",)"
                R"("order_id":7,"key":"stop"})");
    const QByteArray headers = "Title: 注意\r\nLevel: warning\r\nGroups: dept_3\r\nOrder-Id: 7\r\n"
                               "Key: stop\r\n";
    QTest::newRow("text") << post("/api/v1/notices", "wang", "停机\n",
                                  headers + "Content-Type: text/plain; charset=utf-8\r\n");
    QTest::newRow("what curl -d sends")
        << post("/api/v1/notices", "wang", "停机",
                headers + "Content-Type: application/x-www-form-urlencoded\r\n");
}

void TestApi::takesANotice()
{
    QFETCH(QByteArray, bytes);
    ApiFixture fixture;
    Asking call(fixture, bytes);
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    const auto &asked = fixture.push.publisher.asked.first();
    QCOMPARE(asked.event.type, QString(event_type::notice));
    QCOMPARE(asked.event.groups, Audience({QStringLiteral("dept_3")}));
    QCOMPARE(asked.event.data.value(u"message").toString(), QStringLiteral("停机"));
    QCOMPARE(asked.event.data.value(u"title").toString(), QStringLiteral("注意"));
    QCOMPARE(asked.event.data.value(u"type").toString(), QStringLiteral("warning"));
    QCOMPARE(asked.event.data.value(u"order_id").toInt(), 7);
    QCOMPARE(asked.event.data.value(u"key").toString(), QStringLiteral("stop"));
    QCOMPARE(asked.event.data.value(u"sender").toString(), QStringLiteral("wang"));
    QVERIFY(!asked.ref.isEmpty());
    asked.stored(StreamId{7, 1});
    QCOMPARE(call.reply().status, 201);
}

void TestApi::tellsWhatWasLeftOut()
{
    ApiFixture fixture;
    Asking call(fixture,
                post("/api/v1/events", "crm",
                     R"({"type":"order_notification","data":{"order_id":7,"quantity":"many"}})"));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    fixture.push.publisher.asked.first().stored(StreamId{7, 1});
    QCOMPARE(call.reply().body.value(u"left_out").toArray(),
             QJsonArray{QStringLiteral("quantity")});
}

void TestApi::anOperatorTellsItsDepartments()
{
    ApiFixture fixture;
    const auto asNotice = [](const QByteArray &groups) {
        return post("/api/v1/notices", "zhou", "停机", groups);
    };
    QCOMPARE(RawClient(fixture).status(asNotice("")), 403);
    QCOMPARE(RawClient(fixture).status(asNotice("Groups: dept_4\r\n")), 403);
    QVERIFY(fixture.push.publisher.asked.isEmpty());
    Asking call(fixture, asNotice("Groups: dept_3\r\n"));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1);
    fixture.push.publisher.asked.first().stored(StreamId{7, 1});
    QCOMPARE(call.reply().status, 201);
}

void TestApi::aTestComesBack()
{
    ApiFixture fixture;
    const HttpReply reply(
        RawClient(fixture).ask(post("/api/v1/notices", "li", R"({"message":"x","test":true})")));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body.value(u"echo").toObject().value(u"message").toString(),
             QStringLiteral("x"));
    QVERIFY(fixture.push.publisher.asked.isEmpty());
}

void TestApi::tellsTheNumbers()
{
    ApiFixture fixture;
    const StreamId last = fixture.push.appendOrder(7);
    const HttpReply reply(RawClient(fixture).ask(request("/api/v1/stats", "li")));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body.value(u"stats").toObject().value(u"pending_orders").toInt(), 1);
    QCOMPARE(reply.body.value(u"position").toString(), last.toString());
    QCOMPARE(reply.body.value(u"source").toObject().value(u"state").toString(),
             QStringLiteral("live"));
    // Who sees no orders sees no numbers.
    UserRecord notices = HubFixture::record(QStringLiteral("hall"));
    notices.viewOrders = false;
    fixture.push.users.replace({notices});
    QCOMPARE(RawClient(fixture).status(request("/api/v1/stats", "hall")), 403);
    QCOMPARE(RawClient(fixture).status(request("/api/v1/orders/7", "hall")), 403);
}

void TestApi::tellsOneItsOrders()
{
    ApiFixture fixture;
    fixture.push.appendOrder(7, {QStringLiteral("dept_3")});
    fixture.push.appendOrder(8, {QStringLiteral("dept_4")});
    const HttpReply seen(RawClient(fixture).ask(request("/api/v1/orders/7", "li")));
    QCOMPARE(seen.status, 200);
    const QJsonObject order = seen.body.value(u"order").toObject();
    QCOMPARE(order.value(u"order_no").toString(), QStringLiteral("PO7"));
    QVERIFY(order.contains(u"steps"));
    QVERIFY(!order.contains(u"groups")); // who else sees it is nobody's business
    QCOMPARE(RawClient(fixture).status(request("/api/v1/orders/8", "li")), 404);
    const HttpReply hidden(RawClient(fixture).ask(request("/api/v1/orders?no=PO8", "li")));
    QCOMPARE(hidden.status, 200);
    QCOMPARE(hidden.body.value(u"orders").toArray(), QJsonArray());
}

void TestApi::tellsIdsAndNumbersApart()
{
    ApiFixture fixture;
    fixture.push.append(
        event_type::order,
        {{QStringLiteral("order_id"), 7}, {QStringLiteral("order_no"), QStringLiteral("8")}});
    fixture.push.append(
        event_type::order,
        {{QStringLiteral("order_id"), 8}, {QStringLiteral("order_no"), QStringLiteral("A/7 号")}});
    const auto idAt = [&](const QByteArray &target) {
        const HttpReply reply(RawClient(fixture).ask(request(target, "wang")));
        const QJsonObject one = reply.body.value(u"order").toObject();
        const QJsonObject first = reply.body.value(u"orders").toArray().first().toObject();
        return (one.isEmpty() ? first : one).value(u"order_id").toInt();
    };
    QCOMPARE(idAt("/api/v1/orders/8"), 8);
    QCOMPARE(idAt("/api/v1/orders/?no=8"), 7);
    QCOMPARE(idAt("/api/v1/orders?no=A%2F7%20%E5%8F%B7"), 8);
}

void TestApi::answersHeadWithoutABody()
{
    ApiFixture fixture;
    const QByteArray reply = RawClient(fixture).ask(request("/api/v1/stats", "li", {}, "HEAD"));
    QVERIFY(reply.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(reply.endsWith("\r\n\r\n"));
    QVERIFY(!reply.contains("Content-Length: 0"));
}

void TestApi::toldToComeLater()
{
    HubOptions options;
    options.limits.publishesBurst = 2;
    options.limits.userShare = 1;
    ApiFixture fixture({}, options);
    const QByteArray event = R"({"type":"x","data":{}})";
    const HttpReply reply(RawClient(fixture).ask(
        post("/api/v1/events", "crm", '[' + event + ',' + event + ',' + event + ']')));
    QCOMPARE(reply.status, 429);
    QVERIFY(reply.has("Retry-After: 1"));
    Asking call(fixture, post("/api/v1/events", "crm", '[' + event + ',' + event + ']'));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 1); // the other one used up nothing
}

/// What its requests took of us, whatever they were for.
void TestApi::whoTookTooMuchOfUsComesLater()
{
    HubOptions options;
    options.limits.workBurst = 0.001; // a microsecond: the first request takes more
    options.limits.workPerSecond = 0.001;
    options.limits.userShare = 1;
    ApiFixture fixture({}, options);
    QCOMPARE(RawClient(fixture).status(request("/api/v1/stats", "li")), 200);
    QCOMPARE(RawClient(fixture).status(request("/api/v1/stats", "li")), 429);
    QCOMPARE(RawClient(fixture).status(request("/api/v1/stats", "wang")), 200);
}

/// Somebody comes running for each.
void TestApi::callsForHelpFiveTimesAtOnce()
{
    HubOptions options;
    pressboard::server::Call paper;
    paper.shown.name = QStringLiteral("paper");
    paper.shown.title = QStringLiteral("缺纸");
    options.calls = {paper};
    ApiFixture fixture({}, options);
    const QByteArray call = R"({"call":"paper"})";
    std::vector<std::unique_ptr<Asking>> calls;
    for (int i = 0; i < 5; ++i)
        calls.push_back(std::make_unique<Asking>(fixture, post("/api/v1/notices", "wang", call)));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 5);
    QCOMPARE(RawClient(fixture).status(post("/api/v1/notices", "wang", call)), 429);
    Asking other(fixture, post("/api/v1/notices", "wang", R"({"message":"no call"})"));
    QTRY_COMPARE(fixture.push.publisher.asked.size(), 6);
}

void TestApi::pagesOfOtherOriginsReadNothing()
{
    ApiFixture fixture;
    const HttpReply own(
        RawClient(fixture).ask(request("/api/v1/stats", "wang", "Origin: http://127.0.0.1\r\n")));
    QCOMPARE(own.status, 200);
    QVERIFY(!own.text.contains("Access-Control-Allow-Origin"));
    const HttpReply asked(RawClient(fixture).ask(
        request("/api/v1/stats", "", "Origin: http://crm.example\r\n", "OPTIONS")));
    QCOMPARE(asked.status, 403);
}

void TestApi::pagesOfANamedOriginRead()
{
    ListenerOptions options;
    options.rules.origins = {QStringLiteral("http://crm.example")};
    ApiFixture fixture(options);
    const QByteArray origin = "Origin: http://crm.example\r\n";
    const QByteArray allowed = "Access-Control-Allow-Origin: http://crm.example";
    // Before it says who it is.
    const HttpReply asked(RawClient(fixture).ask(request("/api/v1/events", "", origin, "OPTIONS")));
    QCOMPARE(asked.status, 204);
    QVERIFY(asked.has(allowed));
    QVERIFY(asked.text.contains("Access-Control-Allow-Headers: Authorization, Content-Type"));
    QVERIFY(!asked.text.contains("Content-Length"));
    // Also what went wrong.
    const HttpReply refused(RawClient(fixture).ask(request("/api/v1/stats", "", origin)));
    QCOMPARE(refused.status, 401);
    QVERIFY(refused.has(allowed));
    QVERIFY(refused.has("Vary: Origin"));
}

void TestApi::countsItsAnswers()
{
    ApiFixture fixture;
    RawClient(fixture).ask(request("/api/v1/stats", "li"));
    RawClient(fixture).ask(request("/api/v1/stats", ""));
    RawClient(fixture).ask(request("/api/v1/stats", ""));
    PushCounters expected;
    expected.httpAnswers = {{200, 1}, {401, 2}};
    QCOMPARE(fixture.push.hub->counters(), expected);
}

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
