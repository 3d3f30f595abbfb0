// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/server_address.h"

#include "shared/protocol/messages.h"

#include <QHostAddress>

namespace pressboard::client {
namespace {

QString normalised(const QString &text)
{
    QString plain = text.trimmed().normalized(QString::NormalizationForm_KC);
    plain.replace(QChar(0x3002), QLatin1Char('.')); // 。
    return plain;
}

/// A bare IPv6 address needs its brackets before it is part of a URL.
QString bracketed(const QString &text)
{
    const bool bare = text.count(u':') > 1 && !text.contains(u'[') && !text.contains(u'/');
    return bare ? QLatin1Char('[') + text + QLatin1Char(']') : text;
}

/// nullopt: a scheme we do not speak.
std::optional<bool> isSecure(const QString &scheme)
{
    if (scheme == QLatin1StringView("ws") || scheme == QLatin1StringView("http"))
        return false;
    if (scheme == QLatin1StringView("wss") || scheme == QLatin1StringView("https"))
        return true;
    return std::nullopt;
}

QString completePath(const QString &path)
{
    if (path.isEmpty() || path == QLatin1StringView("/"))
        return protocol::path;
    return path.endsWith(u'/') ? path : path + QLatin1Char('/');
}

} // namespace

Result<ServerAddress> ServerAddress::parse(const QString &text)
{
    const QString plain = normalised(text);
    if (plain.isEmpty())
        return Error{tr("Enter the server's address, for example 192.168.1.10.")};
    const bool hasScheme = plain.contains(QLatin1StringView("://"));
    const QUrl given(hasScheme ? plain : QLatin1StringView("ws://") + bracketed(plain));
    if (!given.isValid() || given.host().isEmpty() || given.port() == 0)
        return Error{tr("“%1” is not an address. Examples: 192.168.1.10, server:5173, "
                        "wss://board.example.com")
                         .arg(plain)};
    const std::optional<bool> secure = isSecure(given.scheme());
    if (!secure)
        return Error{tr("“%1” cannot be used here. The address begins with ws:// or wss://, or has "
                        "no beginning at all.")
                         .arg(given.scheme() + QLatin1StringView("://"))};
    QUrl url;
    url.setScheme(*secure ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setHost(given.host());
    url.setPort(given.port(*secure ? defaultTlsPort : defaultPort));
    url.setPath(completePath(given.path()));
    return ServerAddress(url);
}

QString ServerAddress::display() const
{
    const QString authority = m_url.authority();
    const QString place = m_url.path() == protocol::path ? authority : authority + m_url.path();
    return m_url.scheme() == QLatin1StringView("wss") ? QLatin1StringView("wss://") + place : place;
}

bool ServerAddress::isPrivate() const
{
    const QString host = m_url.host();
    const QHostAddress address(host);
    if (address.isNull())
        return !host.contains(u'.') || host.endsWith(QLatin1StringView(".local"));
    static const QStringList subnets{
        QStringLiteral("10.0.0.0/8"),     QStringLiteral("172.16.0.0/12"),
        QStringLiteral("192.168.0.0/16"), QStringLiteral("127.0.0.0/8"),
        QStringLiteral("169.254.0.0/16"), QStringLiteral("::1/128"),
        QStringLiteral("fc00::/7"),       QStringLiteral("fe80::/10"),
    };
    return std::any_of(subnets.cbegin(), subnets.cend(), [&address](const QString &subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(subnet));
    });
}

} // namespace pressboard::client
