// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/history_filler.h"

namespace pressboard::server {

HistoryFiller::HistoryFiller(redis::Connection &commands, QByteArray key, EventLog &log,
                             LogTrail &trail, const EntryReader &reader, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_key(std::move(key))
    , m_log(log)
    , m_trail(trail)
    , m_reader(reader)
{
}

void HistoryFiller::want()
{
    m_next = m_log.position().toBytes();
}

void HistoryFiller::forget()
{
    m_next.reset();
}

void HistoryFiller::fill(bool fromStart)
{
    stop();
    m_fromStart = fromStart;
    readPage();
}

void HistoryFiller::stop()
{
    m_generation.begin();
}

void HistoryFiller::readPage()
{
    const QByteArrayList xrevrange{"XREVRANGE", m_key,   *m_next,
                                   "-",         "COUNT", QByteArray::number(page)};
    m_commands.command(xrevrange, this, m_generation.guard([this](const redis::Reply &reply) {
        handlePage(reply);
    }));
}

void HistoryFiller::handlePage(const redis::Reply &reply)
{
    if (reply.isLost())
        return; // the keeper begins again
    const auto entries = redis::entriesFromReply(reply);
    for (const redis::StreamEntry &entry : entries) {
        if (!prepend(entry)) {
            finish();
            return;
        }
    }
    if (!reply.isError() && entries.size() >= page) {
        m_next = '(' + entries.last().id.toBytes();
        readPage();
        return;
    }
    if (!reply.isError() && m_fromStart)
        m_log.setHistoryBase({});
    finish();
}

void HistoryFiller::finish()
{
    forget();
    Q_EMIT filled();
}

bool HistoryFiller::prepend(const redis::StreamEntry &entry)
{
    m_trail.prepend(entry);
    const auto read = m_reader.read(entry);
    if (const auto *event = std::get_if<Event>(&read))
        return m_log.appendHistory(*event);
    return m_log.skipHistory(entry.id);
}

} // namespace pressboard::server
