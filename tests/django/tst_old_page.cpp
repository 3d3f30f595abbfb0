// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/django/browser.h"
#include "tests/django/crm_site.h"
#include "tests/django/nginx.h"
#include "tests/integration/server_process.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// The CRM's old page in a real browser, on pressboard-server instead of daphne's push: behind the
/// nginx site that we ship, and directly, where the page's one line with the address was edited.
class OldPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void showsWhatHappens_data();
    void showsWhatHappens();
    void cleanup();

private:
    QString state() { return m_browser->text(u"#ws-status"_qs); }
    QString toasts() { return m_browser->text(u"#toasts"_qs); }
    QString number(const char *key);
    bool openPage(const QString &way);
    bool pageSpeaksTo(const QUrl &address);

    RedisFixture m_redis;
    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<CrmSite> m_crm;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Nginx> m_nginx;
};

void OldPage::initTestCase()
{
    QVERIFY(m_redis.start());
    m_browser = std::make_unique<Browser>();
    QVERIFY(m_browser->start());
}

void OldPage::init()
{
    QVERIFY(m_redis.flushAll());
    m_crm = std::make_unique<CrmSite>(m_redis.url());
    QVERIFY(m_crm->prepare());
}

void OldPage::cleanup()
{
    m_nginx.reset();
    m_server.reset();
    m_crm.reset();
}

QString OldPage::number(const char *key)
{
    return m_browser->text(u"[data-number=%1]"_qs.arg(QLatin1StringView(key)));
}

/// What a shop without a proxy edits: the one line of the page that says where to connect.
bool OldPage::pageSpeaksTo(const QUrl &address)
{
    return m_crm->edit(u"static/js/websocket-client.js"_qs,
                       u"const ADDRESS = `${SCHEME}//${window.location.host}/ws/notifications/`;"_qs,
                       u"const ADDRESS = '%1';"_qs.arg(address.toString()));
}

bool OldPage::openPage(const QString &way)
{
    const QString token = m_server->ctl({u"user"_qs, u"add"_qs, u"page"_qs}).out.trimmed();
    if (way == u"nginx") {
        m_nginx = std::make_unique<Nginx>();
        return m_crm->serve() && m_nginx->start({m_server->port(), m_crm->port(), token})
            && m_crm->changes().isEmpty() && m_browser->open(m_nginx->page());
    }
    return pageSpeaksTo(m_server->url(way == u"token" ? token : QString())) && m_crm->serve()
        && m_browser->open(m_crm->page());
}

void OldPage::showsWhatHappens_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<bool>("restarts");
    QTest::newRow("nginx") << QStringList{} << true;
    QTest::newRow("token") << QStringList{} << false;
    QTest::newRow("anonymous") << QStringList{u"--anonymous"_qs, u"read"_qs} << false;
}

void OldPage::showsWhatHappens()
{
    QFETCH(QStringList, settings);
    QFETCH(bool, restarts);
    const QString way = QString::fromLatin1(QTest::currentDataTag());
    m_server = std::make_unique<ServerProcess>(
        QStringList{u"--channels"_qs, u"core"_qs, u"--channels-hosts"_qs, m_redis.url()} + settings);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(openPage(way));
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"已连接"_qs, 10'000);
    QCOMPARE(number("total_orders"), u"0"_qs);

    m_crm->type(u"order = PrintOrder.objects.create(order_no='PO20231201001', status=2,"
                "customer_name='测试客户', delivery_date=date(2023, 12, 5))\n"
                "step = OrderProgress.objects.create(order=order, step_name='覆膜', step_order=2,"
                "step_category='cover', status=2)\n"
                "send_general_notification('19:00 停机检修', 'warning')"_qs);
    QTRY_VERIFY(toasts().contains(u"19:00 停机检修"_qs));
    QVERIFY(toasts().contains(u"新订单: PO20231201001 测试客户"_qs));
    QVERIFY(toasts().contains(u"PO20231201001 覆膜: 进行中"_qs));
    QTRY_COMPARE(number("total_orders"), u"1"_qs);
    QTRY_COMPARE(number("current_steps_count"), u"1"_qs);
    QTRY_VERIFY(m_browser->text(u"#running"_qs).contains(u"覆膜"_qs));
    QVERIFY(m_browser->takePicture(u"old-page-"_qs + way));

    if (restarts) {
        m_server->terminate();
        QTRY_COMPARE(state(), u"已断开"_qs);
        QVERIFY(m_server->start());
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"已连接"_qs, 20'000);
    }
    m_crm->type(u"order.delete()"_qs);
    QTRY_VERIFY(toasts().contains(u"订单删除: PO20231201001"_qs));
    QTRY_COMPARE(number("total_orders"), u"0"_qs);
}

QTEST_GUILESS_MAIN(OldPage)
#include "tst_old_page.moc"
