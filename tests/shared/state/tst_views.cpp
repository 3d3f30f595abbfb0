// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/views.h"
#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using pressboard::test::Shop;

namespace {

/// One order with two cover and two content steps, all waiting.
Shop oneOrder()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":2,"delivery_date":"2026-12-05"})");
    shop.step(
        R"({"order_id":7,"progress_id":1,"step_category":"cover","step_order":1,"step_name":"印刷","status":1})");
    shop.step(
        R"({"order_id":7,"progress_id":2,"step_category":"cover","step_order":2,"step_name":"覆膜","status":1})");
    shop.step(
        R"({"order_id":7,"progress_id":3,"step_category":"content","step_order":1,"step_name":"印刷","status":1})");
    shop.step(
        R"({"order_id":7,"progress_id":4,"step_category":"content","step_order":2,"step_name":"胶包","status":1})");
    return shop;
}

void setStatus(Shop &shop, int progressId, int status)
{
    shop.step(QStringLiteral(R"({"order_id":7,"progress_id":%1,"status":%2})")
                  .arg(progressId)
                  .arg(status)
                  .toUtf8()
                  .constData());
}

QList<CrmId> readySteps(const Shop &shop)
{
    const QStringList names = defaultJoinSteps();
    const QSet<QString> joinSteps(names.begin(), names.end());
    QList<CrmId> ready;
    for (const Step &step : shop.book.order(7)->steps) {
        if (isReady(*shop.book.order(7), step, joinSteps))
            ready.append(step.progressId);
    }
    return ready;
}

} // namespace

class TestViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueTiers();
    void urgentMovesWithTheDay();
    void readyFollowsTheOrderOfSteps();
    void joinStepsNeedTheCover();
    void onlyProcessingOrdersAreReady();
    void heldAtAndNeighbours();
    void aStepOfAnotherStatusIsOpenAndNotReady();
};

void TestViews::dueTiers()
{
    Shop shop = oneOrder();
    const auto tier = [&](int day) { return dueTier(*shop.book.order(7), QDate(2026, 12, day)); };
    QCOMPARE(tier(6), DueTier::Overdue);
    QCOMPARE(tier(5), DueTier::Today);
    QCOMPARE(tier(4), DueTier::Within3Days);
    QCOMPARE(tier(2), DueTier::Within3Days);
    QCOMPARE(tier(1), DueTier::Later);
    shop.order(R"({"order_id":7,"status":3})");
    QCOMPARE(tier(6), DueTier::None);
    shop.order(R"({"order_id":7,"status":1,"delivery_date":null})");
    QCOMPARE(tier(6), DueTier::None);
}

void TestViews::urgentMovesWithTheDay()
{
    Shop shop = oneOrder();
    const auto urgent = [&](int day) {
        return shop.book.computedStats(QDate(2026, 12, day)).urgentOrders;
    };
    QCOMPARE(urgent(1), 0);
    QCOMPARE(urgent(2), 1);
    QCOMPARE(urgent(30), 1);
    shop.order(R"({"order_id":7,"status":4})");
    QCOMPARE(urgent(30), 0);
}

void TestViews::readyFollowsTheOrderOfSteps()
{
    Shop shop = oneOrder();
    QCOMPARE(readySteps(shop), (QList<CrmId>{1, 3}));
    setStatus(shop, 1, 2);
    QCOMPARE(readySteps(shop), (QList<CrmId>{3}));
    setStatus(shop, 1, 3);
    QCOMPARE(readySteps(shop), (QList<CrmId>{2, 3}));
}

void TestViews::joinStepsNeedTheCover()
{
    Shop shop = oneOrder();
    setStatus(shop, 3, 4);
    QCOMPARE(readySteps(shop), (QList<CrmId>{1}));
    setStatus(shop, 1, 3);
    setStatus(shop, 2, 3);
    QCOMPARE(readySteps(shop), (QList<CrmId>{4}));
}

void TestViews::onlyProcessingOrdersAreReady()
{
    Shop shop = oneOrder();
    ReadyIndex ready;
    ready.rebuild(shop.book);
    QCOMPARE(ready.count(), 2);
    ready.update(shop.book, shop.order(R"({"order_id":7,"status":1})"));
    QCOMPARE(ready.count(), 0);
}

void TestViews::heldAtAndNeighbours()
{
    Shop shop = oneOrder();
    const QSet<QString> joinSteps{u"胶包"_qs};
    const auto held = [&] { return heldAt(*shop.book.order(7), joinSteps); };
    QCOMPARE(held()->progressId, 1);
    setStatus(shop, 3, 2);
    QCOMPARE(held()->progressId, 3);
    setStatus(shop, 3, 3);
    const Order *order = shop.book.order(7);
    QCOMPARE(held()->progressId, 1);
    QCOMPARE(previousStep(*order, *order->step(4))->progressId, 3);
    QVERIFY(!previousStep(*order, *order->step(1)));
    QCOMPARE(nextStep(*order, *order->step(1))->progressId, 2);
    QVERIFY(!nextStep(*order, *order->step(4)));
    QVERIFY((progress(*order) == Progress{1, 4}));
    shop.order(R"({"order_id":7,"status":3})");
    QVERIFY(!held());
}

void TestViews::aStepOfAnotherStatusIsOpenAndNotReady()
{
    Shop shop = oneOrder();
    const QSet<QString> joinSteps{u"胶包"_qs};
    shop.step(R"({"order_id":7,"progress_id":1,"status":0,"status_display":"外协中"})");
    QCOMPARE(readySteps(shop), (QList<CrmId>{3}));
    setStatus(shop, 3, 3);
    QCOMPARE(heldAt(*shop.book.order(7), joinSteps)->progressId, 1);
    QVERIFY((progress(*shop.book.order(7)) == Progress{1, 4}));
    const Stats stats = shop.book.computedStats({});
    QCOMPARE(stats.currentSteps, 0);
    QCOMPARE(stats.nextSteps, 2);
}

QTEST_APPLESS_MAIN(TestViews)
#include "tst_views.moc"
