// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_host.h"

#include "server/ingest/channels/time_text.h"
#include "server/logging/logging.h"
#include "server/redis/keys.h"

#include <QJsonArray>
#include <QLocale>

namespace pressboard::server {

namespace {

QList<ChannelNames> namesOf(const ChannelsOptions &options)
{
    QList<ChannelNames> all;
    for (const QByteArray &prefix : options.layerPrefixes)
        all.append(ChannelNames(prefix, options.ownPrefix, int(options.hosts.size())));
    return all;
}

QStringList groupsOn(const ChannelsOptions &options, int host)
{
    QStringList groups;
    for (const QByteArray &group : options.groups) {
        if (channelHostOf(group, int(options.hosts.size())) == host)
            groups.append(QString::fromUtf8(group));
    }
    return groups;
}

QList<Membership::Group> placesIn(const QStringList &groups, const ChannelsOptions &options)
{
    QList<Membership::Group> places;
    for (const ChannelNames &names : namesOf(options)) {
        for (const QString &text : groups) {
            const QByteArray group = text.toUtf8();
            places.append({names.groupKey(group), names.dataName(group), names.wakeName(group)});
        }
    }
    return places;
}

/// On every host, whether our names lie on it or not: the list of hosts may have changed.
QByteArrayList inboxKeys(const ChannelsOptions &options)
{
    const redis::Keys own{options.ownPrefix};
    QByteArrayList keys{own.inbox(), own.inboxBytes()};
    for (const ChannelNames &names : namesOf(options))
        keys << names.dataKey() << names.wakeKey();
    return keys;
}

QByteArrayList wakeKeys(const ChannelsOptions &options)
{
    QByteArrayList keys;
    for (const ChannelNames &names : namesOf(options))
        keys << names.wakeKey();
    return keys;
}

} // namespace

ChannelHost::ChannelHost(const ChannelsOptions &options, int index, const ChannelReader &reader,
                         InboxSink &sink, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_groups(groupsOn(options, index))
    , m_commands(options.hosts[index], QStringLiteral("pressboard:channels"))
    , m_lists(options.hosts[index], QStringLiteral("pressboard:channels-lists"))
    , m_sortedSets(options.hosts[index], QStringLiteral("pressboard:channels-sets"))
    , m_membership(m_commands, clock, placesIn(m_groups, options))
    , m_inbox(m_commands, sink, reader, inboxKeys(options), options.inbox)
    , m_listWaiter(m_lists, WakeWaiter::Kind::Lists, wakeKeys(options))
    , m_sortedSetWaiter(m_sortedSets, WakeWaiter::Kind::SortedSets, wakeKeys(options))
    , m_losses(m_commands.endpoint().toDisplay(), options.timezone)
{
    for (redis::Connection *connection : {&m_commands, &m_lists, &m_sortedSets})
        connection->insistOnMaster(redis::Keys{options.ownPrefix}.absent());
    wire();
}

void ChannelHost::wire()
{
    connect(&m_listWaiter, &WakeWaiter::woken, &m_inbox, &ChannelInbox::drain);
    connect(&m_sortedSetWaiter, &WakeWaiter::woken, &m_inbox, &ChannelInbox::drain);
    connect(&m_inbox, &ChannelInbox::taken, this, [this](int events, int rejected) {
        if (events + rejected > 0)
            m_lastMessage = m_clock.now();
        if (rejected > 0)
            qCWarning(lcIngest, "%d messages of Django Channels could not be read", rejected);
    });
    connect(&m_inbox, &ChannelInbox::inboxLost, this,
            [this](qint64 messages) { m_losses.addInbox(m_clock.now(), messages); });
    // Whatever took the inbox may have taken the groups as well.
    connect(&m_inbox, &ChannelInbox::inboxLost, &m_membership, &Membership::join);
    for (const auto signal : {&ChannelInbox::becameFull, &ChannelInbox::becameEncrypted}) {
        connect(&m_inbox, signal, this,
                [this] { qCWarning(lcIngest).noquote() << inboxProblems().join(u' '); });
    }
    connect(&m_membership, &Membership::joined, this, [this] {
        qCInfo(lcIngest).noquote()
            << "Joined Django Channels' groups at" << m_commands.endpoint().toDisplay();
    });
    connect(&m_membership, &Membership::missed, this,
            [this](Moment from, Moment to) { m_losses.addEmptied(from, to); });
    connect(&m_membership, &Membership::wasAway, this,
            [this](Moment from, Moment to) { m_losses.addAway(from, to); });
}

void ChannelHost::open()
{
    for (redis::Connection *connection : {&m_commands, &m_lists, &m_sortedSets})
        connection->open();
}

void ChannelHost::close()
{
    for (redis::Connection *connection : {&m_commands, &m_lists, &m_sortedSets})
        connection->close();
}

QJsonObject ChannelHost::facts() const
{
    const auto &counters = m_inbox.counters();
    QJsonObject facts = m_losses.counters();
    facts.insert(QStringLiteral("host"), m_commands.endpoint().toDisplay());
    facts.insert(QStringLiteral("connected"), m_commands.isReady());
    facts.insert(QStringLiteral("joined_since"), jsonOf(m_membership.since()));
    facts.insert(QStringLiteral("groups"), QJsonArray::fromStringList(m_groups));
    facts.insert(QStringLiteral("last_message"), jsonOf(m_lastMessage));
    facts.insert(QStringLiteral("events"), qint64(counters.events));
    facts.insert(QStringLiteral("rejected"), qint64(counters.rejected));
    facts.insert(QStringLiteral("waiting"), counters.waiting);
    facts.insert(QStringLiteral("waiting_bytes"), counters.bytes);
    facts.insert(QStringLiteral("times_full"), qint64(counters.timesFull));
    facts.insert(QStringLiteral("most_found"), counters.mostFound);
    return facts;
}

QString ChannelHost::summary(const QTimeZone &zone) const
{
    const auto since = m_membership.since();
    const QString joined = m_groups.isEmpty() ? QStringLiteral("no group lies here")
        : since                               ? QStringLiteral("in %1 since %2")
                      .arg(m_groups.join(QStringLiteral(", ")), timeText(*since, zone))
                : QStringLiteral("not joined yet");
    const QString last = m_lastMessage
        ? QStringLiteral("last message %1").arg(timeText(*m_lastMessage, zone))
        : QStringLiteral("no message yet");
    const auto &counters = m_inbox.counters();
    return QStringLiteral("Django Channels at %1: %2, %3, %4 taken, %5 rejected, %6 waiting (%7)")
        .arg(m_commands.endpoint().toDisplay(), joined, last)
        .arg(counters.events)
        .arg(counters.rejected)
        .arg(counters.waiting)
        .arg(QLocale::c().formattedDataSize(counters.bytes));
}

QStringList ChannelHost::problems() const
{
    QStringList all;
    const QString where = m_commands.endpoint().toDisplay();
    if (!m_commands.isReady() && !m_commands.lostReason().isEmpty()) {
        all << QStringLiteral("Nothing comes from Django Channels at %1, and after 60 s Django's "
                              "messages are lost: %2")
                   .arg(where, m_commands.lostReason());
    }
    if (!m_membership.problem().isEmpty()) {
        all << QStringLiteral("Redis at %1 does not let us join the groups of Django Channels: %2")
                   .arg(where, m_membership.problem());
    }
    return all + inboxProblems();
}

QStringList ChannelHost::inboxProblems() const
{
    QStringList all;
    const QString where = m_commands.endpoint().toDisplay();
    const auto &counters = m_inbox.counters();
    if (!m_inbox.problem().isEmpty()) {
        all << QStringLiteral("Messages of Django Channels wait at %1 and do not come into the "
                              "log: %2")
                   .arg(where, m_inbox.problem());
    }
    if (counters.isFull) {
        all << QStringLiteral("The inbox at %1 is full, with %2 messages of %3 in all: what Django "
                              "sends stays with Django, which throws it away after 60 s, or "
                              "beyond its capacity. Bring the log back; channels-inbox-bytes "
                              "is how much the inbox may hold.")
                   .arg(where)
                   .arg(counters.waiting)
                   .arg(QLocale::c().formattedDataSize(counters.bytes));
    }
    if (counters.encrypted > 0)
        all << ChannelMessage::encryptedSentence();
    return all;
}

} // namespace pressboard::server
