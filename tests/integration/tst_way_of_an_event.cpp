// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// Every way in reaches every kind of client with the exact fields that were written.
class WayOfAnEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void streamEntryReachesEverybody();
    void stepReachesEverybody();
    void publishedMessageReachesEverybody();
    void ctlPublishReachesEverybody();
    void clientPublishReachesEverybodyOnce();
    void noticeFromTheAdmin();
    void unknownTypeIsDelivered();
    void badEntriesHarmNobody();
    void badNoticeNamesTheField();

private:
    QJsonObject arrivesAs(WireClient &client, const QString &type, qint64 orderId);
    void arrivesEverywhere(const QString &type, const QJsonObject &expected);

    ServerProcess m_server;
    WireClient m_classic{WireClient::Speaks::Classic};
    WireClient m_v1{WireClient::Speaks::V1};
};

static QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

static QJsonObject orderData(qint64 id)
{
    return {{QStringLiteral("order_id"), id},
            {QStringLiteral("order_no"), QStringLiteral("PO2026112300%1").arg(id)},
            {QStringLiteral("customer_name"), QStringLiteral("测试客户")},
            {QStringLiteral("product_name"), QStringLiteral("《江南纪事》精装书")},
            {QStringLiteral("status"), 2},
            {QStringLiteral("status_display"), QStringLiteral("处理中")},
            {QStringLiteral("delivery_date"), QStringLiteral("2026-12-05")},
            {QStringLiteral("action"), QStringLiteral("created")},
            {QStringLiteral("created"), true},
            {QStringLiteral("timestamp"), QStringLiteral("2026-11-23T10:00:00Z")}};
}

void WayOfAnEvent::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY2(m_server.waitUntilReady(), qPrintable(m_server.lastOutput()));
    QVERIFY(!m_server.adminToken().isEmpty());
    QVERIFY(m_classic.openAndWait(m_server.url(m_server.adminToken())));
    QVERIFY(m_v1.openAndWait(m_server.url(m_server.adminToken())));
    QCOMPARE(m_classic.frames().first().value(QLatin1StringView("type")).toString(),
             QStringLiteral("connection_established"));
}

/// The event frame about this order that has come to this client, or an empty object.
QJsonObject WayOfAnEvent::arrivesAs(WireClient &client, const QString &type, qint64 orderId)
{
    QJsonObject found;
    client.waitFor([&] {
        for (const QJsonObject &frame : client.frames()) {
            const QJsonObject data = frame.value(QLatin1StringView("data")).toObject();
            if (frame.value(QLatin1StringView("type")).toString() == type
                && data.value(QLatin1StringView("order_id")).toInteger() == orderId)
                found = frame;
        }
        return !found.isEmpty();
    });
    return found;
}

void WayOfAnEvent::arrivesEverywhere(const QString &type, const QJsonObject &expected)
{
    const qint64 id = expected.value(QLatin1StringView("order_id")).toInteger();
    for (WireClient *client : {&m_classic, &m_v1}) {
        const QJsonObject frame = arrivesAs(*client, type, id);
        QCOMPARE(frame.value(QLatin1StringView("data")).toObject(), expected);
        const bool hasId =
            StreamId::parse(frame.value(QLatin1StringView("id")).toString()).has_value();
        QCOMPARE(hasId, client == &m_v1); // the seed's messages have none
    }
}

void WayOfAnEvent::streamEntryReachesEverybody()
{
    const QJsonObject data = orderData(1);
    const Outcome added = m_server.redisCli(
        {QStringLiteral("XADD"), QStringLiteral("pressboard:events"), QStringLiteral("*"),
         QStringLiteral("type"), QStringLiteral("order_notification"), QStringLiteral("data"),
         QString::fromUtf8(compact(data))});
    QCOMPARE(added.exitCode, 0);
    arrivesEverywhere(QStringLiteral("order_notification"), data);
    const Order *order = m_v1.book().order(1);
    QVERIFY(order);
    QCOMPARE(order->customerName, QStringLiteral("测试客户"));
    QCOMPARE(order->deliveryDate, QDate(2026, 12, 5));
}

