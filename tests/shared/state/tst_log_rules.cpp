// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "shared/state/views.h"
#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using pressboard::test::Shop;

class TestLogRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedNumbersCountKeyByKey();
    void numbersForGroupsAreNoTruth();
    void numbersAreBounded();
    void dayBegins();
    void retiredOrdersStayInTheTotals();
    void ordersOfAnotherStatusRetireToo();
    void completeImportGivesTheWordBack();
};

void TestLogRules::publishedNumbersCountKeyByKey()
{
    Shop shop;
    shop.order(R"({"order_id":1,"status":1})");
    const ReadyIndex ready;
    const auto shown = [&](const char16_t *key) {
        return effectiveStats(shop.book, ready, {}).value(QString::fromUtf16(key)).toInteger(-1);
    };
    QVERIFY(shop.say(event_type::numbers, R"({"total_orders":500,"pending_orders":40})")
                .numbersPublished);
    QVERIFY(!shop.say(event_type::numbers, R"({"pending_orders":40})").numbersPublished);
    QCOMPARE(shown(u"total_orders"), 500);
    QCOMPARE(shown(u"pending_orders"), 40);
    QCOMPARE(shown(u"processing_orders"), 0);
    shop.say(event_type::numbers, R"({"pending_orders":null,"total_orders":"many"})");
    QCOMPARE(shown(u"total_orders"), 500);
    QCOMPARE(shown(u"pending_orders"), 1);
    QVERIFY(shop.say(event_type::numbers, "{}").numbersPublished);
    QCOMPARE(shown(u"total_orders"), 1);
}

void TestLogRules::numbersForGroupsAreNoTruth()
{
    Shop shop;
    const Change change = shop.say(event_type::numbers, R"({"total_orders":5})", {u"dept_1"_qs});
    QVERIFY(!change.numbersPublished);
    QCOMPARE(change.audienceAfter, Audience({u"dept_1"_qs}));
    QVERIFY(shop.book.publishedNumbers.isEmpty());
}

void TestLogRules::numbersAreBounded()
{
    Shop shop;
    for (int i = 0; i < 2 * limits::publishedNumbers; ++i)
        shop.say(event_type::numbers, QStringLiteral("{\"n%1\":1}").arg(i).toUtf8().constData());
    QCOMPARE(shop.book.publishedNumbers.size(), limits::publishedNumbers);
}

void TestLogRules::dayBegins()
{
    Shop shop;
    shop.order(R"({"order_id":1,"status":1})");
    QVERIFY(shop.say(event_type::day, R"({"date":"2026-11-23"})").dayBegan);
    QCOMPARE(shop.book.day.date, QDate(2026, 11, 23));
    QCOMPARE(shop.book.day.stats.pendingOrders, 1);
    shop.say(event_type::day, R"({"date":"2026-11-24","stats":{"pending_orders":9}})");
    QCOMPARE(shop.book.day.stats.pendingOrders, 9);
    QVERIFY(!shop.say(event_type::day, R"({"date":"tomorrow"})").dayBegan);
}

void TestLogRules::retiredOrdersStayInTheTotals()
{
    Shop shop;
    shop.order(R"({"order_id":1,"status":3})");
    shop.order(R"({"order_id":2,"status":4})");
    shop.order(R"({"order_id":3,"status":2})");
    const Change change = shop.say(event_type::retire, R"({"order_ids":[1,2,3,4,"x"]})");
    QCOMPARE(change.orders.size(), 2);
    QVERIFY(change.orders[0].removed);
    QVERIFY(shop.book.order(3)); // was opened again
    QCOMPARE(shop.book.orders().size(), 1);
    const Stats stats = shop.book.computedStats({});
    QCOMPARE(stats.totalOrders, 3);
    QCOMPARE(stats.completedOrders, 1);
}

void TestLogRules::ordersOfAnotherStatusRetireToo()
{
    Shop shop;
    shop.order(R"({"order_id":1,"status":0,"status_display":"已归档"})");
    shop.step(R"({"order_id":2,"progress_id":20,"status":1})"); // a stub, which nobody counts
    const qint64 total = shop.book.computedStats({}).totalOrders;
    QCOMPARE(shop.say(event_type::retire, R"({"order_ids":[1,2]})").orders.size(), 2);
    QVERIFY(shop.book.orders().isEmpty());
    QCOMPARE(shop.book.computedStats({}).totalOrders, total);
}

void TestLogRules::completeImportGivesTheWordBack()
{
    Shop shop;
    shop.order(R"({"order_id":1,"action":"updated"})");
    shop.say(event_type::numbers, R"({"total_orders":5})");
    shop.say(event_type::import, R"({"as_of":"5-0","complete":false})");
    QVERIFY(!shop.book.complete);
    QVERIFY(shop.say(event_type::import, R"({"as_of":"5-0","complete":true})").numbersPublished);
    QVERIFY(shop.book.complete);
    QVERIFY(shop.book.publishedNumbers.isEmpty());
}

QTEST_APPLESS_MAIN(TestLogRules)
#include "tst_log_rules.moc"
