// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/orders_model.h"
#include "client/models/orders/orders_table.h"
#include "tests/client/models/sample_shop.h"
#include "tests/support/random_events.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

QStringList cellsOf(const OrdersModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells;
}

QList<QStringList> rowsOf(const OrdersModel &model)
{
    QList<QStringList> rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(cellsOf(model, row));
    return rows;
}

/// What a view shows that believes the signals and never looks again by itself.
class Mirror : public QObject
{
public:
    explicit Mirror(OrdersModel &model)
        : m_model(model)
    {
        const auto readAll = [this] { rows = rowsOf(m_model); };
        connect(&model, &QAbstractItemModel::modelReset, this, readAll);
        connect(&model, &QAbstractItemModel::layoutChanged, this, readAll);
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) {
                    ++signalCount;
                    for (int row = first; row <= last; ++row)
                        rows.insert(row, cellsOf(m_model, row));
                });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) {
                    ++signalCount;
                    rows.remove(first, last - first + 1);
                });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                    ++signalCount;
                    rows.move(from, to > from ? to - 1 : to);
                });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) {
                    ++signalCount;
                    for (int row = first.row(); row <= last.row(); ++row)
                        rows[row] = cellsOf(m_model, row);
                });
        readAll();
    }

    QList<QStringList> rows;
    int signalCount = 0;

private:
    OrdersModel &m_model;
};

void happen(test::SampleShop &shop, const Event &event)
{
    shop.clock.jump(momentOf(event.id) - shop.clock.now());
    shop.store.handle(protocol::EventMessage{event.type, event.data, event.id, event.isImported()});
}

OrderFilter randomFilter(test::RandomEvents &random)
{
    OrderFilter filter;
    if (random.chance(50))
        filter.status = OrderStatus(random.below(5));
    if (random.chance(20))
        filter.printType = PrintType(random.below(4));
    if (random.chance(40))
        filter.due = DueFilter(random.below(5));
    if (random.chance(20))
        filter.among = QSet<CrmId>{1, 2, 3, 5, 8};
    return filter;
}

void wish(OrdersModel &model, const OrderFilter &filter, const QString &search,
          const OrderSorting &sorting)
{
    model.setFilter(filter);
    model.setSearch(search);
    model.sort(int(sorting.column), sorting.direction);
}

QList<CrmId> idsOf(const OrdersModel &model)
{
    QList<CrmId> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.orderIdAt(row));
    return ids;
}

} // namespace

class TestOrdersModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalsAModelMadeNow();
    void touchesOnlyTheRowsThatChanged();
    void countsWhatTheOtherFiltersLetThrough();
    void sortsOpenOrdersFirst();
    void sortsNamesAsTheyAreLookedFor();
    void keepsTheSelectedOrderWhenSorted();
    void filtersByTier();
    void tellsTiersAnewAtMidnight();
    void marksWhatReallyChanged();
    void followsNothingUnwatched();
    void exportsExactlyWhatIsShown();
    void showsTheShopsOwnFields();
    void findsWhatTheyAndTheStepsSay();
    void followsTheShopsFields();
};

void TestOrdersModel::equalsAModelMadeNow()
{
    test::RandomEvents random(test::randomSeed());
    test::SampleShop shop;
    shop.shop.fields = test::RandomEvents::customFields();
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Mirror mirror(model);
    shop.goLive();
    const QStringList searches{{}, u"1"_qs, u"p"_qs, u"po"_qs, u"po2 3"_qs, u"书"_qs, u"x"_qs};
    QString search;
    for (int i = 0; i < 2500; ++i) {
        happen(shop, random.next());
        if (random.chance(10))
            shop.clock.advance(std::chrono::minutes(random.below(60 * 30)));
        if (random.chance(4))
            random.chance(50) ? shop.cut() : shop.setState(ConnectionState::Live);
        model.tick();
        QCOMPARE(mirror.rows, rowsOf(model));
        if (!random.chance(8))
            continue;
        OrdersModel madeNow(shop.store, shop.clock);
        wish(madeNow, model.filter(), search, model.sorting());
        madeNow.setWatched(true);
        QCOMPARE(rowsOf(model), rowsOf(madeNow));
        QCOMPARE(model.counts(), madeNow.counts());
        search = searches.at(random.below(int(searches.size())));
        wish(model, randomFilter(random), search,
             {OrderColumn(random.below(model.columnCount())), Qt::SortOrder(random.below(2))});
    }
}

