// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/lease.h"

#include "server/logging/logging.h"
#include "server/scripts/scripts.h"
#include "shared/base/random_id.h"

namespace pressboard::server {

Lease::Lease(redis::Connection &commands, const redis::Keys &keys, const Clock &clock,
             std::chrono::milliseconds time, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_key(keys.writer())
    , m_clock(clock)
    , m_time(time)
    , m_value(randomId())
{
}

bool Lease::isHeld() const
{
    return m_held && m_clock.monotonic() < m_heldUntil;
}

void Lease::keep()
{
    const auto askedAt = m_clock.monotonic();
    m_commands.script(scripts::keepLease(), {m_key},
                      {m_value, QByteArray::number(qint64(m_time.count()))}, this,
                      [this, askedAt](const redis::Reply &reply) { handleReply(reply, askedAt); });
}

void Lease::handleReply(const redis::Reply &reply, std::chrono::milliseconds askedAt)
{
    if (reply.failed())
        return; // what we hold runs out by itself
    if (reply.integer != 1) {
        lose();
        return;
    }
    const bool wasHeld = isHeld();
    m_held = true;
    m_heldUntil = askedAt + m_time;
    if (wasHeld)
        return;
    qCInfo(lcLog) << "this server is the writer now";
    Q_EMIT acquired();
}

void Lease::release(std::function<void()> released)
{
    m_held = false;
    m_commands.script(scripts::releaseLease(), {m_key}, {m_value}, this,
                      [released = std::move(released)](const redis::Reply &) { released(); });
}

void Lease::lose()
{
    if (m_held)
        qCInfo(lcLog) << "another server is the writer now";
    m_held = false;
}

} // namespace pressboard::server
