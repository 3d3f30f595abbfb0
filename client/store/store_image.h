// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"
#include "shared/state/book.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

namespace pressboard::client {

/// Everything the store would miss after a restart: what the cache writes down and the board is
/// painted from before the network is tried.
struct StoreImage
{
    Book book;
    QJsonObject stats;
    QDate dayStart; ///< the shop's day `dayStats` is the baseline of; null: none
    QJsonObject dayStats;
    protocol::Shop shop;
    /// As whom the book was seen. Seen as somebody else, it is not ours to resume.
    QString user;
    QStringList permissions;
    QStringList groups;
    OptionalMoment dataAsOf;
    OptionalMoment lastChange;
};

} // namespace pressboard::client
