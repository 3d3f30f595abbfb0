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
    void init();

    void pingsInItsRhythm();
    void aShorterRhythmCountsFromTheLastPing();
    void isLateWithoutAnAnswer();
    void otherFramesAreNoAnswer();
    void anAnswerThatTakesTooLongIsLate();
    void aDelayThatGrowsIsLateAndThenFreshAgain();
    void whatWasLateBeforeCountsNoMore();
    void silenceIsDeath();
    void anyFrameIsLife();
    void measuresTheWay();
    void probesAtOnce();
    void aProbeGivesNoMoreTime();
    void stopsAltogether();

private:
    void advance(std::chrono::milliseconds time, std::chrono::milliseconds delay);

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<test::ManualScheduler> m_scheduler;
    std::unique_ptr<Heartbeat> m_heartbeat;
    int m_pings = 0;
    int m_silences = 0;
    QList<std::chrono::milliseconds> m_onTheWay; ///< when the open pings were sent
};

void TestHeartbeat::init()
{
    m_heartbeat.reset();
    m_clock = std::make_unique<test::ManualClock>();
    m_scheduler = std::make_unique<test::ManualScheduler>(*m_clock);
    m_heartbeat = std::make_unique<Heartbeat>(*m_scheduler, *m_clock);
    m_pings = 0;
    m_silences = 0;
    m_onTheWay.clear();
    connect(m_heartbeat.get(), &Heartbeat::pingDue, this, [this] {
        ++m_pings;
        m_onTheWay.append(m_clock->monotonic());
    });
    connect(m_heartbeat.get(), &Heartbeat::silent, this, [this] { ++m_silences; });
    m_heartbeat->start(3s);
}

/// A server that answers each ping after `delay`.
void TestHeartbeat::advance(std::chrono::milliseconds time, std::chrono::milliseconds delay)
{
    for (auto end = m_clock->monotonic() + time; m_clock->monotonic() < end;) {
        m_scheduler->advance(100ms);
        while (!m_onTheWay.isEmpty() && m_onTheWay.first() + delay <= m_clock->monotonic()) {
            m_onTheWay.removeFirst();
            m_heartbeat->heard();
            m_heartbeat->ponged();
        }
    }
}

void TestHeartbeat::pingsInItsRhythm()
{
    m_scheduler->advance(2999ms);
    QCOMPARE(m_pings, 0);
    advance(60s + 1ms, 0ms);
    QCOMPARE(m_pings, 21);
    m_heartbeat->setInterval(10s);
    advance(60s, 0ms);
    QCOMPARE(m_pings, 27);
}

void TestHeartbeat::aShorterRhythmCountsFromTheLastPing()
{
    m_heartbeat->setInterval(10s);
    m_scheduler->advance(5s);
    QCOMPARE(m_pings, 0);
    m_heartbeat->setInterval(3s); // somebody looks
    m_scheduler->advance(0ms);
    QCOMPARE(m_pings, 1);
}

void TestHeartbeat::isLateWithoutAnAnswer()
{
    advance(3s, 0ms);
    QVERIFY(!m_heartbeat->isLate());
    m_scheduler->advance(5900ms);
    QVERIFY(!m_heartbeat->isLate());
    m_scheduler->advance(100ms); // six seconds after the last ping that was answered
    QVERIFY(m_heartbeat->isLate());
    QCOMPARE(m_silences, 0);
}

void TestHeartbeat::otherFramesAreNoAnswer()
{
    for (int i = 0; i < 60; ++i) {
        m_scheduler->advance(100ms);
        m_heartbeat->heard();
    }
    QVERIFY(m_heartbeat->isLate());
}

void TestHeartbeat::anAnswerThatTakesTooLongIsLate()
{
    advance(60s, 2900ms);
    QVERIFY(!m_heartbeat->isLate());
    QSignalSpy changes(m_heartbeat.get(), &Heartbeat::lateChanged);
    advance(60s, 3200ms);
    QVERIFY(m_heartbeat->isLate());
    QCOMPARE(changes.count(), 1); // it does not flicker with each answer
    QCOMPARE(m_silences, 0); // slow, not dead
}

void TestHeartbeat::aDelayThatGrowsIsLateAndThenFreshAgain()
{
    for (auto delay = 0ms; delay < 20s; delay += 500ms)
        advance(1s, delay);
    QVERIFY(m_heartbeat->isLate());
    QCOMPARE(m_silences, 0);
    for (auto delay = 20'000ms; delay > 0ms; delay -= 500ms)
        advance(1s, delay);
    advance(3s, 0ms);
    QVERIFY(!m_heartbeat->isLate());
}

void TestHeartbeat::whatWasLateBeforeCountsNoMore()
{
    m_scheduler->advance(10s);
    QVERIFY(m_heartbeat->isLate());
    const int before = m_pings;
    m_heartbeat->renew();
    m_heartbeat->ponged(); // of a ping of before: it waited behind a whole board
    QVERIFY(!m_heartbeat->isLate());
    QCOMPARE(m_pings, before + 1);
    m_scheduler->advance(3s);
    QVERIFY(m_heartbeat->isLate());
}

void TestHeartbeat::silenceIsDeath()
{
    m_scheduler->advance(14999ms);
    QCOMPARE(m_silences, 0);
    m_scheduler->advance(1ms);
    QCOMPARE(m_silences, 1);
}

void TestHeartbeat::anyFrameIsLife()
{
    m_scheduler->advance(14s);
    m_heartbeat->heard();
    m_scheduler->advance(14s);
    QCOMPARE(m_silences, 0);
    m_scheduler->advance(1s);
    QCOMPARE(m_silences, 1);
}

void TestHeartbeat::measuresTheWay()
{
    QVERIFY(!m_heartbeat->roundTrip());
    m_scheduler->advance(3s);
    m_scheduler->advance(42ms);
    m_heartbeat->ponged();
    QCOMPARE(m_heartbeat->roundTrip(), std::optional(42ms));
    m_scheduler->advance(1s);
    m_heartbeat->ponged(); // an answer to nothing
    QCOMPARE(m_heartbeat->roundTrip(), std::optional(42ms));
}

void TestHeartbeat::probesAtOnce()
{
    m_heartbeat->probe();
    QCOMPARE(m_pings, 1);
    m_scheduler->advance(4999ms);
    QCOMPARE(m_silences, 0);
    m_scheduler->advance(1ms);
    QCOMPARE(m_silences, 1);
}

void TestHeartbeat::aProbeGivesNoMoreTime()
{
    m_scheduler->advance(13s);
    m_heartbeat->probe();
    m_scheduler->advance(2s);
    QCOMPARE(m_silences, 1);
}

void TestHeartbeat::stopsAltogether()
{
    m_scheduler->advance(10s);
    m_heartbeat->stop();
    QVERIFY(m_scheduler->isIdle());
    QVERIFY(!m_heartbeat->roundTrip());
    QVERIFY(!m_heartbeat->isLate());
    m_heartbeat->probe(); // nothing to ask
    m_heartbeat->setInterval(1s);
    m_heartbeat->heard();
    QVERIFY(m_scheduler->isIdle());
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
