// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/checkpoint.h"

#include "server/log/scripts.h"
#include "server/log/stored_book.h"
#include "server/ops/logging.h"

#include <utility>

namespace pressboard::server {

static constexpr std::chrono::seconds wholeBookTime{60};

namespace {

struct Fields
{
    QByteArrayList sets; ///< field, value…
    QByteArrayList deletes;
};

Fields changedFields(const EventLog &log, const Delta &delta)
{
    const Book &book = log.book();
    if (!delta.base())
        return {StoredBook::wholeFields(book, log.steadySince()), {}};
    Fields fields{{"meta", StoredBook::metaValue(book, log.steadySince())}, {}};
    for (const qint64 orderId : delta.orders()) {
        if (const Order *order = book.order(orderId))
            fields.sets << StoredBook::orderField(orderId) << StoredBook::orderValue(*order);
        else
            fields.deletes << StoredBook::orderField(orderId);
    }
    return fields;
}

} // namespace

Checkpoint::Checkpoint(redis::Connection &commands, redis::Keys keys, const EventLog &log,
                       Lease &lease, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
    , m_log(log)
    , m_lease(lease)
{
}

bool Checkpoint::isDue() const
{
    return !m_writing && (!m_delta.base() || *m_delta.base() < m_log.position());
}

void Checkpoint::write()
{
    m_writing = true;
    const StreamId position = m_log.position();
    const Fields fields = changedFields(m_log, m_delta);
    const QByteArrayList arguments
        = QByteArrayList{m_lease.value(),
                         m_log.book().epoch.toUtf8(),
                         m_delta.base().value_or(StreamId()).toBytes(),
                         position.toBytes(),
                         m_delta.base() ? "delta" : "whole",
                         QByteArray::number(fields.sets.size())}
        + fields.sets + fields.deletes;
    m_commands.script(scripts::checkpoint(),
                      {m_keys.writer(), m_keys.epoch(), m_keys.events(), m_keys.book()}, arguments,
                      this, [this, position](const redis::Reply &reply) { take(reply, position); },
                      wholeBookTime);
}

void Checkpoint::take(const redis::Reply &reply, StreamId position)
{
    m_writing = false;
    if (reply.failed() || reply.items.isEmpty()) {
        if (std::exchange(m_lastError, reply.text) != reply.text)
            qCWarning(lcLog) << "the checkpoint was not written:" << reply.text;
        Q_EMIT refused(false);
        return;
    }
    m_lastError.clear();
    const QByteArray &outcome = reply.items.first().text;
    if (outcome == "written") {
        m_delta.settle(position);
        Q_EMIT written(position);
        return;
    }
    qCWarning(lcLog) << "the checkpoint was not written:" << outcome;
    if (outcome == "lease")
        m_lease.lose();
    else if (outcome == "none" || outcome == "behind")
        m_delta.needWhole();
    Q_EMIT refused(outcome == "epoch" || outcome == "rewritten" || outcome == "ahead");
}

} // namespace pressboard::server
