// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/entry_reader.h"
#include "server/log/event_log.h"
#include "server/log/log_trail.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"
#include "server/redis/stream_entry.h"

#include <QObject>

#include <optional>

namespace pressboard::server {

/// Fills the ring (and the trail) backwards from the book's position, page by page, so that clients
/// can resume over a restart of the server. Ends at the log's beginning, when the ring is full, or
/// where past audiences are not certain any more.
class HistoryFiller : public QObject
{
    Q_OBJECT
public:
    static constexpr int page = 1000;

    HistoryFiller(redis::Connection &commands, QByteArray key, EventLog &log, LogTrail &trail,
                  const EntryReader &reader, QObject *parent = nullptr);

    /// The ring is new: fill() is to begin at the book's position.
    void want();
    void forget(); ///< nothing is to be filled in
    bool isWanted() const { return m_next.has_value(); } ///< there is something left to fill in
    /// Goes on where stop() interrupted it. `fromStart`: the log still has its very first entry,
    /// so that even 0-0 can resume.
    void fill(bool fromStart);
    void stop();

Q_SIGNALS:
    void filled();

private:
    void readPage();
    void finish();
    void handlePage(const redis::Reply &reply);
    bool prepend(const redis::StreamEntry &entry);

    redis::Connection &m_commands;
    QByteArray m_key;
    EventLog &m_log;
    LogTrail &m_trail;
    const EntryReader &m_reader;
    std::optional<QByteArray> m_next; ///< XREVRANGE's start of the next page
    bool m_fromStart = false;
    redis::Generation m_generation;
};

} // namespace pressboard::server
