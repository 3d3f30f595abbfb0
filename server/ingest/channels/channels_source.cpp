// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channels_source.h"

namespace pressboard::server {

ChannelsSource::ChannelsSource(const ChannelsOptions &options, InboxSink &sink, const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_zone(options.timezone)
    , m_reader(options.timezone, options.audiences, options.keys)
{
    for (int index = 0; index < options.hosts.size(); ++index)
        m_hosts.push_back(std::make_unique<ChannelHost>(options, index, m_reader, sink, clock));
}

void ChannelsSource::open()
{
    for (const auto &host : m_hosts)
        host->open();
}

void ChannelsSource::close()
{
    for (const auto &host : m_hosts)
        host->close();
}

QJsonArray ChannelsSource::facts() const
{
    QJsonArray all;
    for (const auto &host : m_hosts)
        all.append(host->facts());
    return all;
}

QStringList ChannelsSource::summaries() const
{
    return collect([this](const ChannelHost &host) { return QStringList{host.summary(m_zone)}; });
}

QStringList ChannelsSource::problems() const
{
    return collect([](const ChannelHost &host) { return host.problems(); });
}

QStringList ChannelsSource::losses() const
{
    return collect([](const ChannelHost &host) { return host.losses(); });
}

QStringList
ChannelsSource::collect(const std::function<QStringList(const ChannelHost &)> &from) const
{
    QStringList all;
    for (const auto &host : m_hosts)
        all += from(*host);
    return all;
}

} // namespace pressboard::server
