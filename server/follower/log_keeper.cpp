// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_keeper.h"

#include "server/logging/logging.h"
#include "shared/base/random_id.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <utility>

namespace pressboard::server {

/// HGETALL of a book of many thousand orders.
static constexpr std::chrono::seconds wholeBookTime{60};
/// In this time a writer that lives has written a book that is gone: it checkpoints each 5 s.
static constexpr std::chrono::seconds bookPatience{15};
/// Failovers that follow each other so closely are a sick network's.
static constexpr std::size_t mostDeposed = 4;

LogKeeper::LogKeeper(redis::Connection &reading, redis::Connection &commands, EventLog &log,
                     const Clock &clock, LogOptions options, QObject *parent)
    : QObject(parent)
    , m_reading(reading)
    , m_commands(commands)
    , m_log(log)
    , m_options(std::move(options))
    , m_reader({m_options.timezone, m_options.statusWords, m_options.customFields})
    , m_follower(reading, commands, m_options.keys, log)
    , m_history(commands, m_options.keys.events(), log, m_trail, m_reader)
    , m_epochWriter(commands, m_options.keys)
    , m_source(clock, m_options.silenceLimit)
    , m_unreadable(log, m_problems)
    , m_requirements(commands, m_problems)
    , m_rightsProbe(commands, m_options.keys, m_problems)
    , m_inspector(commands, m_options.keys, log, m_problems)
    , m_writeProbe(commands, m_options.keys, m_problems)
    , m_beginning(commands, m_options.keys)
    , m_gap(commands, m_options.keys, log, m_problems)
    , m_loss(log, m_trail)
    , m_acknowledged(commands, m_options.keys.events(), m_trail)
{
    connect(&m_follower, &LogFollower::entriesRead, this, &LogKeeper::applyEntries);
    connect(&m_follower, &LogFollower::caughtUp, this, &LogKeeper::onCaughtUp);
    connect(&m_follower, &LogFollower::timedOut, this, &LogKeeper::onNoNews);
    connect(&m_follower, &LogFollower::strayed, this, &LogKeeper::onStrayed);
    connect(&m_follower, &LogFollower::failed, this, &LogKeeper::onReadFailed);
    connect(&m_history, &HistoryFiller::filled, this, &LogKeeper::catchUp);
    connect(&m_epochWriter, &EpochWriter::moved, this, &LogKeeper::onEpochMoved);
    connect(&m_epochWriter, &EpochWriter::overtaken, this, &LogKeeper::inspectAgain);
    connect(&m_epochWriter, &EpochWriter::failed, this, &LogKeeper::onReadFailed);
    connect(&m_requirements, &RedisRequirements::answered, this, &LogKeeper::onRequirementsKnown);
    connect(&m_inspector, &LogInspector::answered, &m_source, &SourceWatch::heard);
    connect(&m_inspector, &LogInspector::timeTold, this, &LogKeeper::timeTold);
    connect(&m_inspector, &LogInspector::inspected, this, &LogKeeper::applyRemedy);
    connect(&m_inspector, &LogInspector::foundOverwritten, this, &LogKeeper::onOverwritten);
    connect(&m_source, &SourceWatch::wentLive, this, &LogKeeper::sourceLive);
    connect(&m_source, &SourceWatch::wentLost, this, &LogKeeper::sourceLost);
    connect(&m_source, &SourceWatch::slept, this, &LogKeeper::onConnection);
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, &m_source,
            &SourceWatch::wake);
    for (redis::Connection *connection : {&reading, &commands}) {
        connection->insistOnMaster(m_options.keys.absent());
        connect(connection, &redis::Connection::becameReady, this, &LogKeeper::onConnection);
        connect(connection, &redis::Connection::becameLost, this, &LogKeeper::onConnection);
    }
    connect(&m_beginning, &LogBeginning::begun, this, &LogKeeper::beginEmpty);
    connect(&m_beginning, &LogBeginning::failed, this, &LogKeeper::onCannotBegin);
    connect(&m_gap, &GapBridge::bridged, this, &LogKeeper::onBridged);
    connect(&m_endProof, &EndProof::wanted, this, [this] { Q_EMIT endDoubted(true); });
    connect(&m_endProof, &EndProof::given, this, [this] { Q_EMIT endDoubted(false); });
    connect(&m_endProof, &EndProof::overdue, this, &LogKeeper::onProofOverdue);
    connect(&m_loss, &LossReport::changed, this, &LogKeeper::lossChanged);
    connect(&m_acknowledged, &AcknowledgedEntries::missing, this,
            &LogKeeper::onAcknowledgedMissing);
    connect(&m_writeProbe, &WriteProbe::changed, this, &LogKeeper::writesChanged);
    connect(&m_checkTimer, &QTimer::timeout, this, &LogKeeper::watch);
    connect(&m_conditionsTimer, &QTimer::timeout, &m_requirements, &RedisRequirements::inspect);
    connect(&m_conditionsTimer, &QTimer::timeout, &m_rightsProbe, &RightsProbe::probe);
    connect(&m_silenceTimer, &QTimer::timeout, &m_source, &SourceWatch::check);
}

