// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pressboard::server::redis {

/// The names of docs/redis.md, under the configured prefix ("pressboard:").
struct Keys
{
    QByteArray prefix = "pressboard:";
    /// Channels have no databases: two shops on /1 and /2 would hear each other.
    int database = 0;

    QByteArray events() const { return prefix + "events"; }
    QByteArray epoch() const { return prefix + "epoch"; }
    QByteArray book() const { return prefix + "book"; }
    QByteArray writer() const { return prefix + "writer"; }
    QByteArray rejected() const { return prefix + "rejected"; }
    QByteArray robots() const { return prefix + "robots"; }
    QByteArray users() const { return prefix + "users"; }
    QByteArray firstAdmin() const { return prefix + "first-admin"; }
    QByteArray revoked() const { return prefix + "revoked"; }
    QByteArray rights() const { return prefix + "rights"; }
    QByteArray ref(const QByteArray &user, const QByteArray &ref) const
    {
        return prefix + "ref:" + user + ':' + ref;
    }
    QByteArray inbox() const { return prefix + "inbox"; }
    QByteArray inboxBytes() const { return prefix + "inbox-bytes"; }
    QByteArray absent() const { return prefix + "absent"; } ///< nobody ever writes it
    QByteArray taken(const QByteArray &stamp) const { return prefix + "taken:" + stamp; }
    QByteArray stations() const { return prefix + "stations"; }
    /// Of the notices that have receipts, by their time; and those of one of them.
    QByteArray receipts() const { return prefix + "receipts"; }
    QByteArray receipts(const QByteArray &notice) const { return prefix + "receipts:" + notice; }
    QByteArray servers() const { return prefix + "servers"; }
    QByteArray server(const QByteArray &instance) const { return prefix + "server:" + instance; }
    QByteArray publishChannel() const { return channel("publish"); }
    QByteArray controlChannel() const { return channel("control"); }

private:
    QByteArray channel(const QByteArray &name) const
    {
        return prefix + name + (database > 0 ? '@' + QByteArray::number(database) : QByteArray());
    }
};

} // namespace pressboard::server::redis
