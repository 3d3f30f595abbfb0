// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"

#include "shared/state/snapshot.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

namespace {

constexpr auto firstFields = R"(
[[fields]]
name = "paper"
title = "纸张"
[[fields]]
name = "weight"
type = "number"
[[fields]]
name = "drawing"
type = "link"
[[fields]]
name = "plate"
of = "step"
)";

/// The paper is named no more, the colour is new.
constexpr auto otherFields = R"(
[[fields]]
name = "colour"
[[fields]]
name = "weight"
type = "number"
[[fields]]
name = "plate"
of = "step"
)";

} // namespace

/// [[fields]], on a real server and its Redis: from the CRM's event to the boards, over its death,
/// and when the settings change.
class CustomFieldsKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void overTheDeathOfTheServer();
    void changeWithTheSettings();
    void areImported();
    void leaveClassicClientsAlone();
    void areToldByHttp();

private:
    void writeSettings(const char *fields);
    void write(const char *type, const char *data);
    bool restart();
    bool connectClient(WireClient &client);
    const Order *order() const { return m_client->book().order(7); }
    QString said(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WireClient> m_client;
};

void CustomFieldsKept::init()
{
    m_client.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ServerProcess>(
        QStringList{u"--config"_qs, m_dir->filePath(u"pressboard.toml"_qs)});
    writeSettings(firstFields);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY2(m_server->waitUntilReady(), qPrintable(m_server->lastOutput()));
    m_client = std::make_unique<WireClient>(WireClient::Speaks::V1);
    QVERIFY(connectClient(*m_client));
    write("order_notification",
          R"({"order_id":7,"order_no":"PO7","paper":"157g 铜版","weight":"157.50",)"
          R"("drawing":"http://crm/7","colour":"red"})");
    write("progress_notification",
          R"({"order_id":7,"progress_id":70,"step_name":"印刷","plate":"P-9"})");
    QVERIFY(m_client->waitFor([this] { return order() && order()->step(70); }));
}

void CustomFieldsKept::writeSettings(const char *fields)
{
    QFile file(m_dir->filePath(u"pressboard.toml"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fields);
}

void CustomFieldsKept::write(const char *type, const char *data)
{
    const Outcome outcome =
        m_server->redisCli({u"XADD"_qs, u"pressboard:events"_qs, u"*"_qs, u"type"_qs,
                            QString::fromUtf8(type), u"data"_qs, QString::fromUtf8(data)});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
}

bool CustomFieldsKept::restart()
{
    return m_server->start() && m_server->waitUntilReady() && connectClient(*m_client);
}

bool CustomFieldsKept::connectClient(WireClient &client)
{
    return client.openAndWait(m_server->url(m_server->adminToken()));
}

QString CustomFieldsKept::said(const QString &name) const
{
    return wire::Value(order()->custom->value(name)).toJson().toVariant().toString();
}

void CustomFieldsKept::overTheDeathOfTheServer()
{
    QCOMPARE(said(u"paper"_qs), u"157g 铜版"_qs);
    QCOMPARE(said(u"weight"_qs), u"157.5"_qs);
    QCOMPARE(said(u"drawing"_qs), u"http://crm/7"_qs);
    QCOMPARE(said(u"colour"_qs), QString());
    QCOMPARE(order()->step(70)->details->custom->value(u"plate"), CustomValue(u"P-9"_qs));

    m_client->disconnect();
    m_server->killNine();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    write("order_notification", R"({"order_id":7,"paper":"128g","weight":""})");
    QVERIFY(m_server->waitUntilReady() && connectClient(*m_client));
    QCOMPARE(m_client->syncMode(), protocol::Sync::Mode::Resume);
    QVERIFY(m_client->waitFor([this] { return said(u"paper"_qs) == u"128g"_qs; }));
    QCOMPARE(said(u"weight"_qs), QString());

    // Once it is in the checkpoint, too; and who has nothing gets the same.
    m_client->disconnect();
    QCOMPARE(m_server->terminate(), 0);
    QVERIFY(restart());
    QCOMPARE(m_client->syncMode(), protocol::Sync::Mode::Resume);
    WireClient fresh(WireClient::Speaks::V1);
    QVERIFY(connectClient(fresh));
    QCOMPARE(fresh.syncMode(), protocol::Sync::Mode::Snapshot);
    QVERIFY(*fresh.book().order(7) == *order());
}

void CustomFieldsKept::changeWithTheSettings()
{
    m_client->disconnect();
    QCOMPARE(m_server->terminate(), 0);
    writeSettings(otherFields);
    QVERIFY2(restart(), qPrintable(m_server->lastOutput()));
    QCOMPARE(m_client->syncMode(), protocol::Sync::Mode::Snapshot);
    QCOMPARE(said(u"paper"_qs), QString());
    QCOMPARE(said(u"weight"_qs), u"157.5"_qs);
    QCOMPARE(said(u"colour"_qs), QString()); // that event was read without it
    write("order_notification", R"({"order_id":7,"colour":"blue","paper":"128g"})");
    QVERIFY(m_client->waitFor([this] { return said(u"colour"_qs) == u"blue"_qs; }));
    QCOMPARE(said(u"paper"_qs), QString());
    QCOMPARE(order()->step(70)->details->custom->value(u"plate"), CustomValue(u"P-9"_qs));
}

void CustomFieldsKept::areImported()
{
    QFile file(m_dir->filePath(u"orders.jsonl"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"order_id":7,"paper":"250g","steps":[{"progress_id":70,"plate":"P-10"}]})");
    file.close();
    const QStringList import{u"--config"_qs, m_dir->filePath(u"pressboard.toml"_qs), u"import"_qs,
                             file.fileName()};
    const Outcome outcome = m_server->ctl(import);
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY(m_client->waitFor([this] { return said(u"paper"_qs) == u"250g"_qs; }));
    QCOMPARE(order()->step(70)->details->custom->value(u"plate"), CustomValue(u"P-10"_qs));
    // Nothing is news the second time.
    const Outcome again = m_server->ctl(import);
    QVERIFY2(again.out.contains(u"1 as before"_qs), qPrintable(again.out));
}

/// They get what the publisher wrote.
void CustomFieldsKept::leaveClassicClientsAlone()
{
    WireClient classic(WireClient::Speaks::Classic);
    QVERIFY(connectClient(classic));
    write("order_notification", R"({"order_id":7,"weight":"1,500","drawing":"javascript:x"})");
    QVERIFY(classic.waitFor([&classic] { return !classic.events().isEmpty(); }));
    const QJsonObject expected{
        {u"order_id"_qs, 7}, {u"weight"_qs, u"1,500"_qs}, {u"drawing"_qs, u"javascript:x"_qs}};
    QCOMPARE(classic.events().first().value(u"data").toObject(), expected);
    QVERIFY(m_client->waitFor([this] { return said(u"weight"_qs) == u"1500"_qs; }));
    QCOMPARE(said(u"drawing"_qs), u"http://crm/7"_qs);
}

void CustomFieldsKept::areToldByHttp()
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/api/v1/orders/7"_qs.arg(m_server->port())));
    request.setRawHeader("Authorization", "Bearer " + m_server->adminToken().toLatin1());
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QVERIFY(QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000));
    const QByteArray body = reply->readAll();
    QVERIFY2(body.contains(R"("weight":157.5)"), body.constData());
    QVERIFY2(body.contains(R"("fields":{"plate":"P-9"})"), body.constData());
}

QTEST_GUILESS_MAIN(CustomFieldsKept)
#include "tst_custom_fields_kept.moc"
