// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using pressboard::test::Shop;

class TestStepRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsToItsOrder();
    void stubsAreListedButNotCounted();
    void lateStepsOfDeletedOrdersMakeNoRow();
    void deletedOrdersAreForgottenInTime();
    void deletes();
    void statusSince();
    void moves();
    void moveToldToThoseConcerned();
    void oneTooManyIsRefused();
};

void TestStepRule::addsToItsOrder()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":2})", {u"dept_1"_qs});
    shop.step(
        R"({"order_id":7,"progress_id":71,"step_order":2,"step_category":"cover","status":1})");
    shop.step(R"({"order_id":7,"progress_id":72,"step_order":1,"step_category":"content"})");
    const Change change = shop.step(
        R"({"order_id":7,"progress_id":70,"step_order":1,"step_category":"cover",
            "step_name":"印刷","status":2,"operator":"王芳","operator_id":12})");
    QCOMPARE(change.steps.size(), 1);
    QVERIFY(change.steps[0].kind == RowChange::Added);
    QVERIFY(change.orders.isEmpty());
    QCOMPARE(change.audienceAfter, Audience({u"dept_1"_qs}));
    const QList<Step> &steps = shop.book.order(7)->steps;
    QCOMPARE(steps[0].progressId, 70);
    QCOMPARE(steps[1].progressId, 71);
    QCOMPARE(steps[2].progressId, 72);
    QCOMPARE(steps[0].operatorName, u"王芳"_qs);
    QCOMPARE(steps[0].details->operatorId, u"12"_qs);
    QCOMPARE(steps[0].statusDisplay, u"进行中"_qs);
    QCOMPARE(shop.book.computedStats({}).currentSteps, 1);
    QCOMPARE(shop.book.computedStats({}).nextSteps, 1);
}

void TestStepRule::stubsAreListedButNotCounted()
{
    Shop shop;
    const Change change =
        shop.step(R"({"order_id":7,"progress_id":70,"order_no":"PO7","status":2})", {u"dept_1"_qs});
    const Order *order = shop.book.order(7);
    QVERIFY(order && order->stub);
    QCOMPARE(order->orderNo, u"PO7"_qs);
    QCOMPARE(order->audience, Audience({u"dept_1"_qs}));
    QCOMPARE(change.orders.size(), 1);
    QCOMPARE(change.steps.size(), 1);
    QVERIFY(!shop.book.complete);
    QCOMPARE(shop.book.computedStats({}).totalOrders, 0);
    QCOMPARE(shop.book.computedStats({}).currentSteps, 0);

    const Change known = shop.order(R"({"order_id":7,"status":2,"created":true})");
    QVERIFY(known.orders[0].field(QLatin1StringView("stub")));
    QVERIFY(shop.book.order(7)->createdAt);
    QCOMPARE(shop.book.computedStats({}).totalOrders, 1);
    QCOMPARE(shop.book.computedStats({}).currentSteps, 1);
}

void TestStepRule::lateStepsOfDeletedOrdersMakeNoRow()
{
    Shop shop;
    shop.order(R"({"order_id":7})");
    shop.order(R"({"order_id":7,"action":"deleted"})");
    const Change change = shop.step(R"({"order_id":7,"progress_id":70})");
    QVERIFY(change.advanced);
    QVERIFY(change.refused);
    QVERIFY(!change.rowsChanged());
    QVERIFY(shop.book.orders().isEmpty());
    QVERIFY(shop.book.complete);
}

void TestStepRule::deletedOrdersAreForgottenInTime()
{
    Shop shop;
    for (int id = 1; id <= limits::deletedRemembered + 1; ++id) {
        const QByteArray number = QByteArray::number(id);
        shop.order(("{\"order_id\":" + number + "}").constData());
        shop.order(("{\"order_id\":" + number + ",\"action\":\"deleted\"}").constData());
    }
    QVERIFY(!shop.book.wasDeleted(1));
    QVERIFY(shop.book.wasDeleted(2));
    QCOMPARE(shop.book.deletedOrders().size(), limits::deletedRemembered);
}

void TestStepRule::deletes()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":2})");
    shop.step(R"({"order_id":7,"progress_id":70,"status":2})");
    const Change change = shop.step(R"({"order_id":7,"progress_id":70,"action":"deleted"})");
    QVERIFY(change.steps[0].kind == RowChange::Removed);
    QCOMPARE(change.steps[0].removed->progressId, 70);
    QVERIFY(shop.book.order(7)->steps.isEmpty());
    QVERIFY(!shop.book.orderOfStep(70));
    QVERIFY(!shop.step(R"({"order_id":7,"progress_id":70,"action":"deleted"})").rowsChanged());
    QVERIFY(!shop.step(R"({"order_id":99,"progress_id":1,"action":"deleted"})").rowsChanged());
    QVERIFY(!shop.book.order(99));
}

