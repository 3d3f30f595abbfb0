// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/simulation/shop.h"
#include "server/ingest/validate.h"
#include "shared/state/apply.h"
#include "shared/state/views.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server::simulation;
using namespace std::chrono_literals;

/// The shop is made up, but it must be one: the same for the same seed, and never impossible.
class TestShop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSeedSameEvents();
    void anotherSeedAnotherShop();
    void looksLikeAShop_data();
    void looksLikeAShop();
    void everyEventIsValid();
    void thePastIsInOrder();
    void stepsGoForwardInTheirOrder();
    void staysAliveForADay();
    void leavesNothingBehind();
    void hasWhatHappensInShops();
};

namespace {

const QTimeZone &zone()
{
    static const QTimeZone shanghai("Asia/Shanghai");
    return shanghai;
}

/// A Monday at 10:34, as on the pictures.
Moment start()
{
    return *momentFromText(QStringLiteral("2026-11-23T10:34:00+08:00"), zone());
}

ShopOptions options(quint64 seed = 1)
{
    return {seed, start(), 40, 30s, zone()};
}

QList<ShopEvent> eventsOf(Shop &shop, int live)
{
    QList<ShopEvent> events = shop.past();
    for (int i = 0; i < live; ++i)
        events.append(shop.next());
    return events;
}

/// The log as the server would have it.
Book bookOf(const QList<ShopEvent> &events)
{
    Book book;
    quint64 ms = 1;
    for (const ShopEvent &happened : events) {
        apply(book,
              Event{{++ms, 0},
                    happened.type,
                    happened.data,
                    Audience(happened.groups),
                    QStringLiteral("simulate")});
    }
    return book;
}

int countSteps(const Book &book, const std::function<bool(const Order &, const Step &)> &wanted)
{
    int count = 0;
    for (const Order &order : book.orders())
        for (const Step &step : order.steps)
            count += wanted(order, step);
    return count;
}

int countOrders(const Book &book, const std::function<bool(const Order &)> &wanted)
{
    return int(std::count_if(book.orders().begin(), book.orders().end(), wanted));
}

QSet<QString> joinSteps()
{
    const QStringList names = defaultJoinSteps();
    return {names.begin(), names.end()};
}

} // namespace

void TestShop::sameSeedSameEvents()
{
    Shop one(options());
    Shop other(options());
    QCOMPARE(eventsOf(one, 2000), eventsOf(other, 2000));
}

void TestShop::anotherSeedAnotherShop()
{
    Shop one(options(1));
    Shop other(options(2));
    QVERIFY(eventsOf(one, 10) != eventsOf(other, 10));
}

void TestShop::looksLikeAShop_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

/// About the board of the pictures: enough to see in every list, and not too much.
void TestShop::looksLikeAShop()
{
    QFETCH(quint64, seed);
    const Shop shop(options(seed));
    const Book book = bookOf(shop.past());
    const QDate today = dateAt(start(), zone());
    const Stats stats = book.computedStats(today);
    ReadyIndex ready;
    ready.rebuild(book);
    const auto isDue = [today](DueTier tier) {
        return [=](const Order &order) { return dueTier(order, today) == tier; };
    };
    const int overdue = countOrders(book, isDue(DueTier::Overdue));
    const int dueToday = countOrders(book, isDue(DueTier::Today));
    const int completedToday = countOrders(book, [today](const Order &order) {
        return order.completedAt && dateAt(*order.completedAt, zone()) == today;
    });
    const int forgotten = countSteps(book, [](const Order &, const Step &step) {
        return step.status == StepStatus::InProgress && start() - *step.startTime > 24h;
    });
    const QByteArray figures = QByteArray("in progress / ready ")
        + QByteArray::number(stats.currentSteps) + " / " + QByteArray::number(ready.count())
        + ", urgent " + QByteArray::number(stats.urgentOrders) + ", overdue "
        + QByteArray::number(overdue) + ", today " + QByteArray::number(dueToday)
        + ", completed today " + QByteArray::number(completedToday) + ", forgotten "
        + QByteArray::number(forgotten) + ", pending " + QByteArray::number(stats.pendingOrders);
    QVERIFY2(stats.complete, figures);
    QVERIFY2(stats.currentSteps >= 15 && stats.currentSteps <= 35, figures);
    QVERIFY2(ready.count() >= 15 && ready.count() <= 38, figures);
    QVERIFY2(stats.urgentOrders >= 12 && stats.urgentOrders <= 18, figures);
    QVERIFY2(overdue >= 2 && overdue <= 3, figures);
    QVERIFY2(dueToday >= 4 && dueToday <= 6, figures);
    QVERIFY2(completedToday >= 8, figures);
    // By chance there may be none; not in the demo.
    QVERIFY2(forgotten >= (seed == 1 ? 1 : 0) && forgotten <= 8, figures);
    QVERIFY2(stats.pendingOrders >= 5, figures);
}

