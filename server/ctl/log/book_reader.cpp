// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/book_reader.h"

#include "server/follower/stored_book.h"
#include "shared/state/apply.h"

namespace pressboard::server::ctl {

namespace {

/// A book of many thousand orders takes its time.
constexpr std::chrono::seconds wholeBookTime{60};

} // namespace

BookReader::BookReader(redis::Connection &redis, redis::Keys keys, const ReadingRules &rules)
    : m_redis(redis)
    , m_keys(std::move(keys))
    , m_log(redis, m_keys, rules)
{
    m_book.setCustomFields(rules.customFields);
    connect(&m_log, &LogReader::passed, this, &BookReader::handleEntry);
    connect(&m_log, &LogReader::ended, this, [this] { Q_EMIT read(m_book); });
    connect(&m_log, &LogReader::failed, this, &BookReader::failed);
}

void BookReader::start()
{
    m_redis.command(
        {"HGETALL", m_keys.book()}, this,
        [this](const redis::Reply &reply) { handleCheckpoint(reply); }, wholeBookTime);
}

void BookReader::append(const Event &stored)
{
    apply(m_book, stored);
}

void BookReader::handleCheckpoint(const redis::Reply &reply)
{
    auto stored = StoredBook::fromReply(reply);
    if (!stored) {
        Q_EMIT failed(stored.error());
        return;
    }
    if (stored.value()) {
        stored.value()->book.setCustomFields(m_book.customFields());
        m_book = std::move(stored.value()->book);
    }
    readOn();
}

void BookReader::handleEntry(StreamId id, const Event *event)
{
    if (event)
        apply(m_book, *event);
    m_book.advanceTo(id);
    if (event)
        Q_EMIT passed(*event);
}

} // namespace pressboard::server::ctl
