// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/platform/on_epoll.h"
#include "tests/server/platform/socket_pair.h"

#include <QRegularExpression>
#include <QTemporaryFile>

#include <algorithm>
#include <memory>
#include <vector>

// What QSocketNotifier promises, on descriptors that stay what they are.
class TestEpollNotifiers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hearsWhatIsReadyAndNothingElse()
    {
        SocketPair loud;
        SocketPair quiet;
        CountingNotifier hears(loud.near);
        CountingNotifier hearsNothing(quiet.near);
        QVERIFY(!turn());
        loud.send();
        QVERIFY(turn());
        QCOMPARE(hears.heard, 1);
        QCOMPARE(hearsNothing.heard, 0);
    }

    void tellsAgainUntilItIsRead()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near);
        pair.send();
        for (int i = 1; i <= 3; ++i) {
            turn();
            QCOMPARE(reading.heard, i);
        }
        QCOMPARE(pair.drain(), 1);
        QVERIFY(!turn());
        QCOMPARE(reading.heard, 3);
    }

    void keepsThreeKindsOnOneDescriptorApart()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near, QSocketNotifier::Read);
        CountingNotifier writing(pair.near, QSocketNotifier::Write);
        CountingNotifier urgent(pair.near, QSocketNotifier::Exception);
        turn();
        QCOMPARE(writing.heard, 1);
        pair.fill();
        QVERIFY(!turn());
        pair.send();
        turn();
        QCOMPARE(reading.heard, 1);
        pair.drain();
        QCOMPARE(writing.heard, 1);
        if (::send(pair.far, "!", 1, MSG_OOB) != 1)
            QSKIP("This kernel has no urgent data on Unix sockets");
        turn();
        QCOMPARE(urgent.heard, 1);
    }

    void tellsAllKindsOfAHangUp()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near, QSocketNotifier::Read);
        CountingNotifier writing(pair.near, QSocketNotifier::Write);
        CountingNotifier urgent(pair.near, QSocketNotifier::Exception);
        pair.fill();
        pair.closeFar();
        turn();
        QCOMPARE(reading.heard, 1);
        QCOMPARE(writing.heard, 1);
        QCOMPARE(urgent.heard, 1);
    }

    void disablesAtOnceAlsoInAnothersActivation_data()
    {
        QTest::addColumn<bool>("deletes");
        QTest::newRow("disabled") << false;
        QTest::newRow("deleted") << true;
    }

    void disablesAtOnceAlsoInAnothersActivation()
    {
        QFETCH(bool, deletes);
        SocketPair pairs[2];
        std::unique_ptr<CountingNotifier> listeners[2];
        int heard = 0;
        for (const int i : {0, 1}) {
            listeners[i] =
                std::make_unique<CountingNotifier>(pairs[i].near, QSocketNotifier::Read, [&, i] {
                    ++heard;
                    auto &other = listeners[1 - i];
                    deletes ? other.reset() : other->setEnabled(false);
                });
            pairs[i].send();
        }
        turn();
        QCOMPARE(heard, 1);
        turn();
        QCOMPARE(heard, 2); // the same one again
    }

    void givesNoNotifierWhatWasReadyBeforeIt()
    {
        SocketPair first;
        SocketPair pair;
        auto reading = std::make_unique<CountingNotifier>(pair.near);
        auto writing = std::make_unique<CountingNotifier>(pair.near, QSocketNotifier::Write);
        CountingNotifier replacing(first.near, QSocketNotifier::Read, [&] {
            first.drain();
            pair.drain();
            pair.fill();
            reading = std::make_unique<CountingNotifier>(pair.near);
            writing->setEnabled(false);
            writing->setEnabled(true);
        });
        pair.fill();
        turn(); // the kernel tells in the order in which they become ready
        first.send();
        pair.send();
        pair.drainFar();
        turn();
        QCOMPARE(replacing.heard, 1);
        QCOMPARE(reading->heard, 0);
        QCOMPARE(writing->heard, 0);
        QVERIFY(isIdle());
    }

    void mayBeDeletedInItsOwnActivation()
    {
        SocketPair pair;
        std::unique_ptr<CountingNotifier> reading;
        std::unique_ptr<CountingNotifier> writing;
        int heard = 0;
        const auto deleteBoth = [&] {
            ++heard;
            reading.reset();
            writing.reset();
        };
        reading = std::make_unique<CountingNotifier>(pair.near, QSocketNotifier::Read, deleteBoth);
        writing = std::make_unique<CountingNotifier>(pair.near, QSocketNotifier::Write, deleteBoth);
        pair.send();
        turn();
        QCOMPARE(heard, 1);
        QVERIFY(!turn());
    }

    void mayBeDisabledThenEnabledInItsOwnActivation()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near);
        connect(&reading, &QSocketNotifier::activated, this, [&reading] {
            reading.setEnabled(false);
            reading.setEnabled(true);
        });
        pair.send();
        turn();
        QCOMPARE(reading.heard, 1);
        turn();
        QCOMPARE(reading.heard, 2);
    }

    void takesWritingOnAndOffManyTimes()
    {
        SocketPair pair;
        CountingNotifier reading(pair.near);
        CountingNotifier writing(pair.near, QSocketNotifier::Write);
        for (int i = 1; i <= 100; ++i) {
            writing.setEnabled(false);
            QVERIFY(!turn());
            writing.setEnabled(true);
            writing.setEnabled(false);
            writing.setEnabled(true);
            turn();
            QCOMPARE(writing.heard, i);
        }
        QCOMPARE(reading.heard, 0);
    }

    void followsToAnotherDescriptor()
    {
        SocketPair before;
        SocketPair after;
        CountingNotifier reading(before.near);
        turn();
        reading.setSocket(after.near);
        reading.setEnabled(true);
        before.send();
        QVERIFY(!turn());
        after.send();
        QVERIFY(turn());
        QCOMPARE(reading.heard, 1);
    }

    void findsPlainFilesAlwaysReady()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        CountingNotifier reading(file.handle(), QSocketNotifier::Read);
        CountingNotifier writing(file.handle(), QSocketNotifier::Write);
        CountingNotifier urgent(file.handle(), QSocketNotifier::Exception);
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(turn(QEventLoop::WaitForMoreEvents));
            QCOMPARE(reading.heard, i);
            QCOMPARE(writing.heard, i);
        }
        reading.setEnabled(false);
        writing.setEnabled(false);
        QVERIFY(isIdle());
        QCOMPARE(urgent.heard, 0);
    }

    void disablesPlainFilesAtOnceAlsoInAnothersActivation()
    {
        QTemporaryFile files[2];
        std::unique_ptr<CountingNotifier> listeners[2];
        int heard = 0;
        for (const int i : {0, 1}) {
            QVERIFY(files[i].open());
            const auto deleteBoth = [&] {
                ++heard;
                listeners[0].reset();
                listeners[1].reset();
            };
            listeners[i] = std::make_unique<CountingNotifier>(files[i].handle(),
                                                              QSocketNotifier::Read, deleteBoth);
        }
        turn();
        QCOMPARE(heard, 1);
        QVERIFY(isIdle());
    }

    void turnsOffWhatIsNoDescriptor()
    {
        const int nothing = 1'000'000;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Cannot watch")));
        CountingNotifier reading(nothing);
        CountingNotifier writing(nothing, QSocketNotifier::Write);
        QVERIFY(!turn());
        QVERIFY(!reading.isEnabled());
        QVERIFY(!writing.isEnabled());
    }

    void servesMoreThanABatchInTurn()
    {
        constexpr int many = 600;
        std::vector<std::unique_ptr<SocketPair>> pairs;
        std::vector<std::unique_ptr<CountingNotifier>> listeners;
        for (int i = 0; i < many; ++i) {
            pairs.push_back(std::make_unique<SocketPair>());
            listeners.push_back(std::make_unique<CountingNotifier>(pairs.back()->near));
            pairs.back()->send(); // and nobody reads it
        }
        bool posted = false;
        turn();
        QMetaObject::invokeMethod(
            this, [&posted] { posted = true; }, Qt::QueuedConnection);
        turn();
        QVERIFY(posted);
        turn();
        const auto silent = std::count_if(listeners.begin(), listeners.end(),
                                          [](const auto &l) { return l->heard == 0; });
        QCOMPARE(silent, 0);
    }
};

int main(int argc, char **argv)
{
    return runOnEpoll<TestEpollNotifiers>(argc, argv);
}
#include "tst_epoll_notifiers.moc"
