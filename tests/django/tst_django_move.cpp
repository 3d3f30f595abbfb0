// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/row_list.h"
#include "client/models/board_row.h"
#include "tests/django/crm_site.h"
#include "tests/integration/desktop.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;

/// A CRM moves from daphne's push to pressboard-server: not one line of it changes, and what is
/// saved, completed and deleted in it stands on the desks with the CRM's own numbers.
class DjangoMove : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void daphnePushesBefore();
    void pressboardPushesAfter();
    void ordersAndStepsAreOnTheDesks();
    void whatIsCompletedMovesOn();
    void whatIsDeletedIsGone();
    void computedNumbersAreTheCrms();
    void wayBackIsOpen();
    void cleanup();

private:
    void type(const QString &python) { QVERIFY(!m_crm.type(python).isUndefined()); }
    bool hasFirstNotice(WireClient &client) const;
    QStringList running() const;
    QStringList startable() const;
    QStringList shown(const Panel &panel) const;
    void numbersAreTheCrms();

    RedisFixture m_redis;
    CrmSite m_crm{m_redis.url()};
    ServerProcess m_server{{u"--channels"_qs, u"core"_qs, u"--channels-hosts"_qs, m_redis.url()}};
    WireClient m_daphne{WireClient::Speaks::Classic};
    WireClient m_v1{WireClient::Speaks::V1};
    Desktop m_desk;
};

void DjangoMove::initTestCase()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_crm.prepare());
}

bool DjangoMove::hasFirstNotice(WireClient &client) const
{
    return client.waitFor([&] {
        return client.lastOf(u"general_notification"_qs).value(u"data")[u"message"]
            == u"测试消息"_qs;
    });
}

/// At every stage.
void DjangoMove::cleanup()
{
    QCOMPARE(m_crm.changes(), QString());
}

void DjangoMove::daphnePushesBefore()
{
    QVERIFY(m_crm.serve());
    QVERIFY(m_daphne.openAndWait(m_crm.socketUrl()));
    type(u"send_general_notification('测试消息', 'info')"_qs);
    QVERIFY(hasFirstNotice(m_daphne));
    m_crm.stopServing();
}

void DjangoMove::pressboardPushesAfter()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_v1.openAndWait(m_server.url(m_server.adminToken())));
    QVERIFY(m_desk.open(m_server));
    QTRY_VERIFY(m_redis.number({u"ZCARD"_qs, u"asgi:group:notifications"_qs}) >= 2);
    type(u"send_general_notification('测试消息', 'info')"_qs);
    QVERIFY(hasFirstNotice(m_v1));
    QTRY_VERIFY(m_desk.toast(u"测试消息"_qs));
}

QStringList DjangoMove::shown(const Panel &panel) const
{
    QStringList all;
    const QAbstractItemModel &model = *panel.rows().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto shown = model.index(row, 0).data(RowRole).value<BoardRow>();
        all << u"%1 %2"_qs.arg(shown.orderNo, shown.stepName);
    }
    return all;
}

QStringList DjangoMove::running() const
{
    return shown(m_desk.board().panels().running());
}

QStringList DjangoMove::startable() const
{
    return shown(m_desk.board().panels().ready());
}

/// What the CRM counts in its database is what a v1 client is told and what the desktop's cards
/// show.
void DjangoMove::numbersAreTheCrms()
{
    const QJsonObject counted = m_crm.type(u"dashboard_numbers()"_qs).toObject();
    QVERIFY(!counted.isEmpty());
    const QStringList keys = counted.keys();
    QVERIFY(m_v1.waitFor([&] {
        const QJsonObject told = m_v1.lastOf(u"dashboard_update"_qs).value(u"data").toObject();
        return std::all_of(keys.begin(), keys.end(), [&](const QString &key) {
            return told.value(key) == counted.value(key);
        });
    }));
    const QList<const char16_t *> inOrder{
        u"urgent_orders_count", u"current_steps_count", u"next_steps_count", u"processing_orders",
        u"pending_orders",      u"completed_orders",    u"total_orders"};
    for (int i = 0; i < inOrder.size(); ++i) {
        QTRY_COMPARE(m_desk.board().numbers().cell(i).number(),
                     QString::number(counted.value(QStringView(inOrder.at(i))).toInt()));
    }
}

