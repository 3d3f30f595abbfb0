// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/writer.h"

#include "server/logging/logging.h"
#include "server/scripts/scripts.h"
#include "server/writer/entry_fields.h"
#include "server/writer/redis_publisher.h"
#include "server/writer/retirement.h"

#include <QJsonArray>

namespace pressboard::server {

using namespace std::chrono_literals;

/// Removed with one script: Redis does nothing else meanwhile.
static constexpr int trimBatch = 1000;
/// Retired at once; more wait for the next time.
static constexpr qsizetype retireBatch = 100;
static constexpr auto retireInterval = 60s;
/// Time for a day mark to come back through the log before it is tried again.
static constexpr auto dayRetry = 10s;
/// Longer than a shop's day.
static constexpr auto dayRefKept = 48h;

Writer::Writer(redis::Connection &commands, EventLog &log, LogKeeper &keeper, const Clock &clock,
               LogOptions options, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_log(log)
    , m_keeper(keeper)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_lease(commands, m_options.keys, clock, m_options.leaseTime)
    , m_checkpoint(commands, m_options.keys, log, m_lease)
    , m_rejected(commands, m_options.keys, m_lease)
{
    connect(&log, &EventLog::applied, this, [this](const Event &event, const Change &change) {
        m_checkpoint.dirtyOrders().note(event, change);
    });
    connect(&keeper, &LogKeeper::bookLoaded, this,
            [this](bool stored) { m_checkpoint.dirtyOrders().restart(m_log.position(), stored); });
    connect(&keeper, &LogKeeper::checkpointSeen, this, [this](StreamId position) {
        m_checkpoint.dirtyOrders().settle(position);
        if (!m_lease.isHeld())
            m_rejected.settle(position);
    });
    connect(&keeper, &LogKeeper::checkpointMissing, this,
            [this] { m_checkpoint.dirtyOrders().needWhole(); });
    connect(&keeper, &LogKeeper::foundMissing, this, &Writer::onMissing);
    connect(&keeper, &LogKeeper::rejected, &m_rejected, &RejectedQueue::add);
    connect(&m_lease, &Lease::acquired, this, &Writer::becameWriter);
    connect(&m_lease, &Lease::acquired, this, &Writer::work);
    connect(&m_checkpoint, &Checkpoint::written, this, &Writer::onWritten);
    connect(&m_checkpoint, &Checkpoint::refused, this, &Writer::onRefused);
    connect(&m_timer, &QTimer::timeout, this, &Writer::tick);
}

void Writer::start()
{
    m_leaseDue = m_clock.monotonic();
    m_checkpointDue = m_leaseDue + m_options.checkpointInterval;
    m_retireDue = m_leaseDue;
    m_dayDue = m_leaseDue;
    connect(&m_keeper, &LogKeeper::becameCurrent, this, &Writer::tick);
    m_timer.start(m_options.writerInterval);
}

std::optional<StreamId> Writer::checkpointPosition() const
{
    return m_checkpoint.position();
}

void Writer::tick()
{
    if (m_keeper.misses())
        bridgeGap();
    // A server that does not know what is in the log has nothing to write.
    if (!m_keeper.isCurrent())
        return;
    if (m_clock.monotonic() >= m_leaseDue) {
        m_leaseDue = m_clock.monotonic() + m_options.leaseTime / 3;
        m_lease.keep();
    }
    work();
}

void Writer::work()
{
    if (!m_keeper.isCurrent() || !m_lease.isHeld())
        return;
    m_rejected.write();
    markDay();
    retire();
    checkpointIfDue();
}

/// Somebody who read what we missed shall write now.
void Writer::onMissing()
{
    m_bridgeDue = m_clock.monotonic() + m_options.leaseTime;
    if (m_lease.isHeld())
        m_lease.release([] {});
}

/// In a lease's time whoever has read everything holds it, and writes a book that we load. If
/// nobody does, nobody has.
void Writer::bridgeGap()
{
    if (!m_isAlone() && m_clock.monotonic() < m_bridgeDue)
        return;
    if (m_lease.isHeld())
        m_keeper.bridgeGap(m_lease.value());
    else
        m_lease.keep();
}

void Writer::checkpointIfDue()
{
    if (m_clock.monotonic() < m_checkpointDue || !m_checkpoint.isDue())
        return;
    m_checkpointDue = m_clock.monotonic() + m_options.checkpointInterval;
    m_checkpoint.write();
}

void Writer::onWritten(StreamId position)
{
    Q_EMIT checkpointed(position);
    if (!m_stopped)
        trim();
    else if (m_mayWriteOnceMore && m_checkpoint.isDue())
        writeLast(); // of what came while that one was under way
    else
        finishStop();
}

/// One, and no other after it: under a steady stream of events there is always something new, and
/// the next writer reads it from the log.
void Writer::writeLast()
{
    m_mayWriteOnceMore = false;
    m_checkpoint.write();
}

void Writer::onRefused(bool foreign)
{
    if (m_stopped)
        finishStop();
    else if (foreign)
        m_keeper.checkNow();
}

void Writer::trim()
{
    m_commands.script(scripts::trim(),
                      {m_options.keys.writer(), m_options.keys.events(), m_options.keys.book()},
                      {m_lease.value(), QByteArray::number(m_options.retainEvents),
                       QByteArray::number(trimBatch), QByteArray::number(m_options.retainBytes)},
                      this, [this](const redis::Reply &reply) {
                          if (!reply.failed() && reply.integer >= trimBatch)
                              trim();
                      });
}

/// Not "later than": a clock, or somebody's hand, that was wrong for a while must not stop the
/// days. The ref sees to it that each step from one date to another is marked once: an answer that
/// was lost, or two servers whose clocks disagree, fill no log.
void Writer::markDay()
{
    const QDate today = shopDayAt(m_clock.now(), m_options.dayStart, m_options.timezone);
    if (m_log.book().day.date == today || m_clock.monotonic() < m_dayDue)
        return;
    m_dayDue = m_clock.monotonic() + dayRetry;
    const QString date = today.toString(Qt::ISODate);
    // The epoch: after a reset the same date begins anew.
    const QString step =
        QStringLiteral("day:%1:%2:%3")
            .arg(m_log.book().epoch, m_log.book().day.date.toString(Qt::ISODate), date);
    const QByteArray ref = m_options.keys.ref("pressboard", step.toUtf8());
    appendOwn(
        event_type::day,
        {{QStringLiteral("date"), date}, {QStringLiteral("stats"), m_log.effectiveStats(today)}},
        ref);
}

/// One entry an order, so that clients can be told order by order (frames.h).
void Writer::retire()
{
    if (m_clock.monotonic() < m_retireDue || !m_mayRetire())
        return;
    m_retireDue = m_clock.monotonic() + retireInterval;
    const Moment before = m_clock.now() - std::chrono::hours(24) * m_options.retainOrdersDays;
    for (const CrmId &orderId : ordersToRetire(m_log.book(), before, retireBatch))
        appendOwn(event_type::retire, {{QStringLiteral("order_ids"), QJsonArray{orderId.toJson()}}},
                  {});
}

void Writer::appendOwn(const QString &type, const QJsonObject &data, const QByteArray &ref)
{
    Event event;
    event.type = type;
    event.data = data;
    event.source = QStringLiteral("server");
    appendAsWriter(event, ref, [type](const Result<StreamId> &stored) {
        if (!stored)
            qCWarning(lcLog).noquote() << type << "was not written:" << stored.error().message;
    });
}

void Writer::append(const Event &event, Publisher::Appended stored)
{
    appendAsWriter(event, {}, std::move(stored));
}

void Writer::appendOnce(const Event &event, const QByteArray &ref, Publisher::Appended stored)
{
    appendAsWriter(event, m_options.keys.ref("pressboard", ref), std::move(stored));
}

void Writer::reject(const QString &reason, const QByteArray &head)
{
    m_rejected.writeHeard(reason, head);
}

void Writer::appendAsWriter(const Event &event, const QByteArray &ref, Publisher::Appended stored)
{
    QByteArrayList keys{m_options.keys.writer(), m_options.keys.events()};
    if (!ref.isEmpty())
        keys << ref;
    const auto seconds = std::chrono::seconds(dayRefKept).count();
    m_commands.script(
        scripts::writerAppend(), keys,
        QByteArrayList{m_lease.value(), QByteArray::number(qint64(seconds))}
            + publishedFields(event),
        this, [stored = std::move(stored)](const redis::Reply &reply) { stored(storedId(reply)); });
}

void Writer::script(const redis::Script &script, const QByteArrayList &keys,
                    const QByteArrayList &arguments, QObject *context,
                    redis::Connection::Callback answered)
{
    m_commands.script(script, QByteArrayList{m_options.keys.writer()} + keys,
                      QByteArrayList{m_lease.value()} + arguments, context, std::move(answered));
}

void Writer::stop(std::function<void()> stopped)
{
    m_timer.stop();
    m_stopped = std::move(stopped);
    if (!m_keeper.isCurrent() || !m_lease.isHeld()) {
        finishStop();
        return;
    }
    m_rejected.write();
    if (m_checkpoint.isDue())
        writeLast();
    else if (!m_checkpoint.isWriting())
        finishStop();
}

void Writer::finishStop()
{
    const auto stopped = std::exchange(m_stopped, nullptr);
    if (m_lease.isHeld())
        m_lease.release(stopped);
    else
        stopped();
}

} // namespace pressboard::server
