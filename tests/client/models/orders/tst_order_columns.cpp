// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/order_columns.h"

#include <QTest>

#include <numeric>

using namespace pressboard::client;

namespace {

int sum(const QList<int> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

} // namespace

class TestOrderColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remembersWhatWasArranged()
    {
        OrderColumns columns;
        columns.setVisible(OrderColumn::Note, true);
        columns.setVisible(OrderColumn::Product, false);
        columns.setWidth(OrderColumn::Customer, 222);
        columns.move(0, 5);
        QCOMPARE(OrderColumns::fromText(columns.toText()), columns);
        QVERIFY(columns != OrderColumns());
    }

    void readsKindly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("shown");
        const QList<int> standard{0, 1, 2, 3, 4, 5};
        QTest::newRow("nothing") << QString() << standard;
        QTest::newRow("nonsense") << u"12:: -x ü"_qs << standard;
        QTest::newRow("all hidden") << u"-due:64 -order"_qs << standard;
        QTest::newRow("by hand") << u"note  due"_qs << QList<int>{12, 0};
        QTest::newRow("twice") << u"due due:90 order"_qs << QList<int>{0, 1};
        QTest::newRow("of a later version") << u"due:64 price:80 order:99"_qs << QList<int>{0, 1};
    }

    void readsKindly()
    {
        QFETCH(QString, text);
        const OrderColumns columns = OrderColumns::fromText(text);
        QList<int> shown;
        for (const OrderColumn column : columns.shown())
            shown.append(int(column));
        QTEST(shown, "shown");
        QCOMPARE(columns.places().size(), orderColumnCount);
    }

    void remembersTheShopsOwnByName()
    {
        const QStringList fields{u"paper"_qs, u"weight"_qs};
        OrderColumns columns(fields);
        QCOMPARE(columns.shown(), OrderColumns().shown());
        columns.setVisible(customColumn(1), true);
        columns.setWidth(customColumn(1), 99);
        QVERIFY(columns.toText().contains(u"field.weight:99"));
        QCOMPARE(OrderColumns::fromText(columns.toText(), fields), columns);
        // Elsewhere among them, or gone: as one finds it.
        const auto moved =
            OrderColumns::fromText(columns.toText(), {u"colour"_qs, u"paper"_qs, u"weight"_qs});
        QVERIFY(moved.isVisible(customColumn(2)) && !moved.isVisible(customColumn(1)));
        const auto gone = OrderColumns::fromText(columns.toText());
        QCOMPARE(gone.places().size(), orderColumnCount);
        QCOMPARE(gone.shown(), OrderColumns().shown());
    }

    void boundsWidths()
    {
        const OrderColumns columns = OrderColumns::fromText(u"due:-3 order:100000 customer:1"_qs);
        QCOMPARE(columns.places().at(0).width, OrderColumns().places().at(0).width);
        QCOMPARE(columns.places().at(1).width, OrderColumns::mostWidth);
        QCOMPARE(columns.places().at(2).width, OrderColumns::leastWidth);
    }

    void keepsOneColumn()
    {
        OrderColumns columns = OrderColumns::fromText(u"due"_qs);
        columns.setVisible(OrderColumn::Due, false);
        QCOMPARE(columns.shown(), QList<OrderColumn>{OrderColumn::Due});
    }

    void fillsTheRoom()
    {
        const OrderColumns columns;
        const QList<int> natural = columns.fitted(776);
        QCOMPARE(natural.at(2), columns.places().at(2).width);
        for (const int room : {650, 700, 776, 806, 1100, 1893})
            QCOMPARE(sum(columns.fitted(room)), room);
        const QList<int> wide = columns.fitted(1000);
        QVERIFY(wide.at(2) > natural.at(2));
        QCOMPARE(wide.at(0), natural.at(0)); // a date needs no more
    }

    void givesWayDownToWhatStillSaysSomething()
    {
        const OrderColumns columns;
        const QList<int> narrow = columns.fitted(100);
        QVERIFY(sum(narrow) > 100); // the rest is scrolled to
        QVERIFY(narrow.at(2) >= 84);
        QCOMPARE(narrow.at(1), columns.places().at(1).width);
    }
};

QTEST_APPLESS_MAIN(TestOrderColumns)
#include "tst_order_columns.moc"
