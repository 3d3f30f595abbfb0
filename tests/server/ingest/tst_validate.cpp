// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/validate.h"

#include "shared/base/limits.h"

#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using server::validated;

namespace {

const QTimeZone &shanghai()
{
    static const QTimeZone zone("Asia/Shanghai");
    return zone;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Result<Event> read(const QString &type, const QByteArray &data, const QStringList &groups = {})
{
    return validated(type, data, groups, shanghai());
}

} // namespace

class TestValidate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void normalises_data();
    void normalises();
    void refuses_data();
    void refuses();
    void keepsWhatItDoesNotKnow();
    void readsEveryFieldOfTheContract();
    void readsTypes_data();
    void readsTypes();
    void keepsInternalTypesForItself();
    void readsGroups();
    void refusesGroups();
    void boundsSize();
    void boundsStrings();
    void boundsDepth();
    void survivesHostileNesting();
    void agreesOnBothOverloads();
};

void TestValidate::normalises_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("kept");
    const QString order = QStringLiteral("order_notification");
    const QString progress = QStringLiteral("progress_notification");
    const QString notice = QStringLiteral("general_notification");
    const QString numbers = QStringLiteral("dashboard_update");
    const auto row = [](const char *name, const QString &type, const char *sent, const char *kept) {
        QTest::newRow(name) << type << QByteArray(sent) << QByteArray(kept);
    };
    row("digit string", order, R"({"order_id":"42"})", R"({"order_id":42})");
    row("decimal string", order, R"({"order_id":42,"quantity":"3000.00"})",
        R"({"order_id":42,"quantity":3000})");
    row("whole double", order, R"({"order_id":42.0})", R"({"order_id":42})");
    row("large id", order, R"({"order_id":9007199254740991})", R"({"order_id":9007199254740991})");
    row("status text", order, R"({"order_id":1,"status":"3"})", R"({"order_id":1,"status":3})");
    row("number for text", order, R"({"order_id":1,"order_no":20231201001})",
        R"({"order_id":1,"order_no":"20231201001"})");
    row("fraction for text", order, R"({"order_id":1,"unit":1.5})",
        R"({"order_id":1,"unit":"1.5"})");
    row("blank clears", order, R"({"order_id":1,"note":"","quantity":"","delivery_date":""})",
        R"({"order_id":1,"note":null,"quantity":null,"delivery_date":null})");
    row("null clears", order, R"({"order_id":1,"note":null,"status":null})",
        R"({"order_id":1,"note":null,"status":null})");
    row("zone is the shop's", order, R"({"order_id":1,"timestamp":"2023-12-01 18:00:00"})",
        R"({"order_id":1,"timestamp":"2023-12-01T10:00:00Z"})");
    row("slashes", order, R"({"order_id":1,"order_date":"2023/12/01 18:00"})",
        R"({"order_id":1,"order_date":"2023-12-01T10:00:00Z"})");
    row("offset", order, R"({"order_id":1,"timestamp":"2023-12-01T10:00:00.250+02:00"})",
        R"({"order_id":1,"timestamp":"2023-12-01T08:00:00.250Z"})");
    row("delivery date", order, R"({"order_id":1,"delivery_date":"2023-12-05"})",
        R"({"order_id":1,"delivery_date":"2023-12-05"})");
    row("delivery datetime is cut, not converted", order,
        R"({"order_id":1,"delivery_date":"2023-12-05T23:30:00Z"})",
        R"({"order_id":1,"delivery_date":"2023-12-05"})");
    row("flags", order, R"({"order_id":1,"created":"True"})", R"({"order_id":1,"created":true})");
    row("flag as number", notice, R"({"message":"m","sticky":1,"confirm":0})",
        R"({"message":"m","sticky":true,"confirm":false})");
    row("operator id", progress, R"({"order_id":1,"progress_id":"7","operator_id":12})",
        R"({"order_id":1,"progress_id":7,"operator_id":"12"})");
    row("notice order", notice, R"({"message":"m","order_id":"5"})",
        R"({"message":"m","order_id":5})");
    row("notice withdrawn", notice, R"({"message":"","replaces":"12-0"})",
        R"({"message":null,"replaces":"12-0"})");
    row("notice number", notice, R"({"message":19})", R"({"message":"19"})");
    row("numbers", numbers, R"({"total_orders":"7","pending_orders":null})",
        R"({"total_orders":7,"pending_orders":null})");
    row("no numbers", numbers, "{}", "{}");
    row("steps of an import", order, R"({"order_id":1,"steps":[{"progress_id":"3","status":"2"}]})",
        R"({"order_id":1,"steps":[{"progress_id":3,"status":2}]})");
    row("unknown type", QStringLiteral("crm_custom"), R"({"order_id":"x"})", R"({"order_id":"x"})");
}

