// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/stream_reader.h"

namespace pressboard::server::redis {

StreamReader::StreamReader(Connection &connection, QByteArray key, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_key(std::move(key))
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
            onReply(reply);
        else if (m_following)
            readNext();
    };
    m_connection.command(xread, this, answered, block + grace);
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
