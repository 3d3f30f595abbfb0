// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/server_authorities.h"
#include "client/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::client;

namespace {

QByteArray pem(const char *name)
{
    QFile file(QStringLiteral(CERTIFICATES) + QString::fromLatin1(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(bytes);
}

} // namespace

/// Whom a desk believes beside its system, in every place where that can be said.
class TestServerAuthorities : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void believesTheSystemAloneUnlessTold();
    void believesTheSystemToo();
    void findsTheFileBesideItsSettings();
    void takesAFileThatWasReplaced();
    void keepsWhatItReadWhenTheShareIsAway();
    void believesNobodyInAFileOfSomethingElse();
    void remembersWhomItWasToldToBelieve();
    void believesTheOldOnesToo();
    void whatWasRolledOutDecides();
    void saysThatItCannotBeKept();

private:
    QString inFolder(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<Settings> settings() const
    {
        return std::make_unique<Settings>(inFolder(QStringLiteral("desk.ini")));
    }
    static bool believes(Settings &settings, const QSslCertificate &authority)
    {
        return ServerAuthorities(settings).tls().caCertificates().contains(authority);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QSslCertificate m_shop{pem("authority.crt")};
    const QSslCertificate m_other{pem("rsa.crt")};
};

void TestServerAuthorities::init()
{
    QVERIFY(!m_shop.isNull() && !m_other.isNull());
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestServerAuthorities::believesTheSystemAloneUnlessTold()
{
    const auto own = settings();
    QCOMPARE(ServerAuthorities(*own).tls(), QSslConfiguration::defaultConfiguration());
}

void TestServerAuthorities::believesTheSystemToo()
{
    const auto own = settings();
    ServerAuthorities authorities(*own);
    QCOMPARE(authorities.trust(m_shop), QString());
    const QList<QSslCertificate> all = authorities.tls().caCertificates();
    QVERIFY(all.contains(m_shop));
    for (const QSslCertificate &one : QSslConfiguration::systemCaCertificates())
        QVERIFY(all.contains(one));
}

void TestServerAuthorities::findsTheFileBesideItsSettings()
{
    write(inFolder(QStringLiteral("shop-ca.crt")), pem("authority.crt"));
    const auto own = settings();
    own->setAuthorityFile(QStringLiteral("shop-ca.crt"));
    QVERIFY(believes(*own, m_shop));
    own->setAuthorityFile(inFolder(QStringLiteral("shop-ca.crt")));
    QVERIFY(believes(*own, m_shop));
}

void TestServerAuthorities::takesAFileThatWasReplaced()
{
    const QString file = inFolder(QStringLiteral("shop-ca.crt"));
    write(file, pem("authority.crt"));
    const auto own = settings();
    own->setAuthorityFile(file);
    ServerAuthorities authorities(*own);
    QVERIFY(authorities.tls().caCertificates().contains(m_shop));
    write(file, pem("rsa.crt"));
    QVERIFY(authorities.tls().caCertificates().contains(m_other));
    QVERIFY(!authorities.tls().caCertificates().contains(m_shop));
}

void TestServerAuthorities::keepsWhatItReadWhenTheShareIsAway()
{
    const QString file = inFolder(QStringLiteral("shop-ca.crt"));
    write(file, pem("authority.crt"));
    const auto own = settings();
    own->setAuthorityFile(file);
    QVERIFY(believes(*own, m_shop));
    QVERIFY(QFile::remove(file));
    QVERIFY(believes(*own, m_shop));
    write(file, pem("rsa.crt"));
    QVERIFY(believes(*own, m_other));
    QVERIFY(!believes(*own, m_shop));
}

void TestServerAuthorities::believesNobodyInAFileOfSomethingElse()
{
    const auto own = settings();
    const QString file = inFolder(QStringLiteral("order.pdf"));
    write(file, QByteArray(100'000, '\xff'));
    for (const QString &named : {file, m_folder->path(), QStringLiteral("/dev/zero")}) {
        own->setAuthorityFile(named);
        QCOMPARE(ServerAuthorities(*own).tls(), QSslConfiguration::defaultConfiguration());
    }
}

void TestServerAuthorities::remembersWhomItWasToldToBelieve()
{
    {
        const auto own = settings();
        QVERIFY(ServerAuthorities(*own).mayTrust());
        QCOMPARE(ServerAuthorities(*own).trust(m_shop), QString());
    }
    const auto again = settings();
    QVERIFY(believes(*again, m_shop));
}

void TestServerAuthorities::believesTheOldOnesToo()
{
    const auto own = settings();
    ServerAuthorities authorities(*own);
    QCOMPARE(authorities.trust(m_shop), QString());
    QCOMPARE(authorities.trust(m_other), QString());
    QCOMPARE(authorities.trust(m_other), QString());
    QVERIFY(believes(*own, m_shop));
    QCOMPARE(authorities.tls().caCertificates().count(m_other), 1);
}

void TestServerAuthorities::whatWasRolledOutDecides()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("share")));
    write(inFolder(QStringLiteral("share/shop-ca.crt")), pem("authority.crt"));
    write(inFolder(QStringLiteral("share/all.ini")), "[connection]\nca=shop-ca.crt\n");
    Settings rolledOut(SettingsPlace{inFolder(QStringLiteral("own.ini")),
                                     inFolder(QStringLiteral("share/all.ini"))});
    QVERIFY(believes(rolledOut, m_shop));
    ServerAuthorities authorities(rolledOut);
    QVERIFY(!authorities.mayTrust());
    QVERIFY(authorities.trust(m_other).contains(QStringLiteral("rolled out")));
    QVERIFY(!believes(rolledOut, m_other));

    // On a day when the share is not there, the own file says what it said.
    Settings alone(inFolder(QStringLiteral("own.ini")));
    QVERIFY(QFile::remove(inFolder(QStringLiteral("share/shop-ca.crt"))));
    QVERIFY(believes(alone, m_shop));
}

void TestServerAuthorities::saysThatItCannotBeKept()
{
    const auto own = settings();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("desk-ca.pem"))); // in its place
    const QString problem = ServerAuthorities(*own).trust(m_shop);
    QVERIFY(problem.contains(QStringLiteral("desk-ca.pem")));
    QCOMPARE(own->authorityFile(), QString());
}

QTEST_GUILESS_MAIN(TestServerAuthorities)
#include "tst_server_authorities.moc"
