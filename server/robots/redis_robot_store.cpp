// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/redis_robot_store.h"

#include "server/redis/reply_error.h"
#include "server/redis/stream_entry.h"
#include "server/scripts/scripts.h"

namespace pressboard::server {

static constexpr int pageOfEvents = 1000;

RedisRobotStore::RedisRobotStore(redis::Connection &commands, Writer &writer, redis::Keys keys,
                                 ReadingRules rules, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_writer(writer)
    , m_keys(std::move(keys))
    , m_reader(std::move(rules))
{
}

void RedisRobotStore::load(std::function<void(const Result<States> &)> loaded)
{
    m_commands.command({"HGETALL", m_keys.robots()}, this,
                       [loaded = std::move(loaded)](const redis::Reply &reply) {
                           if (reply.failed())
                               return loaded(errorOf(reply));
                           States states;
                           for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2)
                               states.insert(QString::fromUtf8(reply.items[i].text),
                                             RobotState::fromJson(reply.items[i + 1].text));
                           loaded(states);
                       });
}

void RedisRobotStore::save(const QString &robot, const RobotState &state,
                           std::function<void(Kept)> saved)
{
    put(robot, state.toJson(), std::move(saved));
}

void RedisRobotStore::forget(const QString &robot)
{
    put(robot, {}, [](Kept) {});
}

void RedisRobotStore::put(const QString &robot, const QByteArray &value,
                          std::function<void(Kept)> saved)
{
    m_writer.script(scripts::keepRobot(), {m_keys.robots()}, {robot.toUtf8(), value}, this,
                    [saved = std::move(saved)](const redis::Reply &reply) {
                        if (reply.failed())
                            saved(Kept::Unknown);
                        else
                            saved(reply.integer == 1 ? Kept::Yes : Kept::NotTheWriter);
                    });
}

void RedisRobotStore::readEvents(StreamId after, StreamId upTo, Read read)
{
    readPage(after, upTo, {}, std::move(read));
}

void RedisRobotStore::readPage(StreamId after, StreamId upTo, QList<Event> before, Read read)
{
    m_commands.command(redis::rangeAfter(m_keys.events(), after, pageOfEvents), this,
                       [this, upTo, before, read = std::move(read)](const redis::Reply &reply) {
                           if (reply.failed())
                               read(errorOf(reply));
                           else
                               handlePage(reply, upTo, before, read);
                       });
}

void RedisRobotStore::handlePage(const redis::Reply &reply, StreamId upTo, QList<Event> events,
                                 Read read)
{
    const QList<redis::StreamEntry> entries = redis::entriesFromReply(reply);
    for (const redis::StreamEntry &entry : entries) {
        if (entry.id > upTo)
            return read(events);
        const auto event = m_reader.read(entry);
        if (const auto *known = std::get_if<Event>(&event))
            events.append(*known);
    }
    if (reply.items.size() < pageOfEvents)
        read(events);
    else
        readPage(entries.last().id, upTo, std::move(events), std::move(read));
}

} // namespace pressboard::server
