// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/push/dashboard.h"
#include "server/push/frame_run.h"
#include "server/push/push_counters.h"
#include "server/push/snapshot.h"
#include "server/push/viewer.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <QHash>

#include <map>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pressboard::server {

/// A stretch of the ring as the bytes of one kind of viewer.
struct Batch
{
    FrameRun run; ///< empty when nothing in the stretch is for this viewer
    QList<Ring::Serial> after; ///< the cursor behind each frame of it
    Ring::Serial end = 0; ///< the cursor behind the whole stretch
    qsizetype bytes = 0; ///< of the whole stretch, seen by the viewer or not
};

/// What the sessions send from. It cuts the ring and the book into bytes, once for all who see
/// the same: their groups count only as far as the entries, orders and notices in question name
/// them, so that what everyone sees is one set of bytes however many users there are.
class Feed
{
public:
    /// A batch stops growing here: what a slow client did not take is cut anew for it.
    static constexpr qsizetype batchBytes = 64 * 1024;
    /// As many stretches are kept for others to share; then all are cut anew.
    static constexpr qsizetype stretchesShared = 256;
    /// A snapshot this young is as good as a new one: what came since is in the ring. One that is
    /// still being written is young.
    static constexpr std::chrono::milliseconds snapshotShared{1000};
    /// Written at a time, and at once when a snapshot is asked for: some 5 ms of work.
    static constexpr int rowsAtATime = 500;

    /// `source` tells the state of the source at any time; `counters` counts snapshots. All must
    /// outlive the feed.
    Feed(const EventLog &log, const Clock &clock, const protocol::Source &source,
         Dashboard &dashboard, PushCounters &counters);

    const EventLog &log() const { return m_log; }
    const Ring &ring() const { return m_log.ring(); }

    /// From a cursor that is in the ring, as far as `until` or batchBytes. Entries this server
    /// derived are left out of a replay: the `synced` behind it tells what they told.
    enum class Mode : quint8 { Live, Replay };
    /// What is returned holds until forgetBatches(), or the next call.
    const Batch &batch(Ring::Serial from, Ring::Serial until, const Viewer &viewer, Mode mode);

    /// One that may not be ready yet; writeSnapshots() makes it so.
    std::shared_ptr<Snapshot> snapshot(const Viewer &viewer);
    /// Goes on for a while with one that is not ready and that somebody waits for.
    void writeSnapshots();
    /// Lets go of those that nobody else will get; whoever sends one keeps it as long as it needs.
    void forgetOldSnapshots();
    /// The frame that ends a replay up to the ring's end as it is now.
    QByteArray synced(const Viewer &viewer);

    /// When a turn begins: batches are shared within one turn.
    void forgetBatches();
    /// When the book was replaced.
    void forgetSnapshots() { m_snapshots.clear(); }

private:
    using Span = std::pair<Ring::Serial, Ring::Serial>;
    /// Batches by who sees them, the viewers already reduced.
    using Batches = std::unordered_map<Viewer, Batch, ViewerHash>;
    /// A stretch of the ring, the groups it names, and the batches cut from it so far.
    struct Stretch
    {
        Ring::Serial end = 0;
        qsizetype bytes = 0;
        QSet<QString> named;
        Batches live;
        Batches replay;
    };
    /// What the session before was given. Most see what the one before saw: then nothing has to
    /// be looked up, nor the viewer's groups to be touched where no entry names any.
    struct Latest
    {
        Span span;
        Mode mode = Mode::Live;
        bool namesGroups = false;
        Viewer::Dialect dialect = Viewer::Dialect::V1;
        bool viewOrders = false;
        const Batch *batch = nullptr;
    };
    /// `named` belongs to the snapshot: which groups made a difference when it was taken.
    struct Shared
    {
        QSet<QString> named;
        Viewer viewer;
        std::shared_ptr<Snapshot> snapshot;
        std::chrono::milliseconds readySince{0}; ///< monotonic; once it is ready
    };

    Stretch &stretch(Span span);
    bool isLatest(Span span, const Viewer &viewer, Mode mode) const;
    Batch cut(Ring::Serial from, Ring::Serial end, const Viewer &viewer, Mode mode) const;
    bool isShared(const Shared &shared) const;
    void write(Shared &shared);
    std::shared_ptr<Snapshot> take(const Viewer &viewer);
    QList<Notice> noticesFor(const Viewer &viewer) const;

    const EventLog &m_log;
    const Clock &m_clock;
    const protocol::Source &m_source;
    Dashboard &m_dashboard;
    PushCounters &m_counters;
    std::map<Span, Stretch> m_stretches; ///< of which `m_latest` points into one
    Latest m_latest;
    std::vector<Shared> m_snapshots;
};

} // namespace pressboard::server
