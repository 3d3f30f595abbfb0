// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/server/jwt/token_maker.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// Who is logged in at a CRM comes with the code that it has signed for him.
class Jwt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aDeskIsRenewedAndLosesADepartment();
    void refusedWithoutAWord_data();
    void refusedWithoutAWord();
    void aProgramSpeaksHttp();
    void newKeysAreReadAtOnce();

private:
    static QJsonObject claims(const QJsonArray &departments, qint64 seconds = 3600);
    void writeKeys(const QList<const TokenMaker *> &makers);
    QByteArray statsFor(const QByteArray &token, int &status);

    QTemporaryDir m_dir;
    QNetworkAccessManager m_http;
    const TokenMaker m_crm{TokenMaker::Kind::Rsa, QStringLiteral("k1")};
    const TokenMaker m_other{TokenMaker::Kind::Rsa, QStringLiteral("k2")};
    std::unique_ptr<ServerProcess> m_server;
};

QJsonObject Jwt::claims(const QJsonArray &departments, qint64 seconds)
{
    return {{QStringLiteral("sub"), QStringLiteral("li")},
            {QStringLiteral("name"), QStringLiteral("李娜")},
            {QStringLiteral("aud"), QStringLiteral("pressboard")},
            {QStringLiteral("exp"), QDateTime::currentSecsSinceEpoch() + seconds},
            {QStringLiteral("departments"), departments}};
}

void Jwt::writeKeys(const QList<const TokenMaker *> &makers)
{
    QJsonArray keys;
    for (const TokenMaker *maker : makers)
        keys.append(maker->jwk());
    QFile file(m_dir.filePath(QStringLiteral("jwks.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson());
}

void Jwt::initTestCase()
{
    writeKeys({&m_crm});
    m_server = std::make_unique<ServerProcess>(
        QStringList{QStringLiteral("--jwt-algorithms"), QStringLiteral("RS256,HS256"),
                    QStringLiteral("--jwt-jwks"), m_dir.filePath(QStringLiteral("jwks.json")),
                    QStringLiteral("--jwt-audience"), QStringLiteral("pressboard")});
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
    for (const char *department : {"3", "4"}) {
        const QString order = QString::fromLatin1(department);
        QCOMPARE(m_server
                     ->ctl({QStringLiteral("publish"), QStringLiteral("order_notification"),
                            QStringLiteral(R"({"order_id":%1,"status":2})").arg(order),
                            QStringLiteral("--group"), QStringLiteral("dept_") + order})
                     .exitCode,
                 0);
    }
}

void Jwt::aDeskIsRenewedAndLosesADepartment()
{
    WireClient desk(WireClient::Speaks::V1);
    QVERIFY(desk.openAndWait(m_server->url(QString::fromLatin1(m_crm.token(claims({3, 4}))))));
    QTRY_COMPARE(desk.book().orders().size(), 2);
    QCOMPARE(desk.frames().first().value(u"user").toString(), QStringLiteral("jwt.li"));
    const auto renew = [&](const QJsonArray &departments) {
        desk.send("{\"type\":\"token\",\"ref\":\"t\",\"token\":\""
                  + m_crm.token(claims(departments, 7200)) + "\"}");
    };
    const auto acks = [&desk] {
        return std::count_if(desk.frames().begin(), desk.frames().end(),
                             [](const QJsonObject &one) {
                                 return one.value(u"type").toString() == QLatin1StringView("ack");
                             });
    };
    renew({3, 4});
    QVERIFY(desk.waitFor([&] { return acks() == 1; }));
    QCOMPARE(desk.lastOf(QStringLiteral("sync")).value(u"reason").toString(),
             QStringLiteral("asked")); // the board is the same, and stays
    renew({3});
    QVERIFY(desk.waitFor([&] { return acks() == 2 && desk.book().orders().size() == 1; }));
    QVERIFY(desk.book().order(3));
    QCOMPARE(desk.lastOf(QStringLiteral("sync")).value(u"reason").toString(),
             QStringLiteral("rights"));
}

void Jwt::refusedWithoutAWord_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("reason");
    QJsonObject header = m_crm.header();
    header.insert(QStringLiteral("kid"), QStringLiteral("k9"));
    QJsonObject named = m_other.header();
    named.insert(QStringLiteral("kid"), QStringLiteral("k1"));
    const QJsonObject none{{QStringLiteral("alg"), QStringLiteral("none")}};
    const QJsonObject secret{{QStringLiteral("alg"), QStringLiteral("HS256")},
                             {QStringLiteral("kid"), QStringLiteral("k1")}};
    QJsonObject admin = claims({});
    admin.insert(QStringLiteral("role"), QStringLiteral("admin"));
    QTest::newRow("ended") << m_crm.token(claims({}, -1)) << QByteArray("it ended at");
    QTest::newRow("another key") << m_other.token(named, claims({}))
                                 << QByteArray("the signature is not its key's");
    QTest::newRow("alg none") << m_crm.token(none, claims({}))
                              << QByteArray("no key here has its algorithm");
    QTest::newRow("the public key as a secret")
        << TokenMaker::hs256(m_crm.keyFile(), secret, claims({}))
        << QByteArray("no key here has its algorithm");
    QTest::newRow("unknown kid") << m_crm.token(header, claims({}))
                                 << QByteArray("no key here has its algorithm");
    QTest::newRow("an admin by its own word")
        << m_crm.token(admin) << QByteArray("it makes its user admin");
}

/// What 401 says to whoever comes with a code that is none.
QByteArray Jwt::statsFor(const QByteArray &token, int &status)
{
    QNetworkRequest request(
        QUrl(QStringLiteral("http://127.0.0.1:%1/api/v1/stats").arg(m_server->port())));
    request.setRawHeader("Authorization", "Bearer " + token);
    QNetworkReply *reply = m_http.get(request);
    [&] { QTRY_VERIFY(reply->isFinished()); }();
    reply->deleteLater();
    status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

void Jwt::refusedWithoutAWord()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, reason);
    int status = 0;
    const QByteArray toNobody = statsFor("pb_nobody", status);
    QCOMPARE(statsFor(token, status), toNobody);
    QCOMPARE(status, 401);
    QTRY_VERIFY2(m_server->lastOutput().contains(QString::fromLatin1(reason)),
                 qPrintable(m_server->lastOutput()));
    QVERIFY(!m_server->lastOutput().contains(QString::fromLatin1(token)));
}

void Jwt::aProgramSpeaksHttp()
{
    int status = 0;
    const QJsonObject said =
        QJsonDocument::fromJson(statsFor(m_crm.token(claims({3})), status)).object();
    QCOMPARE(status, 200);
    QVERIFY(said.value(u"stats").isObject());
}

void Jwt::newKeysAreReadAtOnce()
{
    WireClient desk(WireClient::Speaks::V1);
    QVERIFY(desk.openAndWait(m_server->url(QString::fromLatin1(m_crm.token(claims({3}))))));
    writeKeys({&m_other});
    m_server->hangUp();
    QVERIFY(desk.waitFor([&] { return desk.closeCode() != 0; }));
    QCOMPARE(desk.closeCode(), 4001);
    int status = 0;
    statsFor(m_crm.token(claims({3})), status);
    QCOMPARE(status, 401);
    statsFor(m_other.token(claims({3})), status);
    QCOMPARE(status, 200);
}

QTEST_GUILESS_MAIN(Jwt)
#include "tst_jwt.moc"
