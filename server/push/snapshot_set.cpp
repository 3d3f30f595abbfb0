// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/snapshot_set.h"

#include "shared/base/limits.h"
#include "shared/protocol/text_ids.h"

#include <algorithm>

namespace pressboard::server {

template<typename Rows> static QSet<QString> groupsNamedBy(const Rows &rows)
{
    QSet<QString> named;
    for (const auto &row : rows)
        row.audience.addTo(named);
    return named;
}

static QList<Notice> currentNotices(const Book &book, Moment now)
{
    const Moment oldest = now - std::chrono::days(limits::noticeDays);
    QList<Notice> notices;
    for (const Notice &notice : book.notices) {
        if (!notice.isExpired(now) && notice.sentAt() >= oldest)
            notices.append(notice);
    }
    return notices;
}

static bool namesTextIds(const Book &book)
{
    const auto names = [](const Notice &notice) { return protocol::hasTextIds(notice); };
    return book.hasTextIds() || std::any_of(book.notices.begin(), book.notices.end(), names);
}

static QList<Notice> withoutTextIds(QList<Notice> notices)
{
    for (Notice &notice : notices) {
        if (protocol::hasTextIds(notice))
            notice.data = protocol::noticeWithoutTextIds(notice.data);
    }
    return notices;
}

SnapshotSet::SnapshotSet(const Book &book, const Viewer &viewer, Moment now, Snapshot::End end)
    : m_hasTextIds(namesTextIds(book))
    , m_namedByOrders(groupsNamedBy(book.orders()))
    , m_viewer(reduced(viewer, m_namedByOrders))
    , m_notices(currentNotices(book, now))
    , m_end(std::move(end))
{
    if (!m_viewer.textIds)
        m_notices = withoutTextIds(std::move(m_notices));
    m_namedByNotices = groupsNamedBy(m_notices);
    const Snapshot::Notices own = noticesFor(viewer);
    m_book = std::make_shared<EncodedBook>(book, m_viewer, own ? QList<Notice>() : m_notices,
                                           own ? own->count() : 0);
}

Viewer SnapshotSet::reduced(const Viewer &viewer, const QSet<QString> &groups) const
{
    Viewer kind = viewer.reducedTo(groups);
    kind.textIds = kind.textIds || !m_hasTextIds;
    kind.alarms = true; // who took one stands beside it, whoever knows what that means
    return kind;
}

Snapshot::Notices SnapshotSet::noticesFor(const Viewer &viewer) const
{
    if (m_namedByNotices.isEmpty())
        return std::nullopt;
    protocol::SnapshotEncoder encoder;
    for (const Notice &notice : m_notices) {
        if (notice.audience.admits(viewer.groups))
            encoder.add(notice);
    }
    return encoder;
}

std::shared_ptr<Snapshot> SnapshotSet::snapshotFor(const Viewer &viewer)
{
    if (reduced(viewer, m_namedByOrders) != m_viewer)
        return nullptr;
    const Viewer kind = reduced(viewer, m_namedByNotices);
    const auto found = m_snapshots.find(kind);
    if (found != m_snapshots.end())
        return found->second;
    Snapshot::Notices own = noticesFor(kind);
    if (own && own->count() != m_book->partsBehind())
        return nullptr;
    const auto snapshot = std::make_shared<Snapshot>(m_book, std::move(own), m_end);
    m_snapshots.emplace(kind, snapshot);
    return snapshot;
}

qsizetype SnapshotSet::bytes() const
{
    qsizetype sum = m_book->isReady() ? std::as_const(*m_book).parts().bytes() : 0;
    for (const auto &kept : m_snapshots)
        sum += kept.second->ownBytes();
    return sum;
}

void SnapshotSet::drop()
{
    for (const auto &kept : m_snapshots)
        kept.second->drop();
}

bool SnapshotSet::isWanted() const
{
    return std::any_of(m_snapshots.begin(), m_snapshots.end(),
                       [](const auto &kept) { return kept.second.use_count() > 1; });
}

} // namespace pressboard::server
