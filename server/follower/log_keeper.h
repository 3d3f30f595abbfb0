// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/acknowledged_entries.h"
#include "server/follower/deposed_master.h"
#include "server/follower/end_proof.h"
#include "server/follower/epoch_writer.h"
#include "server/follower/gap_bridge.h"
#include "server/follower/history_filler.h"
#include "server/follower/log_beginning.h"
#include "server/follower/log_follower.h"
#include "server/follower/log_inspector.h"
#include "server/follower/loss_report.h"
#include "server/follower/problem_list.h"
#include "server/follower/redis_requirements.h"
#include "server/follower/rights_probe.h"
#include "server/follower/source_watch.h"
#include "server/follower/stored_book.h"
#include "server/follower/unreadable_rows.h"
#include "server/follower/write_probe.h"
#include "server/ingest/entry_reader.h"
#include "server/log/event_log.h"
#include "server/log/log_options.h"
#include "server/redis/connection.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace pressboard::server {

/// Keeps the EventLog equal to the log in Redis: loads the book, fills the ring, reads on, and
/// asks all the time whether it is still our log. Whatever it finds is mended in one of three
/// ways: read on, load the book again, or write the book under a new epoch.
class LogKeeper : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the keeper. `reading` belongs to it alone; `commands` may be shared.
    /// Neither is opened here. From now on both insist on a master: a replica that is cut off would
    /// show its last data for ever.
    LogKeeper(redis::Connection &reading, redis::Connection &commands, EventLog &log,
              const Clock &clock, LogOptions options, QObject *parent = nullptr);

    /// The users as they were last read, to be written back into a Redis that lost everything.
    void setUsersBackup(std::function<EpochWriter::RawUsers()> backup);

    void start();
    void stop();
    /// Asks now whether it is still our log: after "new log" on the control channel, and when
    /// the writer was refused.
    void checkNow();

    /// Somebody has read as far as `claimed`, further than we: Redis is asked at once whether that
    /// is so. endDoubted() until we know; and when that takes long, the source is lost.
    void proveEnd(StreamId claimed);

    /// Everything that is in the log is in the EventLog; false while mending and catching up.
    bool isCurrent() const { return m_state == State::Following; }
    /// Entries were trimmed away before this server read them, and no book is past them yet.
    bool misses() const { return m_state == State::Missing; }
    /// Goes on without them, as the holder of this lease: no other server has them.
    void bridgeGap(const QByteArray &lease);
    /// Redis took an entry that this server published: the log has to show it.
    void acknowledged(StreamId id) { m_acknowledged.acknowledged(id); }
    /// For entries that are read from now on.
    void setReadingRules(ReadingRules rules) { m_reader.setRules(std::move(rules)); }
    const SourceWatch &source() const { return m_source; }
    /// To be called before anything is said of the source: this process may have slept since, and
    /// then nothing is known. The loop's turns begin with it.
    void checkSource() { m_source.check(); }
    const QList<Problem> &problems() const { return m_problems.all(); }
    /// Redis takes nothing new: why and what to do; empty while it does.
    QString writesObstacle() const;
    quint64 rejectedCount() const { return m_rejected; } ///< since start

Q_SIGNALS:
    void becameCurrent();
    /// Whether it is not known if there is more in the log than was read here.
    void endDoubted(bool doubted);
    void sourceLive(pressboard::Moment since);
    void sourceLost(pressboard::Moment since);
    /// What the log lost last; nullopt: nothing, or more than a day ago.
    void lossChanged(const std::optional<pressboard::protocol::Loss> &loss);
    /// What Redis' clock shows now, told every few seconds, and before anything is read.
    void timeTold(pressboard::Moment now);
    /// As WriteProbe::changed().
    void writesChanged(const QString &cause);
    /// Found before anything was served, and waiting will not mend it.
    void refused(const pressboard::Error &error);
    /// An entry of which not everything could be read. Not for those of the past.
    void foundOdd(const QString &type, const QList<pressboard::Oddity> &oddities);
    /// An entry that could not be read. Not for those of the past, found again at a start.
    void rejected(const pressboard::server::Rejected &entry);
    /// The EventLog stands where the book in Redis stands; not `stored`: there is none yet.
    void bookLoaded(bool stored);
    /// misses() began: whoever writes has nothing to write any more.
    void foundMissing();
    /// The book in Redis was seen at this position.
    void checkpointSeen(pressboard::StreamId position);
    /// The log is ours, but there is no book beside it: not yet, or not any more.
    void checkpointMissing();

