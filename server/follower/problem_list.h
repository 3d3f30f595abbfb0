// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace pressboard::server {

/// Something about Redis or the log that somebody should look after: for the log, `status` and
/// the health page.
struct Problem
{
    enum class Kind {
        TooOld, ///< a version that lacks what we need
        Replica, ///< not the master: what it holds may be old
        Eviction, ///< maxmemory-policy may throw the log away
        PartEviction, ///< maxmemory-policy may throw away what remembers repeats
        NotDurable, ///< an external Redis without append-only file
        NotReplicated, ///< a failover may lose what was written
        Poisoned, ///< an entry from the future
        Overwritten, ///< a key of ours has another type
        UnreadableRows, ///< orders of the checkpoint that could not be read
        Missed, ///< entries were trimmed before they were read
        Rights, ///< the account lacks some in Redis
        NotWritable, ///< Redis takes nothing new
        NotReadable, ///< Redis refuses to let the log be read on
        Refused, ///< Redis or its content does not let us work
    };

    Kind kind;
    QString text; ///< a sentence that says what to do

    /// Whoever looks at Redis finds it, too: `status` needs no server to say so.
    bool isSeenInRedis() const
    {
        return kind == Kind::TooOld || kind == Kind::Replica || kind == Kind::Eviction
            || kind == Kind::PartEviction || kind == Kind::NotDurable || kind == Kind::NotReplicated
            || kind == Kind::Poisoned || kind == Kind::Overwritten || kind == Kind::NotWritable;
    }

    bool operator==(const Problem &) const = default;
};

/// What is wrong at the moment, one problem a kind. Each is logged when it appears, once.
class ProblemList
{
public:
    const QList<Problem> &all() const { return m_problems; }
    const Problem *find(Problem::Kind kind) const; ///< null: none of that kind
    void set(Problem::Kind kind, const QString &text);
    void setOrClear(Problem::Kind kind, const QString &text); ///< clears when empty
    void clear(Problem::Kind kind);

private:
    QList<Problem> m_problems;
};

} // namespace pressboard::server
