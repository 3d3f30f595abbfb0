// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pressboard::server {

/// The host that channels_redis keeps a name on, from 0; its rule, with its rounding.
int channelHostOf(const QByteArray &name, int hosts);

/// What we are called in a channel layer, and its keys. All servers of one log have the same
/// names: they drain the same keys, and a message is taken by one of them.
///
/// Each group is joined under two names, `data` and `wake`, which a group_send() writes in one
/// act: who waits for a message takes it off the key `wake`, where nothing is lost with it, and
/// the message itself is moved from the key `data` by a script. The part behind "!" is ours: a
/// message says with it which group it was sent to.
class ChannelNames
{
public:
    /// `layerPrefix`: "asgi:" or "asgi". `ownPrefix`: that of our keys, so that two logs can
    /// listen to one layer. `hosts` ≥ 1.
    ChannelNames(QByteArray layerPrefix, const QByteArray &ownPrefix, int hosts = 1);

    QByteArray dataKey() const { return m_layerPrefix + m_data; }
    QByteArray wakeKey() const { return m_layerPrefix + m_wake; }
    QByteArray groupKey(const QByteArray &group) const;
    QByteArray dataName(const QByteArray &group) const { return m_data + group; }
    QByteArray wakeName(const QByteArray &group) const { return m_wake + group; }

    int host() const; ///< of the two keys

private:
    QByteArray m_layerPrefix;
    int m_hosts;
    QByteArray m_data; ///< up to and with the "!"
    QByteArray m_wake;
};

} // namespace pressboard::server
