// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/push/viewer.h"
#include "server/wire/frame_run.h"

#include <QList>
#include <QSet>
#include <QString>

#include <map>
#include <unordered_map>
#include <utility>

namespace pressboard::server {

/// A stretch of the ring as the bytes of one kind of viewer.
struct Batch
{
    FrameRun run; ///< empty when nothing in the stretch is for this viewer
    QList<Ring::Serial> after; ///< the cursor behind each frame of it
    Ring::Serial end = 0; ///< the cursor behind the whole stretch
    qsizetype bytes = 0; ///< of the whole stretch, seen by the viewer or not
};

/// Cuts the ring into the bytes that sessions send, once for all who see the same: their groups
/// count only as far as the entries in question name them, so that what everyone sees is one set
/// of bytes however many users there are.
class Feed
{
public:
    /// A batch ends with the entry that reaches this size. As much as a client's kernel takes
    /// before the client has read any of it (Linux: tcp_rmem); what a slow client did not take is
    /// cut anew for it.
    static constexpr qsizetype batchBytes = 128 * 1024;
    /// So many stretches are kept for others to share; one more, and all are forgotten. Clients
    /// that resume from many different positions share little. Cutting the ring at fixed places
    /// for them would cost each a write more, and what is cut in one turn is bounded anyway: by
    /// CatchUpBudget.
    static constexpr qsizetype stretchesShared = 256;

    /// `log` must outlive the feed.
    explicit Feed(const EventLog &log);

    const EventLog &log() const { return m_log; }
    const Ring &ring() const { return m_log.ring(); }

    /// From a cursor that is in the ring, as far as `until` or batchBytes. Entries this server
    /// derived are left out of a replay: the `synced` behind it tells what they told.
    enum class Mode : quint8 { Live, Replay };
    /// What is returned holds until forget(), or the next call.
    const Batch &batch(Ring::Serial from, Ring::Serial until, const Viewer &viewer, Mode mode);

    /// When a turn begins: batches are shared within one turn.
    void forget();

    /// So many frames of a batch were given to a client. It stands here because sending reads the
    /// feed anyway.
    void countDelivered(qsizetype frames) { m_delivered += quint64(frames); }
    quint64 delivered() const { return m_delivered; }

private:
    using Span = std::pair<Ring::Serial, Ring::Serial>;
    /// Batches by who sees them, the viewers already reduced.
    using Batches = std::unordered_map<Viewer, Batch, ViewerHash>;
    /// A stretch of the ring, the groups it names, and the batches cut from it so far.
    struct Stretch
    {
        Ring::Serial end = 0;
        qsizetype bytes = 0;
        bool hasTextIds = false;
        bool hasSettlements = false;
        QSet<QString> named;
        Batches live;
        Batches replay;
    };
    /// The batch of the session before. Most sessions see what the one before saw: then nothing is
    /// searched, and where no entry names groups the viewer's are not even read.
    struct Latest
    {
        Span span;
        Mode mode = Mode::Live;
        bool namesGroups = false;
        bool hasTextIds = false;
        Viewer::Dialect dialect = Viewer::Dialect::V1;
        bool viewOrders = false;
        bool textIds = false;
        bool hasSettlements = false;
        bool alarms = false;
        const Batch *batch = nullptr;
    };

    Stretch &stretchOf(Span span);
    bool isLatest(Span span, const Viewer &viewer, Mode mode) const;
    Batch cut(Ring::Serial from, Ring::Serial end, const Viewer &viewer, Mode mode) const;

    const EventLog &m_log;
    std::map<Span, Stretch> m_stretches; ///< of which `m_latest` points into one
    Latest m_latest;
    quint64 m_delivered = 0;
};

} // namespace pressboard::server
