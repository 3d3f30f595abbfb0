// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/checkpoint.h"

#include "server/logging/logging.h"
#include "server/scripts/scripts.h"

#include <utility>

namespace pressboard::server {

static constexpr std::chrono::seconds wholeBookTime{60};
/// A few milliseconds' worth. The delta of a quiet shop is less, and made at once.
static constexpr int rowsAtATime = 500;

Checkpoint::Checkpoint(redis::Connection &commands, redis::Keys keys, const EventLog &log,
                       Lease &lease, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
    , m_log(log)
    , m_lease(lease)
{
    m_nextSlice.setSingleShot(true);
    connect(&m_nextSlice, &QTimer::timeout, this, &Checkpoint::makeSlice);
}

bool Checkpoint::isDue() const
{
    return !isWriting() && (!m_dirty.base() || *m_dirty.base() < m_log.position());
}

void Checkpoint::write()
{
    m_state = State::Making;
    m_base = m_dirty.base();
    m_fields.emplace(m_log, m_base ? std::optional(m_dirty.orders()) : std::nullopt);
    makeSlice();
}

void Checkpoint::makeSlice()
{
    m_fields->write(rowsAtATime);
    if (m_fields->isReady())
        send();
    else
        m_nextSlice.start(0);
}

/// What happened since the first slice does no harm: the script compares epoch, base and position
/// with what is there, and the delta keeps what was touched since.
void Checkpoint::send()
{
    m_state = State::Sent;
    const StreamId position = m_fields->place().id;
    const QByteArrayList arguments = QByteArrayList{m_lease.value(), m_fields->epoch().toUtf8(),
                                                    m_base.value_or(StreamId()).toBytes()}
        + m_fields->place().toArguments()
        + QByteArrayList{m_base ? "delta" : "whole", QByteArray::number(m_fields->sets().size())}
        + m_fields->sets() + m_fields->deletes();
    m_fields.reset();
    m_commands.script(
        scripts::checkpoint(), {m_keys.writer(), m_keys.epoch(), m_keys.events(), m_keys.book()},
        arguments, this,
        [this, position](const redis::Reply &reply) { handleReply(reply, position); },
        wholeBookTime);
}

void Checkpoint::handleReply(const redis::Reply &reply, StreamId position)
{
    m_state = State::Idle;
    if (reply.failed() || reply.items.isEmpty()) {
        if (std::exchange(m_lastError, reply.text) != reply.text)
            qCWarning(lcLog) << "the checkpoint was not written:" << reply.text;
        Q_EMIT refused(false);
        return;
    }
    m_lastError.clear();
    const QByteArray &outcome = reply.items.first().text;
    if (outcome == "written") {
        m_dirty.settle(position);
        Q_EMIT written(position);
        return;
    }
    qCWarning(lcLog) << "the checkpoint was not written:" << outcome;
    if (outcome == "lease")
        m_lease.lose();
    else if (outcome == "none" || outcome == "behind")
        m_dirty.needWhole();
    Q_EMIT refused(outcome == "epoch" || outcome == "rewritten" || outcome == "ahead");
}

} // namespace pressboard::server
