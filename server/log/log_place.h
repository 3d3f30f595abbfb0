// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/stream_entry.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace pressboard::server {

/// A place in the log, and what shows that a log is still the one in which we stood there. A
/// number alone shows nothing: a log that was put back from a backup, or that another master went
/// on with, has the same numbers.
struct LogPlace
{
    StreamId id; ///< of the last entry that was read; 0-0: before the first
    /// fingerprintOf() that entry. Empty: not known; whatever stands there is taken for it.
    QByteArray fingerprint;
    /// How many entries were ever added to the log up to here, as XINFO's entries-added counts
    /// them: explains an entry that was trimmed or deleted. Nullopt: not known.
    std::optional<qint64> added;

    /// `entry` is what was found at `id`: ours, with its content.
    bool isAt(const redis::StreamEntry &entry) const;
    /// Having read on.
    LogPlace after(const QList<redis::StreamEntry> &entries) const;
    /// As the scripts take one: ID, fingerprint, count ("" when not known).
    QByteArrayList toArguments() const;

    bool operator==(const LogPlace &) const = default;
};

/// SHA-1 of ID and content, in hex digits; prelude.lua makes the same.
QByteArray fingerprintOf(const redis::StreamEntry &entry);

} // namespace pressboard::server
