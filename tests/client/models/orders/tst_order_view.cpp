// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/order_view.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

class TestOrderView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingOfTheStandard() { QCOMPARE(OrderView().toText(), QString()); }

    void comesBackAsItWas()
    {
        for (int status = 0; status <= int(OrderStatus::Cancelled); ++status) {
            for (int type = 0; type <= int(PrintType::CoverContent); ++type) {
                OrderView view;
                if (status > 0)
                    view.filter.status = OrderStatus(status);
                if (type > 0)
                    view.filter.printType = PrintType(type);
                view.filter.due = DueFilter((status + type) % 5);
                view.sorting = {OrderColumn((status * 4 + type) % orderColumnCount),
                                type % 2 ? Qt::DescendingOrder : Qt::AscendingOrder};
                QCOMPARE(OrderView::fromText(view.toText()), view);
            }
        }
    }

    void takesNonsenseAsNotChosen()
    {
        for (const char *text : {"status:9", "status:", ":", "type:paper", "due:never", "sort:-",
                                 "sort:colour", "among:1001", "  "})
            QCOMPARE(OrderView::fromText(QString::fromLatin1(text)), OrderView());
    }
};

QTEST_APPLESS_MAIN(TestOrderView)
#include "tst_order_view.moc"
