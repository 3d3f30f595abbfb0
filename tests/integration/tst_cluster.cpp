// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_cluster.h"

#include <QJsonArray>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

static const QString prefix = QStringLiteral("{shop}:");

/// A Redis Cluster: all that is ours lies on one of its nodes.
class Cluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everythingStandsOnOneNode();
    void hearsWhatIsPublishedOnAnotherNode();
    void theAdminsToolsWork();
    void aRestartedServerResumes();
    void saysWhichNodeIsTheRightOne();
    void saysThatThePrefixNeedsBraces();

private:
    std::unique_ptr<ServerProcess> serverOn(const RedisFixture &node, const QString &itsPrefix);
    Outcome ctl(const ServerProcess &server, const QStringList &arguments);
    QString reasonsOf(const ServerProcess &server);
    void addOrder(int id);

    RedisCluster m_cluster;
    std::unique_ptr<ServerProcess> m_server;
    QString m_token;
};

void Cluster::initTestCase()
{
    QVERIFY(m_cluster.start());
    m_server = serverOn(m_cluster.nodeOf(prefix + QStringLiteral("events")), prefix);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    const Outcome added =
        ctl(*m_server,
            {QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("wang"),
             QStringLiteral("--role"), QStringLiteral("admin")});
    QVERIFY2(added.exitCode == 0, qPrintable(added.err));
    m_token = added.out.trimmed().split(u'\n').last().trimmed();
}

void Cluster::init()
{
    QVERIFY2(m_server->waitUntilReady(), qPrintable(m_server->lastOutput()));
}

std::unique_ptr<ServerProcess> Cluster::serverOn(const RedisFixture &node, const QString &itsPrefix)
{
    auto server =
        std::make_unique<ServerProcess>(QStringList{QStringLiteral("--prefix"), itsPrefix});
    server->setRedisUrl(node.tcpUrl());
    return server;
}

Outcome Cluster::ctl(const ServerProcess &server, const QStringList &arguments)
{
    return server.ctl(QStringList{QStringLiteral("--prefix"), prefix} + arguments);
}

QString Cluster::reasonsOf(const ServerProcess &server)
{
    const QJsonArray reasons = server.readiness().value(QLatin1StringView("reasons")).toArray();
    QStringList texts;
    for (const QJsonValue &reason : reasons)
        texts << reason.toString();
    return texts.join(u'\n');
}

void Cluster::addOrder(int id)
{
    RedisFixture &node = m_cluster.nodeOf(prefix + QStringLiteral("events"));
    const QByteArray stored = node.command(
        {QStringLiteral("XADD"), prefix + QStringLiteral("events"), QStringLiteral("*"),
         QStringLiteral("type"), QStringLiteral("order_notification"), QStringLiteral("data"),
         QStringLiteral("{\"order_id\":%1,\"status\":2}").arg(id)});
    QVERIFY2(stored.contains('-'), stored.constData());
}

/// Published, checkpointed, acknowledged: whatever is written has a key of this prefix.
void Cluster::everythingStandsOnOneNode()
{
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(m_server->url(m_token)));
    addOrder(1);
    client.publish(QStringLiteral("once"), QStringLiteral("order_notification"),
                   {{QStringLiteral("order_id"), 2}, {QStringLiteral("status"), 1}});
    client.publish(QStringLiteral("once"), QStringLiteral("order_notification"),
                   {{QStringLiteral("order_id"), 2}, {QStringLiteral("status"), 1}});
    QVERIFY(client.waitFor([&] {
        return client.book().order(1) && client.book().order(2) && !client.acknowledged().isEmpty();
    }));
    RedisFixture &node = m_cluster.nodeOf(prefix + QStringLiteral("events"));
    const auto checkpointed = [&] {
        return node.number({QStringLiteral("HEXISTS"), prefix + QStringLiteral("book"),
                            QStringLiteral("order:2")})
            == 1;
    };
    QVERIFY(client.waitFor(checkpointed));
    for (int i = 0; i < RedisCluster::nodes; ++i) {
        if (&m_cluster.node(i) != &node)
            QCOMPARE(m_cluster.node(i).number(words("DBSIZE")), 0);
    }
    QVERIFY(client.sourceLive());
}

