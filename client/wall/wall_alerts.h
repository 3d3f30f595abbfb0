// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"

#include <QList>

namespace pressboard::client {

/// What the wall calls out over its numbers, and when. A wall that interrupts often is a wall that
/// nobody looks up to: only what makes somebody walk deserves it, each for fifteen seconds, at
/// most one in five minutes. What comes meanwhile waits; alike is called out together, and what
/// waited too long is in the lists anyway. Pure but for what waits.
class WallAlerts
{
public:
    static constexpr std::chrono::seconds lasts{15};
    static constexpr std::chrono::minutes gap{5};
    static constexpr std::chrono::minutes patience{10};
    static constexpr int mostWaiting = 50; ///< beyond, the oldest goes

    /// Cancelled while running, newly overdue, due today, and notices that warn.
    static bool deserves(const Toast &toast);

    /// Something happened; `orderNo` of the order it speaks of, empty when of none. What does not
    /// deserve it is not kept.
    void offer(const Toast &toast, const QString &orderNo, std::chrono::milliseconds now);
    /// The notice was withdrawn: it neither stands nor waits any longer.
    void withdraw(const QString &noticeId);
    /// The board is not live any more: nothing it called out may stand as if it were.
    void clear();
    /// What is to be read now; null most of the time. `now` is monotonic.
    std::optional<Toast> shownAt(std::chrono::milliseconds now);

private:
    struct Waiting
    {
        Toast toast;
        QString orderNo;
        std::chrono::milliseconds since{0};
    };
    std::optional<Toast> takeNext();

    QList<Waiting> m_waiting; ///< oldest first
    std::optional<Toast> m_shown;
    std::optional<std::chrono::milliseconds> m_began; ///< when the last one came up
};

} // namespace pressboard::client
