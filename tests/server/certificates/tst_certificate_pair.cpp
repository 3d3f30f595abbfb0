// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/certificates/certificate_pair.h"

#include <QFile>
#include <QSslCipher>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace std::chrono_literals;

namespace {

CertificateFiles files(const QString &certificate, const QString &key)
{
    const QString folder = QStringLiteral(CERTIFICATES);
    return {QStringLiteral("tls"), folder + certificate + QStringLiteral(".crt"),
            folder + key + QStringLiteral(".key")};
}

CertificateFiles files(const QString &name)
{
    return files(name, name);
}

} // namespace

/// Which certificates can be shown to clients at all.
class TestCertificatePair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatBelongsTogether_data();
    void readsWhatBelongsTogether();
    void namesWhatDoesNot_data();
    void namesWhatDoesNot();
    void takesNoHalf();
    void countsFromItsBeginToItsEnd();
    void endsWithTheFirstOfItsChain();
    void isAlwaysForwardSecret();
};

void TestCertificatePair::readsWhatBelongsTogether_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"server", "client", "rsa", "ended"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCertificatePair::readsWhatBelongsTogether()
{
    QFETCH(QString, name);
    const auto pair = CertificatePair::read(files(name));
    QVERIFY2(pair.ok(), pair ? "" : qPrintable(pair.error().message));
}

void TestCertificatePair::namesWhatDoesNot_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("setting");
    const auto row = [](const char *certificate, const char *key, const char *setting) {
        QTest::addRow("%s, %s", certificate, key)
            << QString::fromLatin1(certificate) << QString::fromLatin1(key)
            << QString::fromLatin1(setting);
    };
    row("server", "client", "tls-key");
    row("server", "rsa", "tls-key");
    row("rsa", "server", "tls-key");
    row("authority", "server", "tls-key");
    row("weak", "weak", "tls-key"); // together, but no handshake would take them
    row("nowhere", "server", "tls-cert");
    row("server", "nowhere", "tls-key");
}

void TestCertificatePair::namesWhatDoesNot()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, setting);
    const auto pair = CertificatePair::read(files(certificate, key));
    QVERIFY(!pair);
    QVERIFY2(pair.error().message.startsWith(setting + u':'), qPrintable(pair.error().message));
    QVERIFY(!pair.error().message.contains(QStringLiteral("OpenSSL does not say")));
}

/// A key that is only half written yet, wherever it was cut.
void TestCertificatePair::takesNoHalf()
{
    QTemporaryDir dir;
    QFile whole(files(QStringLiteral("server")).key);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray pem = whole.readAll();
    CertificateFiles half = files(QStringLiteral("server"));
    half.key = dir.filePath(QStringLiteral("half.key"));
    for (qsizetype length = 0; length < pem.size() - 8; length += 7) {
        QFile file(half.key);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pem.first(length));
        file.close();
        QVERIFY2(!CertificatePair::read(half), qPrintable(QString::number(length)));
    }
}

void TestCertificatePair::countsFromItsBeginToItsEnd()
{
    const auto pair = CertificatePair::read(files(QStringLiteral("ended")));
    QVERIFY(pair.ok());
    const Moment ends = pair->ends();
    QCOMPARE(toWire(ends), QStringLiteral("2020-02-01T00:00:00Z"));
    QCOMPARE(pair->doubt(ends - 1ms), QString());
    QVERIFY(pair->doubt(ends).contains(QStringLiteral("2020-02-01")));
    QCOMPARE(pair->daysLeft(ends), 0);
    QCOMPARE(pair->daysLeft(ends - 24h), 1);
    QCOMPARE(pair->daysLeft(ends + 1ms), -1);
    QVERIFY(pair->doubt(ends - std::chrono::days(32)).contains(QStringLiteral("clock")));
}

/// An intermediate certificate ends first: so does all.
void TestCertificatePair::endsWithTheFirstOfItsChain()
{
    QTemporaryDir dir;
    CertificateFiles chain = files(QStringLiteral("server"));
    QFile file(dir.filePath(QStringLiteral("chain.crt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const char *name : {"server", "ended"}) {
        QFile one(files(QString::fromLatin1(name)).certificate);
        QVERIFY(one.open(QIODevice::ReadOnly));
        file.write(one.readAll());
    }
    file.close();
    chain.certificate = file.fileName();
    const auto pair = CertificatePair::read(chain);
    QVERIFY(pair.ok());
    QCOMPARE(toWire(pair->ends()), QStringLiteral("2020-02-01T00:00:00Z"));
}

void TestCertificatePair::isAlwaysForwardSecret()
{
    const auto pair = CertificatePair::read(files(QStringLiteral("rsa")));
    QVERIFY(pair.ok());
    const QList<QSslCipher> ciphers = pair->forServer().ciphers();
    QVERIFY(!ciphers.isEmpty());
    for (const QSslCipher &cipher : ciphers)
        QVERIFY2(cipher.keyExchangeMethod() != u"RSA" && cipher.keyExchangeMethod() != u"PSK",
                 qPrintable(cipher.name()));
}

QTEST_GUILESS_MAIN(TestCertificatePair)
#include "tst_certificate_pair.moc"
