// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/gap_bridge.h"

#include "server/scripts/scripts.h"
#include "shared/base/json_writer.h"
#include "shared/state/event.h"

#include <QJsonObject>

#include <utility>

namespace pressboard::server {

GapBridge::GapBridge(redis::Connection &commands, redis::Keys keys, const EventLog &log,
                     ProblemList &problems, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
    , m_log(log)
    , m_problems(problems)
{
}

bool GapBridge::found(const LogState &state)
{
    const bool isNews = !m_state;
    m_state = state;
    m_problems.set(Problem::Kind::Missed,
                   QStringLiteral("Entries of the log were trimmed away before they were read: "
                                  "somebody publishes with MAXLEN, or trims the log by hand. Have "
                                  "that taken out (Pressboard trims the log itself), then bring "
                                  "the orders up to date with \"pressboardctl import "
                                  "--complete\"."));
    return isNews;
}

void GapBridge::settle()
{
    if (!m_state && m_log.book().complete)
        m_problems.clear(Problem::Kind::Missed);
}

void GapBridge::stop()
{
    m_generation.begin();
    m_asking = false;
}

/// Before Redis 7.0 nobody can count whether anything is missing: then nothing is said.
QByteArrayList GapBridge::gapEntry() const
{
    if (!m_state->added)
        return {};
    const Moment to = m_state->first ? momentOf(*m_state->first) : m_state->time;
    const QJsonObject data{{QStringLiteral("from"), toWire(momentOf(m_log.position()))},
                           {QStringLiteral("to"), toWire(to)}};
    return {"type", QByteArray(event_type::gap.data(), event_type::gap.size()),
            "data", toText(data),
            "src",  "server"};
}

void GapBridge::bridge(const QByteArray &lease)
{
    if (!m_state || std::exchange(m_asking, true))
        return;
    const StreamId stands = m_state->book ? m_state->book->position : StreamId();
    m_commands.script(scripts::bridgeGap(),
                      {m_keys.writer(), m_keys.epoch(), m_keys.events(), m_keys.book()},
                      QByteArrayList{lease, m_log.book().epoch.toUtf8(), m_log.position().toBytes(),
                                     stands.toBytes(), QByteArray::number(page)}
                          + gapEntry(),
                      this, m_generation.guard([this](const redis::Reply &reply) {
                          m_asking = false;
                          handleReply(reply);
                      }));
}

void GapBridge::handleReply(const redis::Reply &reply)
{
    if (reply.failed() || reply.items.size() != 2)
        return;
    const qint64 added = reply.items[0].integer;
    const auto entries = redis::entriesFromReply(reply.items[1]);
    if (entries.isEmpty())
        return;
    close();
    Q_EMIT bridged({m_log.position(), {}, added < 0 ? std::nullopt : std::optional(added)},
                   entries);
}

} // namespace pressboard::server
