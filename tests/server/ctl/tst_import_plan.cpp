// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/import/import_file.h"
#include "server/ctl/import/import_plan.h"
#include "tests/support/shop.h"

#include <QTest>

#include <functional>

using namespace pressboard;
using namespace pressboard::server::ctl;
using namespace pressboard::test;

namespace {

const char *const twoOrders = R"({"order_id":7,"order_no":"PO7","status":2,"steps":[)"
                              R"({"progress_id":70,"step_name":"印刷","status":3},)"
                              R"({"progress_id":71,"step_name":"覆膜","status":1}]})"
                              "\n"
                              R"({"order_id":8,"order_no":"PO8","status":1,"steps":[]})";

/// A shop, and the events that its CRM sent and the log has.
class Crm : public Shop
{
public:
    Event sent(QLatin1StringView type, const char *json)
    {
        say(type, json);
        return {last, type, QJsonDocument::fromJson(json).object(), {}, {}};
    }
};

} // namespace

class TestImportPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsThereAlreadyIsNotWritten();
    void goesOnWhereItWasCutOff();
    void leavesRowsTouchedSinceAlone();
    void saysWhenSomethingWasLeftAlone();
    void doesNotBringBackWhatWasDeletedSince();
    void bringsBackWhatWasDeletedBefore();
    void bringsBackWhatAnImportRemoved();
    void movesAStepToItsNewOrder_data();
    void movesAStepToItsNewOrder();
    void removesOnlyWhatNobodyTouchedSince();
    void completesOnlyOnce();
    void completeForgetsTheRetired();

private:
    ImportPlan planOf(const char *lines, StreamId asOf, bool complete = false);
    /// Carries a plan out on the shop's book, as the command does on the log; returns what it
    /// wrote.
    QList<Event> carryOut(ImportPlan &plan, Shop &shop, int batches = 1000);
};

ImportPlan TestImportPlan::planOf(const char *lines, StreamId asOf, bool complete)
{
    ImportFile file(QStringLiteral("f"), QTimeZone::utc());
    file.feed(lines);
    file.finish();
    if (!file.problems().isEmpty())
        qFatal("%s", qPrintable(file.problems().join(u'\n')));
    return ImportPlan(file.orders(), asOf, complete);
}

QList<Event> TestImportPlan::carryOut(ImportPlan &plan, Shop &shop, int batches)
{
    QList<Event> written;
    while (batches-- > 0) {
        ImportPlan::Batch batch = plan.nextBatch(shop.book);
        for (Event &event : batch.events) {
            shop.last.ms += 1;
            event.id = shop.last;
            apply(shop.book, event);
        }
        written += batch.events;
        plan.accept(batch);
        if (batch.isLast)
            break;
    }
    return written;
}

void TestImportPlan::whatIsThereAlreadyIsNotWritten()
{
    Shop shop;
    ImportPlan once = planOf(twoOrders, shop.last, true);
    QCOMPARE(carryOut(once, shop).size(), 2); // an empty book knows that it is complete
    QCOMPARE(once.counts().written, 2);
    const Book book = shop.book;
    for (const StreamId asOf : {once.asOf(), shop.last}) {
        ImportPlan twice = planOf(twoOrders, asOf, true);
        QCOMPARE(carryOut(twice, shop).size(), 0);
        QCOMPARE(twice.counts().unchanged, 2);
        QCOMPARE(twice.counts().leftAlone, 0);
    }
    QVERIFY(shop.book == book);
}

void TestImportPlan::goesOnWhereItWasCutOff()
{
    QByteArray lines;
    for (int id = 1; id <= 300; ++id)
        lines += QByteArray("{\"order_id\":") + QByteArray::number(id) + ",\"status\":1}\n";
    Shop shop;
    shop.order(R"({"order_id":900,"action":"updated"})");
    const StreamId asOf = shop.last;
    ImportPlan killed = planOf(lines, asOf, true);
    QCOMPARE(carryOut(killed, shop, 1).size(), ImportPlan::batchEvents);
    ImportPlan again = planOf(lines, asOf, true);
    const qsizetype rest = 300 - ImportPlan::batchEvents;
    QCOMPARE(carryOut(again, shop).size(), rest + 2); // the removal, and the word
    QCOMPARE(again.counts().written, rest);
    QCOMPARE(shop.book.orders().size(), 300);
    QVERIFY(shop.book.complete);
}

void TestImportPlan::leavesRowsTouchedSinceAlone()
{
    Shop shop;
    ImportPlan past = planOf(twoOrders, shop.last);
    carryOut(past, shop);
    const StreamId asOf = shop.last;
    shop.step(R"({"order_id":7,"progress_id":71,"status":2,"operator":"张伟"})");
    ImportPlan plan = planOf(R"({"order_id":7,"order_no":"PO7b","steps":[)"
                             R"({"progress_id":70,"status":4},{"progress_id":71,"status":1}]})",
                             asOf);
    carryOut(plan, shop);
    const Order *order = shop.book.order(7);
    QCOMPARE(order->orderNo, QStringLiteral("PO7b"));
    QCOMPARE(order->step(70)->status, StepStatus::Skipped);
    QCOMPARE(order->step(71)->status, StepStatus::InProgress);
}