void TestOrdersModel::touchesOnlyTheRowsThatChanged()
{
    test::SampleShop shop;
    shop.goLive();
    for (int id = 100; id < 400; ++id)
        shop.newOrder(id, QStringLiteral("2026-11-%1").arg(20 + id % 9));
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    Mirror mirror(model);
    shop.order(205, {{u"quantity"_qs, 4000}});
    QCOMPARE(mirror.signalCount, 1);
    shop.order(205, {{u"quantity"_qs, 4000}}); // saved, nothing changed
    QCOMPARE(mirror.signalCount, 1);
    shop.order(205, {{u"delivery_date"_qs, u"2026-11-20"_qs}});
    QCOMPARE(mirror.signalCount, 3); // moved, and tells another date
    shop.order(205, {{u"action"_qs, u"deleted"_qs}});
    QCOMPARE(mirror.signalCount, 4);
    QCOMPARE(mirror.rows, rowsOf(model));
}

void TestOrdersModel::countsWhatTheOtherFiltersLetThrough()
{
    test::SampleShop shop;
    shop.goLive();
    shop.newOrder(101, u"2026-11-25"_qs);
    shop.newOrder(102, u"2026-11-25"_qs);
    shop.newOrder(203, u"2026-11-25"_qs);
    shop.setStatus(102, OrderStatus::Completed);
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    QSignalSpy counted(&model, &OrdersModel::countsChanged);
    OrderFilter filter;
    filter.status = OrderStatus::Processing;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.counts().all, 3);
    QCOMPARE(model.counts().of(OrderStatus::Completed), 1);
    model.setSearch(u"10"_qs);
    QCOMPARE(idsOf(model), QList<CrmId>{101});
    QCOMPARE(model.counts().all, 2);
    QCOMPARE(counted.count(), 2);
    shop.setStatus(101, OrderStatus::Completed);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.counts().of(OrderStatus::Completed), 2);
    QCOMPARE(counted.count(), 3);
}

void TestOrdersModel::sortsOpenOrdersFirst()
{
    test::SampleShop shop;
    shop.goLive();
    shop.newOrder(101, u"2026-12-05"_qs);
    shop.newOrder(102, u"2026-11-20"_qs);
    shop.newOrder(103, u""_qs);
    shop.newOrder(104, u"2026-10-01"_qs);
    shop.newOrder(105, u"2026-10-02"_qs);
    shop.setStatus(104, OrderStatus::Completed);
    shop.setStatus(105, OrderStatus::Cancelled);
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    QCOMPARE(idsOf(model), (QList<CrmId>{102, 101, 103, 105, 104}));
    model.sort(int(OrderColumn::Due), Qt::DescendingOrder);
    QCOMPARE(idsOf(model), (QList<CrmId>{101, 102, 103, 104, 105}));
}

void TestOrdersModel::sortsNamesAsTheyAreLookedFor()
{
    test::SampleShop shop;
    shop.goLive();
    const QStringList names{u"远航旅行社"_qs, u"北辰中学"_qs, {}, u"晨光文具"_qs};
    for (int i = 0; i < names.size(); ++i)
        shop.order(101 + i, {{u"order_no"_qs, u"PO1"_qs}, {u"customer_name"_qs, names.at(i)}});
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    model.sort(int(OrderColumn::Customer));
    QCOMPARE(idsOf(model), (QList<CrmId>{102, 104, 101, 103})); // bczx, cgwj, yhlxs, none
    model.sort(int(OrderColumn::Customer), Qt::DescendingOrder);
    QCOMPARE(idsOf(model), (QList<CrmId>{101, 104, 102, 103})); // who has none stays behind
}

void TestOrdersModel::keepsTheSelectedOrderWhenSorted()
{
    test::SampleShop shop;
    shop.goLive();
    for (int id = 101; id < 110; ++id)
        shop.newOrder(id, QStringLiteral("2026-11-%1").arg(130 - id));
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    const QPersistentModelIndex kept(model.index(2, 3));
    const CrmId orderId = kept.data(OrderIdRole).value<CrmId>();
    model.sort(int(OrderColumn::OrderNo), Qt::DescendingOrder);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data(OrderIdRole).value<CrmId>(), orderId);
    QCOMPARE(kept.column(), 3);
}

