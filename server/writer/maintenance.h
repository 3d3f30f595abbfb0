// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/entry_reader.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/state/book.h"

#include <QObject>

#include <functional>

namespace pressboard::server {

// What an admin does to the log as a whole, from pressboardctl. Running servers are told on the
// control channel and take what they find; users stay.

/// `reset --yes`: an empty log and an empty book under a new epoch. The result is the epoch.
void resetLog(redis::Connection &connection, const redis::Keys &keys, QObject *context,
              std::function<void(const Result<QString> &)> done);

/// `new-log`: archives the stream under <prefix>events:<date> (with "-2"… when that is taken),
/// and begins an empty one under a new epoch with the whole book, rows touched at 0-0. Mends a
/// log that was poisoned by an entry from the future. Events that arrive meanwhile are not lost:
/// they are read, too, before the stream is put aside.
class NewLog : public QObject
{
    Q_OBJECT
public:
    NewLog(redis::Connection &connection, redis::Keys keys, const ReadingRules &rules,
           QObject *parent = nullptr);

    /// `today` is in the archive's name. Once.
    void run(QDate today);

Q_SIGNALS:
    void finished(const QString &archive); ///< the key the old stream has now
    void failed(const pressboard::Error &error);

private:
    void handleBook(const redis::Reply &reply);
    void checkBeginning();
    void readEpoch();
    void readPage();
    void handlePage(const redis::Reply &reply);
    void write();
    void handleWritten(const redis::Reply &reply);
    bool hasFailed(const redis::Reply &reply);

    redis::Connection &m_connection;
    redis::Keys m_keys;
    EntryReader m_reader;
    QDate m_today;
    Book m_book;
    std::optional<protocol::Loss> m_loss; ///< that is still told
    QByteArray m_epoch; ///< as it was seen
};

} // namespace pressboard::server
