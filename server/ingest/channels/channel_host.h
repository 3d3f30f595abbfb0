// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/channel_inbox.h"
#include "server/ingest/channels/channel_losses.h"
#include "server/ingest/channels/channel_names.h"
#include "server/ingest/channels/channels_options.h"
#include "server/ingest/channels/membership.h"
#include "server/ingest/channels/wake_waiter.h"
#include "shared/base/time.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

namespace pressboard::server {

/// One Redis of a channel layer: joins the groups that lie on it, and empties whatever is there
/// for us into the log.
class ChannelHost : public QObject
{
    Q_OBJECT
public:
    /// `index` of options.hosts. All must outlive this.
    ChannelHost(const ChannelsOptions &options, int index, const ChannelReader &reader,
                InboxSink &sink, const Clock &clock, QObject *parent = nullptr);

    void open();
    void close();

    /// For /readyz.
    QJsonObject facts() const;
    /// How it is doing, in a sentence for `status`.
    QString summary(const QTimeZone &zone) const;
    /// What is wrong at the moment, in sentences that say what to do.
    QStringList problems() const;
    /// What was lost since the start, in sentences.
    QStringList losses() const { return m_losses.sentences(); }

private:
    void wire();
    QStringList inboxProblems() const;

    const Clock &m_clock;
    const QStringList m_groups; ///< that lie here; of several hosts one may have none
    redis::Connection m_commands;
    redis::Connection m_lists;
    redis::Connection m_sortedSets;
    Membership m_membership;
    ChannelInbox m_inbox;
    WakeWaiter m_listWaiter;
    WakeWaiter m_sortedSetWaiter;
    OptionalMoment m_lastMessage;
    ChannelLosses m_losses;
};

} // namespace pressboard::server
