// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/inbox_appender.h"

#include "server/redis/reply_error.h"
#include "server/scripts/scripts.h"
#include "server/writer/entry_fields.h"
#include "server/writer/rejected_queue.h"

namespace pressboard::server {

namespace {

QByteArrayList fieldsOf(const Rejected &rejected)
{
    return {"id", rejected.id.toBytes(), "reason", rejected.reason.toUtf8(), "head", rejected.head};
}

/// As scripts::appendInbox() reads one.
QByteArrayList argumentsOf(const InboxItem &item, qsizetype stampKey)
{
    const auto *event = std::get_if<Event>(&item.content);
    const QByteArrayList fields =
        event ? publishedFields(*event) : fieldsOf(std::get<Rejected>(item.content));
    return QByteArrayList{QByteArray::number(stampKey), item.id.toBytes(), event ? "1" : "2",
                          QByteArray::number(fields.size())}
    + fields;
}

} // namespace

InboxAppender::InboxAppender(redis::Connection &commands, redis::Keys keys, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
{
}

void InboxAppender::take(const QList<InboxItem> &items, Answer answer)
{
    const auto seconds = std::chrono::seconds(stampKept).count();
    QByteArrayList keys{m_keys.events(), m_keys.rejected()};
    QByteArrayList arguments{QByteArray::number(qint64(seconds)),
                             QByteArray::number(RejectedQueue::kept)};
    for (const InboxItem &item : items) {
        const QByteArray stampKey = m_keys.taken(item.stamp);
        if (!keys.contains(stampKey))
            keys << stampKey;
        arguments << argumentsOf(item, keys.indexOf(stampKey) + 1);
    }
    m_commands.script(scripts::appendInbox(), keys, arguments, this,
                      [this, items, answer = std::move(answer)](const redis::Reply &reply) {
                          if (reply.failed() || reply.items.size() != 2) {
                              answer(errorOf(reply));
                              return;
                          }
                          onStored(items);
                          answer(Taken{int(reply.items[0].integer), int(reply.items[1].integer)});
                      });
}

void InboxAppender::onStored(const QList<InboxItem> &items)
{
    for (const InboxItem &item : items) {
        if (const auto *entry = std::get_if<Rejected>(&item.content))
            Q_EMIT rejected(*entry);
    }
}

} // namespace pressboard::server
