// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board_scope.h"

namespace pressboard::client {

BoardScope::BoardScope(const Store &store, const StationMarks &marks)
    : m_store(store)
    , m_marks(marks)
{
    moveTo(store.boardNow());
}

void BoardScope::moveTo(Moment now)
{
    m_now = std::chrono::floor<std::chrono::minutes>(now);
    m_today = dateAt(now, m_store.zone());
}

} // namespace pressboard::client
