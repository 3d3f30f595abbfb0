// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/recent_rows.h"

namespace pressboard::server {

const ReceiptRows *RecentRows::find(StreamId notice, std::chrono::milliseconds now) const
{
    const auto known = m_rows.constFind(notice);
    if (known == m_rows.cend() || now - known->readAt >= freshFor)
        return nullptr;
    return &known->rows;
}

void RecentRows::insert(StreamId notice, const ReceiptRows &rows, std::chrono::milliseconds now)
{
    if (m_rows.size() >= most && !m_rows.contains(notice))
        m_rows.clear();
    m_rows.insert(notice, {rows, now});
}

void RecentRows::note(StreamId notice, const QString &station, protocol::ReceiptState reached,
                      Moment when)
{
    const auto known = m_rows.find(notice);
    if (known == m_rows.end())
        return;
    const auto row = known->rows.stations.find(station);
    if (row == known->rows.stations.end())
        return; // nobody expects it: it is in no number
    OptionalMoment *const times[] = {&row->times.delivered, &row->times.seen,
                                     &row->times.confirmed};
    for (int state = 0; state <= int(reached); ++state) {
        if (!*times[state])
            *times[state] = when;
    }
}

} // namespace pressboard::server
