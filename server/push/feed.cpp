// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/feed.h"

#include "server/push/frame.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace pressboard::server {

namespace {

void collect(QSet<QString> &named, const Audience &audience)
{
    for (const QString &group : audience.groups())
        named.insert(group);
}

QSet<QString> groupsNamedIn(const Book &book)
{
    QSet<QString> named;
    for (const Order &order : book.orders())
        collect(named, order.audience);
    for (const Notice &notice : book.notices)
        collect(named, notice.audience);
    return named;
}

/// The viewer as far as it makes a difference: all whose reduced viewers are equal see the same.
Viewer reduced(const Viewer &viewer, const QSet<QString> &named)
{
    Viewer result{viewer.dialect, viewer.viewOrders, {}};
    for (const QString &group : named) {
        if (viewer.groups.contains(group))
            result.groups.insert(group);
    }
    return result;
}

} // namespace

Feed::Feed(const EventLog &log, const Clock &clock, const protocol::Source &source,
           Dashboard &dashboard, PushCounters &counters)
    : m_log(log)
    , m_clock(clock)
    , m_source(source)
    , m_dashboard(dashboard)
    , m_counters(counters)
{
}

const Batch &Feed::batch(Ring::Serial from, Ring::Serial until, const Viewer &viewer, Mode mode)
{
    const Span span(from, until);
    if (isLatest(span, viewer, mode))
        return *m_latest.batch;
    Stretch &part = stretch(span);
    const Viewer kind = reduced(viewer, part.named);
    Batches &cutSoFar = mode == Mode::Live ? part.live : part.replay;
    auto found = cutSoFar.find(kind);
    if (found == cutSoFar.end()) {
        found = cutSoFar.emplace(kind, cut(from, part.end, kind, mode)).first;
        found->second.bytes = part.bytes;
    }
    m_latest = {span, mode, !part.named.isEmpty(), viewer.dialect, viewer.viewOrders,
                &found->second};
    return found->second;
}

bool Feed::isLatest(Span span, const Viewer &viewer, Mode mode) const
{
    return m_latest.batch && !m_latest.namesGroups && m_latest.span == span && m_latest.mode == mode
        && m_latest.dialect == viewer.dialect && m_latest.viewOrders == viewer.viewOrders;
}

void Feed::forgetBatches()
{
    m_latest = {};
    m_stretches.clear();
}

Feed::Stretch &Feed::stretch(Span span)
{
    const auto found = m_stretches.find(span);
    if (found != m_stretches.end())
        return found->second;
    if (m_stretches.size() >= stretchesShared)
        forgetBatches();
    const auto [from, until] = span;
    Stretch part;
    part.end = from;
    for (; part.end < until && part.bytes < batchBytes; ++part.end) {
        const RingEntry &entry = ring().at(part.end);
        part.bytes += entry.text.size();
        collect(part.named, entry.before);
        collect(part.named, entry.after);
    }
    return m_stretches.emplace(span, std::move(part)).first->second;
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

std::shared_ptr<Snapshot> Feed::snapshot(const Viewer &viewer)
{
    forgetOldSnapshots();
    for (const Shared &shared : m_snapshots) {
        if (reduced(viewer, shared.named) == shared.viewer)
            return shared.snapshot;
    }
    const QSet<QString> named = groupsNamedIn(m_log.book());
    const Viewer kind = reduced(viewer, named);
    m_snapshots.push_back({named, kind, take(kind), {}});
    write(m_snapshots.back());
    return m_snapshots.back().snapshot;
}

/// Whether another may have it: what follows it must still be in the ring.
bool Feed::isShared(const Shared &shared) const
{
    const Snapshot &snapshot = *shared.snapshot;
    const bool isYoung
        = !snapshot.isReady() || m_clock.monotonic() - shared.readySince <= snapshotShared;
    return isYoung && snapshot.end().cursor >= ring().first();
}

void Feed::forgetOldSnapshots()
{
    std::erase_if(m_snapshots, [this](const Shared &shared) { return !isShared(shared); });
}

void Feed::write(Shared &shared)
{
    shared.snapshot->write(rowsAtATime);
    shared.readySince = m_clock.monotonic();
}

void Feed::writeSnapshots()
{
    std::erase_if(m_snapshots, [](const Shared &shared) {
        return !shared.snapshot->isReady() && shared.snapshot.use_count() == 1;
    });
    const auto unfinished
        = std::find_if(m_snapshots.begin(), m_snapshots.end(),
                       [](const Shared &shared) { return !shared.snapshot->isReady(); });
    if (unfinished != m_snapshots.end())
        write(*unfinished);
}

std::shared_ptr<Snapshot> Feed::take(const Viewer &viewer)
{
    ++m_counters.snapshots;
    return std::make_shared<Snapshot>(
        m_log.book(), viewer, noticesFor(viewer),
        Snapshot::End{synced(viewer), ring().end(), m_log.position()});
}

QList<Notice> Feed::noticesFor(const Viewer &viewer) const
{
    const Moment now = m_clock.now();
    const Moment oldest = now - std::chrono::days(limits::noticeDays);
    QList<Notice> notices;
    for (const Notice &notice : m_log.book().notices) {
        if (notice.audience.admits(viewer.groups) && !notice.isExpired(now)
            && notice.sentAt() >= oldest)
            notices.append(notice);
    }
    return notices;
}

QByteArray Feed::synced(const Viewer &viewer)
{
    const Book &book = m_log.book();
    protocol::Synced message;
    message.epoch = book.epoch;
    message.position = m_log.position();
    message.source = m_source;
    if (viewer.viewOrders) {
        message.stats = m_dashboard.tell();
        message.dayStart = book.day.date;
        if (book.day.date.isValid())
            message.dayStats = toJson(book.day.stats);
    }
    return textFrame(protocol::encode(message));
}

} // namespace pressboard::server
