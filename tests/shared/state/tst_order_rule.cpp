// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shop.h"

#include <QTest>

using namespace pressboard;
using pressboard::test::Shop;

namespace {

QString at(OptionalMoment moment)
{
    return moment ? toWire(*moment) : QStringLiteral("none");
}

} // namespace

class TestOrderRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsARow();
    void updatesArePartial();
    void nullAndEmptyClear();
    void statusTextFollowsStatus();
    void anotherStatusGoesByItsWord();
    void resavingTheSameChangesNothing();
    void keepsMoments();
    void importedRowsHaveNoMoments();
    void deletesKnownRowsOnly();
    void bookIsIncompleteOnceAnUpdateCameFirst_data();
    void bookIsIncompleteOnceAnUpdateCameFirst();
    void audienceIsThatOfTheLastNotification();
    void audiencesFromChannelsAddUp();
    void importLeavesNewerRowsAlone();
    void importDoesNotBringBackTheDeleted();
    void importReplacesSteps();
    void longTextsAreCut();
    void wrongTypesAreAsIfAbsent();
};

void TestOrderRule::createsARow()
{
    Shop shop;
    const Change change = shop.order(
        R"({"order_id":7,"order_no":"PO7","customer_name":"新华书店","status":2,"quantity":5000,
            "print_type":"cover_content","delivery_date":"2026-12-05","created":true})");
    QVERIFY(change.advanced);
    QCOMPARE(change.orders.size(), 1);
    QVERIFY(change.orders[0].kind == RowChange::Added);
    const Order *order = shop.book.order(7);
    QVERIFY(order);
    QCOMPARE(order->customerName, u"新华书店"_qs);
    QCOMPARE(order->status, OrderStatus::Processing);
    QCOMPARE(order->statusDisplay, u"处理中"_qs);
    QCOMPARE(order->printType, PrintType::CoverContent);
    QCOMPARE(order->quantity, std::optional<qint64>(5000));
    QCOMPARE(order->deliveryDate, QDate(2026, 12, 5));
    QVERIFY(order->touched == shop.last);
    QVERIFY(shop.book.complete);
}

void TestOrderRule::updatesArePartial()
{
    Shop shop;
    shop.order(
        R"({"order_id":7,"order_no":"PO7","customer_name":"A","delivery_date":"2026-12-08"})");
    const Change change = shop.order(
        R"({"order_id":7,"action":"updated","delivery_date":"2026-12-05","timestamp":"2026-11-23T00:00:00Z"})");
    QCOMPARE(change.orders.size(), 1);
    QVERIFY(change.orders[0].kind == RowChange::Updated);
    QCOMPARE(change.orders[0].fields.size(), 1);
    const FieldChange *due = change.orders[0].field(QLatin1StringView("delivery_date"));
    QVERIFY(due);
    QCOMPARE(due->before.toJson(), QJsonValue(u"2026-12-08"_qs));
    QCOMPARE(due->after.toJson(), QJsonValue(u"2026-12-05"_qs));
    QCOMPARE(shop.book.order(7)->customerName, u"A"_qs);
}

void TestOrderRule::nullAndEmptyClear()
{
    Shop shop;
    shop.order(
        R"({"order_id":7,"note":"x","salesman":"y","quantity":1,"delivery_date":"2026-12-08"})");
    shop.order(R"({"order_id":7,"note":"","salesman":null,"quantity":null,"delivery_date":""})");
    const Order *order = shop.book.order(7);
    QVERIFY(order->note.isEmpty());
    QVERIFY(order->salesman.isEmpty());
    QVERIFY(!order->quantity);
    QVERIFY(!order->deliveryDate.isValid());
}

