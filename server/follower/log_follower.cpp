// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_follower.h"

#include "server/redis/stream_entry.h"
#include "server/scripts/scripts.h"

#include <utility>

namespace pressboard::server {

LogFollower::LogFollower(redis::Connection &reading, redis::Connection &commands,
                         const redis::Keys &keys, const EventLog &log, QObject *parent)
    : QObject(parent)
    , m_reading(reading)
    , m_commands(commands)
    , m_key(keys.events())
    , m_epochKey(keys.epoch())
    , m_log(log)
    , m_reader(reading, m_key, m_epochKey)
{
    connect(&m_reader, &redis::StreamReader::entriesRead, this, &LogFollower::onWoken);
    connect(&m_reader, &redis::StreamReader::timedOut, this, &LogFollower::onSilence);
    connect(&m_reader, &redis::StreamReader::failed, this, &LogFollower::failed);
}

void LogFollower::start()
{
    stop();
    m_caughtUp = false;
    readPage();
}

void LogFollower::stop()
{
    m_generation.begin();
    m_reader.stop();
}

/// The entry where we stand comes first, once more.
void LogFollower::readPage()
{
    const QByteArrayList xrange{"XRANGE", m_key,   m_log.position().toBytes(),
                                "+",      "COUNT", QByteArray::number(page + 1)};
    m_commands.command(xrange, this,
                       m_generation.guard([this](const redis::Reply &reply) { m_page = reply; }));
    m_commands.command({"GET", m_epochKey}, this,
                       m_generation.guard([this](const redis::Reply &epoch) {
                           handlePage(std::exchange(m_page, {}), epoch);
                       }));
}

void LogFollower::handlePage(const redis::Reply &page, const redis::Reply &epoch)
{
    if (epoch.isLost())
        return; // the keeper hears of the lost connection, too, and begins again
    if (page.isError()) {
        Q_EMIT failed(QString::fromUtf8(page.text));
        return;
    }
    auto entries = redis::entriesFromReply(page);
    Before before{{}, epoch.isError() ? std::nullopt : std::optional(epoch.text)};
    if (!m_log.position().isNull() && !entries.isEmpty())
        before.entry = entries.takeFirst();
    if (continues(before))
        handlePageEntries(entries);
    else
        doubt(before, m_commands);
}

void LogFollower::handlePageEntries(const QList<redis::StreamEntry> &entries)
{
    const auto before = m_generation.mark();
    if (!entries.isEmpty())
        Q_EMIT entriesRead(entries);
    if (!before.isCurrent())
        return;
    if (entries.size() >= page)
        readPage();
    else
        wait();
}

void LogFollower::wait()
{
    m_reader.follow(m_log.position());
    if (std::exchange(m_caughtUp, true))
        Q_EMIT timedOut();
    else
        Q_EMIT caughtUp();
}

void LogFollower::onWoken(const QList<redis::StreamEntry> &entries)
{
    if (continues(m_reader.before()))
        Q_EMIT entriesRead(entries);
    else
        doubt(m_reader.before(), m_reading);
}

void LogFollower::onSilence()
{
    if (continues(m_reader.before()))
        Q_EMIT timedOut();
    else
        doubt(m_reader.before(), m_reading);
}

/// An epoch that cannot be read is for the inspection: somebody wrote over that key.
bool LogFollower::isOurs(const std::optional<QByteArray> &epoch) const
{
    return !epoch || *epoch == m_log.book().epoch.toUtf8();
}

bool LogFollower::continues(const Before &before) const
{
    return isOurs(before.epoch)
        && (m_log.position().isNull() || (before.entry && m_log.place().isAt(*before.entry)));
}

void LogFollower::doubt(const Before &before, redis::Connection &connection)
{
    m_reader.stop();
    if (isOurs(before.epoch) && !before.entry)
        readBehindRemoved(connection);
    else
        stray();
}

void LogFollower::readBehindRemoved(redis::Connection &connection)
{
    connection.script(scripts::readBehind(), {m_key, m_epochKey},
                      QByteArrayList{m_log.book().epoch.toUtf8()} + m_log.place().toArguments()
                          + QByteArrayList{QByteArray::number(page)},
                      this, m_generation.guard([this](const redis::Reply &reply) {
                          handleBehindRemoved(reply);
                      }));
}

void LogFollower::handleBehindRemoved(const redis::Reply &reply)
{
    if (reply.isLost())
        return;
    if (reply.isError())
        Q_EMIT failed(QString::fromUtf8(reply.text));
    else if (reply.isNil())
        stray();
    else
        handlePageEntries(redis::entriesFromReply(reply));
}

void LogFollower::stray()
{
    stop();
    Q_EMIT strayed();
}

} // namespace pressboard::server
