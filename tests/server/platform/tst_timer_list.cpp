// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/timer_list.h"

#include <QTest>
#include <QTimerEvent>

#include <functional>

using namespace std::chrono_literals;
using pressboard::server::platform::TimerList;
using std::chrono::milliseconds;

namespace {

// Off every grid, and of no meaning.
constexpr TimerList::TimePoint start(123'456'789us);

class Receiver : public QObject
{
public:
    QList<int> heard;
    std::function<void(int)> then;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        heard.append(event->timerId());
        if (then)
            then(event->timerId());
    }
};

} // namespace

class TestTimerList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsEachWhenItIsDue()
    {
        TimerList timers;
        Receiver receiver;
        timers.add(1, 20ms, Qt::PreciseTimer, &receiver, start);
        timers.add(2, 10ms, Qt::PreciseTimer, &receiver, start);
        QCOMPARE(timers.nextDue(), start + 10ms);
        QCOMPARE(timers.activate(start + 9ms), 0);
        QCOMPARE(timers.activate(start + 10ms), 1);
        QCOMPARE(receiver.heard, (QList<int>{2}));
        QCOMPARE(timers.activate(start + 20ms), 2);
        QCOMPARE(receiver.heard, (QList<int>{2, 1, 2}));
    }

    void servesWhoCameFirstFirst()
    {
        TimerList timers;
        Receiver receiver;
        for (const int id : {3, 1, 2})
            timers.add(id, 0ms, Qt::PreciseTimer, &receiver, start);
        timers.activate(start);
        timers.activate(start);
        QCOMPARE(receiver.heard, (QList<int>{3, 1, 2, 3, 1, 2}));
    }

    void countsNoTimersThatAreDueAlways()
    {
        TimerList timers;
        Receiver receiver;
        timers.add(1, 0ms, Qt::CoarseTimer, &receiver, start);
        QCOMPARE(timers.activate(start), 0);
        QCOMPARE(receiver.heard.size(), 1);
    }

    void doesNotMakeUpForWhatWasMissed()
    {
        TimerList timers;
        Receiver receiver;
        timers.add(1, 10ms, Qt::PreciseTimer, &receiver, start);
        QCOMPARE(timers.activate(start + 1s), 1);
        QCOMPARE(timers.nextDue(), start + 1s + 10ms);
    }

    void doesNotAddUpLateness()
    {
        TimerList timers;
        Receiver receiver;
        timers.add(1, 10ms, Qt::PreciseTimer, &receiver, start);
        for (int i = 1; i <= 100; ++i)
            timers.activate(start + i * 10ms + 3ms);
        QCOMPARE(receiver.heard.size(), 100);
        QCOMPARE(timers.nextDue(), start + 1010ms);
    }

    void makesCoarseTimersShareAWakeUp_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<milliseconds>("interval");
        QTest::addColumn<milliseconds>("grid");
        QTest::newRow("precise") << int(Qt::PreciseTimer) << milliseconds(1h) << 0ms;
        QTest::newRow("short") << int(Qt::CoarseTimer) << 19ms << 0ms;
        QTest::newRow("20 ms") << int(Qt::CoarseTimer) << 20ms << 1ms;
        QTest::newRow("1 s") << int(Qt::CoarseTimer) << 1000ms << 50ms;
        QTest::newRow("30 s") << int(Qt::CoarseTimer) << 30'000ms << 1000ms;
        QTest::newRow("1 h") << int(Qt::CoarseTimer) << milliseconds(1h) << 1000ms;
        QTest::newRow("very coarse") << int(Qt::VeryCoarseTimer) << 10ms << 1000ms;
    }

    void makesCoarseTimersShareAWakeUp()
    {
        QFETCH(int, type);
        QFETCH(milliseconds, interval);
        QFETCH(milliseconds, grid);
        TimerList timers;
        Receiver receiver;
        for (int i = 0; i < 50; ++i) {
            const auto now = start + i * 777us;
            timers.add(1, interval, Qt::TimerType(type), &receiver, now);
            const auto late = *timers.nextDue() - (now + interval);
            QVERIFY(late >= 0ms);
            QVERIFY(late <= grid);
            if (grid > 0ms)
                QCOMPARE((timers.nextDue()->time_since_epoch() % grid).count(), 0);
        }
    }

    void keepsThePaceOfACoarseTimer()
    {
        TimerList timers;
        Receiver receiver;
        timers.add(1, 1010ms, Qt::CoarseTimer, &receiver, start);
        for (int i = 0; i < 1000; ++i)
            timers.activate(*timers.nextDue());
        QCOMPARE(receiver.heard.size(), 1000);
        const auto late = *timers.nextDue() - (start + 1001 * 1010ms);
        QVERIFY(late >= 0ms && late <= 50ms);
    }

    void tellsWhatRemains()
    {
        TimerList timers;
        Receiver receiver;
        QVERIFY(!timers.remaining(1, start));
        timers.add(1, 10ms, Qt::PreciseTimer, &receiver, start);
        QCOMPARE(timers.remaining(1, start), 10ms);
        QCOMPARE(timers.remaining(1, start + 9ms + 1us), 1ms);
        QCOMPARE(timers.remaining(1, start + 1h), 0ms);
    }

    void knowsWhoseTimersTheyAre()
    {
        TimerList timers;
        Receiver one;
        Receiver other;
        timers.add(1, 10ms, Qt::PreciseTimer, &one, start);
        timers.add(2, 20ms, Qt::VeryCoarseTimer, &one, start);
        timers.add(3, 30ms, Qt::CoarseTimer, &other, start);
        QCOMPARE(timers.timersOf(&one).size(), 2);
        const auto info = timers.timersOf(&other).constFirst();
        QCOMPARE(info.timerId, 3);
        QCOMPARE(info.interval, 30);
        QCOMPARE(info.timerType, Qt::CoarseTimer);
        QVERIFY(timers.removeAll(&one));
        QVERIFY(!timers.removeAll(&one));
        QVERIFY(timers.remove(3));
        QVERIFY(!timers.remove(3));
        QVERIFY(!timers.nextDue());
    }

    void mayRemoveOthersInAHandler()
    {
        TimerList timers;
        Receiver receiver;
        for (const int id : {1, 2})
            timers.add(id, 10ms, Qt::PreciseTimer, &receiver, start);
        receiver.then = [&timers](int id) { timers.remove(3 - id); };
        timers.activate(start + 10ms);
        timers.activate(start + 20ms);
        QCOMPARE(receiver.heard, (QList<int>{1, 1}));
    }

    void mayRemoveAllInAHandler()
    {
        TimerList timers;
        Receiver receiver;
        for (const int id : {1, 2})
            timers.add(id, 10ms, Qt::PreciseTimer, &receiver, start);
        receiver.then = [&](int) { timers.removeAll(&receiver); };
        timers.activate(start + 10ms);
        QCOMPARE(receiver.heard, (QList<int>{1}));
        QVERIFY(!timers.nextDue());
    }

    void mayStartAgainInItsOwnHandler()
    {
        TimerList timers;
        Receiver receiver;
        timers.add(1, 0ms, Qt::PreciseTimer, &receiver, start);
        receiver.then = [&](int id) { timers.add(id, 0ms, Qt::PreciseTimer, &receiver, start); };
        timers.activate(start);
        QCOMPARE(receiver.heard.size(), 1); // its next turn is another turn's
        timers.activate(start);
        QCOMPARE(receiver.heard.size(), 2);
        QVERIFY(timers.nextDue());
    }

    void sendsNothingIntoARunningHandler()
    {
        TimerList timers;
        Receiver receiver;
        timers.add(1, 10ms, Qt::PreciseTimer, &receiver, start);
        timers.add(2, 25ms, Qt::PreciseTimer, &receiver, start);
        receiver.then = [&](int id) {
            if (id != 1)
                return;
            QCOMPARE(timers.nextDue(), start + 25ms); // a nested loop does not wait for the first
            timers.activate(start + 25ms);
            QCOMPARE(receiver.heard, (QList<int>{1, 2}));
        };
        timers.activate(start + 10ms);
        QCOMPARE(receiver.heard, (QList<int>{1, 2}));
        receiver.then = {};
        timers.activate(start + 55ms);
        QCOMPARE(receiver.heard, (QList<int>{1, 2, 1, 2}));
    }

    void sendsNothingTwiceWhenANestedLoopSentIt()
    {
        TimerList timers;
        Receiver receiver;
        for (const int id : {1, 2})
            timers.add(id, 10ms, Qt::PreciseTimer, &receiver, start);
        receiver.then = [&](int) { timers.activate(start + 10ms); };
        timers.activate(start + 10ms);
        QCOMPARE(receiver.heard, (QList<int>{1, 2}));
    }

    void neverIsNotYesterday()
    {
        TimerList timers;
        Receiver receiver;
        timers.add(1, milliseconds::max(), Qt::CoarseTimer, &receiver, start);
        timers.add(2, milliseconds::min(), Qt::PreciseTimer, &receiver, start);
        timers.activate(start + 24h);
        QCOMPARE(receiver.heard, (QList<int>{2}));
    }
};

QTEST_GUILESS_MAIN(TestTimerList)
#include "tst_timer_list.moc"
