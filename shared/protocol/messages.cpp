// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/messages.h"

#include <algorithm>
#include <iterator>

namespace pressboard::protocol {
namespace {

/// Those of this version, and those reserved for the features that are decided already.
constexpr QLatin1StringView controlTypes[] = {
    QLatin1StringView("connection_established"),
    QLatin1StringView("hello"),
    QLatin1StringView("sync"),
    QLatin1StringView("snapshot"),
    QLatin1StringView("synced"),
    QLatin1StringView("order"),
    QLatin1StringView("source"),
    QLatin1StringView("goodbye"),
    QLatin1StringView("ping"),
    QLatin1StringView("pong"),
    QLatin1StringView("publish"),
    QLatin1StringView("token"),
    QLatin1StringView("ack"),
    QLatin1StringView("error"),
    QLatin1StringView("received"),
    QLatin1StringView("confirmed"),
    QLatin1StringView("receipts"),
    QLatin1StringView("stations"),
    QLatin1StringView("user"),
    QLatin1StringView("server_health"),
    QLatin1StringView("unread"),
};

} // namespace

QStringList features()
{
    return {zlibFeature, textIdsFeature, unreadFeature};
}

bool isControlType(const QString &type)
{
    return std::find(std::begin(controlTypes), std::end(controlTypes), type)
        != std::end(controlTypes);
}

} // namespace pressboard::protocol
