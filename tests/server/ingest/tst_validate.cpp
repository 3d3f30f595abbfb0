// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/validate.h"

#include "server/ingest/schema.h"
#include "shared/base/limits.h"

#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using server::validated;

namespace {

QJsonObject without(QJsonObject object, std::initializer_list<const char *> members)
{
    for (const char *member : members)
        object.remove(QLatin1StringView(member));
    return object;
}

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
    void leavesOut_data();
    void leavesOut();
    void leavesOutOneMemberAtMost_data();
    void leavesOutOneMemberAtMost();
    void readsStatuses_data();
    void readsStatuses();
    void readsTheShopsOwnStatuses();
    void cutsTextsForTheirRows();
    void readsALocalTimeThatIsSkipped();
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
    row("exponent", order, R"({"order_id":1e3})", R"({"order_id":1000})");
    row("zero", order, R"({"order_id":0})", R"({"order_id":0})");
    row("negative", order, R"({"order_id":-5})", R"({"order_id":-5})");
    row("negative zero", order, R"({"order_id":"-0"})", R"({"order_id":"-0"})");
    row("largest id", order, R"({"order_id":9007199254740992})",
        R"({"order_id":9007199254740992})");
    row("largest id as text", order, R"({"order_id":"9007199254740992"})",
        R"({"order_id":9007199254740992})");
    row("larger", order, R"({"order_id":9007199254740993})", R"({"order_id":"9007199254740993"})");
    row("larger, as text", order, R"({"order_id":"9007199254740993"})",
        R"({"order_id":"9007199254740993"})");
    row("19 digits", order, R"({"order_id":1234567890123456789})",
        R"({"order_id":"1234567890123456789"})");
    row("20 digits", order, R"({"order_id":"99999999999999999999"})",
        R"({"order_id":"99999999999999999999"})");
    row("UUID", progress,
        R"({"order_id":"C0FFEE00-0000-4000-8000-000000000001","progress_id":"A-17"})",
        R"({"order_id":"C0FFEE00-0000-4000-8000-000000000001","progress_id":"A-17"})");
    for (const char *said : {"007", " 7", "+7", "7.0", "1e3", "1,500", "７", "PO12", "é", "😀"}) {
        const QByteArray data = QByteArray(R"({"order_id":")") + said + "\"}";
        row(said, order, data.constData(), data.constData());
    }
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
    row("a delivery with a zone is a date of the shop's", order,
        R"({"order_id":1,"delivery_date":"2026-11-29T16:00:00+00:00"})",
        R"({"order_id":1,"delivery_date":"2026-11-30"})");
    row("a delivery without a zone is cut", order,
        R"({"order_id":1,"delivery_date":"2023-12-05 23:30:00"})",
        R"({"order_id":1,"delivery_date":"2023-12-05"})");
    row("a delivery with a remark", order, R"({"order_id":1,"delivery_date":"2023-12-05 下班前"})",
        R"({"order_id":1,"delivery_date":"2023-12-05"})");
    row("grouped", order, R"({"order_id":1,"quantity":"1,500"})",
        R"({"order_id":1,"quantity":1500})");
    row("grouped, with fractions of zero", order, R"({"order_id":1,"quantity":"1,234,500.00"})",
        R"({"order_id":1,"quantity":1234500})");
    row("grouped by blanks", order, R"({"order_id":1,"quantity":" 12 500 "})",
        R"({"order_id":1,"quantity":12500})");
    row("of full width", order, R"({"order_id":1,"quantity":"１，５００"})",
        R"({"order_id":1,"quantity":1500})");
    row("with a sign", order, R"({"order_id":1,"quantity":"+3000"})",
        R"({"order_id":1,"quantity":3000})");
    row("an exponent", order, R"({"order_id":1,"quantity":3e3})",
        R"({"order_id":1,"quantity":3000})");
    row("print type in capitals", order, R"({"order_id":1,"print_type":"COVER"})",
        R"({"order_id":1,"print_type":"cover"})");
    row("print type with a dash", order, R"({"order_id":1,"print_type":"Cover-Content"})",
        R"({"order_id":1,"print_type":"cover_content"})");
    row("print type in Chinese", order, R"({"order_id":1,"print_type":"内文"})",
        R"({"order_id":1,"print_type":"content"})");
    row("category in Chinese", progress, R"({"order_id":1,"progress_id":1,"step_category":"封面"})",
        R"({"order_id":1,"progress_id":1,"step_category":"cover"})");
    row("delete", order, R"({"order_id":1,"action":"delete"})",
        R"({"order_id":1,"action":"deleted"})");
    row("status_changed", order, R"({"order_id":1,"action":"status_changed"})",
        R"({"order_id":1,"action":"updated"})");
    row("Created", order, R"({"order_id":1,"action":"Created"})",
        R"({"order_id":1,"action":"created"})");
    row("level", notice, R"({"message":"m","type":"WARNING"})",
        R"({"message":"m","type":"warning"})");
    row("level of others", notice, R"({"message":"m","type":"danger"})",
        R"({"message":"m","type":"error"})");
    row("flag in words", notice, R"({"message":"m","sticky":"是","confirm":"no"})",
        R"({"message":"m","sticky":true,"confirm":false})");
    row("a person", progress, R"({"order_id":1,"progress_id":1,"operator":{"id":3,"name":"李娜"}})",
        R"({"order_id":1,"progress_id":1,"operator":"李娜"})");
    row("a thing with a title", order, R"({"order_id":1,"product_name":{"title":"画册"}})",
        R"({"order_id":1,"product_name":"画册"})");
    row("a choice with a label", order,
        R"({"order_id":1,"print_type":{"value":2,"label":"Content"}})",
        R"({"order_id":1,"print_type":"content"})");
    row("nobody", progress, R"({"order_id":1,"progress_id":1,"operator":{"id":null,"name":""}})",
        R"({"order_id":1,"progress_id":1,"operator":null})");
    row("seconds", order, R"({"order_id":1,"timestamp":1701421200})",
        R"({"order_id":1,"timestamp":"2023-12-01T09:00:00Z"})");
    row("milliseconds", order, R"({"order_id":1,"timestamp":1701421200250})",
        R"({"order_id":1,"timestamp":"2023-12-01T09:00:00.250Z"})");
    row("seconds in digits", order, R"({"order_id":1,"timestamp":"1701421200"})",
        R"({"order_id":1,"timestamp":"2023-12-01T09:00:00Z"})");
    row("seconds with a fraction", order, R"({"order_id":1,"timestamp":1701421200.5})",
        R"({"order_id":1,"timestamp":"2023-12-01T09:00:00.500Z"})");
    row(".NET", order, R"({"order_id":1,"timestamp":"/Date(1701421200250)/"})",
        R"({"order_id":1,"timestamp":"2023-12-01T09:00:00.250Z"})");
    row("a delivery in seconds", order, R"({"order_id":1,"delivery_date":1701446400})",
        R"({"order_id":1,"delivery_date":"2023-12-02"})");
    row("a delivery in digits", order, R"({"order_id":1,"delivery_date":20261205})",
        R"({"order_id":1,"delivery_date":"2026-12-05"})");
    row("a delivery in Chinese", order, R"({"order_id":1,"delivery_date":"2026年12月5日"})",
        R"({"order_id":1,"delivery_date":"2026-12-05"})");
    row("flags", order, R"({"order_id":1,"created":"True"})", R"({"order_id":1,"created":true})");
    row("flag as number", notice, R"({"message":"m","sticky":1,"confirm":0})",
        R"({"message":"m","sticky":true,"confirm":false})");
    row("operator's UUID", progress,
        R"({"order_id":1,"progress_id":7,"operator_id":"c0ffee00-0000-4000-8000-000000000001"})",
        R"({"order_id":1,"progress_id":7,"operator_id":"c0ffee00-0000-4000-8000-000000000001"})");
    row("operator's 19 digits", progress,
        R"({"order_id":1,"progress_id":7,"confirm_user_id":1234567890123456789})",
        R"({"order_id":1,"progress_id":7,"confirm_user_id":"1234567890123456789"})");
    row("operator's zeros", progress, R"({"order_id":1,"progress_id":7,"operator_id":"007"})",
        R"({"order_id":1,"progress_id":7,"operator_id":"007"})");
    row("no operator", progress, R"({"order_id":1,"progress_id":7,"operator_id":""})",
        R"({"order_id":1,"progress_id":7,"operator_id":null})");
    row("operator id", progress, R"({"order_id":1,"progress_id":"7","operator_id":12})",
        R"({"order_id":1,"progress_id":7,"operator_id":"12"})");
    row("notice's order of a text", notice, R"({"message":"m","order_id":"A-17"})",
        R"({"message":"m","order_id":"A-17"})");
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
    row("no order_id", order, "{}", "order_id: found nothing, expected an integer, or a text");
    row("null order_id", order, R"({"order_id":null})", "order_id: found null, expected");
    row("empty order_id", order, R"({"order_id":""})", "order_id: found \"\", expected");
    row("blank order_id", order, R"({"order_id":"  "})", "order_id: found \"  \", expected");
    row("65 characters", order,
        R"({"order_id":"12345678901234567890123456789012345678901234567890123456789012345"})",
        "order_id: found \"1234");
    row("a line end", order, R"({"order_id":"A\n17"})", "order_id: found \"A");
    row("true", order, R"({"order_id":true})", "order_id: found true, expected");
    row("fraction", order, R"({"order_id":1.5})", "order_id: found 1.5, expected");
    row("object", order, R"({"order_id":{}})", "order_id: found an object, expected");
    row("beyond 64 bits", order, R"({"order_id":99999999999999999999})", "order_id: found 1e+20");
    row("object without id", order, R"({"order_id":{"name":"7"}})", "order_id: found an object");
    row("no progress_id", progress, R"({"order_id":1})", "progress_id: found nothing");
    row("no order of the step", progress, R"({"progress_id":1})", "order_id: found nothing");
    row("no message", notice, "{}", "message: found nothing, expected a text");
    row("empty message", notice, R"({"message":"  "})", "message: found nothing");
    row("a list for a message", notice, R"({"message":["m"]})",
        "message: found a list of 1, expected a text");
    row("a step", order, R"({"order_id":1,"steps":[{"progress_id":1},5]})",
        "steps[1]: found 5, expected an object");
    row("a step's id", order, R"({"order_id":1,"steps":[{"progress_id":[]}]})",
        "steps[0].progress_id: found a list");
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

void TestValidate::leavesOut_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *type, const char *sent, const char *kept,
                        const char *told) {
        QTest::newRow(name) << QString::fromUtf8(type) << QByteArray(sent) << QByteArray(kept)
                            << QString::fromUtf8(told);
    };
    const auto order = [&row](const char *member, const char *value, const char *told) {
        const QByteArray sent =
            QByteArray(R"({"order_id":1,"status":3,")") + member + "\":" + value + '}';
        row(QByteArray(member + QByteArray(" ") + value).constData(), "order_notification",
            sent.constData(), R"({"order_id":1,"status":3})", told);
    };
    order("quantity", R"("2.50")", "quantity: found \"2.50\", expected an integer from 0");
    order("quantity", "2.5", "quantity: found 2.5");
    order("quantity", "-3", "quantity: found -3");
    order("quantity", R"("-3")", "quantity: found");
    order("quantity", R"("1,5")", "quantity: found");
    order("quantity", R"("1,50,000")", "quantity: found");
    order("quantity", R"("1,500 000")", "quantity: found");
    order("quantity", R"("1.500")", "quantity: found"); // 1500 in Germany
    order("quantity", R"("300本")", "quantity: found");
    order("quantity", "true", "quantity: found true");
    order("quantity", "[300]", "quantity: found a list of 1");
    order("quantity", "9007199254740993", "quantity: found");
    order("quantity", R"("99999999999999999999")", "quantity: found");
    order("print_type", R"("poster")",
          "print_type: found \"poster\", expected cover, content or cover_content");
    order("print_type", "3", "print_type: found 3");
    order("action", R"("exploded")",
          "action: found \"exploded\", expected created, updated or deleted");
    order("action", R"("cancel")", "action: found");
    order("action", "7", "action: found 7");
    order("delivery_date", R"("待定")", "delivery_date: found \"待定\", expected a date such as");
    order("delivery_date", R"("soon")", "delivery_date: found \"soon\", expected a date such as");
    order("delivery_date", R"("0000-00-00")", "delivery_date: found");
    order("delivery_date", R"("0000-00-00 00:00:00")", "delivery_date: found");
    order("delivery_date", R"("0001-01-01T00:00:00")", "delivery_date: found");
    order("delivery_date", R"("1899-12-30")", "delivery_date: found");
    order("delivery_date", R"("2026-02-30")", "delivery_date: found");
    order("delivery_date", R"("2026-02-31")", "delivery_date: found");
    order("delivery_date", R"("05/12/2026")", "delivery_date: found");
    order("delivery_date", R"("26-12-05")", "delivery_date: found");
    order("delivery_date", R"("12-05")", "delivery_date: found");
    order("delivery_date", "0", "delivery_date: found 0");
    order("delivery_date", "5", "delivery_date: found 5");
    order("delivery_date", "true", "delivery_date: found true");
    order("delivery_date", R"({"$date":1})", "delivery_date: found an object");
    order("timestamp", R"("yesterday")",
          "timestamp: found \"yesterday\", expected a date and time");
    order("timestamp", R"("2026-12-05 25:00")", "timestamp: found");
    order("timestamp", R"("2026-12-05 10:00 CST")", "timestamp: found"); // Shanghai's or Chicago's
    order("order_date", "[]", "order_date: found a list of 0");
    order("note", "[]", "note: found a list of 0, expected a text");
    order("note", "true", "note: found true, expected a text");
    order("note", R"({"name":{"zh":"x"}})", "note: found an object");
    order("customer_name", R"({"id":5})", "customer_name: found an object");
    order("created", R"("maybe")", "created: found \"maybe\"");
    order("created", "2", "created: found 2");
    order("steps", "{}", "steps: found an object, expected a list");
    order("as_of", R"("yesterday")", "as_of: found");
    row("step order", "progress_notification", R"({"order_id":1,"progress_id":1,"step_order":-1})",
        R"({"order_id":1,"progress_id":1})", "step_order: found -1");
    row("category", "progress_notification",
        R"({"order_id":1,"progress_id":1,"step_category":"spine"})",
        R"({"order_id":1,"progress_id":1})",
        "step_category: found \"spine\", expected cover or content");
    row("level", "general_notification", R"({"message":"m","type":"panic"})", R"({"message":"m"})",
        "type: found \"panic\", expected info, success, warning or error");
    row("replaces", "general_notification", R"({"message":"m","replaces":"12"})",
        R"({"message":"m"})", "replaces: found \"12\"");
    row("a notice's order", "general_notification", R"({"message":"m","order_id":7.5})",
        R"({"message":"m"})", "order_id: found 7.5");
    row("a person's name", "progress_notification",
        R"({"order_id":1,"progress_id":1,"operator_id":{"name":"李娜"}})",
        R"({"order_id":1,"progress_id":1})", "operator_id: found an object, expected an integer");
    row("a person's long id", "progress_notification",
        R"({"order_id":1,"progress_id":1,"operator_id":)"
        R"("12345678901234567890123456789012345678901234567890123456789012345"})",
        R"({"order_id":1,"progress_id":1})", "operator_id: found");
    row("numbers", "dashboard_update", R"({"total_orders":"many","pending_orders":3})",
        R"({"pending_orders":3})", "total_orders: found \"many\"");
    row("a step's member", "order_notification",
        R"({"order_id":1,"steps":[{"progress_id":1},{"progress_id":2,"step_order":"first"}]})",
        R"({"order_id":1,"steps":[{"progress_id":1},{"progress_id":2}]})",
        "steps[1].step_order: found \"first\"");
    row("a step's order", "order_notification",
        R"({"order_id":1,"steps":[{"progress_id":1,"order_id":7.5}]})",
        R"({"order_id":1,"steps":[{"progress_id":1}]})", "steps[0].order_id: found 7.5");
}

