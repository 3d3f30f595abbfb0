// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/certificates/certificate_keeper.h"

#include "tests/support/manual_clock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// A server's certificate over the years.
class TestCertificateKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void doesNothingWithoutFiles();
    void takesUpARenewedOneByItself();
    void keepsTheOldOneWhileTheNewIsHalf();
    void tellsHowLongItCounts();
    void hasNoneWhereNothingFits();

private:
    void put(const QString &name, const QString &suffix);
    void put(const QString &name)
    {
        put(name, QStringLiteral("crt"));
        put(name, QStringLiteral("key"));
    }
    CertificateFiles files() const
    {
        return {QStringLiteral("tls"), m_dir->filePath(QStringLiteral("our.crt")),
                m_dir->filePath(QStringLiteral("our.key"))};
    }
    static QByteArray shownBy(const CertificateKeeper &keeper)
    {
        return keeper.configuration()->localCertificate().toPem();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    ManualClock m_clock;
};

void TestCertificateKeeper::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestCertificateKeeper::put(const QString &name, const QString &suffix)
{
    const QString ours = m_dir->filePath(QStringLiteral("our.") + suffix);
    QFile::remove(ours);
    QVERIFY(QFile::copy(QStringLiteral(CERTIFICATES) + name + u'.' + suffix, ours));
}

void TestCertificateKeeper::doesNothingWithoutFiles()
{
    CertificateKeeper keeper({}, m_clock, 1ms);
    keeper.look();
    QVERIFY(!keeper.configuration());
    QVERIFY(keeper.problems().isEmpty() && keeper.remarks().isEmpty() && keeper.facts().isEmpty());
}

void TestCertificateKeeper::takesUpARenewedOneByItself()
{
    put(QStringLiteral("server"));
    CertificateKeeper keeper(files(), m_clock, 5ms);
    const QByteArray old = shownBy(keeper);
    QSignalSpy renewed(&keeper, &CertificateKeeper::renewed);
    keeper.look(); // the same again is no news
    QCOMPARE(renewed.size(), 0);
    put(QStringLiteral("client"));
    QTRY_COMPARE(renewed.size(), 1);
    QVERIFY(shownBy(keeper) != old);
}

/// Whoever renews writes one file after the other.
void TestCertificateKeeper::keepsTheOldOneWhileTheNewIsHalf()
{
    put(QStringLiteral("server"));
    CertificateKeeper keeper(files(), m_clock, 1h);
    const QByteArray old = shownBy(keeper);
    QSignalSpy renewed(&keeper, &CertificateKeeper::renewed);
    put(QStringLiteral("rsa"), QStringLiteral("crt"));
    keeper.look();
    QCOMPARE(shownBy(keeper), old);
    QVERIFY(keeper.problems().value(0).contains(QStringLiteral("tls-key")));
    QFile::remove(files().key);
    keeper.look();
    QCOMPARE(shownBy(keeper), old);
    QCOMPARE(renewed.size(), 0);
    put(QStringLiteral("rsa"), QStringLiteral("key"));
    keeper.look();
    QCOMPARE(renewed.size(), 1);
    QVERIFY(keeper.problems().isEmpty());
}

void TestCertificateKeeper::tellsHowLongItCounts()
{
    put(QStringLiteral("server"));
    CertificateKeeper keeper(files(), m_clock, 1h);
    QVERIFY(keeper.problems().isEmpty() && keeper.remarks().isEmpty());
    const auto ends = CertificatePair::read(files())->ends();
    m_clock.jump(ends - m_clock.now() - std::chrono::days(CertificateKeeper::remarkDays));
    QVERIFY(keeper.remarks().isEmpty());
    m_clock.jump(1ms);
    QCOMPARE(keeper.facts().value(QLatin1StringView("days_left")).toInt(),
             CertificateKeeper::remarkDays - 1);
    QVERIFY(keeper.remarks().value(0).contains(QStringLiteral("13 days")));
    m_clock.jump(ends - m_clock.now());
    QVERIFY(keeper.remarks().isEmpty());
    QVERIFY(keeper.problems().value(0).contains(QStringLiteral("tls-cert")));
    QVERIFY(keeper.configuration()); // an ended one is better than none: some do not look
}

void TestCertificateKeeper::hasNoneWhereNothingFits()
{
    put(QStringLiteral("server"), QStringLiteral("crt"));
    put(QStringLiteral("rsa"), QStringLiteral("key"));
    CertificateKeeper keeper(files(), m_clock, 1h);
    QVERIFY(!keeper.configuration());
    QCOMPARE(keeper.problems().size(), 1);
}

QTEST_GUILESS_MAIN(TestCertificateKeeper)
#include "tst_certificate_keeper.moc"
