// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/endpoint.h"

#include "server/redis/sentinel_url.h"

#include <QUrl>
#include <QUrlQuery>

#include <optional>

namespace pressboard::server::redis {

namespace {

Error wrong(const QString &message)
{
    return Error{message, false};
}

std::optional<int> databaseNumber(QStringView text)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

Error wrongDatabase()
{
    return wrong(QStringLiteral(
        "The Redis URL's database is not a number from 0: write redis://host:port/0."));
}

Error unknownScheme()
{
    return wrong(
        QStringLiteral("The Redis URL must begin with redis://, rediss:// (TLS), unix:// or "
                       "sentinel://, as in redis://127.0.0.1:6379/0 or "
                       "unix:///run/redis/redis.sock."));
}

/// User and password belong together; a password alone is the default user's.
std::optional<Error> checkCredentials(const Endpoint &endpoint)
{
    if (!endpoint.user.isEmpty() && endpoint.password.isEmpty()) {
        return wrong(QStringLiteral("The Redis URL has a user but no password: write "
                                    "redis://user:password@host:port, or "
                                    "redis://:password@host:port without a user."));
    }
    return std::nullopt;
}

Result<Endpoint> parseSocket(const QUrl &url)
{
    Endpoint endpoint;
    endpoint.socketPath = url.path(QUrl::FullyDecoded);
    if (!url.authority().isEmpty() || !endpoint.socketPath.startsWith(u'/')) {
        return wrong(QStringLiteral("The Redis URL needs the absolute path of the socket after "
                                    "three slashes: unix:///run/redis/redis.sock."));
    }
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (key == u"user") {
            endpoint.user = value;
        } else if (key == u"password") {
            endpoint.password = value;
        } else if (key == u"db" && databaseNumber(value)) {
            endpoint.database = *databaseNumber(value);
        } else if (key == u"db") {
            return wrongDatabase();
        } else {
            return wrong(QStringLiteral("The Redis URL has \"%1=\" behind its question mark: only "
                                        "db, user and password are known there.")
                             .arg(key));
        }
    }
    if (const auto error = checkCredentials(endpoint))
        return *error;
    return endpoint;
}

Result<Endpoint> parseHost(const QUrl &url)
{
    if (url.hasQuery() || url.hasFragment()) {
        return wrong(QStringLiteral("The Redis URL has a '?' or a '#' in it: write these as %3F "
                                    "and %23 when they belong to the password."));
    }
    Endpoint endpoint;
    endpoint.host = url.host(QUrl::FullyDecoded);
    if (endpoint.host.isEmpty() || url.port() == 0) {
        return wrong(QStringLiteral("The Redis URL names no host or port: write "
                                    "redis://host:port, as in redis://127.0.0.1:6379."));
    }
    endpoint.port = quint16(url.port(6379));
    endpoint.tls = url.scheme() == u"rediss";
    endpoint.user = url.userName(QUrl::FullyDecoded);
    endpoint.password = url.password(QUrl::FullyDecoded);
    if (const auto error = checkCredentials(endpoint))
        return *error;
    const QString database = url.path().mid(1);
    if (database.isEmpty())
        return endpoint;
    const auto number = databaseNumber(database);
    if (!number)
        return wrongDatabase();
    endpoint.database = *number;
    return endpoint;
}

} // namespace

Result<Endpoint> Endpoint::parse(const QString &text, const TlsFiles &files)
{
    const QString trimmed = text.trimmed();
    const QString scheme = trimmed.section(u':', 0, 0).toLower();
    if (scheme == u"sentinel") {
        auto endpoint = parseSentinelUrl(trimmed);
        if (const auto error = endpoint ? checkCredentials(*endpoint) : std::nullopt)
            return *error;
        if (endpoint)
            endpoint.value().tlsFiles = files;
        return endpoint;
    }
    if (scheme != u"redis" && scheme != u"rediss" && scheme != u"unix")
        return unknownScheme();
    const QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid()) {
        return wrong(QStringLiteral("The Redis URL cannot be read: write redis://user:password@"
                                    "host:port/0, with the special characters of a password as "
                                    "%XX (@ is %40, / is %2F, # is %23)."));
    }
    auto parsed = scheme == u"unix" ? parseSocket(url) : parseHost(url);
    if (parsed)
        parsed.value().tlsFiles = files;
    return parsed;
}

Endpoint Endpoint::sentinel(qsizetype index) const
{
    Endpoint endpoint;
    endpoint.host = sentinels[index].host;
    endpoint.port = sentinels[index].port;
    endpoint.tls = tls;
    endpoint.tlsFiles = tlsFiles;
    endpoint.user = sentinelUser;
    endpoint.password = sentinelPassword;
    return endpoint;
}

Endpoint Endpoint::at(const QString &where, quint16 on) const
{
    Endpoint endpoint = *this;
    endpoint.sentinels.clear();
    endpoint.host = where;
    endpoint.port = on;
    return endpoint;
}

/// An IPv6 address stands in brackets.
static QString hostAndPort(const QString &host, quint16 port)
{
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return QStringLiteral("%1:%2").arg(name).arg(port);
}

static QString sentinelsToDisplay(const Endpoint &endpoint)
{
    QStringList addresses;
    for (const Endpoint::Sentinel &sentinel : endpoint.sentinels)
        addresses << hostAndPort(sentinel.host, sentinel.port);
    return QStringLiteral("sentinel://%1/%2").arg(addresses.join(u','), endpoint.masterName);
}

QString Endpoint::toDisplay() const
{
    const QString number = QString::number(database);
    if (isSentinel()) {
        const QString url = sentinelsToDisplay(*this);
        return database ? url + QStringLiteral("?db=") + number : url;
    }
    if (isLocal()) {
        const QString url = QStringLiteral("unix://") + socketPath;
        return database ? url + QStringLiteral("?db=") + number : url;
    }
    const QString scheme = tls ? QStringLiteral("rediss") : QStringLiteral("redis");
    const QString url = scheme + QStringLiteral("://") + hostAndPort(host, port);
    return database ? url + u'/' + number : url;
}

} // namespace pressboard::server::redis
