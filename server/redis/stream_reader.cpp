// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/stream_reader.h"

#include <utility>

namespace pressboard::server::redis {

StreamReader::StreamReader(Connection &connection, QByteArray key, QByteArray epochKey,
                           QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_key(std::move(key))
    , m_epochKey(std::move(epochKey))
{
}

void StreamReader::follow(StreamId after)
{
    m_after = after;
    m_following = true;
    m_generation.begin();
    if (!m_asking)
        readNext();
}

void StreamReader::stop()
{
    m_following = false;
    m_generation.begin();
}

void StreamReader::readNext()
{
    const QByteArrayList xread{"XREAD",
                               "COUNT",
                               QByteArray::number(batch),
                               "BLOCK",
                               QByteArray::number(qint64(block.count())),
                               "STREAMS",
                               m_key,
                               m_after.toBytes()};
    m_asking = true;
    const auto answered = [this, asked = m_generation.mark()](const Reply &reply) {
        m_asking = false;
        if (asked.isCurrent())
            onEpoch(reply);
        else if (m_following)
            readNext();
    };
    m_connection.command(xread, this,
                         m_generation.guard([this](const Reply &reply) { onRead(reply); }),
                         block + grace);
    m_connection.command({"XRANGE", m_key, m_after.toBytes(), m_after.toBytes()}, this,
                         m_generation.guard([this](const Reply &reply) { onBefore(reply); }),
                         block + grace);
    m_connection.command({"GET", m_epochKey}, this, answered, block + grace);
}

void StreamReader::onRead(const Reply &reply)
{
    m_read = reply;
    if (reply.isError())
        fail(QString::fromUtf8(reply.text));
}

void StreamReader::onBefore(const Reply &reply)
{
    const QList<StreamEntry> entries = entriesFromReply(reply);
    m_before.entry = entries.isEmpty() ? std::nullopt : std::optional(entries.first());
    if (reply.isError())
        fail(QString::fromUtf8(reply.text));
}

void StreamReader::onEpoch(const Reply &reply)
{
    m_before.epoch = reply.failed() ? std::nullopt : std::optional(reply.text);
    onReply(reply.isLost() ? reply : std::exchange(m_read, {}));
}

void StreamReader::onReply(const Reply &reply)
{
    if (reply.isLost())
        stop();
    else if (reply.isError())
        fail(QString::fromUtf8(reply.text));
    else if (reply.isNil())
        onTimedOut();
    else if (reply.items.size() == 1 && reply.items[0].items.size() == 2)
        onEntries(entriesFromReply(reply.items[0].items[1])); // [[key, entries]]
    else
        onEntries({});
}

void StreamReader::onTimedOut()
{
    const auto before = m_generation.mark();
    Q_EMIT timedOut();
    if (before.isCurrent())
        readNext();
}

void StreamReader::onEntries(const QList<StreamEntry> &entries)
{
    if (entries.isEmpty()) {
        fail(QStringLiteral("XREAD gave something that is not entries of a stream."));
        return;
    }
    m_after = entries.last().id;
    const auto before = m_generation.mark();
    Q_EMIT entriesRead(entries);
    if (before.isCurrent())
        readNext();
}

void StreamReader::fail(const QString &reason)
{
    stop();
    Q_EMIT failed(reason);
}

} // namespace pressboard::server::redis
