// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/fernet.h"
#include "server/ingest/channels/inbox_bounds.h"
#include "server/redis/endpoint.h"

#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QTimeZone>

namespace pressboard::server {

/// Which channel layer to listen to, and how.
struct ChannelsOptions
{
    QList<redis::Endpoint> hosts; ///< in the order of Django's settings: a name's host is a number
    QByteArrayList layerPrefixes{"asgi:", "asgi"};
    QByteArrayList groups{"notifications"};
    QHash<QString, QString> audiences; ///< as ChannelReader takes them
    QList<Fernet> keys; ///< of an encrypted layer, any of which may have been used
    QByteArray ownPrefix = "pressboard:";
    QTimeZone timezone;
    InboxBounds inbox;
};

} // namespace pressboard::server