void LogKeeper::setUsersBackup(std::function<EpochWriter::RawUsers()> backup)
{
    m_epochWriter.setUsersBackup(std::move(backup));
}

QString LogKeeper::writesObstacle() const
{
    const Problem *problem = m_problems.find(Problem::Kind::NotWritable);
    return problem ? problem->text : QString();
}

void LogKeeper::start()
{
    m_state = State::Away;
    m_checkTimer.start(m_options.checkInterval);
    m_conditionsTimer.start(m_options.conditionsInterval);
    m_silenceTimer.start(m_options.silenceLimit / 8);
    onConnection();
}

void LogKeeper::stop()
{
    pause();
    m_state = State::Stopped;
    m_checkTimer.stop();
    m_conditionsTimer.stop();
    m_silenceTimer.stop();
    m_deposed.clear();
}

void LogKeeper::pause()
{
    m_generation.begin();
    m_requirements.stop();
    m_rightsProbe.stop();
    m_inspector.stop();
    m_writeProbe.stop();
    m_beginning.stop();
    m_gap.stop();
    m_endProof.askAgain();
    m_strayed = false;
    m_moveEpoch = false;
    m_follower.stop();
    m_history.stop();
    m_epochWriter.stop();
}

void LogKeeper::onConnection()
{
    if (m_state == State::Stopped)
        return;
    pause();
    m_state = State::Away;
    if (m_commands.isReady())
        watchDeposed();
    if (m_reading.isReady() && m_commands.isReady()) {
        m_requirements.inspect();
        m_rightsProbe.probe();
        m_writeProbe.probe();
    } else {
        m_source.setLost();
    }
}

redis::Connection::Callback LogKeeper::guarded(std::function<void(const redis::Reply &)> callback)
{
    return m_generation.guard([this, callback = std::move(callback)](const redis::Reply &reply) {
        if (reply.isLost())
            return; // the keeper begins again
        m_source.heard();
        callback(reply);
    });
}

// --- Is this Redis fit to hold a log?

void LogKeeper::onRequirementsKnown()
{
    m_source.heard();
    if (m_state != State::Away && m_state != State::Refused)
        return;
    const Problem *unfit = m_problems.find(Problem::Kind::TooOld);
    if (!unfit)
        unfit = m_problems.find(Problem::Kind::Eviction);
    if (unfit && !m_wasCurrent)
        refuse(unfit->text);
    else
        inspectAgain();
}

void LogKeeper::refuse(const QString &why)
{
    if (m_state == State::Refused)
        return;
    m_state = State::Refused;
    m_source.setLost();
    qCCritical(lcLog).noquote() << why;
    Q_EMIT refused(Error{why});
}

// --- Is it still our log?

void LogKeeper::watch()
{
    m_commands.checkMaster();
    m_writeProbe.probe();
    checkNow();
}

void LogKeeper::checkNow()
{
    const bool mayAsk = m_state == State::Following || m_state == State::Checking || misses();
    if (mayAsk && !m_inspector.isInspecting())
        m_inspector.inspect();
}

void LogKeeper::proveEnd(StreamId claimed)
{
    m_endProof.demand(claimed);
    // Not what was asked before we heard of it.
    if (m_state == State::Following || m_state == State::Checking || misses())
        m_inspector.inspect();
}

