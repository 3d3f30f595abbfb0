// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/platform/on_epoll.h"

#include <QEventLoop>
#include <QPointer>
#include <QSignalSpy>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace std::chrono_literals;

// Qt's timers on the loop, by the real clock: none is early, and each comes.
class TestEpollTimers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesNeverEarly_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("precise") << int(Qt::PreciseTimer);
        QTest::newRow("coarse") << int(Qt::CoarseTimer);
        QTest::newRow("very coarse") << int(Qt::VeryCoarseTimer);
    }

    void comesNeverEarly()
    {
        QFETCH(int, type);
        QTimer timer;
        timer.setTimerType(Qt::TimerType(type));
        timer.setSingleShot(true);
        QSignalSpy timeouts(&timer, &QTimer::timeout);
        const auto start = std::chrono::steady_clock::now();
        timer.start(30ms);
        QVERIFY(timer.remainingTime() >= 0);
        QVERIFY(timeouts.wait());
        QVERIFY(std::chrono::steady_clock::now() - start >= 30ms);
        QCOMPARE(timer.remainingTime(), -1);
    }

    void doesNotEnterARunningHandlerFromANestedLoop()
    {
        QTimer timer;
        int depth = 0;
        int deepest = 0;
        int turns = 0;
        connect(&timer, &QTimer::timeout, this, [&] {
            deepest = std::max(deepest, ++depth);
            QEventLoop inner;
            QTimer::singleShot(10ms, &inner, &QEventLoop::quit);
            inner.exec();
            --depth;
            ++turns;
        });
        timer.start(1ms);
        QTRY_VERIFY(turns >= 3);
        QCOMPARE(deepest, 1);
    }

    void mayBeStoppedStartedOrDeletedInItsOwnHandler()
    {
        auto timer = std::make_unique<QTimer>();
        int turns = 0;
        connect(timer.get(), &QTimer::timeout, this, [&] {
            timer->stop();
            timer->start(2ms);
            if (++turns == 3)
                timer.reset();
        });
        timer->start(1ms);
        QTRY_VERIFY(!timer);
        QCOMPARE(turns, 3);
    }

    void forgetsTheTimersOfTheDead()
    {
        {
            QObject object;
            object.startTimer(0ms);
            object.startTimer(1h);
            QCOMPARE(dispatcher().registeredTimers(&object).size(), 2);
        }
        turn(); // would crash
    }

    void movesTimersToAnotherLoop()
    {
        // The other thread runs on epoll as well, made here and moved there.
        QThread thread;
        thread.setEventDispatcher(new pressboard::server::platform::EpollDispatcher);
        auto timer = std::make_unique<QTimer>();
        QThread *heardIn = nullptr;
        connect(timer.get(), &QTimer::timeout, timer.get(), [&] {
            heardIn = QThread::currentThread();
            timer.reset();
            thread.quit();
        });
        timer->start(5ms);
        timer->moveToThread(&thread);
        thread.start();
        QVERIFY(thread.wait(60'000));
        QCOMPARE(heardIn, &thread);
    }

    void letsOneProcessEventsForAWhile()
    {
        QTimer timer;
        QSignalSpy timeouts(&timer, &QTimer::timeout);
        timer.start(0ms);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QVERIFY(!timeouts.isEmpty()); // and it came back
    }

    void deletesLater()
    {
        QPointer<QObject> object = new QObject;
        object->deleteLater();
        QTRY_VERIFY(!object);
    }
};

int main(int argc, char **argv)
{
    return runOnEpoll<TestEpollTimers>(argc, argv);
}
#include "tst_epoll_timers.moc"
