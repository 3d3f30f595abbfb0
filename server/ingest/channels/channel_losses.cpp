// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_losses.h"

#include "server/ingest/channels/time_text.h"
#include "server/logging/logging.h"

namespace pressboard::server {

ChannelLosses::ChannelLosses(QString where, QTimeZone zone)
    : m_where(std::move(where))
    , m_zone(std::move(zone))
{
}

void ChannelLosses::addTo(Span &span, Moment from, Moment to)
{
    span = {span.times + 1, from, to};
}

void ChannelLosses::addEmptied(Moment from, Moment to)
{
    addTo(m_emptied, from, to);
    qCWarning(lcIngest).noquote() << emptied();
}

void ChannelLosses::addAway(Moment from, Moment to)
{
    addTo(m_away, from, to);
    qCWarning(lcIngest).noquote() << away();
}

void ChannelLosses::addInbox(Moment at, qint64 messages)
{
    addTo(m_inbox, at, at);
    m_inboxMessages += messages;
    qCWarning(lcIngest).noquote() << inbox();
}

QStringList ChannelLosses::sentences() const
{
    QStringList all;
    if (m_emptied.times > 0)
        all << emptied();
    if (m_away.times > 0)
        all << away();
    if (m_inbox.times > 0)
        all << inbox();
    return all;
}

QString ChannelLosses::emptied() const
{
    return QStringLiteral("Somebody emptied the channel layer at %1 (flush, or a restart without "
                          "its data), the last time from %2 to %3: what Django sent meanwhile is "
                          "lost, as it is for Django itself. Save the orders of that time once "
                          "more. So far: %4.")
        .arg(m_where, text(m_emptied.from), text(m_emptied.to))
        .arg(m_emptied.times);
}

QString ChannelLosses::away() const
{
    return QStringLiteral("No server listened to Django Channels at %1, the last time from %2 to "
                          "%3: Django keeps a message for 60 s, and no more of them than its "
                          "capacity, so that some of that time may be lost. If orders were saved "
                          "then, save them once more. So far: %4.")
        .arg(m_where, text(m_away.from), text(m_away.to))
        .arg(m_away.times);
}

QString ChannelLosses::inbox() const
{
    const QString what = m_inboxMessages > 0
        ? QStringLiteral("up to %1 messages that were not in the log yet are lost with it. Save "
                         "the orders of that time once more.")
              .arg(m_inboxMessages)
        : QStringLiteral("nothing was in it when this server last looked, so that only what came "
                         "in that moment may be lost.");
    return QStringLiteral("The inbox at %1 is another one than before (flush, or a restart "
                          "without its data), the last time at %2: %3 So far: %4.")
        .arg(m_where, text(m_inbox.to), what)
        .arg(m_inbox.times);
}

QString ChannelLosses::text(Moment moment) const
{
    return timeText(moment, m_zone);
}

QJsonObject ChannelLosses::counters() const
{
    return {{QStringLiteral("times_missed"), qint64(m_emptied.times)},
            {QStringLiteral("times_away"), qint64(m_away.times)},
            {QStringLiteral("inboxes_lost"), qint64(m_inbox.times)}};
}

} // namespace pressboard::server
