// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_names.h"

#include <zlib.h>

namespace pressboard::server {

int channelHostOf(const QByteArray &name, int hosts)
{
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(name.constData()), uInt(name.size()));
    return int(double(sum & 0xFFF) / (4096.0 / hosts));
}

ChannelNames::ChannelNames(QByteArray layerPrefix, const QByteArray &ownPrefix, int hosts)
    : m_layerPrefix(std::move(layerPrefix))
    , m_hosts(hosts)
{
    // A channel's name may have no ':'.
    const QByteArray own = QByteArray(ownPrefix).replace(':', '.');
    m_data = own + "data!";
    m_wake = own + "wake!";
    // One act is one only on one host.
    for (int i = 2; channelHostOf(m_wake, m_hosts) != host(); ++i)
        m_wake = own + "wake-" + QByteArray::number(i) + '!';
}

QByteArray ChannelNames::groupKey(const QByteArray &group) const
{
    return m_layerPrefix + ":group:" + group;
}

int ChannelNames::host() const
{
    return channelHostOf(m_data, m_hosts);
}

} // namespace pressboard::server
