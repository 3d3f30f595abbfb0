// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metrics/histogram.h"

#include <QObject>

#include <chrono>

class QAbstractEventDispatcher;

namespace pressboard::server {

/// How long the event loop works between two of its waits: what everybody else has to wait for.
/// Only the thread's own work counts, so a loop that waits costs nothing and shows nothing.
class LoopWatch : public QObject
{
    Q_OBJECT
public:
    /// `loop` is this thread's, and outlives this.
    explicit LoopWatch(QAbstractEventDispatcher &loop, QObject *parent = nullptr);

    const Histogram &turns() const { return m_turns; }

private:
    void endTurn();

    std::chrono::nanoseconds m_worked; ///< when the last turn ended
    Histogram m_turns;
};

} // namespace pressboard::server
