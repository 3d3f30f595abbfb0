// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_inbox.h"

#include "server/ingest/channels/channel_scripts.h"

#include <QPointer>
#include <QUuid>

namespace pressboard::server {

namespace {

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
                           const ChannelReader &reader, QByteArrayList keys, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_sink(sink)
    , m_reader(reader)
    , m_keys(std::move(keys))
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
    ++m_turn;
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
                                                    QByteArray::number(maxWaiting),
                                                    QByteArray::number(movedAtOnce),
                                                    QByteArray::number(m_taking ? 0 : takenAtOnce),
                                                    QByteArray::number(ChannelMessage::maxBytes),
                                                    QByteArray::number(ChannelMessage::headBytes)}
        + m_settled;
    m_connection.script(channel_scripts::drain(), m_keys, arguments, this,
                        [this, turn = m_turn, told = m_settled.size()](const redis::Reply &reply) {
                            if (turn == m_turn && !reply.isLost())
                                onReply(reply, told);
                        });
}

void ChannelInbox::onReply(const redis::Reply &reply, qsizetype told)
{
    m_asking = false;
    if (reply.isError() || reply.items.size() != 5) {
        fail(QString::fromUtf8(reply.text));
        return;
    }
    m_settled.remove(0, told);
    if (reply.items[0].text != m_inbox) {
        onOtherInbox(reply.items[0].text);
        return;
    }
    m_counters.waiting = reply.items[1].integer;
    m_again = m_again || reply.items[2].integer > 0;
    const auto entries = redis::entriesFromReply(reply.items[3]);
    if (!entries.isEmpty())
        onEntries(entries);
    else if (!m_taking)
        m_problem = QString::fromUtf8(reply.items[4].text);
    if (m_again && !m_asking)
        ask();
}

void ChannelInbox::onOtherInbox(const QByteArray &name)
{
    m_inbox = name;
    m_stamp = newName();
    if (std::exchange(m_counters.waiting, 0) > 0)
        Q_EMIT inboxLost();
    ask();
}

void ChannelInbox::onEntries(const QList<redis::StreamEntry> &entries)
{
    m_taking = true;
    QList<InboxItem> items;
    items.reserve(entries.size());
    for (const redis::StreamEntry &entry : entries)
        items.append(read(entry));
    m_sink.take(items, [self = QPointer(this), turn = m_turn, items](const auto &answer) {
        if (self && self->m_turn == turn)
            self->onTaken(items, answer);
    });
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
    else if (ChannelMessage::isEncrypted(bytes, formOf(entry)))
        ++m_counters.encrypted;
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
