// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/sentinel_url.h"

#include <QUrl>
#include <QUrlQuery>

#include <optional>

namespace pressboard::server::redis {

namespace {

constexpr QLatin1StringView scheme{"sentinel://"};
constexpr QLatin1StringView shape{
    "write sentinel://user:password@host1:26379,host2,host3/mymaster?db=0, with the special "
    "characters of a password as %XX."};

Error wrong(const QString &what)
{
    return Error{QStringLiteral("The Redis URL %1: %2").arg(what, shape)};
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// One of the list between the commas.
std::optional<Endpoint::Sentinel> sentinelFrom(const QString &text)
{
    const QUrl url(QStringLiteral("redis://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0 || !url.path().isEmpty())
        return std::nullopt;
    return Endpoint::Sentinel{url.host(QUrl::FullyDecoded),
                              quint16(url.port(Endpoint::sentinelPort))};
}

/// False: an unknown name, or a value that is none of its.
bool setOption(Endpoint &endpoint, const QString &key, const QString &value)
{
    bool isNumber = true;
    if (key == u"db")
        endpoint.database = value.toInt(&isNumber);
    else if (key == u"tls" && (value == u"yes" || value == u"no"))
        endpoint.tls = value == u"yes";
    else if (key == u"sentinel-user")
        endpoint.sentinelUser = value;
    else if (key == u"sentinel-password")
        endpoint.sentinelPassword = value;
    else
        return false;
    return isNumber && endpoint.database >= 0;
}

void setCredentials(Endpoint &endpoint, const QString &userInfo)
{
    endpoint.user = decoded(userInfo.section(u':', 0, 0));
    endpoint.password = decoded(userInfo.section(u':', 1));
}

} // namespace

Result<Endpoint> parseSentinelUrl(const QString &url)
{
    const QString rest = url.trimmed().mid(scheme.size());
    const QString authority = rest.section(u'/', 0, 0);
    const QString path = rest.section(u'/', 1);
    Endpoint endpoint;
    endpoint.masterName = decoded(path.section(u'?', 0, 0));
    if (endpoint.masterName.isEmpty())
        return wrong(QStringLiteral("does not say which master the sentinels watch"));
    if (authority.contains(u'@'))
        setCredentials(endpoint, authority.section(u'@', 0, 0));
    for (const QString &each : authority.section(u'@', -1).split(u',')) {
        const auto sentinel = sentinelFrom(each);
        if (!sentinel)
            return wrong(QStringLiteral("has a sentinel that is no host and port"));
        endpoint.sentinels.append(*sentinel);
    }
    for (const auto &[key, value] :
         QUrlQuery(path.section(u'?', 1)).queryItems(QUrl::FullyDecoded)) {
        if (!setOption(endpoint, key, value)) {
            return wrong(QStringLiteral("has \"%1=\" behind its question mark, where only db, tls, "
                                        "sentinel-user and sentinel-password are known")
                             .arg(key));
        }
    }
    return endpoint;
}

} // namespace pressboard::server::redis
