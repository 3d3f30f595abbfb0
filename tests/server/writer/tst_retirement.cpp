// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/retirement.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace std::chrono_literals;

namespace {

const Moment before(1'000'000ms);

Order finished(qint64 orderId, OptionalMoment completedAt,
               OrderStatus status = OrderStatus::Completed)
{
    Order order;
    order.orderId = orderId;
    order.status = status;
    order.completedAt = completedAt;
    return order;
}

QList<CrmId> retiring(const Order &order)
{
    Book book;
    book.putOrder(order);
    return ordersToRetire(book, before, 10);
}

} // namespace

class TestRetirement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void retiresWhatFinishedLongAgo();
    void keepsWhatIsOpen();
    void takesCancelledOrdersToo();
    void goesByTheLastTouchOfImportedRows();
    void takesAnotherStatusThatNobodyTouches();
    void beginsWithTheOldest();
};

void TestRetirement::retiresWhatFinishedLongAgo()
{
    QCOMPARE(retiring(finished(1, before - 1ms)), QList<CrmId>({1}));
    QVERIFY(retiring(finished(1, before)).isEmpty());
}

void TestRetirement::keepsWhatIsOpen()
{
    for (const auto status : {OrderStatus::Unknown, OrderStatus::Pending, OrderStatus::Processing})
        QVERIFY(retiring(finished(1, before - 1h, status)).isEmpty());
}

void TestRetirement::takesCancelledOrdersToo()
{
    Order order = finished(1, std::nullopt, OrderStatus::Cancelled);
    order.statusSince = before - 1ms;
    QCOMPARE(retiring(order), QList<CrmId>({1}));
}

void TestRetirement::goesByTheLastTouchOfImportedRows()
{
    Order order = finished(1, std::nullopt);
    order.touched = {999'999, 0};
    QCOMPARE(retiring(order), QList<CrmId>({1}));
    order.touched = {1'000'001, 0};
    QVERIFY(retiring(order).isEmpty());
    order.touched = {};
    QVERIFY(retiring(order).isEmpty()); // nobody knows
}

/// Whatever it means, nobody works on it.
void TestRetirement::takesAnotherStatusThatNobodyTouches()
{
    Order order = finished(1, std::nullopt, OrderStatus::Unknown);
    order.statusSince = before - 1h;
    QCOMPARE(retiring(order), QList<CrmId>({1}));
    order.touched = {1'000'001, 0};
    QVERIFY(retiring(order).isEmpty());
    order.touched = {999'999, 0};
    QCOMPARE(retiring(order), QList<CrmId>({1}));
    Step step;
    step.progressId = 10;
    step.orderId = 1;
    step.touched = {1'000'001, 0};
    order.steps = {step};
    QVERIFY(retiring(order).isEmpty());
}

void TestRetirement::beginsWithTheOldest()
{
    Book book;
    for (qint64 orderId = 1; orderId <= 5; ++orderId)
        book.putOrder(finished(orderId, before - orderId * 1h));
    QCOMPARE(ordersToRetire(book, before, 2), QList<CrmId>({5, 4}));
}

QTEST_APPLESS_MAIN(TestRetirement)
#include "tst_retirement.moc"
