// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"

#include <functional>
#include <optional>

namespace pressboard::client {

/// What a station must be called for, until somebody shows that he heard: 轮到你, important
/// notices, an order that must stop. One at a time, alarms first; a sound at once and after one and
/// two minutes. Times are monotonic.
class StationCalls
{
public:
    static constexpr std::chrono::minutes soundEvery{1};
    static constexpr int mostSounds = 3;

    /// Whether a station calls this out at all.
    static bool isCall(const Toast &toast);

    void add(const Toast &toast, std::chrono::milliseconds now);
    /// A notice that was withdrawn.
    void withdraw(const QString &noticeId);
    /// Drops what is not true any more: somebody else began the step, the order is gone.
    void keep(const std::function<bool(const Toast &)> &stillTrue);
    void clear();

    const Toast *current() const;
    /// Turns behind the current one, which are answered with it.
    QList<Toast> alsoTurns() const;
    /// How many other calls wait behind it.
    int waiting() const;
    /// Somebody touched the station: ends the current call, and all turns with one. Returns what
    /// was ended. Who takes an alarm says so by take() alone: a scan in passing does not.
    QList<Toast> answer();
    /// Somebody here says that he sees to it: the alarm that is called, if it is one of those. It
    /// stands until the server says who has it.
    QString take() const;
    /// True when it is time for the current call's next sound; then that one counts as made.
    bool takeSound(std::chrono::milliseconds now);

private:
    struct Call
    {
        Toast toast;
        std::chrono::milliseconds since{0};
        int sounds = 0;
    };
    qsizetype currentIndex() const;

    QList<Call> m_calls; ///< oldest first
};

} // namespace pressboard::client
