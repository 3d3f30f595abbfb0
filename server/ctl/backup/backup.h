// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/stream_entry.h"
#include "shared/base/result.h"
#include "shared/base/stream_id.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace pressboard::server::ctl {

/// A shop's board as it was at one moment: all that a restore needs, and nothing that belongs to
/// the servers that ran then (lease, reports, refs). A value.
///
/// As a file: a line with the version of the form, a line of JSON for people (`about`), the rest
/// compressed, and a line with the SHA-256 of all that. Half a file has no such line, so it is
/// never taken for a whole one.
struct Backup
{
    using Fields = QList<std::pair<QByteArray, QByteArray>>;

    QJsonObject about; ///< when, from where, how much: nothing is read from it
    QByteArray epoch;
    QByteArray firstAdmin; ///< empty: there is none
    Fields book; ///< the checkpoint, with its `meta`
    Fields users;
    QByteArrayList revoked;
    /// The log from the checkpoint's own entry on, which is the first unless it stands at 0-0.
    QList<redis::StreamEntry> events;
    QList<redis::StreamEntry> rejected;
    Fields stations;
    /// What became of notices, by their ids: who got them, saw them, confirmed them.
    QList<std::pair<QByteArray, Fields>> receipts;
    StreamId last; ///< ID that the log gave last; nothing older can follow
    std::optional<qint64> added; ///< how many entries it ever had; not before Redis 7.0
    QByteArray maxDeleted; ///< as XINFO's max-deleted-entry-id; empty before Redis 7.0

    QByteArray toBytes() const;
    /// The error says what is wrong with the file.
    static Result<Backup> fromBytes(const QByteArray &bytes);
    static Result<Backup> read(const QString &path);

    /// Of the checkpoint; empty when it cannot be read.
    QJsonObject meta() const;
    /// Where in the log the checkpoint stands.
    StreamId position() const;
    void setEpoch(const QByteArray &changed); ///< there and in the checkpoint
    qsizetype orders() const { return book.isEmpty() ? 0 : book.size() - 1; }
    /// "120 orders, 8 users, position 1795423846000-0"
    QString summary() const;
    /// The log and its checkpoint belong together; else why not.
    std::optional<Error> flaw() const;
};

} // namespace pressboard::server::ctl
