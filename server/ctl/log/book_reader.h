// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/log/log_reader.h"
#include "shared/state/book.h"

#include <QObject>

namespace pressboard::server::ctl {

/// The book as it stands now: the checkpoint, and what the log has since. Whether a server runs
/// or not.
class BookReader : public QObject
{
    Q_OBJECT
public:
    BookReader(redis::Connection &redis, redis::Keys keys, const ReadingRules &rules);

    /// read() or failed() ends it.
    void start();
    /// After read(): what came into the log since. It ends as start() does.
    void readOn() { m_log.start(m_book.position); }
    /// After read(): an event that the log has taken right behind what was read.
    void append(const Event &stored);
    const Book &book() const { return m_book; }

Q_SIGNALS:
    void passed(const pressboard::Event &event); ///< each that the checkpoint did not have
    void read(const pressboard::Book &book);
    void failed(const pressboard::Error &error);

private:
    void handleCheckpoint(const redis::Reply &reply);
    void handleEntry(StreamId id, const Event *event);

    redis::Connection &m_redis;
    redis::Keys m_keys;
    LogReader m_log;
    Book m_book;
};

} // namespace pressboard::server::ctl
