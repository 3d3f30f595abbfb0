// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_inbox.h"

#include "server/ingest/channels/channel_scripts.h"

#include <QUuid>

#include <algorithm>

namespace pressboard::server {

namespace {

/// The answer's parts, as channel_scripts::drain() has them.
enum Part { Name, Waiting, Bytes, IsMore, IsFull, Found, Entries, Failure, Parts };

QByteArray newName()
{
    return QUuid::createUuid().toByteArray(QUuid::Id128);
}

/// The first field's, as the script that deletes it sees it.
QByteArray stampOf(const redis::StreamEntry &entry)
{
    return entry.fields.isEmpty() ? QByteArray() : entry.fields.first().second;
}

WireForm formOf(const redis::StreamEntry &entry)
{
    return entry.field("form") == "list" ? WireForm::List : WireForm::SortedSet;
}

} // namespace

ChannelInbox::ChannelInbox(redis::Connection &connection, InboxSink &sink,
                           const ChannelReader &reader, QByteArrayList keys, InboxBounds bounds,
                           QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_sink(sink)
    , m_reader(reader)
    , m_keys(std::move(keys))
    , m_bounds(bounds)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retry);
    connect(&m_retry, &QTimer::timeout, this, &ChannelInbox::drain);
    connect(&m_connection, &redis::Connection::becameReady, this, &ChannelInbox::begin);
    connect(&m_connection, &redis::Connection::becameLost, this, &ChannelInbox::end);
}

void ChannelInbox::begin()
{
    m_stamp = newName();
    drain();
}

void ChannelInbox::end()
{
    m_generation.begin();
    m_asking = false;
    m_taking = false;
    m_again = false;
    m_retry.stop();
}

void ChannelInbox::drain()
{
    if (m_asking)
        m_again = true;
    else if (m_connection.isReady())
        ask();
}

void ChannelInbox::ask()
{
    m_asking = true;
    m_again = false;
    m_retry.stop();
    const QByteArrayList arguments = QByteArrayList{m_inbox,
                                                    newName(),
                                                    m_stamp,
                                                    QByteArray::number(m_bounds.messages),
                                                    QByteArray::number(m_bounds.bytes),
                                                    QByteArray::number(movedAtOnce),
                                                    QByteArray::number(m_taking ? 0 : takenAtOnce),
                                                    QByteArray::number(bytesAtOnce),
                                                    QByteArray::number(ChannelMessage::maxBytes),
                                                    QByteArray::number(ChannelMessage::headBytes)}
        + m_settled;
    m_connection.script(
        channel_scripts::drain(), m_keys, arguments, this,
        m_generation.guard([this, told = m_settled.size()](const redis::Reply &reply) {
            if (!reply.isLost())
                onReply(reply, told);
        }));
}

void ChannelInbox::onReply(const redis::Reply &reply, qsizetype told)
{
    m_asking = false;
    if (reply.isError() || reply.items.size() != Parts) {
        fail(QString::fromUtf8(reply.text));
        return;
    }
    if (reply.items[Name].text != m_inbox) {
        onOtherInbox(reply.items[Name].text);
        return;
    }
    m_settled.remove(0, told);
    count(reply);
    m_again = m_again || reply.items[IsMore].integer > 0;
    const auto entries = redis::entriesFromReply(reply.items[Entries]);
    if (!entries.isEmpty())
        onEntries(entries);
    else if (!m_taking)
        m_problem = QString::fromUtf8(reply.items[Failure].text);
    if (m_again && !m_asking)
        ask();
}

/// What is settled belonged to the former one.
void ChannelInbox::onOtherInbox(const QByteArray &name)
{
    const bool wasKnown = !std::exchange(m_inbox, name).isEmpty();
    m_stamp = newName();
    const qsizetype inTheLog = std::exchange(m_settled, {}).size() / 2;
    const qint64 waited = std::exchange(m_counters.waiting, 0);
    if (wasKnown)
        Q_EMIT inboxLost(std::max<qint64>(0, waited - inTheLog));
    ask();
}

void ChannelInbox::count(const redis::Reply &reply)
{
    m_counters.waiting = reply.items[Waiting].integer;
    m_counters.bytes = reply.items[Bytes].integer;
    m_counters.mostFound = std::max(m_counters.mostFound, reply.items[Found].integer);
    const bool wasFull = std::exchange(m_counters.isFull, reply.items[IsFull].integer > 0);
    if (m_counters.isFull && !wasFull) {
        ++m_counters.timesFull;
        Q_EMIT becameFull();
    }
}

void ChannelInbox::onEntries(const QList<redis::StreamEntry> &entries)
{
    m_taking = true;
    QList<InboxItem> items;
    items.reserve(entries.size());
    for (const redis::StreamEntry &entry : entries)
        items.append(read(entry));
    m_sink.take(items,
                m_generation.guard([this, items](const auto &answer) { onTaken(items, answer); }));
}

void ChannelInbox::onTaken(const QList<InboxItem> &items, const Result<InboxSink::Taken> &answer)
{
    m_taking = false;
    if (!answer) {
        fail(answer.error().message);
        return;
    }
    m_problem.clear();
    for (const InboxItem &item : items)
        m_settled << item.id.toBytes() << item.stamp;
    m_counters.events += quint64(answer->events);
    m_counters.rejected += quint64(answer->rejected);
    Q_EMIT taken(answer->events, answer->rejected);
    drain();
}

InboxItem ChannelInbox::read(const redis::StreamEntry &entry)
{
    auto event = eventFrom(entry);
    const QByteArray bytes = entry.field("bytes");
    if (event)
        m_counters.encrypted = 0;
    else if (ChannelMessage::isEncrypted(bytes, formOf(entry)) && m_counters.encrypted++ == 0)
        Q_EMIT becameEncrypted();
    InboxItem item{stampOf(entry), entry.id, {}};
    if (event) {
        item.content = *std::move(event);
    } else {
        item.content =
            Rejected{entry.id, QStringLiteral("from Django Channels: ") + event.error().message,
                     bytes.left(ChannelMessage::headBytes)};
    }
    return item;
}

Result<Event> ChannelInbox::eventFrom(const redis::StreamEntry &entry) const
{
    // Of one that is too large only the head is here.
    if (auto tooLarge = ChannelMessage::checkSize(entry.field("size").toLongLong()))
        return *std::move(tooLarge);
    return m_reader.read(entry.field("bytes"), formOf(entry));
}

void ChannelInbox::fail(const QString &why)
{
    m_problem = why;
    m_retry.start();
}

} // namespace pressboard::server
