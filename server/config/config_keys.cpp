// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/config_keys.h"

#include "server/config/accessors.h"
#include "server/config/config_values.h"

#include <QRegularExpression>

#include <algorithm>

namespace pressboard::server {

namespace {

using namespace accessors;

bool isRedis(const QString &value)
{
    static const QStringList schemes{QStringLiteral("redis"), QStringLiteral("rediss"),
                                     QStringLiteral("unix"), QStringLiteral("sentinel")};
    // Not by QUrl: a list of sentinels is no URL to it.
    const qsizetype end = value.indexOf(QLatin1StringView("://"));
    const QString scheme = value.left(std::max<qsizetype>(end, 0)).trimmed().toLower();
    return value == QLatin1StringView("embedded") || schemes.contains(scheme);
}

bool isLogLevel(const QString &value)
{
    return QStringList{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                       QStringLiteral("error")}
        .contains(value);
}

bool isLogFormat(const QString &value)
{
    return value == QLatin1StringView("text") || value == QLatin1StringView("json");
}

bool isRole(const QString &value)
{
    return QStringList{QStringLiteral("page"), QStringLiteral("viewer"), QStringLiteral("operator"),
                       QStringLiteral("publisher"), QStringLiteral("admin")}
        .contains(value);
}

/// Empty: none. One that people choose is guessed; a header has no blanks at its ends.
bool isOpsToken(const QString &value)
{
    static const QRegularExpression form(QStringLiteral("^([!-~]{16,256})?$"));
    return form.match(value).hasMatch();
}

/// With one hash tag at most: a Redis Cluster keeps what has the same part in braces together.
bool isPrefix(const QString &value)
{
    static const QRegularExpression form(
        QStringLiteral("^[A-Za-z0-9_.:-]*(\\{[A-Za-z0-9_.:-]+\\}[A-Za-z0-9_.:-]*)?$"));
    return !value.isEmpty() && value.size() <= 64 && form.match(value).hasMatch();
}

bool isOrderUrl(const QString &value)
{
    return value.isEmpty()
        || ((value.startsWith(QLatin1StringView("http://"))
             || value.startsWith(QLatin1StringView("https://")))
            && (value.contains(QLatin1StringView("{order_id}"))
                || value.contains(QLatin1StringView("{order_no}"))));
}

ConfigKey key(const char *name, const char *placeholder, const char *help, Accessors kind,
              bool secret = false)
{
    return {name, placeholder, help, std::move(kind.set), std::move(kind.get), secret};
}

ConfigKey table(const char *name, const char *placeholder, const char *help, Accessors kind)
{
    ConfigKey row = key(name, placeholder, help, std::move(kind));
    row.isTable = true;
    return row;
}

ConfigKey structured(const char *name, const char *help, Accessors kind)
{
    ConfigKey row = key(name, "JSON", help, std::move(kind));
    row.isStructured = true;
    return row;
}

/// Marks what a running server takes up.
ConfigKey reread(ConfigKey row)
{
    row.isReread = true;
    return row;
}

QList<ConfigKey> serverKeys()
{
    return {
        key("listen", "HOST:PORT", "where clients connect", listen(&Config::listen)),
        key("ops", "HOST:PORT", "health and metrics for operators; keep it local",
            listen(&Config::ops)),
        reread(key("ops-token", "TEXT", "what other machines must send to ask it; empty: none may",
                   checkedText(&Config::opsToken, isOpsToken,
                               "16 to 256 letters, digits and signs without blanks, or nothing"),
                   true)),
        key("redis", "URL",
            "redis://[user:password@]host:port[/db], rediss://…, unix:///path, "
            "sentinel://host,host…/master, or embedded",
            checkedText(&Config::redis, isRedis,
                        "embedded, redis://host:port, rediss://host:port, unix:///path or "
                        "sentinel://host,host/master"),
            true),
        key("redis-ca", "FILE", "authorities to believe for rediss:// (PEM); empty: the system's",
            text(&Config::redisCa)),
        key("redis-cert", "FILE", "our own certificate for rediss:// (PEM), where Redis wants one",
            text(&Config::redisCert)),
        key("redis-key", "FILE", "its private key (PEM)", text(&Config::redisKey)),
        key("data-dir", "DIR", "the embedded Redis' data and the admin's first token",
            text(&Config::dataDir)),
        reread(key("log-level", "LEVEL", "debug, info, warning or error",
                   checkedText(&Config::logLevel, isLogLevel, "debug, info, warning or error"))),
        reread(key("log-format", "FORMAT", "text, or json: an object a line",
                   checkedText(&Config::logFormat, isLogFormat, "text or json"))),
        key("prefix", "TEXT", "of every key in Redis",
            checkedText(&Config::prefix, isPrefix,
                        "1 to 64 of A-Z a-z 0-9 _ . : -, a part of them in { }")),
        key("heartbeat-s", "SECONDS", "how often clients ping",
            duration(&Config::heartbeat, 5, 600)),
        key("pubsub", "on|off", "listen to PUBLISH <prefix>publish", onOff(&Config::pubsub)),
    };
}

QList<ConfigKey> channelsKeys()
{
    return {
        key("channels", "off|core|pubsub", "listen to Django Channels: the layer of channels_redis",
            channels()),
        key("channels-hosts", "URLS", "its Redis, in the order of Django's settings; empty: redis",
            list(&Config::channelsHosts), true),
        key("channels-prefix", "LIST", "of its keys: asgi: for 2.x, asgi for later ones",
            list(&Config::channelsPrefix)),
        key("channels-groups", "LIST", "groups to join", list(&Config::channelsGroups)),
        key("channels-audiences", "LIST", "group=audience, where the names differ; * is everyone",
            list(&Config::channelsAudiences)),
        key("channels-encryption-keys", "LIST",
            "its symmetric_encryption_keys, if Django's settings have any",
            list(&Config::channelsEncryptionKeys), true),
        key("channels-inbox-bytes", "BYTES", "kept on its Redis while the log is away",
            bytes(&Config::channelsInboxBytes, 1 << 20, qint64(16) << 30)),
    };
}

QList<ConfigKey> listenerKeys()
{
    return {
        reread(key("anonymous", "off|read", "may somebody without a token read the board?",
                   anonymous())),
        reread(key("origins", "LIST", "web pages that may connect; empty: only our own host's",
                   list(&Config::origins))),
        reread(key("hosts", "LIST", "names by which pages may read without a code of their own",
                   list(&Config::hosts))),
        reread(key("trusted-proxies", "LIST", "addresses whose X-Real-IP is believed", proxies())),
        key("tls-cert", "FILE", "certificate chain (PEM)", text(&Config::tlsCert)),
        key("tls-key", "FILE", "its private key (PEM)", text(&Config::tlsKey)),
        reread(
            key("max-clients", "N", "sessions in all", number(&Config::maxClients, 1, 1'000'000))),
        reread(key("max-clients-per-address", "N",
                   "sessions of one address; 0: as many as max-clients",
                   number(&Config::maxClientsPerAddress, 0, 1'000'000))),
        reread(key("max-clients-per-user", "N", "sessions of one user; 0: as many as max-clients",
                   number(&Config::maxClientsPerUser, 0, 1'000'000))),
        reread(key("max-handshakes", "N", "connections that have not been let in yet",
                   number(&Config::maxHandshakes, 8, 65'536))),
        reread(key("max-handshakes-per-address", "N",
                   "the same from one address; 0: as many as in all",
                   number(&Config::maxHandshakesPerAddress, 0, 65'536))),
        reread(key("max-head-bytes", "BYTES", "largest head of a client's HTTP request",
                   bytes(&Config::maxHeadBytes, 1 << 10, 64 << 10))),
        reread(key("head-timeout-s", "SECONDS", "in which that head must have come",
                   duration(&Config::headTimeout, 1, 60))),
    };
}

QList<ConfigKey> jwtKeys()
{
    return {
        reread(key("jwt-algorithms", "LIST",
                   "of codes that the CRM signs: HS256, RS256, ES256; empty: none are believed",
                   list(&Config::jwtAlgorithms))),
        reread(key("jwt-key", "FILE", "what they are checked with: a public key (PEM), or a secret",
                   text(&Config::jwtKey))),
        reread(key("jwt-jwks", "FILE", "the same: a set of keys (JWKS)", text(&Config::jwtJwks))),
        reread(key("jwt-audience", "TEXT", "what their \"aud\" must name",
                   text(&Config::jwtAudience))),
        reread(key("jwt-issuer", "TEXT", "what their \"iss\" must be; empty: anything",
                   text(&Config::jwtIssuer))),
        reread(key("jwt-name-claim", "NAME", "where the user's name stands in them",
                   text(&Config::jwtNameClaim))),
        reread(key("jwt-role-claim", "NAME", "the same of the role", text(&Config::jwtRoleClaim))),
        reread(key("jwt-departments-claim", "NAME", "the same of the departments",
                   text(&Config::jwtDepartmentsClaim))),
        reread(key("jwt-max-role", "ROLE", "the highest role that such a code may give",
                   checkedText(&Config::jwtMaxRole, isRole,
                               "page, viewer, operator, publisher or admin"))),
    };
}

QList<ConfigKey> clientKeys()
{
    return {
        reread(key("max-frame-bytes", "BYTES", "largest frame a client may send",
                   bytes(&Config::maxFrameBytes, 1 << 12, 512 << 10))),
        reread(key("max-message-bytes", "BYTES",
                   "largest message a client may send, in one frame or many",
                   bytes(&Config::maxMessageBytes, 1 << 12, 4 << 20))),
        reread(key("messages-per-s", "N", "messages one client may send",
                   number(&Config::messagesPerSecond, 1, 100'000))),
        reread(key("publishes-per-s", "N", "events one client may publish",
                   number(&Config::publishesPerSecond, 1, 100'000))),
        reread(key("bytes-per-s", "BYTES", "of messages that one client may send",
                   bytes(&Config::bytesPerSecond, 1 << 10, 1 << 30))),
        reread(key("work-ms-per-s", "MS",
                   "of the server's time that one client's messages may take",
                   number(&Config::workMsPerSecond, 1, 1'000))),
        reread(key("hellos-per-min", "N", "how often one client may ask for the board again",
                   number(&Config::hellosPerMinute, 1, 100'000))),
        key("user-share", "N", "a user's clients together may take as much as N; 0: no bound",
            number(&Config::userShare, 0, 100'000)),
        reread(key("ping-s", "SECONDS", "of a client's silence until it is asked whether it lives",
                   duration(&Config::ping, 5, 600))),
        reread(key("stall-s", "SECONDS", "after which a client that takes nothing is dropped",
                   duration(&Config::stall, 5, 600))),
    };
}

QList<ConfigKey> keepingKeys()
{
    return {
        key("ring-bytes", "BYTES", "recent events kept ready for clients that come back",
            bytes(&Config::ringBytes, 1 << 20, qint64(16) << 30)),
        key("snapshot-bytes", "BYTES", "whole boards kept for clients that read them slowly",
            bytes(&Config::snapshotBytes, 1 << 20, qint64(16) << 30)),
        key("retain-events", "N", "entries kept in the log beyond the checkpoint",
            number(&Config::retainEvents, 1'000, 100'000'000)),
        key("retain-bytes", "BYTES", "of Redis' memory for the log; what is beyond goes first",
            bytes(&Config::retainBytes, 1 << 20, qint64(1) << 40)),
        key("retain-orders-days", "DAYS", "finished orders stay on the boards this long",
            number(&Config::retainOrdersDays, 1, 3'650)),
    };
}

QList<ConfigKey> shopKeys()
{
    return {
        reread(key("shop-name", "TEXT", "shown on the boards", text(&Config::shopName))),
        key("timezone", "ZONE", "the shop's, such as Asia/Shanghai", timezone()),
        key("day-start", "HH:MM", "when the shop's day begins", dayStart()),
        reread(key("work-hours", "SPANS", "such as 08:00-12:00,13:30-20:00",
                   checkedText(&Config::workHours, config_value::isWorkHours,
                               "spans of time, such as 08:00-12:00,13:30-20:00"))),
        reread(key("shifts", "LIST", "the shop's shifts: 白班 08:00-20:00,夜班 20:00-08:00",
                   shifts())),
        reread(key("quiet-after-min", "MINUTES", "say that the CRM is silent; 0: never",
                   duration(&Config::quietAfter, 0, 100'000))),
        key("join-steps", "LIST", "content steps that need the cover to be finished, too",
            list(&Config::joinSteps)),
        reread(table("status-words", "LIST", "what the CRM's own statuses mean: word=status,…",
                     list(&Config::statusWords))),
        reread(key("order-url", "URL", "an order in the CRM, with {order_id} or {order_no}",
                   checkedText(&Config::orderUrl, isOrderUrl,
                               "an http(s) URL with {order_id} or {order_no} in it"))),
        reread(table("departments", "LIST", "names of departments: id=name,…",
                     list(&Config::departments))),
        reread(structured("steps", "the shop's steps, in the order of work", steps())),
        reread(structured("calls", "what stations can call for help with", calls())),
        reread(structured("fields", "what else of the CRM's orders and steps is shown", fields())),
    };
}

QList<ConfigKey> tellingKeys()
{
    return {
        reread(structured("stuck", "when work counts as stuck, and who is told", stuck())),
        reread(structured("robot", "robots of chat groups, and what each tells there", robots())),
    };
}

/// Levenshtein's, on two rows.
int distance(const QString &a, const QString &b)
{
    QList<int> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0]++;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int changed = diagonal + (a.at(i - 1) != b.at(j - 1));
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.last();
}

} // namespace

const QList<ConfigKey> &configKeys()
{
    static const QList<ConfigKey> keys = serverKeys() + channelsKeys() + listenerKeys() + jwtKeys()
        + clientKeys() + keepingKeys() + shopKeys() + tellingKeys();
    return keys;
}

const ConfigKey *configKey(QStringView name)
{
    for (const ConfigKey &key : configKeys()) {
        if (name == QLatin1StringView(key.name))
            return &key;
    }
    return nullptr;
}

QString nearestKey(const QString &name)
{
    QString nearest;
    int least = 4; // more than three letters off is another word
    for (const ConfigKey &key : configKeys()) {
        const int letters = distance(name, QString::fromLatin1(key.name));
        if (letters < least) {
            least = letters;
            nearest = QString::fromLatin1(key.name);
        }
    }
    return nearest;
}

} // namespace pressboard::server
