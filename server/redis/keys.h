// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pressboard::server::redis {

/// The names of docs/redis.md, under the configured prefix ("pressboard:").
struct Keys
{
    QByteArray prefix = "pressboard:";

    QByteArray events() const { return prefix + "events"; }
    QByteArray epoch() const { return prefix + "epoch"; }
    QByteArray book() const { return prefix + "book"; }
    QByteArray writer() const { return prefix + "writer"; }
    QByteArray rejected() const { return prefix + "rejected"; }
    QByteArray users() const { return prefix + "users"; }
    QByteArray revoked() const { return prefix + "revoked"; }
    QByteArray ref(const QByteArray &user, const QByteArray &ref) const
    {
        return prefix + "ref:" + user + ':' + ref;
    }
    QByteArray inbox() const { return prefix + "inbox"; }
    QByteArray inboxBytes() const { return prefix + "inbox-bytes"; }
    QByteArray absent() const { return prefix + "absent"; } ///< nobody ever writes it
    QByteArray taken(const QByteArray &stamp) const { return prefix + "taken:" + stamp; }
    QByteArray servers() const { return prefix + "servers"; }
    QByteArray server(const QByteArray &instance) const { return prefix + "server:" + instance; }
    QByteArray publishChannel() const { return prefix + "publish"; }
    QByteArray controlChannel() const { return prefix + "control"; }
};

} // namespace pressboard::server::redis
