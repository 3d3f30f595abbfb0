// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/book_reader.h"

#include "server/redis/stream_entry.h"
#include "server/ctl/command.h"
#include "server/log/stored_book.h"
#include "shared/state/apply.h"

namespace pressboard::server::ctl {

namespace {

constexpr int pageSize = 1000;
/// A book of many thousand orders takes its time.
constexpr std::chrono::seconds wholeBookTime{60};

} // namespace

BookReader::BookReader(redis::Connection &redis, redis::Keys keys, const QTimeZone &shopZone)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_reader(shopZone)
{
}

void BookReader::start()
{
    m_redis.command({"HGETALL", m_keys.book()}, this,
                    [this](const redis::Reply &reply) { takeCheckpoint(reply); }, wholeBookTime);
}

void BookReader::takeCheckpoint(const redis::Reply &reply)
{
    auto stored = StoredBook::fromReply(reply);
    if (!stored) {
        Q_EMIT failed(stored.error());
        return;
    }
    if (stored.value())
        m_book = std::move(stored.value()->book);
    readPage();
}

void BookReader::readPage()
{
    m_redis.command(redis::rangeAfter(m_keys.events(), m_book.position, pageSize), this, [this](const redis::Reply &reply) { takePage(reply); });
}

void BookReader::takePage(const redis::Reply &reply)
{
    if (reply.failed()) {
        Q_EMIT failed(Error{sentenceOf(reply), reply.isLost()});
        return;
    }
    const auto entries = redis::entriesFromReply(reply);
    for (const redis::StreamEntry &entry : entries) {
        const auto event = m_reader.read(entry);
        if (const auto *readable = std::get_if<Event>(&event))
            apply(m_book, *readable);
        m_book.advanceTo(entry.id);
    }
    if (entries.size() < pageSize)
        Q_EMIT read(m_book);
    else
        readPage();
}

} // namespace pressboard::server::ctl