void TestOrdersModel::filtersByTier()
{
    test::SampleShop shop; // Monday 2026-11-23
    shop.goLive();
    shop.newOrder(101, u"2026-11-22"_qs);
    shop.newOrder(102, u"2026-11-23"_qs);
    shop.newOrder(103, u"2026-11-26"_qs);
    shop.newOrder(104, u"2026-11-27"_qs);
    shop.newOrder(105, u"2026-11-22"_qs);
    shop.setStatus(105, OrderStatus::Completed);
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    const auto wanted = [&model](DueFilter due) {
        OrderFilter filter;
        filter.due = due;
        model.setFilter(filter);
        return idsOf(model);
    };
    QCOMPARE(wanted(DueFilter::Overdue), QList<CrmId>{101});
    QCOMPARE(wanted(DueFilter::Today), QList<CrmId>{102});
    QCOMPARE(wanted(DueFilter::Within3Days), QList<CrmId>{103});
    QCOMPARE(wanted(DueFilter::Urgent), (QList<CrmId>{101, 102, 103}));
    QCOMPARE(wanted(DueFilter::Any).size(), 5);
}

void TestOrdersModel::tellsTiersAnewAtMidnight()
{
    test::SampleShop shop;
    shop.goLive();
    shop.newOrder(101, u"2026-11-23"_qs);
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    OrderFilter filter;
    filter.due = DueFilter::Overdue;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 0);
    shop.clock.advance(14h);
    model.tick();
    QCOMPARE(idsOf(model), QList<CrmId>{101});
    QCOMPARE(model.index(0, int(OrderColumn::Due)).data().toString(), u"1 d overdue"_qs);
}

void TestOrdersModel::marksWhatReallyChanged()
{
    test::SampleShop shop;
    shop.goLive();
    shop.newOrder(101, u"2026-11-25"_qs);
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    const auto marked = [&model] { return model.index(0, 0).data(RecentlyChangedRole).toBool(); };
    QVERIFY(!marked());
    shop.order(101, {{u"quantity"_qs, 3000}});
    QVERIFY(!marked());
    shop.order(101, {{u"quantity"_qs, 3500}});
    QVERIFY(marked());
    shop.clock.advance(2s);
    model.tick();
    QVERIFY(marked());
    shop.clock.advance(2s);
    model.tick();
    QVERIFY(!marked());
    shop.order(101, {{u"quantity"_qs, 4000}}, true); // an import is old news
    QVERIFY(!marked());
}

void TestOrdersModel::followsNothingUnwatched()
{
    test::SampleShop shop;
    OrdersModel model(shop.store, shop.clock);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    shop.goLive();
    shop.newOrder(101, u"2026-11-25"_qs);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.rowCount(), 0);
    model.setWatched(true);
    QCOMPARE(model.rowCount(), 1);
    model.setWatched(false);
    model.setWatched(true); // nothing happened meanwhile
    QCOMPARE(resets.count(), 1);
    model.setWatched(false);
    shop.newOrder(102, u"2026-11-25"_qs);
    QCOMPARE(model.rowCount(), 1);
    model.setWatched(true);
    QCOMPARE(model.rowCount(), 2);
}

void TestOrdersModel::exportsExactlyWhatIsShown()
{
    test::SampleShop shop;
    shop.goLive();
    for (int id = 101; id < 104; ++id)
        shop.newOrder(id, u"2026-11-25"_qs);
    shop.setStatus(102, OrderStatus::Completed);
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    OrderFilter filter;
    filter.status = OrderStatus::Processing;
    model.setFilter(filter);
    model.sort(int(OrderColumn::OrderNo), Qt::DescendingOrder);
    const Table rows = ordersTable(shop.store, model.listed(),
                                   {OrderColumn::OrderNo, OrderColumn::Quantity, OrderColumn::Due});
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0), (TableRow{u"Order no."_qs, u"Quantity"_qs, u"Unit"_qs, u"Due"_qs}));
    const auto value = TableCell::Kind::Value;
    QCOMPARE(
        rows.at(1),
        (TableRow{u"PO2026112103"_qs, {u"3000"_qs, value}, u"册"_qs, {u"2026-11-25"_qs, value}}));
    QCOMPARE(rows.at(2).first().text, u"PO2026112101"_qs);
}

static CustomFields ownFields()
{
    using Type = CustomField::Type;
    return {{{u"paper"_qs, u"纸张"_qs, Type::Text},
             {u"weight"_qs, u"克重"_qs, Type::Number},
             {u"proof"_qs, u"看样"_qs, Type::Date}},
            {{u"plate"_qs, u"印版"_qs, Type::Text}}};
}

