// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/text_pool.h"
#include "tests/client/store/sample_image.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

namespace {

bool isOne(const QString &a, const QString &b)
{
    return a == b && a.constData() == b.constData();
}

/// As a decoder makes them: equal to any other, and shared with none.
Order decoded(qint64 orderId)
{
    Order order = test::sampleOrder(orderId, 3);
    order.customerName = QStringView(u"晨光文具厂").toString();
    for (Step &step : order.steps)
        step.operatorName = QStringView(u"张伟").toString();
    return order;
}

Event stepEvent(qint64 orderId, quint64 at, const QString &who)
{
    return {StreamId{at, 0},
            QStringLiteral("progress_notification"),
            {{QStringLiteral("order_id"), orderId},
             {QStringLiteral("progress_id"), orderId * 100 + 1},
             {QStringLiteral("operator"), who}},
            {},
            {}};
}

} // namespace

class TestTextPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordersShareTheirTexts();
    void whatEventsBringIsShared();
    void whatNobodyHasGoes();
};

void TestTextPool::ordersShareTheirTexts()
{
    TextPool pool;
    Order one = decoded(1);
    Order two = decoded(2);
    QVERIFY(!isOne(one.customerName, two.customerName));
    pool.share(one);
    pool.share(two);
    QVERIFY(isOne(one.customerName, two.customerName));
    QVERIFY(isOne(one.steps.at(0).operatorName, two.steps.at(2).operatorName));
    QVERIFY(isOne(one.steps.at(1).orderNo, one.orderNo));
    QVERIFY(&*one.steps.at(0).details == &*two.steps.at(2).details);
    const auto own = [](const Rare<CustomValues> &values) { return values->entries().first(); };
    QVERIFY(isOne(own(one.custom).name, own(two.custom).name));
    const auto ofStep = own(one.steps.at(1).details->custom);
    QVERIFY(isOne(*ofStep.value.text(), *own(two.steps.at(1).details->custom).value.text()));
}

void TestTextPool::whatEventsBringIsShared()
{
    TextPool pool;
    Book book;
    for (const qint64 id : {1, 2}) {
        book.putOrder(decoded(id));
        const quint64 later = book.order(id)->touched.ms + 1'000'000'000;
        const Change change = apply(book, stepEvent(id, later, QStringLiteral("李师傅")));
        QCOMPARE(change.steps.size(), 1);
        pool.share(book, change);
    }
    const Step *one = book.order(1)->step(101);
    const Step *two = book.order(2)->step(201);
    QCOMPARE(one->operatorName, QStringLiteral("李师傅"));
    QVERIFY(isOne(one->operatorName, two->operatorName));
}

/// A note that is written anew each minute must not stay for weeks.
void TestTextPool::whatNobodyHasGoes()
{
    TextPool pool;
    Order kept = decoded(1);
    pool.share(kept);
    for (int i = 0; i < 10'000; ++i) {
        Order order = decoded(2);
        order.note = QStringLiteral("备注%1").arg(i);
        for (Step &step : order.steps)
            step.details.edit(
                [i](StepDetails &details) { details.note = QStringLiteral("第%1次").arg(i); });
        pool.share(order);
    }
    QVERIFY2(pool.size() <= 1001, qPrintable(QString::number(pool.size())));
    Order again = decoded(3);
    pool.share(again);
    QVERIFY(isOne(again.customerName, kept.customerName));
    QVERIFY(&*again.steps.at(0).details == &*kept.steps.at(0).details);
}

QTEST_APPLESS_MAIN(TestTextPool)
#include "tst_text_pool.moc"
