// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using pressboard::test::Shop;

class TestSight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gainsAnOrder();
    void replacesAnOrder();
    void losesAnOrder();
    void olderIsNothing();
};

void TestSight::gainsAnOrder()
{
    Shop server;
    server.order(R"({"order_id":7,"status":2})");
    server.step(R"({"order_id":7,"progress_id":70,"status":2})");
    Book book;
    const Change change = applyOrder(book, server.last, *server.book.order(7));
    QVERIFY(change.advanced);
    QVERIFY(change.orders[0].kind == RowChange::Added);
    QVERIFY(change.steps[0].kind == RowChange::Added);
    QVERIFY(*book.order(7) == *server.book.order(7));
    QVERIFY(book.position == server.last);
    QCOMPARE(book.computedStats({}).currentSteps, 1);
}

void TestSight::replacesAnOrder()
{
    Shop server;
    server.order(R"({"order_id":7,"status":2})");
    server.step(R"({"order_id":7,"progress_id":70,"status":2})");
    server.step(R"({"order_id":7,"progress_id":71,"status":1,"operator":"王芳"})");
    Book book;
    applyOrder(book, server.last, *server.book.order(7));
    server.step(R"({"order_id":7,"progress_id":70,"action":"deleted"})");
    server.step(R"({"order_id":7,"progress_id":71,"operator":null})");
    server.step(R"({"order_id":7,"progress_id":72,"status":1})");
    server.order(R"({"order_id":7,"note":"x"})");
    const Change change = applyOrder(book, server.last, *server.book.order(7));
    QCOMPARE(change.orders.size(), 1);
    QCOMPARE(change.orders[0].fields.size(), 1);
    QCOMPARE(change.orders[0].fields[0].field, u"note"_qs);
    QCOMPARE(change.steps.size(), 3);
    QVERIFY(change.steps[0].kind == RowChange::Removed);
    QVERIFY(change.steps[0].removed);
    QVERIFY(change.steps[1].field(QLatin1StringView("operator"))->after.isNull());
    QVERIFY(change.steps[2].kind == RowChange::Added);
    QVERIFY(!applyOrder(book, server.last, *server.book.order(7)).rowsChanged());
}

void TestSight::losesAnOrder()
{
    Shop shop;
    shop.order(R"({"order_id":7})");
    const Change change = applyGone(shop.book, {shop.last.ms + 1, 0}, 7);
    QVERIFY(change.orders[0].kind == RowChange::Removed);
    QVERIFY(change.orders[0].removed);
    QVERIFY(shop.book.orders().isEmpty());
    QVERIFY(!shop.book.wasDeleted(7));
}

void TestSight::olderIsNothing()
{
    Shop shop;
    shop.order(R"({"order_id":7,"note":"new"})");
    Order older;
    older.orderId = 7;
    QVERIFY(!applyOrder(shop.book, {shop.last.ms - 1, 0}, older).advanced);
    QVERIFY(!applyGone(shop.book, {shop.last.ms - 1, 0}, 7).advanced);
    QCOMPARE(shop.book.order(7)->note, u"new"_qs);
}

QTEST_APPLESS_MAIN(TestSight)
#include "tst_sight.moc"
