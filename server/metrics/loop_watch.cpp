// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/loop_watch.h"

#include <QAbstractEventDispatcher>

namespace pressboard::server {

LoopWatch::LoopWatch(QAbstractEventDispatcher &loop, QObject *parent)
    : QObject(parent)
{
    beginTurn();
    connect(&loop, &QAbstractEventDispatcher::awake, this, &LoopWatch::beginTurn);
    connect(&loop, &QAbstractEventDispatcher::aboutToBlock, this, &LoopWatch::endTurn);
}

void LoopWatch::beginTurn()
{
    m_began = std::chrono::steady_clock::now();
}

void LoopWatch::endTurn()
{
    const auto worked = std::chrono::steady_clock::now() - m_began;
    m_turns.note(std::chrono::duration_cast<std::chrono::microseconds>(worked));
}

} // namespace pressboard::server
