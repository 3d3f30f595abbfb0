// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/platform/on_epoll.h"
#include "tests/server/platform/socket_pair.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <csignal>
#include <memory>

#include <sys/time.h>

using namespace std::chrono_literals;

namespace {

// For a signal handler, which is handed nothing.
int signalsToCome = 0;
int signalPipe = -1;

void onAlarm(int)
{
    if (--signalsToCome == 0) [[maybe_unused]]
        const auto written = ::write(signalPipe, "x", 1);
}

void alarmEvery(std::chrono::microseconds interval)
{
    itimerval timer = {};
    timer.it_interval.tv_usec = timer.it_value.tv_usec = interval.count();
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

} // namespace

// Turns of the loop: what they wait for, what ends them, what they leave for later.
class TestEpollLoop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        while (turn()) { }
    }

    void saysWhetherThereWasAnything()
    {
        QVERIFY(!turn());
        QMetaObject::invokeMethod(
            this, [] {}, Qt::QueuedConnection);
        QVERIFY(turn());
        QVERIFY(!turn());
    }

    void remembersACallFromBeforeItWaits()
    {
        dispatcher().wakeUp();
        dispatcher().wakeUp();
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        QVERIFY(!turn());
    }

    void hearsEveryPostOfOtherThreads()
    {
        constexpr int each = 2000;
        std::unique_ptr<QThread> threads[4];
        QEventLoop loop;
        int heard = 0;
        const auto hear = [&] { ++heard == each * 4 ? loop.quit() : void(); };
        for (auto &thread : threads) {
            thread.reset(QThread::create([this, &hear] {
                for (int i = 0; i < each; ++i)
                    QMetaObject::invokeMethod(this, hear, Qt::QueuedConnection);
            }));
            thread->start();
        }
        loop.exec(); // hangs if a call is lost
        for (auto &thread : threads)
            thread->wait();
    }

    void answersAnotherThreadOneByOne()
    {
        // Each post finds the loop waiting, or about to.
        int heard = 0;
        const std::unique_ptr<QThread> thread(QThread::create([this, &heard] {
            for (int i = 0; i < 2000; ++i)
                QMetaObject::invokeMethod(
                    this, [&heard] { ++heard; }, Qt::BlockingQueuedConnection);
        }));
        QEventLoop loop;
        connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
        thread->start();
        loop.exec();
        QCOMPARE(heard, 2000);
    }

    void tellsWhenItBlocksThenAwakes()
    {
        QStringList order;
        QObject context;
        connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context,
                [&order] { order.append(QStringLiteral("block")); });
        connect(&dispatcher(), &QAbstractEventDispatcher::awake, &context,
                [&order] { order.append(QStringLiteral("awake")); });
        turn();
        QCOMPARE(order.join(u' '), QStringLiteral("awake"));
        dispatcher().wakeUp();
        turn(QEventLoop::WaitForMoreEvents);
        QCOMPARE(order.join(u' '), QStringLiteral("awake block awake"));
    }

    void doesNotBlockForWhatComesAtTheLastMoment()
    {
        QObject context;
        bool heard = false;
        const auto hear = [&heard] { heard = true; };
        connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context,
                [&] { QMetaObject::invokeMethod(this, hear, Qt::QueuedConnection); });
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        turn();
        QVERIFY(heard);
    }

    void stopsWhenInterrupted()
    {
        QObject context;
        QMetaObject::invokeMethod(
            this, [] { dispatcher().interrupt(); }, Qt::QueuedConnection);
        SocketPair pair;
        CountingNotifier reading(pair.near);
        pair.send();
        QVERIFY(!turn(QEventLoop::WaitForMoreEvents));
        QCOMPARE(reading.heard, 0);
        turn();
        QCOMPARE(reading.heard, 1);
    }

    void stopsTheTurnAroundANestedOneToo()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near);
        pair.send();
        QMetaObject::invokeMethod(
            this,
            [] {
                dispatcher().interrupt();
                turn(QEventLoop::ExcludeSocketNotifiers);
            },
            Qt::QueuedConnection);
        QVERIFY(!turn());
        QCOMPARE(reading.heard, 0);
    }

    void doesNotBlockWhenANestedTurnTookItsCall()
    {
        QObject context;
        connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context, [] {
            dispatcher().wakeUp();
            turn();
        });
        turn(QEventLoop::WaitForMoreEvents); // hangs if it blocks
    }

    void endsAnOuterLoopFromWithinAnInnerOne()
    {
        QEventLoop outer;
        QMetaObject::invokeMethod(
            this,
            [&outer] {
                QEventLoop inner;
                QMetaObject::invokeMethod(
                    &inner, [&] { outer.exit(7); }, Qt::QueuedConnection);
                // Some turns later, so that the inner loop had time to swallow what ends the outer.
                int turns = 0;
                QTimer later;
                connect(&later, &QTimer::timeout, &inner,
                        [&] { ++turns == 5 ? inner.quit() : void(); });
                later.start(0ms);
                inner.exec();
            },
            Qt::QueuedConnection);
        QCOMPARE(outer.exec(), 7); // hangs if it was swallowed
    }

    void leavesSocketsForLater()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near);
        pair.send();
        QVERIFY(!turn(QEventLoop::ExcludeSocketNotifiers));
        QEventLoop loop;
        const std::unique_ptr<QThread> thread(QThread::create([&loop] {
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        }));
        thread->start();
        loop.exec(QEventLoop::ExcludeSocketNotifiers);
        QTimer timer;
        QSignalSpy timeouts(&timer, &QTimer::timeout);
        timer.start(1ms);
        while (timeouts.isEmpty())
            turn(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
        QCOMPARE(reading.heard, 0);
        turn();
        QCOMPARE(reading.heard, 1);
        thread->wait();
    }

    void leavesTimersForLater()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near);
        QTimer timer;
        QSignalSpy timeouts(&timer, &QTimer::timeout);
        timer.start(0ms);
        pair.send();
        QVERIFY(turn(QEventLoop::X11ExcludeTimers | QEventLoop::WaitForMoreEvents));
        QCOMPARE(reading.heard, 1);
        QCOMPARE(timeouts.size(), 0);
        pair.drain();
        // Nor does it wake up for one.
        const std::unique_ptr<QThread> thread(QThread::create([&pair] { pair.send(); }));
        connect(
            &dispatcher(), &QAbstractEventDispatcher::aboutToBlock, thread.get(),
            [&thread] { thread->start(); }, Qt::SingleShotConnection);
        QVERIFY(turn(QEventLoop::X11ExcludeTimers | QEventLoop::WaitForMoreEvents));
        QCOMPARE(reading.heard, 2);
        QCOMPARE(timeouts.size(), 0);
        turn();
        QCOMPARE(timeouts.size(), 1);
        thread->wait();
    }

    void keepsNobodyWaitingForTheOthers()
    {
        // All three are ready in each turn.
        SocketPair pair;
        CountingNotifier reading(pair.near);
        pair.send();
        QTimer timer;
        QSignalSpy timeouts(&timer, &QTimer::timeout);
        timer.start(0ms);
        int posts = 0;
        for (int i = 1; i <= 10; ++i) {
            QMetaObject::invokeMethod(
                this, [&posts] { ++posts; }, Qt::QueuedConnection);
            turn(QEventLoop::WaitForMoreEvents);
            QCOMPARE(reading.heard, i);
            QCOMPARE(timeouts.size(), i);
            QCOMPARE(posts, i);
        }
    }

    void goesOnWaitingAfterASignal()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near);
        signalPipe = pair.far;
        signalsToCome = 20;
        std::signal(SIGALRM, onAlarm);
        alarmEvery(500us);
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        alarmEvery(0us);
        QCOMPARE(reading.heard, 1);
        QVERIFY(signalsToCome <= 0);
        std::signal(SIGALRM, SIG_DFL);
    }
};

int main(int argc, char **argv)
{
    return runOnEpoll<TestEpollLoop>(argc, argv);
}
#include "tst_epoll_loop.moc"