void TestOrderRule::statusTextFollowsStatus()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":1,"status_display":"排队中"})");
    QCOMPARE(shop.book.order(7)->statusDisplay, u"排队中"_qs);
    shop.order(R"({"order_id":7,"note":"x"})");
    QCOMPARE(shop.book.order(7)->statusDisplay, u"排队中"_qs);
    shop.order(R"({"order_id":7,"status":1})");
    QCOMPARE(shop.book.order(7)->statusDisplay, u"待处理"_qs);
    shop.order(R"({"order_id":7,"status_display":"等纸"})");
    QCOMPARE(shop.book.order(7)->statusDisplay, u"等纸"_qs);
    shop.order(R"({"order_id":7,"status_display":""})");
    QCOMPARE(shop.book.order(7)->statusDisplay, u"待处理"_qs);
}

/// A status that is none of ours is kept as what it is, never as the old one.
void TestOrderRule::anotherStatusGoesByItsWord()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":2,"timestamp":"2026-11-20T00:00:00Z"})");
    shop.order(R"({"order_id":7,"status":0,"status_display":"外发中",
                   "timestamp":"2026-11-21T00:00:00Z"})");
    const Order *order = shop.book.order(7);
    QCOMPARE(order->status, OrderStatus::Unknown);
    QCOMPARE(order->statusDisplay, u"外发中"_qs);
    QCOMPARE(at(order->statusSince), u"2026-11-21T00:00:00Z"_qs);
    QVERIFY(!order->isOpen());
    QVERIFY(!order->stub);
    const Stats stats = shop.book.computedStats({});
    QCOMPARE(stats.totalOrders, 1);
    QCOMPARE(stats.pendingOrders + stats.processingOrders + stats.completedOrders, 0);
    // Another word is another status; the same one is not.
    shop.order(R"({"order_id":7,"status":0,"status_display":"外发中",
                   "timestamp":"2026-11-22T00:00:00Z"})");
    QCOMPARE(at(order->statusSince), u"2026-11-21T00:00:00Z"_qs);
    shop.order(R"({"order_id":7,"status":0,"status_display":"待回厂",
                   "timestamp":"2026-11-23T00:00:00Z"})");
    QCOMPARE(at(order->statusSince), u"2026-11-23T00:00:00Z"_qs);
    shop.order(R"({"order_id":7,"status":2,"timestamp":"2026-11-24T00:00:00Z"})");
    QCOMPARE(order->statusDisplay, u"处理中"_qs);
    QCOMPARE(at(order->statusSince), u"2026-11-24T00:00:00Z"_qs);
}

void TestOrderRule::resavingTheSameChangesNothing()
{
    Shop shop;
    const char *row = R"({"order_id":7,"order_no":"PO7","status":2,"quantity":3})";
    shop.order(row);
    const Order before = *shop.book.order(7);
    const Change change = shop.order(row);
    QVERIFY(change.advanced);
    QVERIFY(!change.rowsChanged());
    QVERIFY(*shop.book.order(7) == before);
}

void TestOrderRule::keepsMoments()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":1,"timestamp":"2026-11-20T01:00:00Z"})");
    QCOMPARE(at(shop.book.order(7)->createdAt), u"2026-11-20T01:00:00Z"_qs);
    QCOMPARE(at(shop.book.order(7)->statusSince), u"2026-11-20T01:00:00Z"_qs);
    shop.order(R"({"order_id":7,"note":"x","timestamp":"2026-11-21T01:00:00Z"})");
    QCOMPARE(at(shop.book.order(7)->statusSince), u"2026-11-20T01:00:00Z"_qs);
    const Change done = shop.order(R"({"order_id":7,"status":3})");
    QCOMPARE(at(shop.book.order(7)->completedAt), toWire(momentOf(shop.last)));
    QVERIFY(done.orders[0].field(QLatin1StringView("completed_at")));
    shop.order(R"({"order_id":7,"status":2})");
    QCOMPARE(at(shop.book.order(7)->completedAt), u"none"_qs);
    QCOMPARE(at(shop.book.order(7)->createdAt), u"2026-11-20T01:00:00Z"_qs);
}

void TestOrderRule::importedRowsHaveNoMoments()
{
    Shop shop;
    const Change change = shop.order(
        R"({"order_id":7,"status":3,"action":"updated","timestamp":"2026-11-20T01:00:00Z"})", {},
        u"import"_qs);
    QVERIFY(change.imported);
    QVERIFY(shop.book.complete);
    const Order *order = shop.book.order(7);
    QVERIFY(!order->createdAt && !order->statusSince && !order->completedAt);
}

