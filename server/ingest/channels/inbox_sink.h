// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/entry_reader.h"
#include "shared/base/result.h"
#include "shared/state/event.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <variant>

namespace pressboard::server {

/// An entry of an inbox on the channel layer's Redis, read.
struct InboxItem
{
    QByteArray stamp; ///< of who put it there: entries of one stamp have rising IDs, for ever
    StreamId id; ///< in the inbox
    std::variant<Event, Rejected> content;
};

/// Where inboxes are emptied into: the log, on another Redis perhaps.
class InboxSink
{
public:
    struct Taken
    {
        int events = 0; ///< appended by this call; what was there already does not count
        int rejected = 0;
    };
    using Answer = std::function<void(const Result<Taken> &)>;

    virtual ~InboxSink() = default;
    /// In the order of the inbox, each item once, however often and by however many servers it is
    /// handed over. After an error nobody knows how many were taken: hand them over again.
    virtual void take(const QList<InboxItem> &items, Answer answer) = 0;
};

} // namespace pressboard::server
