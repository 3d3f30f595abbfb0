// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "shared/state/snapshot.h"
#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using pressboard::test::Shop;

namespace {

using Type = CustomField::Type;

CustomFields fields()
{
    return {{{u"paper"_qs, u"纸张"_qs, Type::Text},
             {u"weight"_qs, u"克重"_qs, Type::Number},
             {u"proof"_qs, u"看样"_qs, Type::Date},
             {u"page"_qs, u"单据"_qs, Type::Link, {u"crm"_qs}}},
            {{u"plate"_qs, u"印版"_qs, Type::Text}}};
}

Shop shopWithFields()
{
    Shop shop;
    shop.book.setCustomFields(fields());
    return shop;
}

QString json(const Order *order)
{
    return order ? QString::fromUtf8(toText(*order)) : QString();
}

} // namespace

class TestCustomFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areKeptOfOrdersAndSteps();
    void changesAreTold();
    void nullAndEmptyClear();
    void wrongTypesAreAsIfAbsent();
    void otherMembersAreDropped();
    void goWithTheirStep();
    void haveABoundInAllSteps();
    void leaveWithTheirField();
    void linksThatMayBeOpened_data();
    void linksThatMayBeOpened();
    void namesOfOursAreKnown();
    void costNothingWhereThereAreNone();
};

void TestCustomFields::areKeptOfOrdersAndSteps()
{
    Shop shop = shopWithFields();
    shop.order(R"({"order_id":7,"paper":"157g 铜版","weight":157.5,"proof":"2026-12-01",
                   "page":"crm://order/7","plate":"not of orders"})");
    shop.step(R"({"order_id":7,"progress_id":70,"plate":"P-9","paper":"not of steps"})");
    const Order *order = shop.book.order(7);
    QVERIFY(order);
    const QString written = QString::fromUtf8(
        R"("fields":{"page":"crm://order/7","paper":"157g 铜版","proof":"2026-12-01","weight":157.5})");
    QVERIFY2(json(order).contains(written), qPrintable(json(order)));
    QVERIFY(toText(*order).contains(R"("fields":{"plate":"P-9"})"));
    const auto again = orderFromJson(QJsonDocument::fromJson(toText(*order)).object());
    QVERIFY(again && *again == *order);
    QVERIFY(order->touched < shop.last);
}

void TestCustomFields::changesAreTold()
{
    Shop shop = shopWithFields();
    shop.order(R"({"order_id":7,"paper":"A","weight":1})");
    const Change change = shop.order(R"({"order_id":7,"paper":"B","weight":1.0})");
    QCOMPARE(change.orders.size(), 1);
    QCOMPARE(change.orders[0].fields.size(), 1);
    const FieldChange *paper = change.orders[0].field(QLatin1StringView("paper"));
    QVERIFY(paper);
    QCOMPARE(paper->before.toJson(), QJsonValue(u"A"_qs));
    QCOMPARE(paper->after.toJson(), QJsonValue(u"B"_qs));
    QVERIFY(shop.book.order(7)->touched == shop.last);
    QVERIFY(!shop.order(R"({"order_id":7,"paper":"B"})").rowsChanged());
    // A row that comes whole tells the same.
    Order whole = *shop.book.order(7);
    whole.custom.edit([](CustomValues &values) {
        values.set(u"paper"_qs, {});
        values.set(u"proof"_qs, CustomValue(u"2026-12-01"_qs));
    });
    const Change sight = applyOrder(shop.book, shop.last, whole);
    QCOMPARE(sight.orders[0].fields.size(), 2);
    QVERIFY(sight.orders[0].field(QLatin1StringView("paper"))->after.isNull());
    QVERIFY(sight.orders[0].field(QLatin1StringView("proof"))->before.isNull());
}

