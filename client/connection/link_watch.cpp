// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/link_watch.h"

#include <algorithm>

namespace pressboard::client {
namespace {

/// Without the zone, which one side may leave out, and IPv4 as IPv4.
QHostAddress plain(QHostAddress address)
{
    bool isMapped = false;
    const quint32 mapped = address.toIPv4Address(&isMapped);
    if (isMapped)
        return QHostAddress(mapped);
    address.setScopeId(QString());
    return address;
}

bool hasAddress(const QNetworkInterface &interface, const QHostAddress &wanted)
{
    const QList<QNetworkAddressEntry> entries = interface.addressEntries();
    return std::any_of(
        entries.begin(), entries.end(),
        [&wanted](const QNetworkAddressEntry &entry) { return plain(entry.ip()) == wanted; });
}

} // namespace

bool isLinkUp(const QHostAddress &local, const QList<QNetworkInterface> &interfaces)
{
    if (local.isNull() || local.isLoopback() || interfaces.isEmpty())
        return true;
    const QHostAddress wanted = plain(local);
    return std::any_of(interfaces.begin(), interfaces.end(), [&](const QNetworkInterface &one) {
        const auto working = QNetworkInterface::IsUp | QNetworkInterface::IsRunning;
        return (one.flags() & working) == working && hasAddress(one, wanted);
    });
}

} // namespace pressboard::client
