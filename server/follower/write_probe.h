// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/problem_list.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"
#include "server/redis/keys.h"

#include <QObject>

namespace pressboard::server {

/// Does Redis take what is published? It tells only whoever tries: with its memory full, a disk
/// that it cannot write, replicas that are missing or a right that is, everything can be read, and
/// nothing new ever comes. Tried with an entry for a stream that never exists and is not made.
class WriteProbe : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the probe.
    WriteProbe(redis::Connection &commands, const redis::Keys &keys, ProblemList &problems,
               QObject *parent = nullptr);

    /// What the probe asks: any error of refusedWrites() means that nothing can be written.
    static QByteArrayList question(const redis::Keys &keys);

    void probe(); ///< every two seconds: it is said within five
    void stop(); ///< the answer that is under way is dropped

Q_SIGNALS:
    /// One of protocol::write_cause; empty: Redis takes writes again.
    void changed(const QString &cause);

private:
    void handleReply(const redis::Reply &reply);

    redis::Connection &m_commands;
    redis::Keys m_keys;
    ProblemList &m_problems;
    redis::Generation m_generation;
    QString m_cause;
};

/// Why Redis refuses to write.
struct RefusedWrites
{
    QString cause; ///< one of protocol::write_cause
    QString reason; ///< that, and what to do
    QString sentence; ///< the same, and what it means for the boards
};

/// Nullopt: that reply refuses no writing.
std::optional<RefusedWrites> refusedWrites(const redis::Reply &reply);

} // namespace pressboard::server
