// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/ops_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

using namespace pressboard::server;

class TestOpsServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void healthy();
    void readyOrWhyNot();
    void whatElseIsAsked();
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
    quint16 m_port = 0;
};

void TestOpsServer::init()
{
    m_missing.clear();
    m_server = std::make_unique<OpsServer>([this] { return m_missing; });
    const auto listening = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(listening.ok());
    m_port = *listening;
}

QByteArray TestOpsServer::ask(const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
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
