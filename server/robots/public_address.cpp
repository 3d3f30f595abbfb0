// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/public_address.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

namespace {

using Net = std::pair<QHostAddress, int>;

bool isInAny(const QHostAddress &address, const QList<Net> &nets)
{
    return std::any_of(nets.begin(), nets.end(), [&address](const Net &net) {
        return address.isInSubnet(net.first, net.second);
    });
}

QList<Net> netsOf(std::initializer_list<const char *> texts)
{
    QList<Net> nets;
    for (const char *text : texts)
        nets.append(QHostAddress::parseSubnet(QString::fromLatin1(text)));
    return nets;
}

bool isPublic4(const QHostAddress &address)
{
    static const QList<Net> others = netsOf(
        {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
         "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
         "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"});
    return !isInAny(address, others);
}

/// The IPv4 address that a translator would make of its last, or of other, four bytes.
QHostAddress fourIn(const Q_IPV6ADDR &six, int at)
{
    quint32 four = 0;
    for (int i = at; i < at + 4; ++i)
        four = (four << 8) | six[i];
    return QHostAddress(four);
}

bool isPublic6(const QHostAddress &address)
{
    // Of all there is, 2000::/3 is given out; 64:ff9b::/96 leads to IPv4, and so does 2002::/16.
    static const QList<Net> given = netsOf({"2000::/3"});
    static const QList<Net> others = netsOf({"2001::/23", "2001:db8::/32", "3fff::/20"});
    static const QList<Net> translated = netsOf({"64:ff9b::/96"});
    static const QList<Net> sixToFour = netsOf({"2002::/16"});
    const Q_IPV6ADDR six = address.toIPv6Address();
    if (isInAny(address, translated))
        return isPublic4(fourIn(six, 12));
    if (isInAny(address, sixToFour))
        return isPublic4(fourIn(six, 2));
    return isInAny(address, given) && !isInAny(address, others);
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour); // also ::ffff:10.0.0.1
    if (isFour)
        return isPublic4(QHostAddress(four));
    return address.protocol() == QAbstractSocket::IPv6Protocol && isPublic6(address);
}

} // namespace pressboard::server