void TestStepRule::statusSince()
{
    Shop shop;
    const auto since = [&] { return toWire(*shop.book.order(7)->step(70)->statusSince); };
    shop.order(R"({"order_id":7,"status":2})");
    shop.step(R"({"order_id":7,"progress_id":70,"status":1,"timestamp":"2026-11-20T01:00:00Z"})");
    QCOMPARE(since(), u"2026-11-20T01:00:00Z"_qs);
    shop.step(R"({"order_id":7,"progress_id":70,"status":2,"start_time":"2026-11-20T02:00:00Z",
                  "timestamp":"2026-11-20T03:00:00Z"})");
    QCOMPARE(since(), u"2026-11-20T02:00:00Z"_qs);
    shop.step(R"({"order_id":7,"progress_id":70,"operator":"王芳"})");
    QCOMPARE(since(), u"2026-11-20T02:00:00Z"_qs);
    shop.step(R"({"order_id":7,"progress_id":70,"start_time":"2026-11-20T02:30:00Z"})");
    QCOMPARE(since(), u"2026-11-20T02:30:00Z"_qs);
    shop.step(R"({"order_id":7,"progress_id":70,"status":3,"end_time":"2026-11-20T05:00:00Z"})");
    QCOMPARE(since(), u"2026-11-20T05:00:00Z"_qs);
    shop.step(R"({"order_id":7,"progress_id":70,"status":2})");
    QCOMPARE(since(), toWire(momentOf(shop.last)));
    shop.step(R"({"order_id":7,"progress_id":70,"status":3})", {}, u"import"_qs);
    QVERIFY(!shop.book.order(7)->step(70)->statusSince);
}

void TestStepRule::moves()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":2})");
    shop.order(R"({"order_id":8,"status":2})");
    shop.step(R"({"order_id":7,"progress_id":70,"step_name":"印刷","status":1})");
    const Change change = shop.step(R"({"order_id":8,"progress_id":70,"status":2})");
    QVERIFY(shop.book.order(7)->steps.isEmpty());
    QCOMPARE(shop.book.order(8)->step(70)->name, u"印刷"_qs);
    QCOMPARE(shop.book.orderOfStep(70)->orderId, 8);
    QCOMPARE(change.steps.size(), 2);
    QVERIFY(change.steps[0].kind == RowChange::Removed);
    QCOMPARE(change.steps[0].orderId, 7);
    QVERIFY(change.steps[1].kind == RowChange::Added);
    QCOMPARE(change.steps[1].orderId, 8);
    QCOMPARE(shop.book.computedStats({}).currentSteps, 1);
    QCOMPARE(shop.book.computedStats({}).nextSteps, 0);
}

void TestStepRule::moveToldToThoseConcerned()
{
    Shop shop;
    shop.order(R"({"order_id":7})", {u"dept_1"_qs});
    shop.order(R"({"order_id":8})", {u"dept_2"_qs});
    shop.step(R"({"order_id":7,"progress_id":70})");
    const Change change = shop.step(R"({"order_id":8,"progress_id":70})");
    QCOMPARE(change.audienceBefore, Audience({u"dept_1"_qs}));
    QCOMPARE(change.audienceAfter, Audience({u"dept_2"_qs}));
    QCOMPARE(change.audienceOrderId, 8);
    QCOMPARE(change.audienceLeftOrderId, 7);
}

void TestStepRule::oneTooManyIsRefused()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":2})");
    const auto step = [&](int id) {
        return shop.step(QStringLiteral(R"({"order_id":7,"progress_id":%1,"status":1})")
                             .arg(id)
                             .toUtf8()
                             .constData());
    };
    for (int id = 0; id < limits::stepsPerOrder; ++id)
        QVERIFY(!step(id).refused);
    QVERIFY(step(1000).refused);
    QCOMPARE(shop.book.order(7)->steps.size(), limits::stepsPerOrder);
    QVERIFY(!step(0).refused); // those that are there still change
    QCOMPARE(shop.book.computedStats({}).nextSteps, limits::stepsPerOrder);
}

QTEST_APPLESS_MAIN(TestStepRule)
#include "tst_step_rule.moc"