private:
    enum class State {
        Stopped,
        Away, ///< a connection is not ready
        Refused, ///< asked again at every condition check
        Checking, ///< nothing is read until it is known whose log this is
        Loading, ///< HGETALL is under way
        Missing, ///< nothing is read until a book is past what was missed, or nobody has it
        Mending, ///< a book is being written under a new epoch
        FillingHistory,
        CatchingUp,
        Following,
    };

    void onConnection();
    void begin();
    void pause();
    void watch();

    void onRequirementsKnown();
    void refuse(const QString &why);

    void onOverwritten();
    void applyRemedy(const LogState &state, Remedy remedy);
    void readOn(const LogState &state);
    void onAcknowledgedMissing(StreamId id);
    void watchDeposed();
    bool tellUntoldLoss(const LogState &state);
    void writeUnderNewEpoch(const LogState &state, StoredBook stored);
    void learnPlace(const LogState &state);
    OptionalMoment readUntil() const;
    void onMissed(const LogState &state);
    void onBridged(const LogPlace &before, const QList<redis::StreamEntry> &entries);
    void catchUp();
    void onProofOverdue();
    void onNoNews();
    void applyEntries(const QList<redis::StreamEntry> &entries);
    void onCaughtUp();
    void onStrayed();
    void readOnAnotherConnection();
    void onReadFailed(const QString &reason);

    void load();
    void handleBook(const redis::Reply &reply);
    void rebuild(StoredBook rows);
    void adopt(StoredBook stored);
    void beginWithoutBook();
    void beginEmpty(const QString &epoch);
    void onCannotBegin(const QString &why);

    void restore(const LogState &state);
    void moveEpoch(StoredBook stored);
    void onEpochMoved(const StoredBook &stored);

    void inspectAgain();
    /// A callback that is dropped when the keeper has begun again since.
    redis::Connection::Callback guarded(std::function<void(const redis::Reply &)> callback);

    redis::Connection &m_reading;
    redis::Connection &m_commands;
    EventLog &m_log;
    LogOptions m_options;
    EntryReader m_reader;
    LogTrail m_trail;
    LogFollower m_follower;
    HistoryFiller m_history;
    EpochWriter m_epochWriter;
    SourceWatch m_source;
    ProblemList m_problems;
    UnreadableRows m_unreadable;
    RedisRequirements m_requirements;
    RightsProbe m_rightsProbe;
    LogInspector m_inspector;
    WriteProbe m_writeProbe;
    LogBeginning m_beginning;
    GapBridge m_gap;
    EndProof m_endProof;
    LossReport m_loss;
    AcknowledgedEntries m_acknowledged;
    std::vector<std::unique_ptr<DeposedMaster>> m_deposed; ///< one failover may follow another
    redis::Endpoint m_master; ///< that the sentinels named
    QTimer m_checkTimer;
    QTimer m_conditionsTimer;
    QTimer m_silenceTimer;
    State m_state = State::Stopped;
    redis::Generation m_generation;
    bool m_loaded = false; ///< the EventLog holds a book of this log
    QSet<QString> m_pastEpochs; ///< that this log had, as far as this server remembers
    QString m_seenEpoch; ///< in Redis, when nothing was loaded yet
    bool m_logHasBeginning = false; ///< as m_seenEpoch
    int m_bookAwaited = 0; ///< checks that found no book, at the start
    std::optional<protocol::Loss> m_untold; ///< entries that are in no log, and nobody told of
    std::optional<protocol::Loss> m_newLoss; ///< goes with the book that is being loaded
    bool m_strayed = false; ///< it is being asked what that means
    bool m_moveEpoch = false; ///< the book being loaded goes under a new epoch
    bool m_wasCurrent = false;
    quint64 m_rejected = 0;
};

} // namespace pressboard::server