void LogKeeper::onProofOverdue()
{
    qCWarning(lcLog) << "a client has read further than this server, and Redis does not say "
                        "whether it is right: the boards may be old";
    m_source.setLost();
}

void LogKeeper::inspectAgain()
{
    m_state = State::Checking;
    m_inspector.inspect();
}

void LogKeeper::onOverwritten()
{
    // What follows the log follows it on; everything else waits until the key is ours again.
    if (m_state == State::Following)
        m_source.setLiveIfReading();
    else
        m_source.setLost();
}

void LogKeeper::applyRemedy(const LogState &state, Remedy remedy)
{
    // Nobody makes an epoch twice: one that was before ours came back with a backup.
    if (remedy == Remedy::Reload && m_pastEpochs.contains(state.epoch))
        remedy = Remedy::Older;
    if (!m_loaded) {
        m_seenEpoch = state.epoch;
        m_logHasBeginning = state.fromStart;
        load();
        return;
    }
    const bool strayed = std::exchange(m_strayed, false);
    switch (remedy) {
    case Remedy::Ours:
        strayed ? readOnAnotherConnection() : readOn(state);
        return;
    case Remedy::Missed:
        onMissed(state);
        return;
    case Remedy::Reload:
        qCWarning(lcLog) << "the book in Redis is ahead of this server: loading it";
        load();
        return;
    case Remedy::Older:
        qCWarning(lcLog)
            << "Redis holds an older log than it did: it is the truth, under a new epoch";
        m_newLoss = state.holdsPlace ? m_log.loss() : m_loss.foundIn(state, readUntil());
        load();
        m_moveEpoch = true; // what load() begins ends in moveEpoch()
        return;
    case Remedy::Restore:
        qCWarning(lcLog) << "Redis lost the log's past: writing the book back under a new epoch";
        restore(state);
        return;
    }
}

void LogKeeper::readOn(const LogState &state)
{
    learnPlace(state);
    m_loss.forgetOld(state.time);
    m_acknowledged.check(m_log.position());
    m_acknowledged.checkEnd(state.lastGenerated);
    if (tellUntoldLoss(state))
        return;
    m_gap.close();
    m_gap.settle();
    m_endProof.onInspected(state.lastGenerated, m_log.position());
    if (state.book)
        Q_EMIT checkpointSeen(state.book->position);
    else
        Q_EMIT checkpointMissing();
    if (m_state == State::Following) {
        if (!m_endProof.isWanted())
            m_source.setLiveIfReading(); // after a silence
    } else if (m_history.isWanted()) {
        m_state = State::FillingHistory;
        m_history.fill(state.fromStart);
    } else {
        catchUp();
    }
}

void LogKeeper::onAcknowledgedMissing(StreamId id)
{
    qCWarning(lcLog).noquote() << "Redis acknowledged" << id.toString()
                               << "and the log does not hold it";
    const Moment when = momentOf(id);
    const protocol::Loss untold = m_untold.value_or(protocol::Loss{when, when});
    m_untold = {std::min(untold.from, when), std::max(untold.to, when)};
}

void LogKeeper::watchDeposed()
{
    const redis::Endpoint before = std::exchange(m_master, m_commands.master());
    if (before.host.isEmpty() || before == m_master)
        return;
    std::erase_if(m_deposed, [](const auto &deposed) { return !deposed->isWatching(); });
    if (m_deposed.size() == mostDeposed)
        m_deposed.erase(m_deposed.begin());
    DeposedMaster &deposed =
        *m_deposed.emplace_back(std::make_unique<DeposedMaster>(m_options.keys));
    connect(&deposed, &DeposedMaster::took, &m_acknowledged, &AcknowledgedEntries::acknowledged);
    deposed.watch(before, m_log.position());
}

/// Whoever told of the loss first did not know what a master that was cut off acknowledged here.
bool LogKeeper::tellUntoldLoss(const LogState &state)
{
    const auto untold = std::exchange(m_untold, {});
    const auto told = m_log.loss();
    if (!untold || (told && told->from <= untold->from && untold->to <= told->to))
        return false;
    pause();
    StoredBook stored{m_log.book(), m_log.steadySince(), m_log.place(), {}, {}};
    stored.loss = m_loss.since(untold->from, state.time);
    writeUnderNewEpoch(state, std::move(stored));
    return true;
}

