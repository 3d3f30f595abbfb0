// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/event_log.h"
#include "server/redis/generation.h"
#include "server/redis/keys.h"
#include "server/redis/stream_reader.h"

#include <QObject>

namespace pressboard::server {

/// Reads the log forward from where the EventLog stands: page by page to its end, then with XREAD.
/// Never with `$`: an entry between the two reads would be lost.
///
/// It goes on from an entry, not from a number: whatever it reads, it reads the entry before that
/// and the log's epoch in the same moment, or after it, and compares them with those it knows
/// (LogPlace). What follows another entry, or stands under another epoch, is not given out.
class LogFollower : public QObject
{
    Q_OBJECT
public:
    static constexpr int page = redis::StreamReader::batch;

    /// `reading` is blocked by XREAD while following, so pages are read on `commands`. Whoever
    /// hears entriesRead() has moved `log` when it returns.
    LogFollower(redis::Connection &reading, redis::Connection &commands, const redis::Keys &keys,
                const EventLog &log, QObject *parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    /// Never empty.
    void entriesRead(const QList<pressboard::server::redis::StreamEntry> &entries);
    /// Everything that was in the log is read; what comes now is new. Once after start().
    void caughtUp();
    void timedOut(); ///< XREAD waited without news, in the log that it was
    /// The log does not hold the place where we stand: another one was put in its place, somebody
    /// moved its epoch, or what we missed was trimmed. Reading stopped.
    void strayed();
    void failed(const QString &reason); ///< an error reply; reading stopped

private:
    using Before = redis::StreamReader::Before;

    void readPage();
    void handlePage(const redis::Reply &page, const redis::Reply &epoch);
    void onWoken(const QList<redis::StreamEntry> &entries);
    void onSilence();
    /// Whether what was read followed our place.
    bool continues(const Before &before) const;
    void doubt(const Before &before, redis::Connection &connection);
    /// Our entry is not there: asks whether it was only removed, and for what is behind it.
    void readBehindRemoved(redis::Connection &connection);
    void handleBehindRemoved(const redis::Reply &reply);
    void handlePageEntries(const QList<redis::StreamEntry> &entries);
    void wait();
    bool isOurs(const std::optional<QByteArray> &epoch) const;
    void stray();

    redis::Connection &m_reading;
    redis::Connection &m_commands;
    QByteArray m_key;
    QByteArray m_epochKey;
    const EventLog &m_log;
    redis::StreamReader m_reader;
    redis::Reply m_page; ///< until the epoch is there, too
    redis::Generation m_generation;
    bool m_caughtUp = false;
};

} // namespace pressboard::server
