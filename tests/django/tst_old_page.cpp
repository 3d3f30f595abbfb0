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
using namespace std::chrono_literals;

namespace {

const QString script = u"static/js/websocket-client.js"_qs;
const QString address =
    u"const ADDRESS = `${SCHEME}//${window.location.host}/ws/notifications/`;"_qs;

} // namespace

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
    void asksEachHalfMinuteWhetherWeAreThere();
    void givesUpAfterTheFifthRetry();
    void cleanup();

private:
    QString state() { return m_browser.text(u"#ws-status"_qs); }
    QString toasts() { return m_browser.text(u"#toasts"_qs); }
    QString number(const char *key);
    int pongs() { return m_browser.evaluate(u"pongs"_qs).toInt(-1); }
    /// The socket of the page's last try, as the page has it.
    bool isRefused() { return m_browser.evaluate(u"notifications.socket.readyState"_qs) == 3; }

    void startServer(const QStringList &settings = {});
    bool openPage(const QString &way);
    QString tokenOfAPage();
    bool pageSpeaksTo(const QUrl &address);

    RedisFixture m_redis;
    CrmSite m_crm{m_redis.url()};
    Browser m_browser;
    QString m_address; ///< what the page's one line says, when it was edited
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Nginx> m_nginx;
};

/// How the page of seed.md's CRM treats a connection.
constexpr auto heartbeat = 30s;
constexpr auto pauseBetweenRetries = 3s;
constexpr int retries = 5;

void OldPage::initTestCase()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_crm.prepare());
    QVERIFY(m_crm.serve());
    QVERIFY(m_browser.start());
}

void OldPage::init()
{
    QVERIFY(m_redis.flushAll());
}

void OldPage::cleanup()
{
    m_nginx.reset();
    m_server.reset();
    if (!m_address.isEmpty())
        QVERIFY(m_crm.edit(script, u"const ADDRESS = '%1';"_qs.arg(m_address), address));
    m_address.clear();
    QCOMPARE(m_crm.changes(), QString());
}

QString OldPage::number(const char *key)
{
    return m_browser.text(u"[data-number=%1]"_qs.arg(QLatin1StringView(key)));
}

/// What a shop without a proxy edits: the one line of the page that says where to connect.
bool OldPage::pageSpeaksTo(const QUrl &url)
{
    m_address = url.toString();
    return m_crm.edit(script, address, u"const ADDRESS = '%1';"_qs.arg(m_address));
}

void OldPage::startServer(const QStringList &settings)
{
    m_server = std::make_unique<ServerProcess>(
        QStringList{u"--channels"_qs, u"core"_qs, u"--channels-hosts"_qs, m_redis.url()}
        + settings);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
}

QString OldPage::tokenOfAPage()
{
    return m_server->ctl({u"user"_qs, u"add"_qs, u"page"_qs}).out.trimmed();
}

bool OldPage::openPage(const QString &way)
{
    if (way == u"nginx") {
        m_nginx = std::make_unique<Nginx>();
        return m_nginx->start({m_server->port(), m_crm.port(), tokenOfAPage()})
            && m_browser.open(m_nginx->page());
    }
    return pageSpeaksTo(m_server->url(way == u"token" ? tokenOfAPage() : QString()))
        && m_browser.open(m_crm.page());
}

void OldPage::showsWhatHappens_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::newRow("nginx") << QStringList{};
    QTest::newRow("token") << QStringList{};
    QTest::newRow("anonymous") << QStringList{u"--anonymous"_qs, u"read"_qs};
}

void OldPage::showsWhatHappens()
{
    QFETCH(QStringList, settings);
    const QString way = QString::fromLatin1(QTest::currentDataTag());
    if (way != u"nginx") // the page comes from another port than the board
        settings += {u"--origins"_qs, m_crm.page().toString(QUrl::RemovePath)};
    startServer(settings);
    QVERIFY(openPage(way));
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"已连接"_qs, 10'000);
    QCOMPARE(number("total_orders"), u"0"_qs);

    m_crm.type(u"order = PrintOrder.objects.create(order_no='PO20231201001', status=2,"
               "customer_name='测试客户', delivery_date=date(2023, 12, 5))\n"
               "step = OrderProgress.objects.create(order=order, step_name='覆膜', step_order=2,"
               "step_category='cover', status=2)\n"
               "send_general_notification('19:00 停机检修', 'warning')"_qs);
    QTRY_VERIFY(toasts().contains(u"19:00 停机检修"_qs));
    QVERIFY(toasts().contains(u"新订单: PO20231201001 测试客户"_qs));
    QVERIFY(toasts().contains(u"PO20231201001 覆膜: 进行中"_qs));
    QTRY_COMPARE(number("total_orders"), u"1"_qs);
    QTRY_COMPARE(number("current_steps_count"), u"1"_qs);
    QTRY_VERIFY(m_browser.text(u"#running"_qs).contains(u"覆膜"_qs));
    QVERIFY(m_browser.takePicture(u"old-page-"_qs + way));

    m_crm.type(u"order.delete()"_qs);
    QTRY_VERIFY(toasts().contains(u"订单删除: PO20231201001"_qs));
    QTRY_COMPARE(number("total_orders"), u"0"_qs);
}

void OldPage::asksEachHalfMinuteWhetherWeAreThere()
{
    startServer();
    QVERIFY(openPage(u"nginx"_qs));
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"已连接"_qs, 10'000);
    m_browser.evaluate(u"pongs = 0; notifications.socket.addEventListener('message', (heard) => {"
                       " pongs += JSON.parse(heard.data).type === 'pong' });"_qs);
    QVERIFY(m_browser.moveClock(heartbeat - 1ms));
    QVERIFY(m_browser.moveClock(1ms));
    QTRY_COMPARE(pongs(), 1);
    QVERIFY(m_browser.moveClock(9 * heartbeat));
    QTRY_COMPARE(pongs(), 10);
    QCOMPARE(state(), u"已连接"_qs);
}

void OldPage::givesUpAfterTheFifthRetry()
{
    startServer();
    QVERIFY(openPage(u"nginx"_qs));
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"已连接"_qs, 10'000);
    m_server->terminate();
    QTRY_COMPARE(state(), u"已断开"_qs);
    for (int retry = 1; retry < retries; ++retry) {
        QCOMPARE(m_browser.waitingTimers(), 1);
        QVERIFY(m_browser.moveClock(pauseBetweenRetries));
        QTRY_VERIFY(isRefused() && m_browser.waitingTimers() == 1);
    }
    QVERIFY(m_server->start());
    QVERIFY(
        m_browser.moveClock(pauseBetweenRetries)); // the fifth is answered, and all is forgotten
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"已连接"_qs, 10'000);

    m_server->terminate();
    QTRY_COMPARE(state(), u"已断开"_qs);
    for (int retry = 1; retry <= retries; ++retry) {
        QTRY_COMPARE(m_browser.waitingTimers(), 1);
        QVERIFY(m_browser.moveClock(pauseBetweenRetries));
        QTRY_VERIFY(isRefused());
    }
    QVERIFY(m_server->start());
    QCOMPARE(m_browser.waitingTimers(), 0); // nobody tries again
    QCOMPARE(state(), u"已断开"_qs);
    QVERIFY(m_browser.takePicture(u"old-page-gave-up"_qs));
    QVERIFY(m_browser.open(m_nginx->page())); // but who loads it anew
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"已连接"_qs, 10'000);
}

QTEST_GUILESS_MAIN(OldPage)
#include "tst_old_page.moc"