void TestOrdersModel::showsTheShopsOwnFields()
{
    test::SampleShop shop;
    shop.shop.fields = ownFields();
    shop.goLive();
    const double weights[] = {157.5, -2, 1500, 0.25};
    for (int i = 0; i < 5; ++i) {
        shop.newOrder(101 + i, u"2026-11-25"_qs);
        if (i < 4)
            shop.order(101 + i, {{u"weight"_qs, weights[i]}});
    }
    shop.order(101, {{u"paper"_qs, u"157g\n铜版"_qs}, {u"proof"_qs, u"2026-12-05"_qs}});
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    QCOMPARE(model.columnCount(), orderColumnCount + 3);
    const auto title = [&model](int field) {
        return model.headerData(int(customColumn(field)), Qt::Horizontal, Qt::DisplayRole)
            .toString();
    };
    QCOMPARE((QStringList{title(0), title(1), title(2)}),
             (QStringList{u"纸张"_qs, u"克重"_qs, u"看样"_qs}));
    const int row = *model.rowOf(101);
    QCOMPARE(cellsOf(model, row).sliced(orderColumnCount),
             (QStringList{u"157g 铜版"_qs, u"157.5"_qs, u"5 Dec"_qs}));
    model.sort(int(customColumn(1)));
    QCOMPARE(idsOf(model), (QList<CrmId>{102, 104, 101, 103, 105}));
    model.sort(int(customColumn(1)), Qt::DescendingOrder);
    QCOMPARE(idsOf(model), (QList<CrmId>{103, 101, 104, 102, 105}));
    const Table rows = ordersTable(
        shop.store, {101}, {customColumn(0), customColumn(1), customColumn(2), customColumn(9)});
    constexpr auto value = TableCell::Kind::Value;
    QCOMPARE(rows.at(0), (TableRow{u"纸张"_qs, u"克重"_qs, u"看样"_qs, QString()}));
    QCOMPARE(
        rows.at(1),
        (TableRow{u"157g\n铜版"_qs, {u"157.5"_qs, value}, {u"2026-12-05"_qs, value}, QString()}));
}

void TestOrdersModel::findsWhatTheyAndTheStepsSay()
{
    test::SampleShop shop;
    shop.shop.fields = ownFields();
    shop.goLive();
    for (int id = 101; id < 104; ++id)
        shop.newOrder(id, u"2026-11-25"_qs);
    shop.steps(103, {u"印刷"_qs});
    OrdersModel model(shop.store, shop.clock);
    model.setWatched(true);
    const auto found = [&](const QString &words) {
        model.setSearch(words);
        SearchText same;
        same.setText(words);
        for (const Order &order : shop.store.book().orders())
            [&] { QCOMPARE(same.matches(order), model.rowOf(order.orderId).has_value()); }();
        return idsOf(model);
    };
    QCOMPARE(found(u"铜版"_qs), QList<CrmId>());
    shop.order(102, {{u"paper"_qs, u"铜版"_qs}, {u"weight"_qs, 157.5}});
    shop.step(103, shop.progressId(103, 0), {{u"plate"_qs, u"P-9"_qs}});
    QCOMPARE(found(u"铜版"_qs), QList<CrmId>{102});
    QCOMPARE(found(u"157.5"_qs), QList<CrmId>{102});
    QCOMPARE(found(u"p-9"_qs), QList<CrmId>{103});
    shop.order(102, {{u"paper"_qs, QJsonValue()}});
    QCOMPARE(found(u"铜版"_qs), QList<CrmId>());
}

void TestOrdersModel::followsTheShopsFields()
{
    test::SampleShop shop;
    shop.goLive();
    shop.newOrder(101, u"2026-11-25"_qs);
    OrdersModel model(shop.store, shop.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.columnCount(), orderColumnCount);
    shop.shop.fields = ownFields();
    shop.goLive(); // while nobody looks
    QCOMPARE(model.columnCount(), orderColumnCount + 3);
    model.setWatched(true);
    shop.shop.fields.ofOrders.removeFirst();
    shop.goLive();
    QCOMPARE(model.columnCount(), orderColumnCount + 2);
    QCOMPARE(model.fields().first().name, u"weight"_qs);
}

QTEST_GUILESS_MAIN(TestOrdersModel)
#include "tst_orders_model.moc"
