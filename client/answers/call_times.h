// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/spread.h"
#include "shared/base/limits.h"
#include "shared/state/notice.h"

#include <QList>

namespace pressboard::client {

/// 呼叫后多久有人处理？ Of the calls for help that this desk may see, as long as notices are kept.
struct CallTimes
{
    static constexpr std::chrono::days memory{limits::noticeDays};

    struct Row
    {
        QString call; ///< its name in the shop's configuration
        QString title; ///< 缺纸, as it was called last
        int calls = 0;
        int waiting = 0; ///< it rings, nobody has taken it yet
        int untaken = 0; ///< it rang to its end
        /// By the clock, from the call until somebody took it; of those that somebody took.
        Spread times;
        std::chrono::seconds longest{0};
        bool operator==(const Row &) const = default;
    };

    QList<Row> rows; ///< what is called for most first, then by title
    Row all; ///< together, without a name
    bool operator==(const CallTimes &) const = default;
};

/// What goes on a call nobody took is no call of its own.
CallTimes callTimes(const QList<Notice> &notices, Moment now);
/// The orders that were worked on where somebody called for this, by their IDs.
QList<CrmId> ordersCalledFrom(const QList<Notice> &notices, const QString &call, Moment now);

} // namespace pressboard::client
