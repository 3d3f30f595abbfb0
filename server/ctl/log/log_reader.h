// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/entry_reader.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"

#include <QObject>

namespace pressboard::server::ctl {

/// The log from a place to its present end, page by page.
class LogReader : public QObject
{
    Q_OBJECT
public:
    LogReader(redis::Connection &redis, redis::Keys keys, const ReadingRules &rules);

    /// One reading at a time; ended() or failed() ends it.
    void start(StreamId after);

Q_SIGNALS:
    /// Each entry; `event` is null when it cannot be read.
    void passed(pressboard::StreamId id, const pressboard::Event *event);
    void ended();
    void failed(const pressboard::Error &error);

private:
    void readPage();
    void handlePage(const redis::Reply &reply);

    redis::Connection &m_redis;
    redis::Keys m_keys;
    EntryReader m_reader;
    StreamId m_at;
};

} // namespace pressboard::server::ctl
