// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/entry_reader.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "shared/state/book.h"

#include <QObject>

namespace pressboard::server::ctl {

/// The book as it stands now: the checkpoint, and what the log has since. Whether a server runs
/// or not.
class BookReader : public QObject
{
    Q_OBJECT
public:
    BookReader(redis::Connection &redis, redis::Keys keys, const QTimeZone &shopZone);

    void start();

Q_SIGNALS:
    void read(const pressboard::Book &book);
    void failed(const pressboard::Error &error);

private:
    void takeCheckpoint(const redis::Reply &reply);
    void readPage();
    void takePage(const redis::Reply &reply);

    redis::Connection &m_redis;
    redis::Keys m_keys;
    EntryReader m_reader;
    Book m_book;
};

} // namespace pressboard::server::ctl
