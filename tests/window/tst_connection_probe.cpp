// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/connection_probe.h"
#include "tests/client/connection/fake_socket.h"
#include "tests/support/manual_scheduler.h"

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
        m_probe = std::make_unique<ConnectionProbe>(m_scheduler, m_clock, m_sockets.factory());
        connect(m_probe.get(), &ServerProbe::finished, this,
                [this](const ProbeResult &result) { m_said = result.sentence; });
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

    void saysWhatIsNoAddress()
    {
        m_probe->run(u"http://"_qs, {});
        QVERIFY(!m_said.isEmpty());
    }

private:
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
    std::unique_ptr<ConnectionProbe> m_probe;
    QString m_said;
};

QTEST_GUILESS_MAIN(TestConnectionProbe)
#include "tst_connection_probe.moc"