/// What a checkpoint of an earlier version does not tell, and what changed with the log's own past.
void LogKeeper::learnPlace(const LogState &state)
{
    LogPlace place = m_log.place();
    if (place.id != state.position)
        return; // it was read on since
    if (place.fingerprint.isEmpty())
        place.fingerprint = state.fingerprint;
    if (state.added && state.behind)
        place.added = *state.added - *state.behind;
    m_log.setPlace(place);
}

OptionalMoment LogKeeper::readUntil() const
{
    return m_wasCurrent ? m_source.readUntil() : OptionalMoment();
}

// --- Entries that were never seen

void LogKeeper::onMissed(const LogState &state)
{
    pause();
    m_state = State::Missing;
    m_source.setLost();
    if (m_gap.found(state))
        Q_EMIT foundMissing();
}

void LogKeeper::bridgeGap(const QByteArray &lease)
{
    if (misses() && !m_inspector.isInspecting())
        m_gap.bridge(lease);
}

/// As if what is missing had never been there: the place before the oldest entry that is left is
/// ours, by the number of those that were added up to it.
void LogKeeper::onBridged(const LogPlace &before, const QList<redis::StreamEntry> &entries)
{
    qCWarning(lcLog).noquote() << "no server has what was trimmed behind" << before.id.toString()
                               << "- going on without it";
    pause();
    m_log.setPlace(before);
    applyEntries(entries);
    catchUp();
}

// --- Reading on

void LogKeeper::catchUp()
{
    m_state = State::CatchingUp;
    m_follower.start();
}

void LogKeeper::onNoNews()
{
    m_source.heardReading();
    checkNow();
}

void LogKeeper::applyEntries(const QList<redis::StreamEntry> &entries)
{
    m_source.heardReading();
    const LogPlace place = m_log.place().after(entries);
    for (const redis::StreamEntry &entry : entries) {
        m_trail.append(entry);
        const auto read = m_reader.read(entry);
        if (const auto *event = std::get_if<Event>(&read)) {
            m_log.append(*event);
            if (!event->oddities.isEmpty())
                Q_EMIT foundOdd(event->type, event->oddities);
            continue;
        }
        m_log.skip(entry.id);
        ++m_rejected;
        Q_EMIT rejected(std::get<Rejected>(read));
    }
    m_log.setPlace(place);
    m_endProof.onRead(place.id);
    m_acknowledged.check(place.id);
}

void LogKeeper::onCaughtUp()
{
    m_state = State::Following;
    m_wasCurrent = true;
    m_problems.clear(Problem::Kind::NotReadable);
    qCInfo(lcLog).noquote() << "the log is read to its end, at" << m_log.position().toString();
    m_source.setLive();
    Q_EMIT becameCurrent();
}

void LogKeeper::onStrayed()
{
    pause();
    m_strayed = true;
    inspectAgain();
}

/// The log is ours, but not where it is read: a proxy leads the two connections to different Redis.
void LogKeeper::readOnAnotherConnection()
{
    qCWarning(lcLog) << "the log is read from another Redis than it is asked for: connecting again";
    pause();
    m_state = State::Away;
    m_source.setLost();
    m_reading.close();
    m_reading.open();
}

void LogKeeper::onReadFailed(const QString &reason)
{
    pause();
    m_state = State::Checking;
    // So Redis says that the key went away, or has another type: the inspection tells what that
    // means. Anything else is tried again at the next check.
    const bool unblocked = reason.startsWith(QLatin1StringView("UNBLOCKED"));
    if (!unblocked)
        m_source.setLost();
    if (unblocked || reason.startsWith(QLatin1StringView("WRONGTYPE")))
        m_inspector.inspect();
    else
        m_problems.set(Problem::Kind::NotReadable,
                       QStringLiteral("Redis does not let the log be read on: %1").arg(reason));
}

// --- Loading

void LogKeeper::load()
{
    pause();
    m_state = State::Loading;
    m_commands.command({"HGETALL", m_options.keys.book()}, this,
                       guarded([this](const redis::Reply &reply) { handleBook(reply); }),
                       wholeBookTime);
}

