// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/keys.h"
#include "server/redis/reply.h"

#include <QByteArrayList>
#include <QString>

namespace pressboard::server {

/// A key of ours that somebody wrote over with another type: `SET pressboard:book x`. Redis then
/// refuses whatever we do with it, until somebody takes that value away.
struct OverwrittenKey
{
    /// In the order of lookKeys(), from 1.
    enum class Part { Events = 1, Epoch, Book, Writer, Rejected, Users, Servers };

    Part part;
    QString name;
    QString type; ///< what it is now, in Redis' word: "string"

    /// One of what scripts::logState() lists: part, name and type.
    static OverwrittenKey fromReply(const redis::Reply &reply);
    QString sentence() const; ///< which, and what to do
};

/// KEYS of scripts::logState(): all that every server has in common.
QByteArrayList lookKeys(const redis::Keys &keys);

} // namespace pressboard::server
