// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/page_turner.h"

#include <algorithm>

namespace pressboard::client {

void PageTurner::fit(int rows, int room)
{
    m_rows = std::max(rows, 0);
    m_room = std::max(room, 0);
    m_page = std::min(m_page, pages() - 1);
}

int PageTurner::pinned() const
{
    return m_rows > m_room ? std::min(mostPinned, m_room / 2) : 0;
}

int PageTurner::pages() const
{
    if (m_rows <= m_room || m_room == 0)
        return 1;
    return (m_rows - pinned() + rowsPerPage() - 1) / rowsPerPage();
}

bool PageTurner::turnWhenDue(std::chrono::milliseconds now)
{
    // The first page of a list that begins to overflow is read as long as any other.
    if (!m_since || pages() == 1) {
        m_since = now;
        return false;
    }
    const auto turns = (now - *m_since) / period;
    if (turns <= 0)
        return false;
    *m_since += turns * period;
    m_page = int((m_page + turns) % pages());
    return true;
}

QList<int> PageTurner::shown() const
{
    QList<int> rows;
    for (int row = 0; row < pinned(); ++row)
        rows.append(row);
    const int first = pinned() + m_page * rowsPerPage();
    for (int row = first; row < std::min(first + rowsPerPage(), m_rows); ++row)
        rows.append(row);
    return rows;
}

} // namespace pressboard::client
