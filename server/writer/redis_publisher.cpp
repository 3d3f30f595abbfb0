// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/redis_publisher.h"

#include "server/redis/reply_error.h"
#include "server/scripts/scripts.h"
#include "server/writer/entry_fields.h"

#include <algorithm>

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

/// One ref's part of what the script answered.
static Result<Storage> storageOf(const redis::Reply &reply)
{
    const QByteArray word = reply.items.value(0).text;
    Storage storage;
    storage.kind = word == "new" ? Storage::Kind::New
        : word == "again"        ? Storage::Kind::Again
        : word == "unknown"      ? Storage::Kind::Unknown
                                 : Storage::Kind::Other;
    for (const redis::Reply &item :
         reply.items.sliced(std::min<qsizetype>(1, reply.items.size()))) {
        const auto id = storedId(item);
        if (!id)
            return id.error();
        storage.ids.append(*id);
    }
    return storage;
}

static Result<QList<Storage>> storages(qsizetype count, const redis::Reply &reply)
{
    if (reply.failed())
        return errorOf(reply);
    QList<Storage> all;
    for (qsizetype i = 0; i < count; ++i) {
        const auto storage = storageOf(reply.items.value(i));
        if (!storage)
            return storage.error();
        all.append(*storage);
    }
    return all;
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

void RedisPublisher::publish(const Submission &submission, Stored stored)
{
    store({submission}, [stored = std::move(stored)](const Result<QList<Storage>> &all) {
        stored(all ? Result<Storage>(all->first()) : all.error());
    });
}

void RedisPublisher::publishAll(const QString &user, const QList<Referred> &events,
                                StoredIds stored)
{
    QList<Submission> submissions;
    for (const auto &[ref, event] : events)
        submissions.append({user, ref, {}, {event}});
    store(submissions, [stored = std::move(stored)](const Result<QList<Storage>> &all) {
        if (!all)
            return stored(all.error());
        QList<StreamId> ids;
        for (const Storage &storage : *all)
            ids += storage.ids;
        stored(ids);
    });
}

void RedisPublisher::store(const QList<Submission> &submissions, Answered answered)
{
    QByteArrayList keys{m_keys.events(), m_keys.epoch()};
    QByteArrayList arguments{QByteArray::number(qint64(std::chrono::seconds(refKept).count()))};
    for (const Submission &one : submissions) {
        keys << m_keys.ref(one.user.toUtf8(), one.ref.toUtf8());
        arguments << one.hash << QByteArray::number(one.events.size());
        for (const Event &event : one.events)
            appendEntry(arguments, event);
    }
    m_commands.script(scripts::publish(), keys, arguments, this,
                      [this, count = submissions.size(),
                       answered = std::move(answered)](const redis::Reply &reply) {
                          const auto all = storages(count, reply);
                          tellAcknowledged(all ? *all : QList<Storage>());
                          answered(all);
                      });
}

void RedisPublisher::tellAcknowledged(const QList<Storage> &all)
{
    for (const Storage &storage : all) {
        if (storage.kind != Storage::Kind::New)
            continue;
        for (const StreamId id : storage.ids)
            Q_EMIT acknowledged(id);
    }
}

void RedisPublisher::append(const Event &event, Appended stored)
{
    m_commands.command(QByteArrayList{"XADD", m_keys.events(), "*"} + entryFields(event), this,
                       [this, stored = std::move(stored)](const redis::Reply &reply) {
                           const auto id = storedId(reply);
                           if (id)
                               Q_EMIT acknowledged(*id);
                           stored(id);
                       });
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