void TestValidate::leavesOut()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, kept);
    QFETCH(QString, told);
    const auto event = read(type, sent);
    QVERIFY2(event.ok(), event ? "" : qPrintable(event.error().message));
    QCOMPARE(event->data, object(kept));
    QCOMPARE(event->published, sent);
    QCOMPARE(event->oddities.size(), 1);
    const Oddity &odd = event->oddities.first();
    QCOMPARE(odd.fate, Oddity::Fate::LeftOut);
    QCOMPARE(event->leftOut(), QStringList{odd.member});
    const QString said = odd.member + u": "_qs + odd.reason;
    QVERIFY2(said.startsWith(told), qPrintable(said));
}

/// Whatever stands in one member, the others are as without it.
void TestValidate::leavesOutOneMemberAtMost_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {"order_notification", "progress_notification", "dashboard_update",
                             "general_notification"})
        QTest::newRow(type) << QString::fromLatin1(type);
}

void TestValidate::leavesOutOneMemberAtMost()
{
    QFETCH(QString, type);
    const QJsonObject plain = object(R"({"order_id":1,"progress_id":2,"message":"m"})");
    const QJsonArray odd = QJsonDocument::fromJson(R"([true, false, -1, 0, 5, 2.5, 1e300, "x", "0",
        "２", "a b", "{}", [], [1], {}, {"id":1}, {"name":[]}, [[{}]], "\ud800", "1e5", "NaN", "-",
        "2026", "2026-13-13", "99999999999999999999", {"name":true}, "+", ",", "=", "--1"])")
                               .array();
    for (const server::FieldRule &rule : server::schemaOf(type)) {
        const QString name = rule.name;
        if (plain.contains(name))
            continue;
        for (const QJsonValue value : odd) {
            if (rule.kind == server::FieldRule::Kind::Steps && value.isArray())
                continue; // a step has an ID, too
            QJsonObject sent = plain;
            sent.insert(name, value);
            const auto event = validated(type, sent, {}, shanghai());
            QVERIFY2(event.ok(), event ? "" : qPrintable(event.error().message));
            QJsonObject rest = event->data;
            const QJsonValue kept = rest.take(name);
            if (rule.kind == server::FieldRule::Kind::Status)
                rest.remove(u"status_display"_qs);
            if (rule.kind == server::FieldRule::Kind::Alarm && kept.isObject())
                rest = without(rest, {"type", "sticky"}); // what an alarm is, unless it says so
            QCOMPARE(rest, plain);
            QVERIFY2(!kept.isNull(), qPrintable(name)); // nothing here was sent to clear
            QCOMPARE(kept.isUndefined(), event->leftOut().contains(name));
            QCOMPARE(validated(type, event->data, {}, shanghai())->data, event->data);
        }
    }
}

