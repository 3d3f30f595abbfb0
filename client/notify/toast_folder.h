// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"

#include <QMap>

namespace pressboard::client {

/// Keeps a burst from covering the screen: of more than four toasts within ten seconds the rest
/// become one summary, which names the steps whose turn it is. Cancelled, overdue and error never
/// fold; neither does what is rare and says something of the board as a whole.
class ToastFolder
{
public:
    static constexpr int most = 4;
    static constexpr std::chrono::milliseconds window{10'000};

    static constexpr int mostNamed = 5; ///< turns, in a summary

    static bool mayFold(ToastKind kind);

    /// The toast if it may be shown now; otherwise it is counted. `now` is monotonic.
    std::optional<Toast> offer(const Toast &toast, std::chrono::milliseconds now);
    /// The summary of what was counted, once the burst's ten seconds are over.
    std::optional<Toast> takeSummary(std::chrono::milliseconds now);

private:
    Toast summary() const;
    QString countedText() const;
    QString turnsText() const;

    QList<std::chrono::milliseconds> m_shown; ///< when the last ones passed, oldest first
    std::optional<std::chrono::milliseconds> m_burstSince;
    QMap<ToastKind, int> m_counted;
    QList<Toast> m_turns; ///< 轮到你, of those counted
    bool m_sound = false;
};

} // namespace pressboard::client
