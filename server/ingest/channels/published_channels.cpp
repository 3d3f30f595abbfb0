// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/published_channels.h"

namespace pressboard::server {

PublishedChannels::PublishedChannels(const ChannelsOptions &options, const Clock &clock,
                                     QObject *parent)
    : QObject(parent)
    , m_zone(options.timezone)
    , m_reader(options.timezone, options.audiences, options.keys)
{
    for (int index = 0; index < options.hosts.size(); ++index) {
        m_hosts.push_back(std::make_unique<PublishedHost>(options, index, m_reader, clock));
        connect(m_hosts.back().get(), &PublishedHost::received, this, &PublishedChannels::received);
        connect(m_hosts.back().get(), &PublishedHost::rejected, this, &PublishedChannels::rejected);
    }
}

void PublishedChannels::open()
{
    for (const auto &host : m_hosts)
        host->open();
}

void PublishedChannels::close()
{
    for (const auto &host : m_hosts)
        host->close();
}

QJsonArray PublishedChannels::facts() const
{
    QJsonArray all;
    for (const auto &host : m_hosts)
        all.append(host->facts());
    return all;
}

QStringList PublishedChannels::summaries() const
{
    QStringList all;
    for (const auto &host : m_hosts)
        all.append(host->summary(m_zone));
    return all;
}

QStringList PublishedChannels::problems() const
{
    QStringList all;
    for (const auto &host : m_hosts)
        all += host->problems();
    return all;
}

} // namespace pressboard::server