void LogKeeper::handleBook(const redis::Reply &reply)
{
    auto stored = StoredBook::fromReply(reply);
    if (!stored && (stored.error().transient || m_wasCurrent)) {
        onReadFailed(stored.error().message); // the boards keep what they have, and say so
    } else if (auto rows = stored ? std::nullopt : StoredBook::rowsWithoutMeta(reply);
               rows && m_logHasBeginning) {
        rebuild(std::move(*rows));
    } else if (!stored) {
        m_problems.set(Problem::Kind::Refused, stored.error().message);
        refuse(stored.error().message);
    } else if (!stored.value()) {
        m_loaded ? inspectAgain() : beginWithoutBook();
    } else if (m_moveEpoch) {
        moveEpoch(std::move(*stored.value()));
    } else {
        adopt(std::move(*stored.value()));
        m_history.want();
        inspectAgain();
    }
}

/// A log that lost its beginning means nothing without its book, and a server that lives writes
/// that again. Only when nobody does, what is left of the log is all there is.
void LogKeeper::beginWithoutBook()
{
    const bool isWhole = m_logHasBeginning || m_seenEpoch.isEmpty();
    if (isWhole || m_bookAwaited * m_options.checkInterval >= bookPatience) {
        m_beginning.begin();
        return;
    }
    ++m_bookAwaited;
    m_state = State::Checking; // the next check loads again
    m_problems.set(
        Problem::Kind::NotReadable,
        QStringLiteral("The checkpoint is missing, and the log does not hold its "
                       "beginning any more: waiting for a server that writes it again."));
}

/// The orders are kept and not only replayed: a log begun with "new-log" holds just what changed
/// in them since.
void LogKeeper::rebuild(StoredBook rows)
{
    qCWarning(lcLog) << "the checkpoint is damaged: building the book anew, from its orders and "
                        "the log from its beginning on, under a new epoch";
    m_state = State::Mending;
    rows.book.epoch = QString::fromLatin1(randomId());
    m_epochWriter.writeWhole(m_seenEpoch, rows);
}

void LogKeeper::adopt(StoredBook stored)
{
    m_unreadable.set(stored.unreadable);
    if (m_loaded && m_log.book().epoch != stored.book.epoch)
        m_pastEpochs.insert(m_log.book().epoch);
    m_loaded = true;
    m_log.reset(std::move(stored.book), stored.steadySince);
    m_log.setPlace(stored.place);
    m_trail.startAt(stored.place);
    m_loss.set(stored.loss);
    m_gap.close();
    m_endProof.withdraw();
    Q_EMIT bookLoaded(true);
}

void LogKeeper::beginEmpty(const QString &epoch)
{
    Book book;
    book.epoch = epoch;
    m_loaded = true;
    m_log.reset(std::move(book));
    m_trail.startAt({});
    Q_EMIT bookLoaded(false);
    inspectAgain();
}

/// Tried again at the next check.
void LogKeeper::onCannotBegin(const QString &why)
{
    m_state = State::Checking;
    m_source.setLost();
    m_problems.set(Problem::Kind::NotReadable, why);
}

// --- A new epoch

void LogKeeper::restore(const LogState &state)
{
    pause();
    StoredBook stored{m_log.book(), m_log.steadySince(), m_log.place(), {}, {}};
    stored.loss = m_log.loss();
    if (!state.holdsPlace) {
        stored = {withoutPositions(stored.book), {}, {}, {}, {}};
        stored.loss = m_loss.foundIn(state, readUntil());
    }
    writeUnderNewEpoch(state, std::move(stored));
}

void LogKeeper::writeUnderNewEpoch(const LogState &state, StoredBook stored)
{
    m_state = State::Mending;
    stored.book.epoch = QString::fromLatin1(randomId());
    m_epochWriter.writeWhole(state.epoch, stored);
}

void LogKeeper::moveEpoch(StoredBook stored)
{
    m_moveEpoch = false;
    stored.loss = std::exchange(m_newLoss, {});
    m_state = State::Mending;
    const QString seen = stored.book.epoch;
    stored.book.epoch = QString::fromLatin1(randomId());
    m_epochWriter.writeMeta(seen, stored);
}

void LogKeeper::onEpochMoved(const StoredBook &stored)
{
    adopt(stored);
    m_history.forget(); // nothing before a new epoch can be resumed from
    catchUp();
}

} // namespace pressboard::server