void WayOfAnEvent::stepReachesEverybody()
{
    const QJsonObject data{{QStringLiteral("order_id"), 1},
                           {QStringLiteral("progress_id"), 11},
                           {QStringLiteral("order_no"), QStringLiteral("PO20261123001")},
                           {QStringLiteral("step_name"), QStringLiteral("覆膜")},
                           {QStringLiteral("step_order"), 2},
                           {QStringLiteral("step_category"), QStringLiteral("cover")},
                           {QStringLiteral("status"), 2},
                           {QStringLiteral("status_display"), QStringLiteral("进行中")},
                           {QStringLiteral("operator"), QStringLiteral("张伟")},
                           {QStringLiteral("start_time"), QStringLiteral("2026-11-23T09:30:00Z")},
                           {QStringLiteral("action"), QStringLiteral("updated")},
                           {QStringLiteral("created"), false},
                           {QStringLiteral("timestamp"), QStringLiteral("2026-11-23T09:30:00Z")}};
    m_server.redisCli({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                       QStringLiteral("*"), QStringLiteral("type"),
                       QStringLiteral("progress_notification"), QStringLiteral("data"),
                       QString::fromUtf8(compact(data))});
    arrivesEverywhere(QStringLiteral("progress_notification"), data);
    QVERIFY(m_v1.waitFor([&] {
        return m_v1.lastOf(QStringLiteral("dashboard_update"))
                   .value(QLatin1StringView("data"))
                   .toObject()
                   .value(QLatin1StringView("current_steps_count"))
                   .toInt()
            == 1;
    }));
}

