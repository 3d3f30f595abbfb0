// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/entry_reader.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "server/writer/lease.h"

#include <QObject>

#include <deque>

namespace pressboard::server {

/// Entries that could not be read, on their way to `pressboard:rejected`. Every server meets
/// them, the writer writes them down; the others keep theirs until a checkpoint has passed them,
/// for the case that they become the writer first. Holds as many as the stream keeps: the oldest
/// go first.
class RejectedQueue : public QObject
{
    Q_OBJECT
public:
    static constexpr int kept = 1000;

    RejectedQueue(redis::Connection &commands, redis::Keys keys, const Lease &lease,
                  QObject *parent = nullptr);

    void add(const Rejected &entry);
    /// What was heard by pub/sub, and never in the log: at once, or never.
    void writeHeard(const QString &reason, const QByteArray &head);
    void write();
    void settle(StreamId checkpoint);

private:
    redis::Connection &m_commands;
    redis::Keys m_keys;
    const Lease &m_lease;
    std::deque<Rejected> m_entries;
    bool m_writing = false;
};

} // namespace pressboard::server
