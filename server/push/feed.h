// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/push/viewer.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <QHash>
#include <QTimeZone>

#include <functional>
#include <memory>

namespace pressboard::server {

/// A stretch of the ring as the bytes of one kind of viewer.
struct Batch
{
    QByteArray frames; ///< empty when nothing in the stretch is for this viewer
    Ring::Serial end = 0; ///< the cursor after it
    StreamId position; ///< of the last entry in it, seen by the viewer or not
};

/// The book as one kind of viewer sees it, at one moment.
struct Snapshot
{
    QList<QByteArray> parts; ///< frames
    QByteArray synced; ///< the frame that ends it
    Ring::Serial cursor = 0; ///< the first entry that is not in it
    StreamId position;
    std::chrono::milliseconds taken{0}; ///< monotonic
};

/// What the sessions send from. It cuts the ring and the book into bytes, once for all who see
/// the same: their groups count only as far as the entries, orders and notices in question name
/// them, so that "everyone" stays one set of bytes however many users there are.
class Feed
{
public:
    /// A batch stops growing here: a slow client holds no more than this and its high water.
    static constexpr qsizetype batchBytes = 64 * 1024;
    /// A snapshot this young is as good as a new one: what came since is in the ring.
    static constexpr std::chrono::milliseconds snapshotShared{1000};

    /// `source` tells the state of the source at any time. All must outlive the feed.
    Feed(const EventLog &log, const Clock &clock, QTimeZone shopZone,
         std::function<protocol::Source()> source);

    const EventLog &log() const { return m_log; }
    const Ring &ring() const { return m_log.ring(); }
    QDate today() const; ///< the shop's

    /// From a cursor that is in the ring, as far as `until` or batchBytes. Entries this server
    /// derived are left out of a replay: `synced` tells what they told.
    enum class Mode : quint8 { Live, Replay };
    Batch batch(Ring::Serial from, Ring::Serial until, const Viewer &viewer, Mode mode);

    std::shared_ptr<const Snapshot> snapshot(const Viewer &viewer);
    /// The frame that ends a replay up to the ring's end as it is now.
    QByteArray synced(const Viewer &viewer);

    /// Called when a turn begins: batches are shared within one turn.
    void forgetBatches() { m_stretches.clear(); }
    void forgetSnapshots() { m_snapshots.clear(); }
    /// The numbers that some `synced` told since this was asked last; for NumbersPacer.
    std::optional<QJsonObject> takeNumbersTold();

private:
    struct StretchKey
    {
        Ring::Serial from;
        Ring::Serial until;
        bool operator==(const StretchKey &) const = default;
    };
    friend size_t qHash(const StretchKey &key, size_t seed) noexcept
    {
        return qHashMulti(seed, key.from, key.until);
    }
    /// A stretch of the ring, the groups it names, and the batches cut from it so far.
    struct Stretch
    {
        Ring::Serial end = 0;
        QSet<QString> named;
        QHash<Viewer, QByteArray> live;
        QHash<Viewer, QByteArray> replay;
    };

    Stretch &stretch(Ring::Serial from, Ring::Serial until);
    QByteArray cut(Ring::Serial from, Ring::Serial end, const Viewer &viewer, Mode mode) const;
    std::shared_ptr<const Snapshot> takeSnapshot(const Viewer &viewer);
    void refreshNamedInBook();

    const EventLog &m_log;
    const Clock &m_clock;
    QTimeZone m_zone;
    std::function<protocol::Source()> m_source;
    QHash<StretchKey, Stretch> m_stretches;
    QHash<Viewer, std::shared_ptr<const Snapshot>> m_snapshots;
    QSet<QString> m_namedInBook;
    std::optional<QJsonObject> m_numbersTold;
};

} // namespace pressboard::server
