// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/feed.h"

namespace pressboard::server {

Feed::Feed(const EventLog &log)
    : m_log(log)
{
}

const Batch &Feed::batch(Ring::Serial from, Ring::Serial until, const Viewer &viewer, Mode mode)
{
    const Span span(from, until);
    if (isLatest(span, viewer, mode))
        return *m_latest.batch;
    Stretch &stretch = stretchOf(span);
    Viewer kind = viewer.reducedTo(stretch.named);
    kind.textIds = kind.textIds || !stretch.hasTextIds; // where there are none, all see the same
    kind.alarms = kind.alarms || !stretch.hasSettlements;
    Batches &cutSoFar = mode == Mode::Live ? stretch.live : stretch.replay;
    auto found = cutSoFar.find(kind);
    if (found == cutSoFar.end()) {
        found = cutSoFar.emplace(kind, cut(from, stretch.end, kind, mode)).first;
        found->second.bytes = stretch.bytes;
    }
    m_latest = {span,
                mode,
                !stretch.named.isEmpty(),
                stretch.hasTextIds,
                viewer.dialect,
                viewer.viewOrders,
                viewer.textIds,
                stretch.hasSettlements,
                viewer.alarms,
                &found->second};
    return found->second;
}

bool Feed::isLatest(Span span, const Viewer &viewer, Mode mode) const
{
    return m_latest.batch && !m_latest.namesGroups && m_latest.span == span && m_latest.mode == mode
        && m_latest.dialect == viewer.dialect && m_latest.viewOrders == viewer.viewOrders
        && (!m_latest.hasTextIds || m_latest.textIds == viewer.textIds)
        && (!m_latest.hasSettlements || m_latest.alarms == viewer.alarms);
}

void Feed::forget()
{
    m_latest = {};
    m_stretches.clear();
}

Feed::Stretch &Feed::stretchOf(Span span)
{
    const auto found = m_stretches.find(span);
    if (found != m_stretches.end())
        return found->second;
    if (m_stretches.size() >= stretchesShared)
        forget();
    const auto [from, until] = span;
    Stretch stretch;
    stretch.end = from;
    for (; stretch.end < until && stretch.bytes < batchBytes; ++stretch.end) {
        const RingEntry &entry = ring().at(stretch.end);
        stretch.bytes += entry.text.size();
        stretch.hasTextIds = stretch.hasTextIds || entry.hasTextIds;
        stretch.hasSettlements = stretch.hasSettlements || entry.kind == FrameKind::Settlement;
        entry.before.addTo(stretch.named);
        entry.after.addTo(stretch.named);
    }
    return m_stretches.emplace(span, std::move(stretch)).first->second;
}

Batch Feed::cut(Ring::Serial from, Ring::Serial end, const Viewer &viewer, Mode mode) const
{
    Batch batch;
    batch.end = end;
    for (Ring::Serial serial = from; serial < end; ++serial) {
        const RingEntry &entry = ring().at(serial);
        if (entry.derived && mode == Mode::Replay)
            continue;
        const QByteArrayView text = textFor(entry, viewer);
        if (text.isEmpty())
            continue;
        batch.run.append(text);
        batch.after.append(serial + 1);
    }
    return batch;
}

} // namespace pressboard::server
