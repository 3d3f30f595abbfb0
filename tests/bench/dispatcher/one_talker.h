// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <array>
#include <chrono>

/// One socket of the calling thread's event loop that is written to and read, again and again.
class OneTalker
{
public:
    OneTalker();
    ~OneTalker();
    Q_DISABLE_COPY_MOVE(OneTalker)

    /// The thread's CPU time for one turn of the loop in which the socket has something to say,
    /// that is the wake-up, one write and one read: the best of some rounds of `round` each.
    std::chrono::nanoseconds costOfAWakeUp(std::chrono::milliseconds round);

private:
    static std::array<int, 2> connected();
    void say();
    void hear();

    const std::array<int, 2> m_ends;
    QSocketNotifier m_notifier;
    qint64 m_heard = 0;
};