void TestValidate::readsStatuses_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("word"); ///< shown for a status that is none of ours
    const auto row = [](const char *status, int number, const char *word = "") {
        QTest::newRow(status) << QByteArray(status) << number << QString::fromUtf8(word);
    };
    for (const char *status :
         {R"("pending")", R"("new")", R"("Waiting")", R"("待处理")", R"("待开始")", "1", R"("1")",
          "1.0", R"(" 1 ")", R"("TODO")", R"({"id":7,"name":"Pending"})"})
        row(status, 1);
    for (const char *status :
         {R"("processing")", R"("IN_PROGRESS")", R"("in-progress")", R"("In Progress")",
          R"("printing")", R"("处理中")", R"("进行中")", R"("生产中")", "2", R"("２")",
          R"({"value":"wip","label":"进行中"})"})
        row(status, 2);
    for (const char *status :
         {R"("completed")", R"("DONE")", R"("finished")", R"("已完成")", R"("Complete ")", "3"})
        row(status, 3);
    for (const char *status : {R"("cancelled")", R"("canceled")", R"("skipped")", R"("Canceled")",
                               R"("已取消")", R"("已跳过")", R"("作废")", "4"})
        row(status, 4);
    row("5", 0, "5");
    row("0", 0, "0");
    row("-1", 0, "-1");
    row("2.5", 0, "2.5");
    row("true", 0, "true");
    row(R"("5")", 0, "5");
    row(R"("外发中")", 0, "外发中");
    row(R"(" On Hold ")", 0, "On Hold");
    row(R"({"id":9,"name":"外协"})", 0, "外协");
    row("[2]", 0, "[2]");
    row(R"({"id":2})", 0, R"({"id":2})");
}

