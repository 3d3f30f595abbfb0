// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/snapshot.h"
#include "tests/support/shop.h"
#include "tests/support/visible_to.h"

#include <QTest>

using namespace pressboard;
using pressboard::test::Shop;
using pressboard::test::visibleTo;

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyBook();
    void anotherFormat();
    void refusesBrokenRows_data();
    void refusesBrokenRows();
    void refusesBrokenMeta_data();
    void refusesBrokenMeta();
    void sortsAndSortsOut();
    void visibleToSomebody();
    void anotherStatusIsZeroWithItsWord();
};

void TestSnapshot::emptyBook()
{
    const auto book = bookFromMeta(metaToJson({}));
    QVERIFY(book.ok());
    QVERIFY(book.value() == Book());
}

void TestSnapshot::anotherFormat()
{
    QJsonObject meta = metaToJson({});
    meta.insert(u"format"_qs, 2);
    const auto book = bookFromMeta(meta);
    QVERIFY(!book.ok());
    QVERIFY(book.error().message.contains(u"format 2"_qs));
}

void TestSnapshot::refusesBrokenRows_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no ID") << QByteArray("{}");
    QTest::newRow("ID is true") << QByteArray(R"({"order_id":true})");
    QTest::newRow("ID is too long")
        << QByteArray(R"({"order_id":")" + QByteArray(65, 'x') + R"("})");
    QTest::newRow("quantity") << QByteArray(R"({"order_id":7,"quantity":1.5})");
    QTest::newRow("date") << QByteArray(R"({"order_id":7,"delivery_date":"soon"})");
    QTest::newRow("moment") << QByteArray(R"({"order_id":7,"created_at":7})");
    QTest::newRow("position") << QByteArray(R"({"order_id":7,"touched":"7"})");
    QTest::newRow("steps") << QByteArray(R"({"order_id":7,"steps":{}})");
    QTest::newRow("a step") << QByteArray(R"({"order_id":7,"steps":[7]})");
    QTest::newRow("a step's ID") << QByteArray(R"({"order_id":7,"steps":[{}]})");
    QTest::newRow("groups") << QByteArray(R"({"order_id":7,"groups":[7]})");
}

void TestSnapshot::refusesBrokenRows()
{
    QFETCH(QByteArray, json);
    const auto order = orderFromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!order.ok());
    QVERIFY(!order.error().message.isEmpty());
}

void TestSnapshot::refusesBrokenMeta_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("format") << u"format"_qs << QJsonValue(u"1"_qs);
    QTest::newRow("epoch") << u"epoch"_qs << QJsonValue(1);
    QTest::newRow("position") << u"position"_qs << QJsonValue(u"x"_qs);
    QTest::newRow("published") << u"published"_qs << QJsonValue(1);
    QTest::newRow("day") << u"day"_qs << QJsonValue(QJsonObject{{u"date"_qs, 1}});
    QTest::newRow("retired") << u"retired"_qs << QJsonValue(QJsonObject());
    QTest::newRow("deleted") << u"deleted"_qs << QJsonValue(QJsonArray{true});
    QTest::newRow("notices") << u"notices"_qs << QJsonValue(QJsonArray{QJsonObject()});
    QTest::newRow("notices' type") << u"notices"_qs << QJsonValue(1);
}

void TestSnapshot::refusesBrokenMeta()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject meta = metaToJson({});
    meta.insert(key, value);
    QVERIFY(!bookFromMeta(meta).ok());
}

/// A book stays whole whatever rows are put into it.
void TestSnapshot::sortsAndSortsOut()
{
    Order order;
    order.orderId = 7;
    Step step;
    step.orderId = 7;
    for (const int id : {3, 1, 3}) {
        step.progressId = id;
        order.steps.append(step);
    }
    Book book;
    book.putOrder(order);
    QCOMPARE(book.order(7)->steps.size(), 2);
    QCOMPARE(book.order(7)->steps[0].progressId, 1);
    order.orderId = 8;
    book.putOrder(order); // the steps are another order's now
    QVERIFY(book.order(7)->steps.isEmpty());
    QCOMPARE(book.orderOfStep(3)->orderId, 8);
}

void TestSnapshot::visibleToSomebody()
{
    Shop shop;
    shop.order(R"({"order_id":1})", {u"dept_1"_qs});
    shop.order(R"({"order_id":2})");
    shop.notice(R"({"message":"a"})", {u"dept_1"_qs});
    const Book outsider = visibleTo(shop.book, {u"dept_2"_qs});
    QVERIFY(!outsider.order(1));
    QVERIFY(outsider.order(2));
    QVERIFY(outsider.notices.isEmpty());
    QVERIFY(outsider.position == shop.last);
    const Book insider = visibleTo(shop.book, {u"dept_1"_qs});
    QVERIFY(insider.order(1)->audience.isEveryone()); // clients are not told
    QCOMPARE(insider.notices.size(), 1);
}

void TestSnapshot::anotherStatusIsZeroWithItsWord()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":0,"status_display":"外发中"})");
    shop.order(R"({"order_id":8,"order_no":"PO8"})");
    shop.step(R"({"order_id":9,"progress_id":90,"status":0,"status_display":"外协中"})");
    const auto written = [&shop](qint64 orderId) {
        return QJsonDocument::fromJson(toText(*shop.book.order(orderId))).object();
    };
    QCOMPARE(written(7).value(u"status"), QJsonValue(0));
    QCOMPARE(written(7).value(u"status_display"), QJsonValue(u"外发中"_qs));
    QVERIFY(!written(8).contains(u"status")); // nobody said one
    QCOMPARE(written(9).value(u"stub"), QJsonValue(true));
    QVERIFY(!written(9).contains(u"status"));
    QCOMPARE(written(9).value(u"steps")[0][u"status"], QJsonValue(0));
    for (const qint64 orderId : {7, 8, 9})
        QCOMPARE(*orderFromJson(written(orderId)), *shop.book.order(orderId));
}

QTEST_APPLESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
