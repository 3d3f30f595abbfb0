// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/redis_publisher.h"

#include "server/redis/reply_error.h"
#include "server/scripts/scripts.h"
#include "server/writer/entry_fields.h"

namespace pressboard::server {

Result<StreamId> storedId(const redis::Reply &reply)
{
    if (reply.failed())
        return errorOf(reply);
    if (const auto id = StreamId::parse(QByteArrayView(reply.text)))
        return *id;
    return Error{QStringLiteral("Another server writes to the log at the moment."), true};
}

static Result<QList<StreamId>> storedIds(qsizetype count, const redis::Reply &reply)
{
    if (reply.failed())
        return errorOf(reply);
    QList<StreamId> ids;
    for (qsizetype i = 0; i < count; ++i) {
        const auto id = storedId(reply.items.value(i));
        if (!id)
            return id.error();
        ids.append(*id);
    }
    return ids;
}

/// For a script: how many fields and values, and those.
static void appendEntry(QByteArrayList &arguments, const Event &event)
{
    const QByteArrayList fields = entryFields(event);
    arguments << QByteArray::number(fields.size()) << fields;
}

RedisPublisher::RedisPublisher(redis::Connection &commands, redis::Keys keys, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
{
}

void RedisPublisher::publish(const QString &user, const QString &ref, const Event &event,
                             Stored stored)
{
    if (ref.isEmpty()) {
        append(event, std::move(stored));
        return;
    }
    publishAll(user, {{ref, event}},
               [stored = std::move(stored)](const Result<QList<StreamId>> &ids) {
                   stored(ids ? Result<StreamId>(ids->first()) : ids.error());
               });
}

void RedisPublisher::publishAll(const QString &user, const QList<Referred> &events,
                                StoredIds stored)
{
    QByteArrayList keys{m_keys.events(), m_keys.epoch()};
    QByteArrayList arguments{QByteArray::number(qint64(std::chrono::seconds(refKept).count()))};
    for (const auto &[ref, event] : events) {
        keys << m_keys.ref(user.toUtf8(), ref.toUtf8());
        appendEntry(arguments, event);
    }
    m_commands.script(scripts::publish(), keys, arguments, this,
                      [count = events.size(), stored = std::move(stored)](
                          const redis::Reply &reply) { stored(storedIds(count, reply)); });
}

void RedisPublisher::append(const Event &event, Stored stored)
{
    m_commands.command(
        QByteArrayList{"XADD", m_keys.events(), "*"} + entryFields(event), this,
        [stored = std::move(stored)](const redis::Reply &reply) { stored(storedId(reply)); });
}

/// The events with the IDs they were given.
static Result<QList<Event>> storedEvents(QList<Event> events, const redis::Reply &reply)
{
    if (reply.failed())
        return errorOf(reply);
    if (reply.isNil())
        return QList<Event>();
    const auto ids = storedIds(events.size(), reply);
    if (!ids)
        return ids.error();
    for (qsizetype i = 0; i < events.size(); ++i)
        events[i].id = ids->at(i);
    return events;
}

void RedisPublisher::appendAfter(StreamId last, const QList<Event> &events, StoredAll stored)
{
    QByteArrayList arguments{last.toBytes()};
    for (const Event &event : events)
        appendEntry(arguments, event);
    m_commands.script(scripts::appendAfter(), {m_keys.events()}, arguments, this,
                      [events, stored = std::move(stored)](const redis::Reply &reply) {
                          stored(storedEvents(events, reply));
                      });
}

} // namespace pressboard::server
