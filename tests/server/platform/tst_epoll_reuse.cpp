// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/platform/on_epoll.h"
#include "tests/server/platform/socket_pair.h"

#include <QRegularExpression>
#include <QTimer>

#include <memory>
#include <utility>

// Descriptor numbers that come to stand for another file, in time and too late.
class TestEpollReuse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOldEventsFromTheNextOwner()
    {
        // Both are ready; whoever is first replaces the other's socket by one that is not.
        SocketPair pairs[2];
        SocketPair silent;
        std::unique_ptr<CountingNotifier> listeners[2];
        std::unique_ptr<CountingNotifier> next;
        int heard = 0;
        for (const int i : {0, 1}) {
            listeners[i] =
                std::make_unique<CountingNotifier>(pairs[i].near, QSocketNotifier::Read, [&, i] {
                    ++heard;
                    pairs[i].drain();
                    listeners[1 - i].reset();
                    QCOMPARE(::dup2(silent.near, pairs[1 - i].near), pairs[1 - i].near);
                    next = std::make_unique<CountingNotifier>(pairs[1 - i].near);
                });
            pairs[i].send();
        }
        turn();
        QCOMPARE(heard, 1);
        QCOMPARE(next->heard, 0);
        QVERIFY(!turn());
        silent.send();
        turn();
        QCOMPARE(next->heard, 1);
    }

    void hearsTheNextOwnerOfANumber()
    {
        for (int i = 0; i < 100; ++i) {
            SocketPair pair; // the same two numbers each time
            CountingNotifier reading(pair.near);
            CountingNotifier writing(pair.near, QSocketNotifier::Write);
            pair.send();
            turn();
            QCOMPARE(reading.heard, 1);
            QCOMPARE(writing.heard, 1);
        }
        QVERIFY(!turn());
    }

    void hearsTheNextOwnerWhenTheFirstForgotItsNotifier()
    {
        SocketPair old;
        SocketPair pair;
        CountingNotifier forgotten(old.near);
        turn();
        QCOMPARE(::dup2(pair.near, old.near), old.near);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("two notifiers")));
        CountingNotifier reading(old.near);
        pair.send();
        turn();
        QCOMPARE(reading.heard, 1);
        QCOMPARE(forgotten.heard, 0);
        forgotten.setEnabled(false); // takes nothing from the other
        turn();
        QCOMPARE(reading.heard, 2);
    }

    void keepsEventsOnTheirWayFromTheNextOwnerOfAForgottenNotifier()
    {
        SocketPair first;
        SocketPair old;
        SocketPair silent;
        CountingNotifier forgotten(old.near);
        std::unique_ptr<CountingNotifier> next;
        CountingNotifier replacing(first.near, QSocketNotifier::Read, [&] {
            first.drain();
            QCOMPARE(::dup2(silent.near, old.near), old.near);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("two notifiers")));
            next = std::make_unique<CountingNotifier>(old.near);
        });
        turn(); // the kernel tells in the order in which they become ready
        first.send();
        old.send();
        turn();
        QVERIFY(next);
        QCOMPARE(forgotten.heard, 0);
        QCOMPARE(next->heard, 0);
        QVERIFY(!turn());
    }

    void noticesAnotherFileWhenItSwitchesWriting()
    {
        SocketPair old;
        SocketPair pair;
        CountingNotifier reading(old.near);
        turn();
        QCOMPARE(::dup2(pair.near, old.near), old.near);
        CountingNotifier writing(old.near, QSocketNotifier::Write);
        pair.send();
        turn();
        QCOMPARE(writing.heard, 1);
        QCOMPARE(reading.heard, 1);
    }

    void noticesAnotherFileBehindAForgottenWriteNotifier()
    {
        SocketPair old;
        SocketPair pair;
        auto reading = std::make_unique<CountingNotifier>(old.near);
        CountingNotifier forgotten(old.near, QSocketNotifier::Write);
        turn();
        QCOMPARE(::dup2(pair.near, old.near), old.near);
        reading = std::make_unique<CountingNotifier>(old.near);
        pair.send();
        turn();
        QCOMPARE(reading->heard, 1);
    }

    void findsTheFirstFileBackUnderItsNumber()
    {
        SocketPair pair;
        auto reading = std::make_unique<CountingNotifier>(pair.near);
        turn();
        const int copy = ::dup(pair.near);
        const int number = pair.near;
        pair.closeNear();
        reading.reset(); // too late for the kernel to find it
        QCOMPARE(::dup2(copy, number), number);
        pair.near = number;
        CountingNotifier again(pair.near);
        pair.send();
        turn();
        QCOMPARE(again.heard, 1);
        again.setEnabled(false);
        QVERIFY(!turn());
        ::close(copy);
    }

    void getsRidOfAFileNobodyCanNameAnyMore()
    {
        SocketPair pair;
        SocketPair other;
        CountingNotifier stays(other.near);
        auto reading = std::make_unique<CountingNotifier>(pair.near);
        turn();
        const int copy = ::dup(pair.near); // as a child process would have
        pair.closeNear();
        reading.reset();
        pair.send();
        turn();
        QVERIFY(isIdle()); // it would be told for ever
        other.send();
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        QCOMPARE(stays.heard, 1);
        other.drain();
        QTimer::singleShot(0, this, [] { dispatcher().wakeUp(); });
        QVERIFY(turn(QEventLoop::WaitForMoreEvents)); // calls are heard by the new instance too
        ::close(copy);
    }

    void keepsAFileNobodyCanNameFromTheNextOwner_data()
    {
        QTest::addColumn<bool>("forgotten");
        QTest::newRow("its notifier went too late") << false;
        QTest::newRow("its notifier is there still") << true;
    }

    void keepsAFileNobodyCanNameFromTheNextOwner()
    {
        QFETCH(bool, forgotten);
        SocketPair old;
        SocketPair silent;
        auto first = std::make_unique<CountingNotifier>(old.near);
        turn();
        const int copy = ::dup(old.near);
        QCOMPARE(::dup2(silent.near, old.near), old.near);
        if (forgotten)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("two notifiers")));
        else
            first.reset();
        CountingNotifier next(old.near);
        old.send(); // to the copy
        QVERIFY(!turn());
        QCOMPARE(next.heard, 0);
        QVERIFY(isIdle());
        silent.send();
        turn();
        QCOMPARE(next.heard, 1);
        ::close(copy);
    }

    void takesASocketWhereAPlainFileWas()
    {
        SocketPair pair;
        const int number = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        auto reading = std::make_unique<CountingNotifier>(number);
        turn();
        QCOMPARE(reading->heard, 1);
        reading.reset();
        QCOMPARE(::dup2(pair.near, number), number);
        reading = std::make_unique<CountingNotifier>(number);
        QVERIFY(!turn());
        pair.send();
        turn();
        QCOMPARE(reading->heard, 1);
        reading.reset();
        ::close(number);
    }

    void takesASocketWhereAForgottenPlainFileWas()
    {
        SocketPair pair;
        const int number = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        CountingNotifier forgotten(number);
        turn();
        QCOMPARE(::dup2(pair.near, number), number);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("two notifiers")));
        CountingNotifier reading(number);
        QVERIFY(isIdle());
        pair.send();
        turn();
        QCOMPARE(reading.heard, 1);
        ::close(number);
    }

    void dropsTheRestOfABatchAfterANestedLoop()
    {
        // Each reads what made it ready; a nested loop in the first serves the others meanwhile.
        SocketPair pairs[4];
        std::unique_ptr<CountingNotifier> listeners[4];
        int empty = 0;
        bool nested = false;
        for (int i = 0; i < 4; ++i) {
            const auto read = [&, i] {
                empty += pairs[i].drain() == 0 ? 1 : 0;
                if (!std::exchange(nested, true))
                    turn();
            };
            listeners[i] =
                std::make_unique<CountingNotifier>(pairs[i].near, QSocketNotifier::Read, read);
            pairs[i].send();
        }
        turn();
        for (const auto &listener : listeners)
            QCOMPARE(listener->heard, 1);
        QCOMPARE(empty, 0);
    }
};

int main(int argc, char **argv)
{
    return runOnEpoll<TestEpollReuse>(argc, argv);
}
#include "tst_epoll_reuse.moc"
