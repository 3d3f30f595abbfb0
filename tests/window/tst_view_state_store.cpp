// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/list_views.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/view_state_store.h"
#include "client/orders/orders_page.h"
#include "tests/window/desktop_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

namespace {

ListViews &viewsOf(test::DesktopFixture &desktop)
{
    return desktop.pages.board().panels().views();
}

} // namespace

/// What somebody looked at yesterday is what they look at today.
class TestViewStateStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theBoardsListsAreLookedAtAsBefore()
    {
        const RowView view{{{u"覆膜"_qs}, {u"张伟"_qs}, StepCategory::Cover},
                           {RowSort::By::Since, true}};
        test::DesktopFixture yesterday;
        {
            const ViewStateStore kept(yesterday.settings, yesterday.board, viewsOf(yesterday));
            Q_EMIT yesterday.pages.board().panels().urgent().title().viewChanged(view);
        }
        test::DesktopFixture today;
        today.settings.setBoardViews(yesterday.settings.boardViews());
        const ViewStateStore kept(today.settings, today.board, viewsOf(today));
        QCOMPARE(today.board.urgent().view(), view);
        QCOMPARE(today.board.running().view(), RowView());
    }

    void theStationsStepsBeginAnew()
    {
        test::DesktopFixture desktop;
        const ViewStateStore kept(desktop.settings, desktop.board, viewsOf(desktop));
        Q_EMIT desktop.pages.board().panels().urgent().title().viewChanged(
            {{}, {RowSort::By::Step, false}});
        QVERIFY(!desktop.settings.boardViews().isEmpty());
        desktop.settings.setProfile({u"烫金-1"_qs, {u"烫金"_qs}});
        QCOMPARE(desktop.board.ready().view().filter.steps, QStringList(u"烫金"_qs));
        QVERIFY(desktop.settings.boardViews().isEmpty());
    }

    void nonsenseIsNoView()
    {
        test::DesktopFixture desktop;
        desktop.settings.setBoardViews(
            u"{\"running\":{\"steps\":7,\"sort\":\"colour\"},\"x\":[]}"_qs);
        const ViewStateStore kept(desktop.settings, desktop.board, viewsOf(desktop));
        QCOMPARE(desktop.board.running().view(), RowView());
    }

    void theOrdersAreFilteredAndSortedAsBefore()
    {
        test::DesktopFixture desktop;
        desktop.settings.setOrderView(u"status:2 type:cover due:overdue sort:-customer"_qs);
        OrdersPage page(desktop.theme, desktop.store, desktop.clock, desktop.settings,
                        desktop.orderActions);
        OrderFilter filter;
        filter.status = OrderStatus::Processing;
        filter.printType = PrintType::Cover;
        filter.due = DueFilter::Overdue;
        QCOMPARE(page.model().filter(), filter);
        QCOMPARE(page.model().sorting(),
                 (OrderSorting{OrderColumn::Customer, Qt::DescendingOrder}));
    }

    void theOrdersBehindABarAreNotKept()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.settings.setOrderView(u"status:2"_qs);
        OrdersPage page(desktop.theme, desktop.store, desktop.clock, desktop.settings,
                        desktop.orderActions);
        QVERIFY(page.showOrders({1001, 1002}, u"why"_qs));
        QCOMPARE(desktop.settings.orderView(), u"status:2"_qs);
    }
};

QTEST_MAIN(TestViewStateStore)
#include "tst_view_state_store.moc"