void TestValidate::readsStatuses()
{
    QFETCH(QByteArray, status);
    QFETCH(int, number);
    QFETCH(QString, word);
    for (const char *type : {"order_notification", "progress_notification"}) {
        const QString name = QString::fromLatin1(type);
        const QByteArray ids = R"({"order_id":1,"progress_id":2,"status":)" + status;
        const auto event = read(name, ids + '}');
        QVERIFY2(event.ok(), event ? "" : qPrintable(event.error().message));
        QCOMPARE(event->data.value(u"status").toInt(-1), number);
        QCOMPARE(event->data.value(u"status_display").toString(), word);
        QCOMPARE(event->oddities.size(), number == 0 ? 1 : 0);
        QVERIFY(event->leftOut().isEmpty());
        QCOMPARE(validated(name, event->data, {}, shanghai())->data, event->data);
        QVERIFY(validated(name, event->data, {}, shanghai())->oddities.isEmpty());
        // What the CRM says beside it is what is shown.
        const auto shown = read(name, ids + R"(,"status_display":"印前"})");
        QCOMPARE(shown->data.value(u"status").toInt(-1), number);
        QCOMPARE(shown->data.value(u"status_display").toString(), u"印前"_qs);
    }
}

void TestValidate::readsTheShopsOwnStatuses()
{
    const auto words = server::StatusWords::parse({u"外发中=processing"_qs, u"7=已完成"_qs});
    QVERIFY(words.ok());
    const server::ReadingRules rules(shanghai(), *words);
    const auto statusOf = [&rules](const char *status) {
        const QByteArray data = QByteArray(R"({"order_id":1,"status":)") + status + '}';
        return validated(u"order_notification"_qs, data, {}, rules)->data.value(u"status").toInt();
    };
    QCOMPARE(statusOf(R"("外发中")"), 2);
    QCOMPARE(statusOf("7"), 3);
    QCOMPARE(statusOf(R"("7")"), 3);
    QCOMPARE(statusOf(R"("done")"), 3);
    QCOMPARE(statusOf("8"), 0);
}