void TestValidate::normalises()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, kept);
    const auto event = read(type, sent);
    QVERIFY2(event.ok(), event ? "" : qPrintable(event.error().message));
    QCOMPARE(event->data, object(kept));
    QCOMPARE(event->published, sent); // for classic clients
    // What was normalised once stays as it is.
    const auto again = validated(type, event->data, {}, shanghai());
    QVERIFY(again.ok());
    QCOMPARE(again->data, event->data);
}

void TestValidate::refuses_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *type, const char *data, const char *error) {
        QTest::newRow(name) << QString::fromUtf8(type) << QByteArray(data)
                            << QString::fromUtf8(error);
    };
    const char *order = "order_notification";
    const char *progress = "progress_notification";
    const char *notice = "general_notification";
    row("not JSON", order, "order 5", "data: not valid JSON at byte");
    row("empty", order, "", "data: not valid JSON");
    row("a list", order, "[1]", "data: one JSON object is expected");
    row("half", order, R"({"order_id":1)", "data: not valid JSON");
    row("bad UTF-8", order, "{\"order_id\":1,\"note\":\"\xff\xfe\"}", "data: not valid JSON");
    row("no order_id", order, "{}", "order_id: found nothing, expected an integer from 1");
    row("null order_id", order, R"({"order_id":null})", "order_id: found null, expected");
    row("zero order_id", order, R"({"order_id":0})", "order_id: found 0, expected");
    row("negative order_id", order, R"({"order_id":-5})", "order_id: found -5, expected");
    row("text order_id", order, R"({"order_id":"PO12"})", "order_id: found \"PO12\", expected");
    row("fraction", order, R"({"order_id":1.5})", "order_id: found 1.5, expected");
    row("object", order, R"({"order_id":{}})", "order_id: found an object, expected");
    row("beyond JSON", order, R"({"order_id":9007199254740993})",
        "order_id: found 9007199254740993");
    row("overflow", order, R"({"order_id":"99999999999999999999"})", "order_id: found");
    row("status 5", order, R"({"order_id":1,"status":5})",
        "status: found 5, expected 1 (pending), 2 (processing), 3 (completed) or 4 (cancelled)");
    row("status word", order, R"({"order_id":1,"status":"done"})", "status: found \"done\"");
    row("status list", order, R"({"order_id":1,"status":[1]})", "status: found a list of 1");
    row("text list", order, R"({"order_id":1,"note":[]})",
        "note: found a list of 0, expected a text");
    row("text flag", order, R"({"order_id":1,"note":true})", "note: found true, expected a text");
    row("print type", order, R"({"order_id":1,"print_type":"poster"})",
        "print_type: found \"poster\", expected cover, content or cover_content");
    row("action", order, R"({"order_id":1,"action":"exploded"})",
        "action: found \"exploded\", expected created, updated or deleted");
    row("date", order, R"({"order_id":1,"delivery_date":"soon"})",
        "delivery_date: found \"soon\", expected a date such as");
    row("31 February", order, R"({"order_id":1,"delivery_date":"2026-02-31"})", "delivery_date");
    row("moment", order, R"({"order_id":1,"timestamp":"yesterday"})", "timestamp: found");
    row("moment number", order, R"({"order_id":1,"timestamp":1701421200})",
        "timestamp: found 1701421200, expected a date and time");
    row("flag", order, R"({"order_id":1,"created":"maybe"})", "created: found \"maybe\"");
    row("no progress_id", progress, R"({"order_id":1})", "progress_id: found nothing");
    row("no order of the step", progress, R"({"progress_id":1})", "order_id: found nothing");
    row("step order", progress, R"({"order_id":1,"progress_id":1,"step_order":-1})", "step_order");
    row("category", progress, R"({"order_id":1,"progress_id":1,"step_category":"封面"})",
        "step_category: found \"封面\", expected cover or content");
    row("no message", notice, "{}", "message: found nothing, expected a text");
    row("empty message", notice, R"({"message":"  "})", "message: found nothing");
    row("level", notice, R"({"message":"m","type":"panic"})",
        "type: found \"panic\", expected info, success, warning or error");
    row("replaces", notice, R"({"message":"m","replaces":"12"})", "replaces: found \"12\"");
    row("numbers", "dashboard_update", R"({"total_orders":"many"})",
        "total_orders: found \"many\"");
    row("steps", order, R"({"order_id":1,"steps":{}})", "steps: found an object, expected a list");
    row("a step", order, R"({"order_id":1,"steps":[{"progress_id":1},5]})",
        "steps[1]: found 5, expected an object");
    row("a step's field", order, R"({"order_id":1,"steps":[{"progress_id":1,"status":9}]})",
        "steps[0].status: found 9");
}

