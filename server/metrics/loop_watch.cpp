// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/loop_watch.h"

#include "server/platform/work_time.h"

#include <QAbstractEventDispatcher>

#include <utility>

namespace pressboard::server {

LoopWatch::LoopWatch(QAbstractEventDispatcher &loop, QObject *parent)
    : QObject(parent)
    , m_worked(platform::workTime())
{
    connect(&loop, &QAbstractEventDispatcher::aboutToBlock, this, &LoopWatch::endTurn);
}

void LoopWatch::endTurn()
{
    const auto before = std::exchange(m_worked, platform::workTime());
    m_turns.note(std::chrono::duration_cast<std::chrono::microseconds>(m_worked - before));
}

} // namespace pressboard::server
