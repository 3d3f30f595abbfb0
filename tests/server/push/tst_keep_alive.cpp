// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/keep_alive.h"

#include <QTest>

using namespace pressboard::server;
using namespace std::chrono_literals;
using Finding = KeepAlive::Finding;

class TestPulse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void silenceIsPingedThenDead()
    {
        KeepAlive pulse(m_limits, 100s);
        QCOMPARE(pulse.look(105s, false), Finding::Fine);
        QCOMPARE(pulse.look(110s, false), Finding::Silent);
        QCOMPARE(pulse.look(114s, false), Finding::Fine); // it still may answer
        QCOMPARE(pulse.look(115s, false), Finding::Dead);
    }

    void anyBeatIsEnough()
    {
        KeepAlive pulse(m_limits, 0s);
        QCOMPARE(pulse.look(10s, false), Finding::Silent);
        pulse.beat(14s);
        QCOMPARE(pulse.look(15s, false), Finding::Fine);
        QCOMPARE(pulse.look(24s, false), Finding::Silent);
    }

    void aTalkerThatTakesNothingIsStuck()
    {
        KeepAlive pulse(m_limits, 0s);
        for (auto now = 5s; now < 20s; now += 5s) {
            pulse.beat(now);
            QCOMPARE(pulse.look(now, true), Finding::Fine);
        }
        QCOMPARE(pulse.look(20s, true), Finding::Stuck);
    }

    void progressStartsAnew()
    {
        KeepAlive pulse(m_limits, 0s);
        for (auto now = 5s; now < 100s; now += 5s) {
            pulse.beat(now);
            if (now % 15s == 0s)
                pulse.progress(now);
            QCOMPARE(pulse.look(now, true), Finding::Fine);
        }
    }

    void aSlowReaderThatSaysNothingLives()
    {
        KeepAlive pulse(m_limits, 0s);
        for (auto now = 5s; now < 100s; now += 5s) {
            pulse.progress(now - 1s);
            QCOMPARE(pulse.look(now, true), Finding::Fine);
        }
    }

    void nothingPendingIsNotStuck()
    {
        KeepAlive pulse(m_limits, 0s);
        for (auto now = 5s; now < 100s; now += 5s) {
            pulse.beat(now);
            QCOMPARE(pulse.look(now, now % 15s != 0s), Finding::Fine);
        }
    }

private:
    KeepAlive::Limits m_limits;
};

QTEST_APPLESS_MAIN(TestPulse)
#include "tst_keep_alive.moc"