void TestValidate::refuses()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, data);
    QFETCH(QString, error);
    const auto event = read(type, data);
    QVERIFY(!event.ok());
    QVERIFY2(event.error().message.contains(error), qPrintable(event.error().message));
    QVERIFY(!event.error().transient);
}

void TestValidate::keepsWhatItDoesNotKnow()
{
    const QByteArray data = R"({"order_id":1,"colour":"CMYK","nested":{"a":[1,null,"x"]},"n":1.5})";
    const auto event = read(QStringLiteral("order_notification"), data);
    QVERIFY(event.ok());
    QCOMPARE(event->data, object(data));
}

void TestValidate::readsEveryFieldOfTheContract()
{
    const QByteArray order = R"({"order_id":1,"order_no":"PO20231201001","customer_name":"测试客户",
        "product_name":"画册","status":2,"status_display":"处理中","work_order_no":"W1",
        "print_type":"cover_content","quantity":3000,"unit":"本","order_date":"2023-12-01T00:00:00Z",
        "delivery_date":"2023-12-08","salesman":"王芳","note":"加急","action":"updated",
        "created":false,"timestamp":"2023-12-01T10:00:00Z"})";
    QCOMPARE(read(QStringLiteral("order_notification"), order)->data, object(order));
    const QByteArray step = R"({"progress_id":9,"order_id":1,"order_no":"PO1","step_name":"覆膜",
        "step_order":2,"step_category":"cover","status":3,"status_display":"已完成","operator":"李娜",
        "operator_id":"12","confirm_user":"王","confirm_user_id":"3",
        "start_time":"2023-12-01T10:00:00Z","end_time":"2023-12-01T11:00:00Z","note":"x",
        "action":"updated","created":false,"timestamp":"2023-12-01T11:00:00Z"})";
    QCOMPARE(read(QStringLiteral("progress_notification"), step)->data, object(step));
    const QByteArray notice = R"({"message":"19:00 停机检修","type":"warning","title":"通知",
        "timestamp":"2023-12-01T11:00:00Z","order_id":1,"sender":"王","sticky":true,
        "expires":"2023-12-01T12:00:00Z","confirm":true,"test":false,"replaces":"5-1"})";
    QCOMPARE(read(QStringLiteral("general_notification"), notice)->data, object(notice));
}

void TestValidate::readsTypes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("name"); ///< empty: refused
    QTest::newRow("plain") << "crm_custom"
                           << "crm_custom";
    QTest::newRow("Django's dot") << "general.notification"
                                  << "general_notification";
    QTest::newRow("digits") << "a1_2"
                            << "a1_2";
    QTest::newRow("longest") << QString(64, u'a') << QString(64, u'a');
    QTest::newRow("too long") << QString(65, u'a') << QString();
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("capital") << "Order"
                             << "";
    QTest::newRow("digit first") << "1a"
                                 << "";
    QTest::newRow("dash") << "a-b"
                          << "";
    QTest::newRow("newline") << "abc\n"
                             << "";
    QTest::newRow("Chinese") << "订单"
                             << "";
    QTest::newRow("ping") << "ping"
                          << "";
    QTest::newRow("pong") << "pong"
                          << "";
    QTest::newRow("hello") << "hello"
                           << "";
    QTest::newRow("snapshot") << "snapshot"
                              << "";
    QTest::newRow("connection_established") << "connection_established"
                                            << "";
    QTest::newRow("with a dot") << "connection.established"
                                << "";
    QTest::newRow("error") << "error"
                           << "";
    QTest::newRow("ack") << "ack"
                         << "";
    QTest::newRow("source") << "source"
                            << "";
}

void TestValidate::readsTypes()
{
    QFETCH(QString, type);
    QFETCH(QString, name);
    const auto event = read(type, R"({"message":"m"})");
    QCOMPARE(event.ok(), !name.isEmpty());
    if (event)
        QCOMPARE(event->type, name);
    else
        QVERIFY2(event.error().message.startsWith(QStringLiteral("type: found")),
                 qPrintable(event.error().message));
}

void TestValidate::keepsInternalTypesForItself()
{
    const QString day = QStringLiteral("pressboard.day");
    const QByteArray data = R"({"date":"2026/11/23"})";
    QVERIFY(!validated(day, data, {}, shanghai()).ok());
    const auto event = validated(day, data, {}, shanghai(), true);
    QVERIFY(event.ok());
    QCOMPARE(event->type, day);
    QCOMPARE(event->data, object(R"({"date":"2026-11-23"})"));

    const QString retire = QStringLiteral("pressboard.retire");
    QCOMPARE(validated(retire, QByteArray(R"({"order_ids":["1",2]})"), {}, shanghai(), true)->data,
             object(R"({"order_ids":[1,2]})"));
    QVERIFY(!validated(retire, QByteArray("{}"), {}, shanghai(), true).ok());
    QVERIFY(!validated(retire, QByteArray(R"({"order_ids":["x"]})"), {}, shanghai(), true).ok());
    QVERIFY(!validated(day, QByteArray("{}"), {}, shanghai(), true).ok());
    QVERIFY(
        validated(QStringLiteral("pressboard.later"), QByteArray("{}"), {}, shanghai(), true).ok());
}

