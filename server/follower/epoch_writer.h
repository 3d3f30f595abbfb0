// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/stored_book.h"
#include "server/log/log_options.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"

#include <QObject>

#include <functional>
#include <utility>

namespace pressboard::server {

/// What `pressboard:control` says when the epoch moved: every server looks at once.
inline constexpr QByteArrayView newLogMessage{"new log"};

/// Writes a book under a new epoch, by compare-and-set on the epoch that was seen: of several
/// servers that find the same thing wrong one wins, and the others load what it wrote. No
/// lease is asked for: with Redis empty a server that knows nothing may hold it.
class EpochWriter : public QObject
{
    Q_OBJECT
public:
    using RawUsers = QList<std::pair<QByteArray, QByteArray>>; ///< field, value

    EpochWriter(redis::Connection &commands, redis::Keys keys, QObject *parent = nullptr);

    void setUsersBackup(std::function<RawUsers()> backup) { m_usersBackup = std::move(backup); }

    /// The whole book. Either puts the users back who are missing.
    void writeWhole(const QString &seenEpoch, const StoredBook &stored);
    /// The book that is in Redis, under the epoch in `stored`: only its meta is written.
    void writeMeta(const QString &seenEpoch, const StoredBook &stored);
    void stop();

Q_SIGNALS:
    void moved(const pressboard::server::StoredBook &stored);
    void overtaken(); ///< it is no more as it was seen
    void failed(const QString &reason);

private:
    void write(const QString &seenEpoch, const StoredBook &stored, const QByteArray &how,
               const QByteArrayList &users, const QByteArrayList &fields);
    QByteArrayList users() const;

    redis::Connection &m_commands;
    redis::Keys m_keys;
    std::function<RawUsers()> m_usersBackup;
    redis::Generation m_generation;
};

} // namespace pressboard::server