/// The cluster carries what is published on one node to all of them.
void Cluster::hearsWhatIsPublishedOnAnotherNode()
{
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(m_server->url(m_token)));
    RedisFixture &other = m_cluster.nodeWithout(prefix + QStringLiteral("events"));
    other.command({QStringLiteral("PUBLISH"), prefix + QStringLiteral("publish"),
                   QStringLiteral(R"({"type":"order_notification","data":{"order_id":11}})")});
    QVERIFY(client.waitFor([&] { return client.book().order(11); }));
}

void Cluster::theAdminsToolsWork()
{
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(m_server->url(m_token)));
    const Outcome published =
        ctl(*m_server,
            {QStringLiteral("publish"), QStringLiteral("order_notification"),
             QStringLiteral(R"({"order_id":21})"), QStringLiteral("--ref"), QStringLiteral("r1")});
    QVERIFY2(published.exitCode == 0, qPrintable(published.err));
    QVERIFY(client.waitFor([&] { return client.book().order(21); }));

    // The control channel: a revoked user is out at once.
    const Outcome added =
        ctl(*m_server, {QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("guest")});
    QVERIFY2(added.exitCode == 0, qPrintable(added.err));
    WireClient guest(WireClient::Speaks::V1);
    const QString token = added.out.trimmed().split(u'\n').last().trimmed();
    QVERIFY(QTest::qWaitFor([&] { return guest.openAndWait(m_server->url(token)); }, 20'000));
    QCOMPARE(
        ctl(*m_server, {QStringLiteral("user"), QStringLiteral("revoke"), QStringLiteral("guest")})
            .exitCode,
        0);
    QVERIFY(guest.waitFor([&] { return !guest.isOpen(); }));

    const Outcome status = ctl(*m_server, {QStringLiteral("status")});
    QVERIFY2(status.exitCode == 0, qPrintable(status.out + status.err));
    const Outcome anew = ctl(*m_server, {QStringLiteral("new-log")});
    QVERIFY2(anew.exitCode == 0, qPrintable(anew.err));
    addOrder(22);
    QVERIFY(client.waitFor([&] { return client.book().order(21) && client.book().order(22); }));
}

void Cluster::aRestartedServerResumes()
{
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(m_server->url(m_token)));
    m_server->killNine();
    addOrder(31);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(QTest::qWaitFor([&] { return client.openAndWait(m_server->url(m_token)); }, 20'000));
    QVERIFY(client.waitFor([&] { return client.book().order(31); }));
    QCOMPARE(client.syncMode(), protocol::Sync::Mode::Resume);
}

void Cluster::saysWhichNodeIsTheRightOne()
{
    const QString events = prefix + QStringLiteral("events");
    const auto server = serverOn(m_cluster.nodeWithout(events), prefix);
    QVERIFY2(server->startUnready(), qPrintable(server->lastOutput()));
    const QString right = QStringLiteral("127.0.0.1:%1").arg(m_cluster.nodeOf(events).port());
    QTRY_VERIFY2(reasonsOf(*server).contains(right), qPrintable(reasonsOf(*server)));
    QVERIFY(reasonsOf(*server).contains(QStringLiteral("put its address into the redis setting")));
    const Outcome status = ctl(*server, {QStringLiteral("status")});
    QCOMPARE(status.exitCode, 1);
    QVERIFY2((status.out + status.err).contains(right), qPrintable(status.out + status.err));
}

void Cluster::saysThatThePrefixNeedsBraces()
{
    const auto server = serverOn(m_cluster.node(0), QStringLiteral("shop:"));
    QVERIFY2(server->startUnready(), qPrintable(server->lastOutput()));
    const QString advice = QStringLiteral("prefix = \"{shop}:\"");
    QTRY_VERIFY2(reasonsOf(*server).contains(advice), qPrintable(reasonsOf(*server)));
    const Outcome status = server->ctl(
        {QStringLiteral("--prefix"), QStringLiteral("shop:"), QStringLiteral("status")});
    QCOMPARE(status.exitCode, 1);
    QVERIFY2((status.out + status.err).contains(advice), qPrintable(status.out + status.err));
}

QTEST_GUILESS_MAIN(Cluster)
#include "tst_cluster.moc"