void TestValidate::readsGroups()
{
    const QStringList groups{QStringLiteral("dept_3"), QStringLiteral("role_operator"),
                             QStringLiteral("user_li.na-2"), QString(90, u'g')};
    const auto event = read(QStringLiteral("x"), "{}", groups);
    QVERIFY(event.ok());
    QCOMPARE(event->groups, Audience(groups));
}

void TestValidate::refusesGroups()
{
    for (const QString &name : {QString(), QString(91, u'g'), QStringLiteral("部门"),
                                QStringLiteral("a b"), QStringLiteral("a\n")}) {
        const auto event = read(QStringLiteral("x"), "{}", {name});
        QVERIFY(!event.ok());
        QVERIFY(event.error().message.startsWith(QStringLiteral("groups: found \"")));
    }
    QStringList many;
    for (int i = 0; i <= limits::groups; ++i)
        many.append(QStringLiteral("g%1").arg(i));
    QVERIFY(!read(QStringLiteral("x"), "{}", many).ok());
    many.removeLast();
    QVERIFY(read(QStringLiteral("x"), "{}", many).ok());
}

void TestValidate::boundsSize()
{
    QByteArray data = "{\"a\":1";
    data += QByteArray(qsizetype(limits::dataBytes) - data.size() - 1, ' ') + '}';
    QCOMPARE(data.size(), qsizetype(limits::dataBytes));
    QVERIFY(read(QStringLiteral("x"), data).ok());
    data.insert(1, ' ');
    const auto event = read(QStringLiteral("x"), data);
    QVERIFY(!event.ok());
    QVERIFY(event.error().message.startsWith(QStringLiteral("data: found 65537 bytes")));
}

void TestValidate::boundsStrings()
{
    const auto with = [](const QString &text) {
        return validated(QStringLiteral("x"), QJsonObject{{QStringLiteral("a"), text}}, {},
                         shanghai());
    };
    QVERIFY(with(QString(4096, u'a')).ok());
    QVERIFY(!with(QString(4097, u'a')).ok());
    QVERIFY(with(QString(1365, u'印')).ok()); // 4,095 bytes
    QVERIFY(!with(QString(1366, u'印')).ok());
    const auto nested = validated(
        QStringLiteral("x"),
        QJsonObject{{QStringLiteral("a"),
                     QJsonArray{1, QJsonObject{{QStringLiteral("b"), QString(5000, u'x')}}}}},
        {}, shanghai());
    QVERIFY(!nested.ok());
    QVERIFY2(nested.error().message.startsWith(QStringLiteral("a[1].b: the text is longer")),
             qPrintable(nested.error().message));
    QVERIFY(!validated(QStringLiteral("x"), QJsonObject{{QString(5000, u'k'), 1}}, {}, shanghai())
                 .ok());
}

void TestValidate::boundsDepth()
{
    const auto nested = [](int depth) {
        return "{\"a\":" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + '}';
    };
    QVERIFY(read(QStringLiteral("x"), nested(16)).ok());
    QVERIFY(!read(QStringLiteral("x"), nested(17)).ok());
    QVERIFY(validated(QStringLiteral("x"), object(nested(16)), {}, shanghai()).ok());
    QVERIFY(!validated(QStringLiteral("x"), object(nested(17)), {}, shanghai()).ok());
    // Brackets in a text are no nesting.
    QVERIFY(read(QStringLiteral("x"), R"({"a":"[[[[[[[[[[[[[[[[[[[[\"[[[[["})").ok());
}

void TestValidate::survivesHostileNesting()
{
    const auto event = read(QStringLiteral("x"), "{\"a\":" + QByteArray(60'000, '['));
    QVERIFY(!event.ok());
    QVERIFY(event.error().message.contains(QStringLiteral("deeper than 16")));
}

void TestValidate::agreesOnBothOverloads()
{
    const QByteArray data = R"({"order_id":"1","status":"2","timestamp":"2023-12-01 18:00"})";
    const QString type = QStringLiteral("order.notification");
    const auto fromText = validated(type, data, {}, shanghai());
    const auto fromObject = validated(type, object(data), {}, shanghai());
    QVERIFY(fromText.ok() && fromObject.ok());
    QCOMPARE(fromText->data, fromObject->data);
    QCOMPARE(fromText->type, fromObject->type);
}

QTEST_APPLESS_MAIN(TestValidate)
#include "tst_validate.moc"