void TestCustomFields::nullAndEmptyClear()
{
    Shop shop = shopWithFields();
    shop.order(R"({"order_id":7,"paper":"A","weight":1,"page":"http://crm/7"})");
    shop.order(R"({"order_id":7,"paper":"","weight":null})");
    QCOMPARE(shop.book.order(7)->custom->entries().size(), 1);
    shop.order(R"({"order_id":7,"page":""})");
    QVERIFY(shop.book.order(7)->custom == Rare<CustomValues>());
}

void TestCustomFields::wrongTypesAreAsIfAbsent()
{
    Shop shop = shopWithFields();
    shop.order(
        R"({"order_id":7,"paper":"A","weight":1,"proof":"2026-12-01","page":"http://crm/"})");
    for (const char *event :
         {R"({"order_id":7,"paper":["B"],"weight":"2","proof":"soon","page":"javascript:x"})",
          R"({"order_id":7,"paper":true,"weight":{},"proof":20261201,"page":7})",
          R"({"order_id":7,"paper":5,"weight":false,"proof":"2026-13-01","page":"ftp://crm/"})"})
        QVERIFY2(!shop.order(event).rowsChanged(), event);
}

void TestCustomFields::otherMembersAreDropped()
{
    Shop shop = shopWithFields();
    shop.order(R"({"order_id":7,"colour":"red","fields":{"paper":"A"}})");
    QVERIFY(shop.book.order(7)->custom->isEmpty());
}

void TestCustomFields::goWithTheirStep()
{
    Shop shop = shopWithFields();
    shop.order(R"({"order_id":7})");
    shop.order(R"({"order_id":8})");
    shop.step(R"({"order_id":7,"progress_id":70,"plate":"P-9"})");
    shop.step(R"({"order_id":8,"progress_id":70})");
    QCOMPARE(shop.book.order(8)->step(70)->details->custom->value(u"plate"),
             CustomValue(u"P-9"_qs));
}

/// However many steps say how much: the order stays one frame.
void TestCustomFields::haveABoundInAllSteps()
{
    Shop shop;
    CustomFields many;
    for (int i = 0; i < limits::customFields; ++i)
        many.ofSteps.append({u"f%1"_qs.arg(i), u"F"_qs, Type::Text});
    shop.book.setCustomFields(many);
    shop.order(R"({"order_id":7})");
    shop.order(R"({"order_id":8})");
    const auto bytesOf = [&shop](CrmId id) {
        qsizetype bytes = 0;
        for (const Step &step : shop.book.order(id)->steps)
            bytes += step.details->custom->bytes();
        return bytes;
    };
    QByteArray all;
    for (int i = 0; i < limits::customFields; ++i)
        all += ",\"f" + QByteArray::number(i) + "\":\"" + QByteArray(64, 'x') + '"';
    for (int id = 1; id <= 40; ++id) {
        const QByteArray step = "{\"order_id\":" + QByteArray::number(id == 40 ? 8 : 7)
            + ",\"progress_id\":" + QByteArray::number(id) + all + '}';
        shop.step(step.constData());
        QVERIFY(bytesOf(7) <= limits::customBytesOfSteps);
    }
    QVERIFY(bytesOf(7) > limits::customBytesOfSteps - 100);
    // One that comes from elsewhere has to do with what is left; what is taken away makes room.
    shop.step(R"({"order_id":7,"progress_id":40})");
    QVERIFY(shop.book.order(7)->step(40)->details->custom->isEmpty());
    shop.step(R"({"order_id":7,"progress_id":1,"f0":""})");
    shop.step(R"({"order_id":7,"progress_id":40,"f0":"y"})");
    QVERIFY(!shop.book.order(7)->step(40)->details->custom->isEmpty());
    QVERIFY(bytesOf(7) <= limits::customBytesOfSteps);
}

void TestCustomFields::leaveWithTheirField()
{
    Shop shop = shopWithFields();
    shop.order(R"({"order_id":7,"paper":"A","weight":1})");
    shop.step(R"({"order_id":7,"progress_id":70,"plate":"P-9","note":"n"})");
    CustomFields other = fields();
    other.ofOrders[0].type = Type::Number; // a text is none
    other.ofSteps.clear();
    shop.book.setCustomFields(other);
    QVERIFY(shop.book.order(7)->custom->value(u"paper").isNull());
    QCOMPARE(shop.book.order(7)->custom->value(u"weight"), CustomValue(1.0));
    QVERIFY(shop.book.order(7)->step(70)->details->custom->isEmpty());
    QCOMPARE(shop.book.order(7)->step(70)->details->note, u"n"_qs);
}

void TestCustomFields::linksThatMayBeOpened_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *text, bool may) {
        QTest::newRow(text) << QString::fromUtf8(text) << may;
    };
    row("http://crm/orders/7?x=1#y", true);
    row("HTTPS://crm.example:8443/", true);
    row("crm://orders/7", true);
    row("http:", false);
    row("http:///x", false);
    row("//crm/orders/7", false);
    row("crm/orders/7", false);
    row("javascript:alert(1)", false);
    row("JavaScript:alert(1)", false);
    row(" javascript:alert(1)", false);
    row("java\tscript:alert(1)", false);
    row("http://crm/\nx", false);
    row("http://crm/ x", false);
    row("http://сrm/", false);
    row("file:///etc/passwd", false);
    row("data:text/html,x", false);
    row("vbscript:x", false);
    row("ftp://crm/", false);
    row("ms-settings:display", false);
    row("search-ms:query=x", false);
    row("C:/windows/system32/cmd.exe", false);
    row("\\\\host\\share", false);
    row("", false);
}

void TestCustomFields::linksThatMayBeOpened()
{
    QFETCH(QString, text);
    QFETCH(bool, may);
    // What is forbidden no list of schemes allows.
    const CustomField field{u"page"_qs,
                            u"P"_qs,
                            Type::Link,
                            {u"crm"_qs, u"javascript"_qs, u"file"_qs, u"data"_qs, u"c"_qs,
                             u"vbscript"_qs, u"search-ms"_qs, u"ms-settings"_qs}};
    QCOMPARE(!field.link(CustomValue(text)).isEmpty(), may);
    QCOMPARE(field.read(text, 10) == CustomValue(text) && !text.isEmpty(), may); // never cut
    const CustomField plain{u"page"_qs, u"P"_qs, Type::Text};
    QVERIFY(plain.link(CustomValue(text)).isEmpty());
}

void TestCustomFields::namesOfOursAreKnown()
{
    for (const char *name : {"order_id", "status", "status_display", "note", "operator", "steps",
                             "fields", "action", "touched", "timestamp"})
        QVERIFY2(isStandardMember(QString::fromLatin1(name)), name);
    QVERIFY(!isStandardMember(u"paper"));
}

void TestCustomFields::costNothingWhereThereAreNone()
{
    QCOMPARE(sizeof(Rare<CustomValues>), sizeof(void *));
    Shop shop = shopWithFields();
    shop.order(R"({"order_id":7})");
    shop.step(R"({"order_id":7,"progress_id":70})");
    QVERIFY(shop.book.order(7)->step(70)->details == Rare<StepDetails>());
    QVERIFY(!json(shop.book.order(7)).contains(u"fields"));
}

QTEST_APPLESS_MAIN(TestCustomFields)
#include "tst_custom_fields.moc"
