// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/heartbeat.h"
#include "tests/support/manual_scheduler.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestHeartbeat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pingsOnTwoLevels();
    void silenceIsDeath();
    void anyFrameIsLife();
    void measuresTheWay();
    void probesAtOnce();
    void stopsAltogether();

private:
    test::ManualClock m_clock;
    test::ManualScheduler m_scheduler{m_clock};
};

void TestHeartbeat::pingsOnTwoLevels()
{
    Heartbeat heartbeat(m_scheduler, m_clock);
    QSignalSpy wire(&heartbeat, &Heartbeat::wirePingDue);
    QSignalSpy app(&heartbeat, &Heartbeat::pingDue);
    connect(&heartbeat, &Heartbeat::wirePingDue, &heartbeat, &Heartbeat::ponged);
    heartbeat.start(30s);
    m_scheduler.advance(9999ms);
    QCOMPARE(wire.count(), 0);
    m_scheduler.advance(80s + 1ms);
    QCOMPARE(wire.count(), 9);
    QCOMPARE(app.count(), 3);
}

void TestHeartbeat::silenceIsDeath()
{
    Heartbeat heartbeat(m_scheduler, m_clock);
    QSignalSpy silent(&heartbeat, &Heartbeat::silent);
    heartbeat.start(30s);
    m_scheduler.advance(14999ms);
    QCOMPARE(silent.count(), 0);
    m_scheduler.advance(1ms);
    QCOMPARE(silent.count(), 1);
}

void TestHeartbeat::anyFrameIsLife()
{
    Heartbeat heartbeat(m_scheduler, m_clock);
    QSignalSpy silent(&heartbeat, &Heartbeat::silent);
    heartbeat.start(30s);
    m_scheduler.advance(14s);
    heartbeat.heard();
    m_scheduler.advance(10s);
    QCOMPARE(silent.count(), 0);
    m_scheduler.advance(1s);
    QCOMPARE(silent.count(), 1);
}

void TestHeartbeat::measuresTheWay()
{
    Heartbeat heartbeat(m_scheduler, m_clock);
    heartbeat.start(30s);
    QVERIFY(!heartbeat.roundTrip());
    m_scheduler.advance(10s);
    m_scheduler.advance(42ms);
    heartbeat.ponged();
    QCOMPARE(heartbeat.roundTrip(), std::optional(42ms));
    m_scheduler.advance(1s);
    heartbeat.ponged(); // an answer to nothing
    QCOMPARE(heartbeat.roundTrip(), std::optional(42ms));
}

void TestHeartbeat::probesAtOnce()
{
    Heartbeat heartbeat(m_scheduler, m_clock);
    QSignalSpy wire(&heartbeat, &Heartbeat::wirePingDue);
    QSignalSpy silent(&heartbeat, &Heartbeat::silent);
    heartbeat.start(30s);
    heartbeat.probe();
    QCOMPARE(wire.count(), 1);
    m_scheduler.advance(5s);
    QCOMPARE(silent.count(), 1);
}

void TestHeartbeat::stopsAltogether()
{
    Heartbeat heartbeat(m_scheduler, m_clock);
    heartbeat.start(30s);
    m_scheduler.advance(10s);
    heartbeat.stop();
    QVERIFY(m_scheduler.isIdle());
    QVERIFY(!heartbeat.roundTrip());
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