void TestShop::everyEventIsValid()
{
    Shop shop(options());
    QList<ShopEvent> events = eventsOf(shop, 3000);
    events += shop.farewell();
    for (const ShopEvent &happened : events) {
        const auto event = server::validated(happened.type, happened.data, happened.groups, zone());
        QVERIFY2(event, event ? "" : qPrintable(event.error().message));
    }
}

void TestShop::thePastIsInOrder()
{
    const Shop shop(options());
    Moment last{};
    for (const ShopEvent &happened : shop.past()) {
        QVERIFY(happened.at >= last);
        last = happened.at;
    }
    QVERIFY(last <= start());
}

void TestShop::stepsGoForwardInTheirOrder()
{
    Shop shop(options());
    Book book;
    quint64 ms = 1;
    for (const ShopEvent &happened : eventsOf(shop, 3000)) {
        const qint64 id = happened.data.value(QLatin1StringView("progress_id")).toInteger();
        const int status = happened.data.value(QLatin1StringView("status")).toInt();
        const Order *order = book.orderOfStep(id);
        const Step *step = order ? order->step(id) : nullptr;
        const bool starts =
            step && step->status == StepStatus::Waiting && status == int(StepStatus::InProgress);
        if (starts) {
            for (const Step &earlier : order->steps) {
                if (earlier.category == step->category && earlier.order < step->order)
                    QVERIFY2(earlier.isFinished(), qPrintable(order->orderNo + step->name));
                if (joinSteps().contains(step->name) && earlier.category == StepCategory::Cover
                    && step->category == StepCategory::Content)
                    QVERIFY2(earlier.isFinished(), qPrintable(order->orderNo + step->name));
            }
        }
        apply(book, Event{{++ms, 0}, happened.type, happened.data, {}, {}});
    }
    for (const Order &order : book.orders()) {
        for (const Step &step : order.steps) {
            QVERIFY(!step.startTime || *step.startTime >= *order.orderDate);
            QVERIFY(!step.startTime || !step.endTime || *step.startTime <= *step.endTime);
            QCOMPARE(step.status == StepStatus::Waiting && step.startTime.has_value(), false);
        }
    }
}

void TestShop::staysAliveForADay()
{
    Shop shop(options());
    const Book book = bookOf(eventsOf(shop, 5000));
    const QDate later = dateAt(start() + 5000 * 30s, zone());
    const Stats stats = book.computedStats(later);
    QVERIFY(stats.complete);
    QVERIFY(stats.currentSteps >= 5);
    QVERIFY(stats.pendingOrders + stats.processingOrders >= 15);
    QVERIFY(stats.completedOrders > 20);
}

void TestShop::leavesNothingBehind()
{
    Shop shop(options());
    QList<ShopEvent> events = eventsOf(shop, 500);
    events += shop.farewell();
    QCOMPARE(bookOf(events).orders().size(), 0);
}

void TestShop::hasWhatHappensInShops()
{
    Shop shop(options());
    const Book book = bookOf(eventsOf(shop, 3000));
    const auto withStatus = [](OrderStatus status) {
        return [status](const Order &order) { return order.status == status; };
    };
    QVERIFY(countOrders(book, withStatus(OrderStatus::Cancelled)) > 0);
    QVERIFY(
        countOrders(book, [](const Order &order) { return order.note == QStringLiteral("加急"); })
        > 0);
    QVERIFY(countSteps(
                book,
                [](const Order &, const Step &step) { return step.status == StepStatus::Skipped; })
            > 0);
    for (const PrintType type : {PrintType::Cover, PrintType::Content, PrintType::CoverContent})
        QVERIFY(countOrders(book, [type](const Order &o) { return o.printType == type; }) > 0);
    QVERIFY(!book.notices.isEmpty());
    for (const Order &order : book.orders())
        QVERIFY(order.orderId >= firstId);
}

QTEST_APPLESS_MAIN(TestShop)
#include "tst_shop.moc"
