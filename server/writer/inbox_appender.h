// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/inbox_sink.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"

#include <QObject>

namespace pressboard::server {

/// Empties inboxes into the log: one script appends what is newer than the last ID it remembers
/// for that stamp, and remembers. What could not be read goes into `rejected` by the same act.
class InboxAppender final : public QObject, public InboxSink
{
    Q_OBJECT
public:
    /// A stamp is forgotten so long after its last entry: an entry that was appended, but not
    /// deleted from its inbox, comes once more if no server ran for all that time.
    static constexpr std::chrono::hours stampKept{24 * 30};

    InboxAppender(redis::Connection &commands, redis::Keys keys, QObject *parent = nullptr);

    void take(const QList<InboxItem> &items, Answer answer) override;

Q_SIGNALS:
    /// It was put among the rejects.
    void rejected(const pressboard::server::Rejected &entry);

private:
    void onStored(const QList<InboxItem> &items);

    redis::Connection &m_commands;
    redis::Keys m_keys;
};

} // namespace pressboard::server
