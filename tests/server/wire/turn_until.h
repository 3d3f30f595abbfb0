// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>

namespace pressboard::test {

/// Lets the loop turn until something is so; false when it never is. QTRY_VERIFY would sleep for
/// 10 ms between two looks, and the tests of the wire look ten thousand times.
template<class Condition> bool turnUntil(Condition isSo)
{
    constexpr qint64 never = 20'000; // ms; far more than anything takes, also under a sanitizer
    QElapsedTimer timer;
    timer.start();
    while (!isSo()) {
        if (timer.hasExpired(never))
            return false;
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace pressboard::test
