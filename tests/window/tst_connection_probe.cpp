// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/connection_probe.h"
#include "client/secrets/server_authorities.h"
#include "client/settings/settings.h"
#include "tests/client/connection/fake_socket.h"
#include "tests/support/manual_scheduler.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

/// What a try at a server says to people.
class TestConnectionProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_sockets = {};
        m_said.clear();
        m_probe = std::make_unique<ConnectionProbe>(m_scheduler, m_clock, m_sockets.factory(),
                                                    m_authorities);
        connect(m_probe.get(), &ServerProbe::finished, this, [this](const ProbeResult &result) {
            m_said = result.sentence;
            m_result = result;
        });
    }

    void saysWhoAndWhatAndWhen()
    {
        greet({u"view_orders"_qs, u"notify"_qs}, 0min);
        QCOMPARE(m_said,
                 u"It works: 东方印务, server 1.2.3.\nYou are 王芳 there.\n"
                 "This access code may: see the orders, send notices.\n"
                 "This PC's clock is right."_qs);
    }

    void saysThatTheClockIsWrong()
    {
        greet({u"view_orders"_qs}, 7min);
        QVERIFY2(m_said.contains(u"clock is 7 minute(s) slow: set it right."_qs),
                 qPrintable(m_said));
        greet({u"view_orders"_qs}, -3min);
        QVERIFY2(m_said.contains(u"clock is 3 minute(s) fast: set it right."_qs),
                 qPrintable(m_said));
    }

    void saysThatThereAreNoOrders()
    {
        greet({}, 0min);
        QVERIFY2(m_said.contains(u"notices only, no orders"_qs), qPrintable(m_said));
    }

    void saysWhichVersionsDoNotFit()
    {
        m_probe->run(u"office"_qs, u"t"_qs);
        protocol::ConnectionEstablished old;
        old.protocol = 0;
        old.serverVersion = u"0.0.9"_qs;
        m_sockets.last->receive(old);
        QVERIFY2(m_said.contains(u"0.0.9"_qs), qPrintable(m_said));
        QVERIFY2(m_said.contains(QStringLiteral(PRESSBOARD_VERSION)), qPrintable(m_said));
    }

    /// And never to do without encryption.
    void saysWhatIsWrongWithACertificate()
    {
        using Kind = CertificateProblem::Kind;
        const QSslCertificate server = certificate("server.crt");
        QVERIFY2(saidOf(CertificateProblem{Kind::OtherName, server})
                     .contains(u"127.0.0.1, localhost"_qs),
                 qPrintable(m_said));
        QVERIFY2(saidOf(CertificateProblem{Kind::Expired, certificate("ended.crt")})
                     .contains(u"2020-02-01"_qs),
                 qPrintable(m_said));
        QVERIFY2(saidOf(CertificateProblem{Kind::NotYetValid, server}).contains(u"2020-01-01"_qs),
                 qPrintable(m_said));
        for (const Kind kind : {Kind::OtherName, Kind::Expired, Kind::NotYetValid, Kind::Other}) {
            QVERIFY(!saidOf(CertificateProblem{kind, server}).contains(u"https"_qs));
            QVERIFY(!m_result.asksToTrust);
        }
        QVERIFY(!saidOf(std::nullopt).isEmpty());
        QVERIFY(!m_result.asksToTrust);
    }

    void asksWhetherToTrust()
    {
        const QSslCertificate authority = certificate("authority.crt");
        saidOf(CertificateProblem{CertificateProblem::Kind::UnknownAuthority,
                                  certificate("server.crt"), authority});
        QVERIFY(m_result.asksToTrust);
        QCOMPARE(m_result.authority, authority);
        QCOMPARE(m_probe->trust(authority), QString());
        QVERIFY(m_authorities.tls().caCertificates().contains(authority));
    }

    void saysWhatIsNoAddress()
    {
        m_probe->run(u"http://"_qs, {});
        QVERIFY(!m_said.isEmpty());
    }

private:
    static QSslCertificate certificate(const char *name)
    {
        return QSslCertificate::fromPath(QStringLiteral(CERTIFICATES) + QLatin1StringView(name))
            .value(0);
    }
    QString saidOf(const std::optional<CertificateProblem> &problem)
    {
        m_probe->run(u"wss://office"_qs, u"t"_qs);
        Ending ending;
        ending.fault = Ending::Fault::Tls;
        ending.certificate = problem;
        Q_EMIT m_sockets.last->closed(ending);
        return m_said;
    }
    void greet(const QStringList &permissions, std::chrono::milliseconds serverAhead)
    {
        m_probe->run(u"office"_qs, u"t"_qs);
        protocol::ConnectionEstablished greeting;
        greeting.epoch = u"e"_qs;
        greeting.user = u"王芳"_qs;
        greeting.serverVersion = u"1.2.3"_qs;
        greeting.shop.name = u"东方印务"_qs;
        greeting.permissions = permissions;
        greeting.time = m_clock.now() + serverAhead;
        m_sockets.last->receive(greeting);
    }

    test::ManualClock m_clock;
    test::ManualScheduler m_scheduler{m_clock};
    test::FakeSockets m_sockets;
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(u"desk.ini"_qs)};
    ServerAuthorities m_authorities{m_settings};
    std::unique_ptr<ConnectionProbe> m_probe;
    ProbeResult m_result;
    QString m_said;
};

QTEST_GUILESS_MAIN(TestConnectionProbe)
#include "tst_connection_probe.moc"