/// So that a board that cuts what is too long has nothing to cut.
void TestValidate::cutsTextsForTheirRows()
{
    const auto cut = [](const QString &type, const QString &name, const QString &text) {
        const QJsonObject data{
            {u"order_id"_qs, 1}, {u"progress_id"_qs, 2}, {u"message"_qs, u"m"_qs}, {name, text}};
        return validated(type, data, {}, shanghai())->data.value(name).toString();
    };
    const QString order = event_type::order;
    const QString step = event_type::progress;
    const QString text(5000, u'印');
    QCOMPARE(cut(order, u"customer_name"_qs, text), QString(limits::orderText - 1, u'印') + u'…');
    QCOMPARE(cut(order, u"note"_qs, text), QString(limits::orderNote - 1, u'印') + u'…');
    QCOMPARE(cut(step, u"operator"_qs, text), QString(limits::stepText - 1, u'印') + u'…');
    QCOMPARE(cut(step, u"note"_qs, text), QString(limits::stepNote - 1, u'印') + u'…');
    QCOMPARE(cut(event_type::notice, u"title"_qs, text).toUtf8().size(), 4095);
    // A flag is two pairs of surrogates, and one character.
    QCOMPARE(cut(step, u"operator"_qs, u"🇨🇳"_qs.repeated(17)), u"🇨🇳"_qs.repeated(15) + u'…');
}