void TestOrderRule::deletesKnownRowsOnly()
{
    Shop shop;
    QVERIFY(!shop.order(R"({"order_id":7,"action":"deleted"})").rowsChanged());
    QVERIFY(!shop.book.wasDeleted(7));
    shop.order(R"({"order_id":7,"status":1})", {u"dept_1"_qs});
    const Change change = shop.order(R"({"order_id":7,"action":"deleted"})", {u"dept_2"_qs});
    QVERIFY(change.orders[0].kind == RowChange::Removed);
    QCOMPARE(change.orders[0].removed->orderId, 7);
    QCOMPARE(change.audienceAfter, Audience({u"dept_1"_qs}));
    QCOMPARE(change.audienceBefore, change.audienceAfter);
    QVERIFY(!shop.book.order(7));
    QVERIFY(shop.book.wasDeleted(7));
    shop.order(R"({"order_id":7,"created":true})");
    QVERIFY(!shop.book.wasDeleted(7));
}

void TestOrderRule::bookIsIncompleteOnceAnUpdateCameFirst_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("complete");

    QTest::newRow("created") << QByteArray(R"({"order_id":1,"action":"created"})") << true;
    QTest::newRow("created flag") << QByteArray(R"({"order_id":1,"created":true})") << true;
    QTest::newRow("not said") << QByteArray(R"({"order_id":1})") << true;
    QTest::newRow("updated") << QByteArray(R"({"order_id":1,"action":"updated"})") << false;
    QTest::newRow("updated flag") << QByteArray(R"({"order_id":1,"created":false})") << false;
}

void TestOrderRule::bookIsIncompleteOnceAnUpdateCameFirst()
{
    QFETCH(QByteArray, data);
    QFETCH(bool, complete);
    Shop shop;
    shop.order(data.constData());
    QCOMPARE(shop.book.complete, complete);
    QCOMPARE(shop.book.order(1)->createdAt.has_value(), complete);
    shop.say(event_type::import, R"({"as_of":"0-0","complete":true})");
    QVERIFY(shop.book.complete);
}

void TestOrderRule::audienceIsThatOfTheLastNotification()
{
    Shop shop;
    const Audience one({u"dept_1"_qs});
    const Audience two({u"dept_2"_qs});
    Change change = shop.order(R"({"order_id":7})", {u"dept_1"_qs});
    QCOMPARE(change.audienceBefore, one);
    QCOMPARE(change.audienceAfter, one);
    change = shop.order(R"({"order_id":7,"note":"x"})", {u"dept_2"_qs});
    QCOMPARE(change.audienceBefore, one);
    QCOMPARE(change.audienceAfter, two);
    QCOMPARE(change.audienceOrderId, 7);
    change = shop.step(R"({"order_id":7,"progress_id":70})", {u"dept_1"_qs});
    QCOMPARE(change.audienceAfter, two);
    change = shop.order(R"({"order_id":7})");
    QVERIFY(change.audienceAfter.isEveryone());
    QVERIFY(change.orders[0].field(QLatin1StringView("groups")));
}

void TestOrderRule::audiencesFromChannelsAddUp()
{
    Shop shop;
    const QString channels = u"channels:core"_qs;
    shop.order(R"({"order_id":7})", {u"dept_1"_qs}, channels);
    const Change change = shop.order(R"({"order_id":7})", {u"dept_2"_qs}, channels);
    QCOMPARE(change.audienceAfter, Audience({u"dept_1"_qs, u"dept_2"_qs}));
    QCOMPARE(change.audienceBefore, Audience({u"dept_1"_qs}));
    for (int i = 0; i < 40; ++i)
        shop.order(R"({"order_id":7})", {u"dept_%1"_qs.arg(100 + i)}, channels);
    QCOMPARE(shop.book.order(7)->audience.groups().size(), 32);
}