void DjangoMove::ordersAndStepsAreOnTheDesks()
{
    type(u"operator = User.objects.create(username='zhang', first_name='伟', last_name='张')\n"
         "today = timezone.localdate()\n"
         "orders = [PrintOrder.objects.create(order_no=f'PO{n}', customer_name='测试客户',"
         "product_name='《江南纪事》精装书', quantity=3000, status=2 if n < 4 else 1,"
         "delivery_date=today + timedelta(days=n)) for n in range(1, 6)]\n"
         "steps = [OrderProgress.objects.create(order=order, step_name=name, step_order=place,"
         "step_category='cover') for order in orders[:2]"
         " for place, name in enumerate(['印刷', '覆膜', '烫金'], 1)]\n"
         "steps[0].status, steps[0].operator, steps[0].start_time = 2, operator, timezone.now()\n"
         "steps[0].save()"_qs);
    QTRY_COMPARE(running(), QStringList{u"PO1 印刷"_qs});
    QTRY_COMPARE(startable(), QStringList{u"PO2 印刷"_qs});
    numbersAreTheCrms();
    const Order *order = m_v1.book().order(1);
    QVERIFY(order != nullptr);
    QCOMPARE(order->customerName, u"测试客户"_qs);
    QCOMPARE(order->quantity, 3000);
    QCOMPARE(order->steps.size(), 3);
}

void DjangoMove::whatIsCompletedMovesOn()
{
    type(u"steps[0].status, steps[0].end_time = 3, timezone.now()\n"
         "steps[0].save()\n"
         "orders[2].status = 3\n"
         "orders[2].save()"_qs);
    QTRY_COMPARE(running(), QStringList());
    QTRY_COMPARE(startable(), QStringList({u"PO1 覆膜"_qs, u"PO2 印刷"_qs}));
    numbersAreTheCrms();
    QCOMPARE(m_v1.book().order(3)->status, OrderStatus::Completed);
}

void DjangoMove::whatIsDeletedIsGone()
{
    type(u"steps[1].delete()\n"
         "orders[1].delete()\n"
         "orders[4].delete()"_qs);
    QTRY_COMPARE(startable(), QStringList{u"PO1 烫金"_qs});
    numbersAreTheCrms();
    QTRY_VERIFY(m_v1.book().order(2) == nullptr && m_v1.book().order(5) == nullptr);
    QCOMPARE(m_v1.book().order(1)->steps.size(), 2);
    QCOMPARE(m_v1.outOfOrder(), 0);
}

/// A CRM that sends no numbers, or takes its word back, gets them counted: the same ones.
void DjangoMove::computedNumbersAreTheCrms()
{
    type(u"send('dashboard_update', {})"_qs);
    type(u"send_general_notification('算数', 'info')"_qs);
    QVERIFY(m_v1.waitFor([&] {
        return m_v1.lastOf(u"general_notification"_qs).value(u"data")[u"message"] == u"算数"_qs;
    }));
    numbersAreTheCrms();
    QCOMPARE(m_v1.book().publishedNumbers, QJsonObject());
}

void DjangoMove::wayBackIsOpen()
{
    QCOMPARE(m_server.terminate(), 0);
    QVERIFY(m_crm.serve());
    QVERIFY(m_daphne.openAndWait(m_crm.socketUrl()));
    type(u"orders[0].note = '加急'\n"
         "orders[0].save()"_qs);
    QVERIFY(m_daphne.waitFor([&] {
        return m_daphne.lastOf(u"order_notification"_qs).value(u"data")[u"note"] == u"加急"_qs;
    }));
}

QTEST_MAIN(DjangoMove)
#include "tst_django_move.moc"
