// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_clock.h"
#include "tests/support/manual_clock.h"

#include <QRegularExpression>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace std::chrono_literals;

class TestLogClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheMachinesAtFirst()
    {
        QCOMPARE(m_clock.now(), m_machine.now());
        QVERIFY(!m_clock.isDoubtful());
    }

    void followsRedis()
    {
        const Moment start = m_machine.now();
        m_clock.adopt(start + 30s);
        QCOMPARE(m_clock.now(), start + 30s);
        m_machine.advance(5s);
        QCOMPARE(m_clock.now(), start + 35s);
        m_machine.jump(-7s); // somebody set the machine's
        m_clock.adopt(start + 36s);
        QCOMPARE(m_clock.now(), start + 36s);
        QVERIFY(!m_clock.isDoubtful());
        QCOMPARE(m_clock.monotonic(), m_machine.monotonic());
    }

    void doesNotWaver()
    {
        m_clock.adopt(m_machine.now() + 400ms);
        QCOMPARE(m_clock.now(), m_machine.now());
        m_clock.adopt(m_machine.now() - 400ms);
        QCOMPARE(m_clock.now(), m_machine.now());
    }

    void doubtsTwoClocksThatDiffer_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("doubtful");
        QTest::newRow("ten minutes") << qint64(600) << false;
        QTest::newRow("more") << qint64(601) << true;
        QTest::newRow("a machine far ahead") << qint64(-100 * 86'400) << true;
    }
    void doubtsTwoClocksThatDiffer()
    {
        QFETCH(qint64, seconds);
        QFETCH(bool, doubtful);
        if (doubtful) {
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("set the one that is wrong")));
        }
        m_clock.adopt(m_machine.now() + std::chrono::seconds(seconds));
        QCOMPARE(m_clock.isDoubtful(), doubtful);
        QCOMPARE(m_clock.doubt().isEmpty(), !doubtful);
        m_clock.adopt(m_machine.now());
        QVERIFY(!m_clock.isDoubtful());
        QVERIFY(m_clock.doubt().isEmpty());
    }

    void cleanup() { m_clock.adopt(m_machine.now()); }

private:
    test::ManualClock m_machine;
    LogClock m_clock{m_machine};
};

QTEST_APPLESS_MAIN(TestLogClock)
#include "tst_log_clock.moc"
