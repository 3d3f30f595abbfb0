// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/generation.h"
#include "server/redis/stream_reader.h"

#include <QObject>

namespace pressboard::server {

/// Reads the log forward from a position: page by page with XRANGE to its end, then with XREAD.
/// Never with `$`: an entry between the two reads would be lost.
class LogFollower : public QObject
{
    Q_OBJECT
public:
    static constexpr int page = redis::StreamReader::batch;

    /// `reading` is blocked by XREAD while following, so pages are read on `commands`.
    LogFollower(redis::Connection &reading, redis::Connection &commands, QByteArray key,
                QObject *parent = nullptr);

    void readFrom(StreamId after);
    void stop();

Q_SIGNALS:
    void entriesRead(const QList<pressboard::server::redis::StreamEntry> &entries);
    /// Everything that was in the log is read; what comes now is new.
    void caughtUp();
    void timedOut(); ///< XREAD waited without news
    void failed(const QString &reason); ///< an error reply; reading stopped

private:
    void readPage(StreamId after);
    void handlePage(StreamId after, const redis::Reply &reply);

    redis::Connection &m_commands;
    QByteArray m_key;
    redis::StreamReader m_reader;
    redis::Generation m_generation;
};

} // namespace pressboard::server
