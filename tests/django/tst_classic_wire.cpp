// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/django/crm_site.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// What an old page gets from daphne with the CRM's own consumer, and what it gets from
/// pressboard-server: both listen to the same group_send, and the JSON is the same.
class ClassicWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void greetingIsTheSame();
    void anonymousGreetingIsTheSame();
    void answersAreTheSame_data();
    void answersAreTheSame();
    void messagesAreTheSame_data();
    void messagesAreTheSame();
    void numbersAreTheSame();

private:
    using Frames = QList<QJsonObject>;

    bool bothHave(qsizetype daphnes, qsizetype ours);

    RedisFixture m_redis;
    CrmSite m_crm{m_redis.url()};
    ServerProcess m_server{{u"--anonymous"_qs, u"read"_qs, u"--channels"_qs, u"core"_qs,
                            u"--channels-hosts"_qs, m_redis.url()}};
    WireClient m_daphne{WireClient::Speaks::Classic};
    WireClient m_ours{WireClient::Speaks::Classic};
};

namespace {

/// Numbers may be joined, of which only the last ones count.
QList<QJsonObject> withoutNumbers(QList<QJsonObject> frames)
{
    frames.removeIf(
        [](const QJsonObject &frame) { return frame.value(u"type") == u"dashboard_update"_qs; });
    return frames;
}

} // namespace

