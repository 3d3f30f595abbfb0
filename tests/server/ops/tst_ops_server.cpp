// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ops_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace pressboard::server;

class TestOpsServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void healthy();
    void readyOrWhyNot();
    void metricsAreServed();
    void headIsAnsweredWithoutABody();
    void whatElseIsAsked();
    void otherMachinesNeedTheToken_data();
    void otherMachinesNeedTheToken();
    void manyWhoSayNothing();
    void portInUse();

private:
    QByteArray ask(const QByteArray &request);
    QByteArray get(const QByteArray &path)
    {
        return ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    QStringList m_missing;
    std::unique_ptr<OpsServer> m_server;
    QHostAddress m_address;
    quint16 m_port = 0;
};

void TestOpsServer::init()
{
    m_missing.clear();
    m_address = QHostAddress(QHostAddress::LocalHost);
    m_server = std::make_unique<OpsServer>([this] { return m_missing; });
    const auto listening = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(listening.ok());
    m_port = *listening;
}

QByteArray TestOpsServer::ask(const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(m_address, m_port);
    socket.write(request);
    const auto isIn = [&socket](QAbstractSocket::SocketState state) {
        return [&socket, state] { return socket.state() == state; };
    };
    if (!QTest::qWaitFor(isIn(QTcpSocket::ConnectedState))
        || !QTest::qWaitFor(isIn(QTcpSocket::UnconnectedState)))
        return "no answer";
    return socket.readAll();
}

void TestOpsServer::healthy()
{
    m_missing = QStringList{QStringLiteral("Redis does not answer.")};
    const QByteArray answer = get("/healthz");
    QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\nok\n"));
}

void TestOpsServer::readyOrWhyNot()
{
    const auto bodyOf = [](const QByteArray &answer) {
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    };
    m_missing = QStringList{QStringLiteral("Redis does not answer.")};
    QByteArray answer = get("/readyz");
    QVERIFY(answer.startsWith("HTTP/1.1 503 "));
    QVERIFY(answer.contains("Content-Type: application/json\r\n"));
    QCOMPARE(bodyOf(answer).value(QLatin1StringView("ready")).toBool(true), false);
    QCOMPARE(bodyOf(answer).value(QLatin1StringView("reasons"))[0].toString(), m_missing[0]);

    m_missing.clear();
    answer = get("/readyz?verbose");
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QCOMPARE(bodyOf(answer).value(QLatin1StringView("ready")).toBool(), true);
}

void TestOpsServer::metricsAreServed()
{
    QVERIFY(get("/metrics").startsWith("HTTP/1.1 404 "));
    m_server->setMetrics([] { return QByteArray("x 1\n"); });
    const QByteArray answer = get("/metrics");
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\nx 1\n"));
}

/// Its head is GET's, to the length of the body that does not come.
void TestOpsServer::headIsAnsweredWithoutABody()
{
    m_server->setMetrics([] { return QByteArray("x 1\n"); });
    for (const QByteArray path : {"/healthz", "/readyz", "/metrics", "/nowhere"}) {
        const QByteArray whole = get(path);
        QCOMPARE(ask("HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"),
                 whole.first(whole.indexOf("\r\n\r\n") + 4));
    }
}

void TestOpsServer::otherMachinesNeedTheToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("answered");
    const QByteArray token = "0123456789abcdef";
    QTest::newRow("none set") << QByteArray() << QByteArray() << false;
    QTest::newRow("none set, an empty one sent")
        << QByteArray() << QByteArray("Authorization: Bearer \r\n") << false;
    QTest::newRow("none sent") << token << QByteArray() << false;
    QTest::newRow("a wrong one") << token << QByteArray("Authorization: Bearer 0123\r\n") << false;
    QTest::newRow("another scheme") << token << "Authorization: Basic " + token + "\r\n" << false;
    QTest::newRow("the right one") << token << "Authorization: Bearer " + token + "\r\n" << true;
    QTest::newRow("in another case") << token << "authorization: bearer " + token + "\r\n" << true;
}

/// By an address of this machine that is not the loopback's; a machine without one cannot try it.
void TestOpsServer::otherMachinesNeedTheToken()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, header);
    QFETCH(bool, answered);
    const QList<QHostAddress> all = QNetworkInterface::allAddresses();
    const auto outside = std::find_if(all.begin(), all.end(), [](const QHostAddress &address) {
        return !address.isLoopback() && !address.isLinkLocal()
            && address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    if (outside == all.end())
        QSKIP("this machine has only the loopback");
    m_server = std::make_unique<OpsServer>([] { return QStringList(); });
    m_server->setToken(token);
    const auto port = m_server->listen(*outside, 0);
    QVERIFY(port.ok());
    m_port = *port;
    m_address = *outside;
    const QByteArray answer = ask("GET /healthz HTTP/1.1\r\nHost: x\r\n" + header + "\r\n");
    QVERIFY2(answer.startsWith(answered ? "HTTP/1.1 200 " : "HTTP/1.1 401 "), answer);
}

void TestOpsServer::whatElseIsAsked()
{
    QVERIFY(get("/").startsWith("HTTP/1.1 404 "));
    QVERIFY(ask("POST /healthz HTTP/1.1\r\nHost: x\r\n\r\n").startsWith("HTTP/1.1 405 "));
    QVERIFY(ask("nonsense\r\n\r\n").startsWith("HTTP/1.1 400 "));
}

void TestOpsServer::manyWhoSayNothing()
{
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 200; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    }
    QVERIFY(get("/healthz").startsWith("HTTP/1.1 200 "));
    QTRY_COMPARE(silent.front()->state(), QTcpSocket::UnconnectedState);
}

void TestOpsServer::portInUse()
{
    OpsServer second([] { return QStringList(); });
    const auto listening = second.listen(QHostAddress(QHostAddress::LocalHost), m_port);
    QVERIFY(!listening);
    QVERIFY(listening.error().message.contains(QLatin1StringView("--ops")));
}

QTEST_GUILESS_MAIN(TestOpsServer)
#include "tst_ops_server.moc"