void TestImportPlan::saysWhenSomethingWasLeftAlone()
{
    Shop shop;
    const StreamId asOf = shop.last;
    shop.order(R"({"order_id":7,"order_no":"NEW","status":3})");
    shop.order(R"({"order_id":8,"order_no":"PO8","status":1})");
    ImportPlan plan = planOf(twoOrders, asOf);
    carryOut(plan, shop);
    QCOMPARE(plan.counts().leftAlone, 1); // of the other one they say the same
    QCOMPARE(plan.counts().unchanged, 1);
    QCOMPARE(shop.book.order(7)->orderNo, QStringLiteral("NEW"));
    QCOMPARE(shop.book.order(7)->steps.size(), 2);
}

void TestImportPlan::doesNotBringBackWhatWasDeletedSince()
{
    Crm crm;
    ImportPlan past = planOf(twoOrders, crm.last);
    carryOut(past, crm);
    ImportPlan plan = planOf(twoOrders, crm.last, true);
    plan.note(
        crm.sent(event_type::progress, R"({"order_id":7,"progress_id":70,"action":"deleted"})"));
    plan.note(crm.sent(event_type::order, R"({"order_id":8,"action":"deleted"})"));
    QCOMPARE(carryOut(plan, crm).size(), 0);
    QCOMPARE(plan.counts().leftAlone, 2);
    QVERIFY(!crm.book.order(8));
    QVERIFY(!crm.book.order(7)->step(70));
}

void TestImportPlan::bringsBackWhatWasDeletedBefore()
{
    Crm crm;
    const Event deleted = crm.sent(event_type::order, R"({"order_id":8,"action":"created"})");
    crm.order(R"({"order_id":8,"action":"deleted"})");
    ImportPlan plan = planOf(twoOrders, crm.last);
    plan.note(deleted);
    carryOut(plan, crm);
    QVERIFY(crm.book.order(8));
    QCOMPARE(plan.counts().leftAlone, 0);
}

void TestImportPlan::bringsBackWhatAnImportRemoved()
{
    Shop shop;
    ImportPlan past = planOf(twoOrders, shop.last);
    carryOut(past, shop);
    const StreamId asOf = shop.last;
    ImportPlan half = planOf(R"({"order_id":7})", asOf, true);
    const QList<Event> written = carryOut(half, shop);
    QVERIFY(!shop.book.order(8));
    QCOMPARE(half.counts().removed, 1);
    ImportPlan whole = planOf(twoOrders, asOf, true);
    for (const Event &event : written)
        whole.note(event);
    carryOut(whole, shop);
    QVERIFY(shop.book.order(8));
}

void TestImportPlan::movesAStepToItsNewOrder_data()
{
    QTest::addColumn<QByteArray>("lines");
    const QByteArray leaves = R"({"order_id":7,"steps":[{"progress_id":70,"status":3}]})";
    const QByteArray comes = R"({"order_id":8,"steps":[{"progress_id":71,"status":2}]})";
    QTest::newRow("it leaves first") << leaves + '\n' + comes;
    QTest::newRow("it comes first") << comes + '\n' + leaves;
    QTest::newRow("its old order is not in the file") << comes;
}

void TestImportPlan::movesAStepToItsNewOrder()
{
    QFETCH(QByteArray, lines);
    Shop shop;
    ImportPlan past = planOf(twoOrders, shop.last);
    carryOut(past, shop);
    ImportPlan plan = planOf(lines, shop.last);
    carryOut(plan, shop);
    QCOMPARE(shop.book.order(7)->steps.size(), 1);
    QVERIFY(shop.book.order(8)->step(71));
    QCOMPARE(shop.book.order(8)->step(71)->status, StepStatus::InProgress);
    ImportPlan again = planOf(lines, shop.last);
    QCOMPARE(carryOut(again, shop).size(), 0);
}

void TestImportPlan::removesOnlyWhatNobodyTouchedSince()
{
    Shop shop;
    shop.order(R"({"order_id":1})");
    shop.order(R"({"order_id":2})");
    shop.step(R"({"order_id":3,"progress_id":30})"); // a stub
    const StreamId asOf = shop.last;
    shop.step(R"({"order_id":2,"progress_id":20,"status":2})");
    shop.order(R"({"order_id":4})");
    ImportPlan plan = planOf(twoOrders, asOf, true);
    carryOut(plan, shop);
    QList<CrmId> left = shop.book.orders().keys();
    std::sort(left.begin(), left.end());
    QCOMPARE(left, QList<CrmId>({2, 4, 7, 8}));
    QCOMPARE(plan.counts().removed, 2);
}

void TestImportPlan::completesOnlyOnce()
{
    Shop shop;
    shop.order(R"({"order_id":7,"action":"updated"})");
    shop.say(event_type::numbers, R"({"total_orders":5})");
    ImportPlan part = planOf(twoOrders, shop.last);
    carryOut(part, shop);
    QVERIFY(!shop.book.complete);
    ImportPlan whole = planOf(twoOrders, shop.last, true);
    QCOMPARE(carryOut(whole, shop).size(), 1);
    QVERIFY(shop.book.complete);
    QVERIFY(shop.book.publishedNumbers.isEmpty());
}

void TestImportPlan::completeForgetsTheRetired()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":3})");
    shop.say(event_type::retire, R"({"order_ids":[7]})");
    ImportPlan plan = planOf(twoOrders, shop.last, true);
    carryOut(plan, shop);
    QCOMPARE(shop.book.computedStats({}).totalOrders, 2);
}

QTEST_APPLESS_MAIN(TestImportPlan)
#include "tst_import_plan.moc"