void ClassicWire::initTestCase()
{
    QVERIFY(m_redis.start());
    QVERIFY(m_crm.prepare());
    QVERIFY(m_crm.serve());
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    m_daphne.setHeader("Cookie", m_crm.cookieOf(u"wang"_qs));
    QVERIFY(m_daphne.openAndWait(m_crm.socketUrl()));
    const QString token = m_server.ctl({u"user"_qs, u"add"_qs, u"wang"_qs}).out.trimmed();
    // The token is known to the server a moment after it was made.
    QTRY_VERIFY_WITH_TIMEOUT(m_ours.openAndWait(m_server.url(token)), 20'000);
    // daphne's one channel, and our two.
    QTRY_COMPARE_WITH_TIMEOUT(m_redis.number({u"ZCARD"_qs, u"asgi:group:notifications"_qs}), 3,
                              20'000);
}

void ClassicWire::greetingIsTheSame()
{
    QCOMPARE(m_ours.frames().first(), m_daphne.frames().first());
}

void ClassicWire::anonymousGreetingIsTheSame()
{
    WireClient daphne(WireClient::Speaks::Classic);
    WireClient ours(WireClient::Speaks::Classic);
    QVERIFY(daphne.openAndWait(m_crm.socketUrl()));
    QVERIFY(ours.openAndWait(m_server.url()));
    QCOMPARE(ours.frames().first(), daphne.frames().first());
}

void ClassicWire::answersAreTheSame_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("isAnswered");
    QTest::newRow("ping") << QByteArray(R"({"type":"ping"})") << true;
    QTest::newRow("ping with more in it") << QByteArray(R"({"time": 1, "type": "ping"})") << true;
    QTest::newRow("half an object") << QByteArray(R"({"type":"ping")") << true;
    QTest::newRow("no JSON") << QByteArray("你好") << true;
    QTest::newRow("another type") << QByteArray(R"({"type":"subscribe"})") << false;
    QTest::newRow("no type") << QByteArray("{}") << false;
}

void ClassicWire::answersAreTheSame()
{
    QFETCH(QByteArray, said);
    QFETCH(bool, isAnswered);
    const qsizetype daphnes = m_daphne.frames().size();
    const qsizetype ours = m_ours.frames().size();
    for (WireClient *client : {&m_daphne, &m_ours}) {
        client->send(said);
        client->send(R"({"type":"ping"})"); // its answer is the last in any case
    }
    QVERIFY(bothHave(daphnes + 1 + isAnswered, ours + 1 + isAnswered));
    QCOMPARE(m_ours.frames().mid(ours), m_daphne.frames().mid(daphnes));
}

bool ClassicWire::bothHave(qsizetype daphnes, qsizetype ours)
{
    return m_daphne.waitFor(
        [&] { return m_daphne.frames().size() >= daphnes && m_ours.frames().size() >= ours; });
}

void ClassicWire::messagesAreTheSame_data()
{
    QTest::addColumn<QString>("done"); // in the CRM
    QTest::newRow("an order") << u"order = PrintOrder.objects.create(order_no='PO1')"_qs;
    QTest::newRow("all of an order")
        << u"order.customer_name, order.product_name = '测试客户', '《江南纪事》精装书'\n"
           "order.work_order_no, order.salesman, order.unit = 'W-7', '王工', '册'\n"
           "order.print_type, order.quantity, order.note = 'cover_content', 3000, "
           "'第一行\\n\"第二行\"'\n"
           "order.order_date, order.delivery_date = timezone.localtime(), date(2026, 12, 5)\n"
           "order.status = 2\n"
           "order.save()"_qs;
    QTest::newRow("a step")
        << u"step = OrderProgress.objects.create(order=order, step_name='覆膜', step_order=2,"
           "step_category='cover')"_qs;
    QTest::newRow("a step begins") << u"step.operator = User.objects.get(username='wang')\n"
                                      "step.status, step.start_time = 2, timezone.now()\n"
                                      "step.save()"_qs;
    QTest::newRow("a step is completed") << u"step.confirm_user = step.operator\n"
                                            "step.status, step.end_time = 3, timezone.now()\n"
                                            "step.save()"_qs;
    QTest::newRow("an order is completed") << u"order.status = 3; order.save()"_qs;
    QTest::newRow("a step is deleted") << u"step.delete()"_qs;
    QTest::newRow("an order is deleted with its steps")
        << u"OrderProgress.objects.create(order=order, step_name='打包', step_order=9,"
           "step_category='content')\n"
           "order.delete()"_qs;
    for (const char *level : {"info", "success", "warning", "error"})
        QTest::addRow("a notice, %s", level)
            << u"send_general_notification('19:00 <b>停机</b>检修 \\U0001f5a8', '%1')"_qs.arg(
                   QLatin1StringView(level));
    QTest::newRow("spelled otherwise")
        << u"send('order_notification', {'order_id': '12', 'quantity': '3000.00', 'created': True,"
           "'timestamp': '2026-11-23 10:00', 'delivery_date': '2026/12/05', 'note': ' '})"_qs;
    QTest::newRow("whatever JSON has")
        << u"send('order_notification', {'order_id': 12, 'price': 12.5, 'big': 2 ** 53 - 1,"
           "'less': -1.5e-7, 'yes': True, 'none': None, 'list': [1, 'a', [], {}], 'x': {'y': {}}})"_qs;
    QTest::newRow("Django's other spelling of a type")
        << u"send('order.notification', {'order_id': 12, 'action': 'deleted'})"_qs;
}

void ClassicWire::messagesAreTheSame()
{
    QFETCH(QString, done);
    const qsizetype daphnes = m_daphne.frames().size();
    const qsizetype ours = m_ours.frames().size();
    QVERIFY(!m_crm.type(done).isUndefined());
    // A last word, that both have all of it.
    m_crm.type(
        u"send_general_notification(\"%1\")"_qs.arg(QLatin1StringView(QTest::currentDataTag())));
    const auto isLast = [](const QJsonObject &frame) {
        return frame.value(u"data")[u"message"] == QLatin1StringView(QTest::currentDataTag());
    };
    QVERIFY(m_daphne.waitFor([&] {
        return isLast(withoutNumbers(m_daphne.frames()).last())
            && isLast(withoutNumbers(m_ours.frames()).last());
    }));
    QCOMPARE(withoutNumbers(m_ours.frames().mid(ours)),
             withoutNumbers(m_daphne.frames().mid(daphnes)));
}

/// The CRM's count after all of that, and then a number that only it knows.
void ClassicWire::numbersAreTheSame()
{
    // All orders are deleted by now. Who is told numbers once a second hears nothing of some that
    // went up and down again within it.
    m_crm.type(u"PrintOrder.objects.create(order_no='PO9')"_qs);
    QTRY_COMPARE(m_daphne.lastOf(u"dashboard_update"_qs).value(u"data")[u"total_orders"].toInt(),
                 1);
    QTRY_COMPARE(m_ours.lastOf(u"dashboard_update"_qs), m_daphne.lastOf(u"dashboard_update"_qs));
    m_crm.type(u"send('dashboard_update', dict(dashboard_numbers(), scrap=3))"_qs);
    QTRY_COMPARE(m_daphne.lastOf(u"dashboard_update"_qs).value(u"data")[u"scrap"].toInt(), 3);
    QTRY_COMPARE(m_ours.lastOf(u"dashboard_update"_qs), m_daphne.lastOf(u"dashboard_update"_qs));
}

QTEST_GUILESS_MAIN(ClassicWire)
#include "tst_classic_wire.moc"