/// At 02:30 of that night no clock in New York stood.
void TestValidate::readsALocalTimeThatIsSkipped()
{
    const auto event = validated(event_type::order,
                                 QByteArray(R"({"order_id":1,"timestamp":"2026-03-08 02:30:00"})"),
                                 {}, QTimeZone("America/New_York"));
    QVERIFY(event.ok());
    QCOMPARE(event->data.value(u"timestamp").toString(), u"2026-03-08T07:30:00Z"_qs); // 03:30 there
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
    QVERIFY(!validated(retire, QByteArray(R"({"order_ids":[true]})"), {}, shanghai(), true).ok());
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
    QVERIFY(with(QString(4096, u'a'))->oddities.isEmpty());
    QVERIFY(with(QString(1365, u'印'))->oddities.isEmpty()); // 4,095 bytes
    QCOMPARE(with(QString(4097, u'a'))->data.value(u"a").toString(), QString(4093, u'a') + u'…');
    QCOMPARE(with(QString(1366, u'印'))->data.value(u"a").toString(), QString(1364, u'印') + u'…');
    const auto nested = validated(
        QStringLiteral("x"),
        QJsonObject{{QStringLiteral("a"),
                     QJsonArray{1, QJsonObject{{QStringLiteral("b"), QString(5000, u'x')}}}},
                    {QStringLiteral("c"), 7}},
        {}, shanghai());
    QVERIFY(nested.ok());
    QCOMPARE(nested->data.value(u"c").toInt(), 7);
    QCOMPARE(nested->oddities,
             (QList<Oddity>{
                 {u"a[1].b"_qs, Oddity::Fate::Cut, u"the text is longer than 4096 bytes"_qs}}));
    QVERIFY(nested->leftOut().isEmpty());
    const auto named = validated(
        QStringLiteral("x"), QJsonObject{{QString(5000, u'k'), 1}, {u"a"_qs, 2}}, {}, shanghai());
    QCOMPARE(named->data, object(R"({"a":2})"));
    QCOMPARE(named->leftOut().size(), 1);
    QVERIFY(named->leftOut().first().size() <= 64);
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