void TestOrderRule::importLeavesNewerRowsAlone()
{
    Shop shop;
    shop.order(R"({"order_id":7,"note":"old"})");
    const StreamId before = shop.last;
    shop.order(R"({"order_id":8,"note":"live"})");
    const auto import = [&](int id) {
        const QByteArray data = QStringLiteral(R"({"order_id":%1,"note":"dump","as_of":"%2"})")
                                    .arg(id)
                                    .arg(before.toString())
                                    .toUtf8();
        return shop.order(data.constData(), {}, u"import"_qs);
    };
    QVERIFY(import(7).rowsChanged());
    QVERIFY(!import(8).rowsChanged());
    QCOMPARE(shop.book.order(7)->note, u"dump"_qs);
    QCOMPARE(shop.book.order(8)->note, u"live"_qs);
    // An order known only through its steps learns all it can.
    shop.step(R"({"order_id":9,"progress_id":90})");
    QVERIFY(import(9).rowsChanged());
    QVERIFY(!shop.book.order(9)->stub);
}

void TestOrderRule::importDoesNotBringBackTheDeleted()
{
    Shop shop;
    shop.order(R"({"order_id":7})");
    shop.order(R"({"order_id":7,"action":"deleted"})");
    const Change change = shop.order(R"({"order_id":7,"as_of":"5-0"})", {}, u"import"_qs);
    QVERIFY(change.refused);
    QVERIFY(!shop.book.order(7));
}

void TestOrderRule::importReplacesSteps()
{
    Shop shop;
    shop.order(R"({"order_id":7,"status":2})");
    shop.order(R"({"order_id":8,"status":2})");
    shop.step(R"({"order_id":7,"progress_id":70,"step_name":"印刷","status":1})");
    shop.step(R"({"order_id":7,"progress_id":71,"status":1})");
    shop.step(R"({"order_id":8,"progress_id":80,"status":1})");
    const Change change = shop.order(R"({"order_id":7,"steps":[
        {"progress_id":70,"status":3},{"progress_id":72,"status":1,"step_name":"打包"},
        {"progress_id":80,"status":3},{"status":1},17]})",
                                     {}, u"import"_qs);
    const Order *order = shop.book.order(7);
    QCOMPARE(order->steps.size(), 2);
    QCOMPARE(order->step(70)->name, u"印刷"_qs);
    QCOMPARE(order->step(70)->status, StepStatus::Completed);
    QVERIFY(!order->step(70)->statusSince);
    QCOMPARE(order->step(72)->name, u"打包"_qs);
    QVERIFY(!order->step(71));
    QCOMPARE(shop.book.order(8)->step(80)->status, StepStatus::Waiting);
    QCOMPARE(change.steps.size(), 3);
    // Only imports may.
    shop.order(R"({"order_id":7,"steps":[]})");
    QCOMPARE(shop.book.order(7)->steps.size(), 2);
}

void TestOrderRule::longTextsAreCut()
{
    Shop shop;
    const QString note = QString(5000, u'长');
    shop.order(QStringLiteral(R"({"order_id":7,"note":"%1","salesman":"a\u0001b\nc"})")
                   .arg(note)
                   .toUtf8()
                   .constData());
    QCOMPARE(shop.book.order(7)->note, note.first(1000));
    QCOMPARE(shop.book.order(7)->salesman, u"a b\nc"_qs);
}

void TestOrderRule::wrongTypesAreAsIfAbsent()
{
    Shop shop;
    shop.order(R"({"order_id":7,"quantity":5,"status":2,"note":"n"})");
    const Change change =
        shop.order(R"({"order_id":7,"quantity":{},"status":[],"note":{},"delivery_date":"soon"})");
    QVERIFY(!change.rowsChanged());
    QVERIFY(!shop.order(R"({"order_id":["seven"]})").rowsChanged());
    QVERIFY(!shop.order(R"({})").rowsChanged());
}

QTEST_APPLESS_MAIN(TestOrderRule)
#include "tst_order_rule.moc"
