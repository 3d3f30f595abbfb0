// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metrics/histogram.h"

#include <QObject>

#include <chrono>

class QAbstractEventDispatcher;

namespace pressboard::server {

/// How long the event loop works between two of its waits: what everybody else has to wait for.
/// By a clock that is read without the system: this happens at every turn. The loop is one that
/// says awake() right behind its wait, as the server's does; with another, handlers of sockets are
/// not seen.
class LoopWatch : public QObject
{
    Q_OBJECT
public:
    /// `loop` is this thread's, and outlives this.
    explicit LoopWatch(QAbstractEventDispatcher &loop, QObject *parent = nullptr);

    const Histogram &turns() const { return m_turns; }

private:
    void beginTurn();
    void endTurn();

    std::chrono::steady_clock::time_point m_began;
    Histogram m_turns;
};

} // namespace pressboard::server
