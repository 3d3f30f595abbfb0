// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/keep_alive.h"

#include <QTest>

using namespace pressboard::server;
using namespace std::chrono_literals;
using Finding = KeepAlive::Finding;

class TestKeepAlive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void silenceIsPingedThenDead()
    {
        KeepAlive keepAlive(m_limits, 100s);
        QCOMPARE(keepAlive.check(105s, false), Finding::Fine);
        QCOMPARE(keepAlive.check(110s, false), Finding::Silent);
        QCOMPARE(keepAlive.check(114s, false), Finding::Fine); // it still may answer
        QCOMPARE(keepAlive.check(115s, false), Finding::Dead);
    }

    void anyMessageIsEnough()
    {
        KeepAlive keepAlive(m_limits, 0s);
        QCOMPARE(keepAlive.check(10s, false), Finding::Silent);
        keepAlive.heard(14s);
        QCOMPARE(keepAlive.check(15s, false), Finding::Fine);
        QCOMPARE(keepAlive.check(24s, false), Finding::Silent);
    }

    void aTalkerThatTakesNothingIsStuck()
    {
        KeepAlive keepAlive(m_limits, 0s);
        for (auto now = 5s; now < 20s; now += 5s) {
            keepAlive.heard(now);
            QCOMPARE(keepAlive.check(now, true), Finding::Fine);
        }
        QCOMPARE(keepAlive.check(20s, true), Finding::Stuck);
    }

    void progressStartsAnew()
    {
        KeepAlive keepAlive(m_limits, 0s);
        for (auto now = 5s; now < 100s; now += 5s) {
            keepAlive.heard(now);
            if (now % 15s == 0s)
                keepAlive.progressed(now);
            QCOMPARE(keepAlive.check(now, true), Finding::Fine);
        }
    }

    void aSlowReaderThatSaysNothingLives()
    {
        KeepAlive keepAlive(m_limits, 0s);
        for (auto now = 5s; now < 100s; now += 5s) {
            keepAlive.progressed(now - 1s);
            QCOMPARE(keepAlive.check(now, true), Finding::Fine);
        }
    }

    void nothingPendingIsNotStuck()
    {
        KeepAlive keepAlive(m_limits, 0s);
        for (auto now = 5s; now < 100s; now += 5s) {
            keepAlive.heard(now);
            QCOMPARE(keepAlive.check(now, now % 15s != 0s), Finding::Fine);
        }
    }

private:
    KeepAlive::Limits m_limits;
};

QTEST_APPLESS_MAIN(TestKeepAlive)
#include "tst_keep_alive.moc"
