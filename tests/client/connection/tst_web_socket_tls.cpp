// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/web_socket.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslKey>
#include <QTcpServer>
#include <QTest>
#include <QWebSocketServer>

using namespace pressboard;
using namespace pressboard::client;
using Kind = CertificateProblem::Kind;

Q_DECLARE_METATYPE(pressboard::client::Ending)

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(QStringLiteral(CERTIFICATES) + name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QSslCertificate certificate(const QString &name)
{
    return QSslCertificate(contentOf(name + QStringLiteral(".crt")));
}

} // namespace

/// Real TLS on the loopback: what a desk learns of a certificate that it does not believe.
class TestWebSocketTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsWrongWithACertificate_data();
    void saysWhatIsWrongWithACertificate();
    void believesWhomItIsToldToBelieve();
    void believesNobodyElseThen();
    void noTlsIsNoCertificate();

private:
    void serve(const QStringList &chain);
    QUrl url(const QString &host) const;
    static QSslConfiguration believing(const QString &name);
    static Ending endingOf(const QUrl &url, const QSslConfiguration &tls);

    std::unique_ptr<QWebSocketServer> m_server;
};

void TestWebSocketTls::serve(const QStringList &chain)
{
    m_server =
        std::make_unique<QWebSocketServer>(QStringLiteral("test"), QWebSocketServer::SecureMode);
    QList<QSslCertificate> certificates;
    for (const QString &name : chain)
        certificates.append(certificate(name));
    const bool isRsa = chain.first() == u"rsa";
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(certificates);
    tls.setPrivateKey(
        QSslKey(contentOf(chain.first() + QStringLiteral(".key")), isRsa ? QSsl::Rsa : QSsl::Ec));
    m_server->setSslConfiguration(tls);
    m_server->setSupportedSubprotocols({QStringLiteral("pressboard.v1")});
    QVERIFY(m_server->listen(QHostAddress::AnyIPv4));
}

QUrl TestWebSocketTls::url(const QString &host) const
{
    return QUrl(QStringLiteral("wss://%1:%2/").arg(host).arg(m_server->serverPort()));
}

QSslConfiguration TestWebSocketTls::believing(const QString &name)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({certificate(name)});
    return tls;
}

Ending TestWebSocketTls::endingOf(const QUrl &url, const QSslConfiguration &tls)
{
    WebSocket socket(tls);
    QSignalSpy closed(&socket, &Socket::closed);
    socket.open(url, {}, QStringLiteral("pressboard.v1"));
    return closed.count() > 0 || closed.wait() ? closed.first().first().value<Ending>() : Ending();
}

void TestWebSocketTls::saysWhatIsWrongWithACertificate_data()
{
    QTest::addColumn<QStringList>("chain");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("believed");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("authority");
    const QString loopback = QStringLiteral("127.0.0.1");
    QTest::newRow("its authority is unknown, and sent")
        << QStringList{u"server"_qs, u"authority"_qs} << loopback << u"rsa"_qs
        << Kind::UnknownAuthority << u"authority"_qs;
    QTest::newRow("its authority is unknown, and not sent")
        << QStringList{u"server"_qs} << loopback << u"rsa"_qs << Kind::UnknownAuthority
        << QString();
    QTest::newRow("it vouches for itself") << QStringList{u"rsa"_qs} << loopback << u"authority"_qs
                                           << Kind::UnknownAuthority << u"rsa"_qs;
    QTest::newRow("another address")
        << QStringList{u"server"_qs, u"authority"_qs} << u"127.0.0.2"_qs << u"authority"_qs
        << Kind::OtherName << QString();
    QTest::newRow("another address weighs more than an unknown authority")
        << QStringList{u"server"_qs, u"authority"_qs} << u"127.0.0.2"_qs << u"rsa"_qs
        << Kind::OtherName << QString();
    QTest::newRow("it ended") << QStringList{u"ended"_qs} << loopback << u"ended"_qs
                              << Kind::Expired << QString();
    QTest::newRow("it ended, and vouches for itself")
        << QStringList{u"ended"_qs} << loopback << u"rsa"_qs << Kind::Expired << QString();
}

void TestWebSocketTls::saysWhatIsWrongWithACertificate()
{
    QFETCH(QStringList, chain);
    QFETCH(QString, host);
    QFETCH(QString, believed);
    QFETCH(QString, authority);
    serve(chain);
    const Ending ending = endingOf(url(host), believing(believed));
    QCOMPARE(ending.fault, Ending::Fault::Tls);
    QVERIFY(ending.certificate);
    QTEST(ending.certificate->kind, "kind");
    QCOMPARE(ending.certificate->authority,
             authority.isEmpty() ? QSslCertificate() : certificate(authority));
    QVERIFY(!ending.certificate->certificate.isNull());
}

void TestWebSocketTls::believesWhomItIsToldToBelieve()
{
    serve({QStringLiteral("server")});
    WebSocket socket(believing(QStringLiteral("authority")));
    QSignalSpy opened(&socket, &Socket::opened);
    socket.open(url(QStringLiteral("127.0.0.1")), {}, QStringLiteral("pressboard.v1"));
    QTRY_COMPARE(opened.count(), 1);
}

void TestWebSocketTls::believesNobodyElseThen()
{
    serve({QStringLiteral("rsa")});
    const Ending ending = endingOf(url(QStringLiteral("127.0.0.1")), believing(u"authority"_qs));
    QVERIFY(ending.certificate);
    QCOMPARE(ending.certificate->kind, Kind::UnknownAuthority);
}

void TestWebSocketTls::noTlsIsNoCertificate()
{
    QTcpServer plain; // what a board without TLS looks like: it answers with something else
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
        QTcpSocket *peer = plain.nextPendingConnection();
        peer->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        peer->disconnectFromHost();
    });
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("wss://127.0.0.1:%1/").arg(plain.serverPort()));
    const Ending ending = endingOf(url, QSslConfiguration::defaultConfiguration());
    QCOMPARE(ending.fault, Ending::Fault::Tls);
    QVERIFY(!ending.certificate);
}

QTEST_GUILESS_MAIN(TestWebSocketTls)
#include "tst_web_socket_tls.moc"