void WayOfAnEvent::publishedMessageReachesEverybody()
{
    const QJsonObject data = orderData(2);
    const QJsonObject message{{QStringLiteral("type"), QStringLiteral("order_notification")},
                              {QStringLiteral("data"), data}};
    // At most once, as pub/sub is: somebody must be listening.
    QVERIFY(QTest::qWaitFor(
        [&] {
            return m_server
                .redisCli({QStringLiteral("PUBSUB"), QStringLiteral("NUMSUB"),
                           QStringLiteral("pressboard:publish")})
                .out.contains(QLatin1Char('1'));
        },
        20'000));
    m_server.redisCli({QStringLiteral("PUBLISH"), QStringLiteral("pressboard:publish"),
                       QString::fromUtf8(compact(message))});
    arrivesEverywhere(QStringLiteral("order_notification"), data);
}

void WayOfAnEvent::ctlPublishReachesEverybody()
{
    const QJsonObject data = orderData(3);
    const Outcome outcome =
        m_server.ctl({QStringLiteral("publish"), QStringLiteral("order_notification"),
                      QString::fromUtf8(compact(data))});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    arrivesEverywhere(QStringLiteral("order_notification"), data);
}

void WayOfAnEvent::clientPublishReachesEverybodyOnce()
{
    const QString ref = QStringLiteral("6b1c8a2e-0000-4000-8000-000000000001");
    const QJsonObject data = orderData(4);
    m_v1.publish(ref, QStringLiteral("order_notification"), data);
    m_v1.publish(ref, QStringLiteral("order_notification"), data);
    QVERIFY(m_v1.waitFor([&] { return m_v1.acknowledged().count(ref) == 2; }));
    const QString length =
        m_server.redisCli({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}).out;
    m_v1.publish(ref, QStringLiteral("order_notification"), data);
    QVERIFY(m_v1.waitFor([&] { return m_v1.acknowledged().count(ref) == 3; }));
    QCOMPARE(m_server.redisCli({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}).out,
             length);
    const QJsonObject frame = arrivesAs(m_classic, QStringLiteral("order_notification"), 4);
    const QJsonObject arrived = frame.value(QLatin1StringView("data")).toObject();
    QCOMPARE(arrived.value(QLatin1StringView("order_no")),
             data.value(QLatin1StringView("order_no")));
}

void WayOfAnEvent::noticeFromTheAdmin()
{
    m_v1.publish(QStringLiteral("notice-1"), QStringLiteral("general_notification"),
                 {{QStringLiteral("message"), QStringLiteral("19:00 停机检修")},
                  {QStringLiteral("type"), QStringLiteral("warning")}});
    for (WireClient *client : {&m_classic, &m_v1}) {
        QVERIFY(client->waitFor(
            [&] { return !client->lastOf(QStringLiteral("general_notification")).isEmpty(); }));
        const QJsonObject data = client->lastOf(QStringLiteral("general_notification"))
                                     .value(QLatin1StringView("data"))
                                     .toObject();
        QCOMPARE(data.value(QLatin1StringView("message")).toString(),
                 QStringLiteral("19:00 停机检修"));
        QCOMPARE(data.value(QLatin1StringView("type")).toString(), QStringLiteral("warning"));
        QVERIFY(!data.value(QLatin1StringView("sender")).toString().isEmpty());
        QVERIFY(!data.value(QLatin1StringView("timestamp")).toString().isEmpty());
    }
    QVERIFY(m_v1.waitFor([&] { return m_v1.acknowledged().contains(QStringLiteral("notice-1")); }));
    const QJsonObject ack = m_v1.lastOf(QStringLiteral("ack"));
    QCOMPARE(ack.value(QLatin1StringView("online")).toInt(), 2);
}

void WayOfAnEvent::unknownTypeIsDelivered()
{
    const Outcome outcome =
        m_server.ctl({QStringLiteral("publish"), QStringLiteral("die_ready"),
                      QStringLiteral("{\"order_id\":1,\"message\":\"M-118 刀模已到\"}")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    arrivesEverywhere(QStringLiteral("die_ready"),
                      {{QStringLiteral("order_id"), 1},
                       {QStringLiteral("message"), QStringLiteral("M-118 刀模已到")}});
}

void WayOfAnEvent::badEntriesHarmNobody()
{
    const QList<QStringList> bad{
        {QStringLiteral("type"), QStringLiteral("order_notification"), QStringLiteral("data"),
         QStringLiteral("{not json")},
        {QStringLiteral("type"), QStringLiteral("order_notification"), QStringLiteral("data"),
         QStringLiteral("{\"status\":1}")},
        {QStringLiteral("type"), QStringLiteral("synced"), QStringLiteral("data"),
         QStringLiteral("{}")},
        {QStringLiteral("hello"), QStringLiteral("world")},
        {QStringLiteral("type"), QStringLiteral("order_notification"), QStringLiteral("data"),
         QStringLiteral("{\"order_id\":[\"abc\"]}")},
        {QStringLiteral("type"), QStringLiteral("order_notification"), QStringLiteral("data"),
         QStringLiteral("{\"order_id\":5,\"note\":\"%1\"}")
             .arg(QString(100'000, QLatin1Char('x')))},
    };
    for (const QStringList &fields : bad) {
        m_server.redisCli(QStringList{QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                                      QStringLiteral("*")}
                          + fields);
    }
    const QJsonObject after = orderData(6);
    m_server.ctl({QStringLiteral("publish"), QStringLiteral("order_notification"),
                  QString::fromUtf8(compact(after))});
    arrivesEverywhere(QStringLiteral("order_notification"), after);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return m_server
                       .redisCli({QStringLiteral("XLEN"), QStringLiteral("pressboard:rejected")})
                       .out.trimmed()
                == QString::number(bad.size());
        },
        20'000));
}

void WayOfAnEvent::badNoticeNamesTheField()
{
    const Outcome outcome =
        m_server.ctl({QStringLiteral("publish"), QStringLiteral("progress_notification"),
                      QStringLiteral("{\"order_id\":1}")});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(QLatin1StringView("progress_id")), qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(WayOfAnEvent)
#include "tst_way_of_an_event.moc"
