// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board_scope.h"

namespace pressboard::client {

BoardScope::BoardScope(const Store &store)
    : m_store(store)
{
    moveTo(store.boardNow());
}

bool BoardScope::showsStep(const QString &name) const
{
    return m_mySteps.isEmpty() || m_mySteps.contains(name);
}

bool BoardScope::setMySteps(const QStringList &steps)
{
    if (m_mySteps == steps)
        return false;
    m_mySteps = steps;
    return true;
}

void BoardScope::moveTo(Moment now)
{
    m_now = std::chrono::floor<std::chrono::minutes>(now);
    m_today = dateAt(now, m_store.zone());
}

} // namespace pressboard::client
