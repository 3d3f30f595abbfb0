// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/wake_up.h"

#include <QTest>

#include <array>
#include <mutex>
#include <thread>
#include <utility>

using namespace std::chrono_literals;
using pressboard::server::platform::WakeUp;

// Plain threads and a plain loop: all of it can be seen by the thread sanitizer.
class TestWakeUp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isQuietWithoutACall()
    {
        WakeUp wakeUp;
        QVERIFY(wakeUp.arm());
        QVERIFY(!wakeUp.disarm(wakeUp.wait(0ms)));
    }

    void remembersACallFromBefore()
    {
        WakeUp wakeUp;
        wakeUp.call();
        wakeUp.call();
        QVERIFY(!wakeUp.arm());
        QVERIFY(!wakeUp.wait(0ms)); // nobody waited, so nothing was written
        QVERIFY(wakeUp.disarm(false));
        QVERIFY(wakeUp.arm());
        QVERIFY(!wakeUp.disarm(wakeUp.wait(0ms)));
    }

    void endsAWait()
    {
        WakeUp wakeUp;
        QVERIFY(wakeUp.arm());
        std::thread caller([&wakeUp] { wakeUp.call(); });
        const bool readable = wakeUp.wait(-1ms);
        QVERIFY(readable);
        QVERIFY(wakeUp.disarm(readable));
        caller.join();
    }

    void losesNoCall()
    {
        constexpr int each = 20'000;
        constexpr int all = 3 * each;
        WakeUp wakeUp;
        std::mutex mutex;
        int posted = 0;
        std::array<std::thread, 3> callers;
        for (std::thread &caller : callers) {
            caller = std::thread([&] {
                for (int i = 0; i < each; ++i) {
                    {
                        const std::scoped_lock lock(mutex);
                        ++posted;
                    }
                    wakeUp.call();
                }
            });
        }
        const auto take = [&] {
            const std::scoped_lock lock(mutex);
            return std::exchange(posted, 0);
        };
        for (int heard = take(); heard < all; heard += take())
            wakeUp.disarm(wakeUp.wait(wakeUp.arm() ? -1ms : 0ms)); // hangs if one is lost
        for (std::thread &caller : callers)
            caller.join();
    }
};

QTEST_APPLESS_MAIN(TestWakeUp)
#include "tst_wake_up.moc"
