// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/component_options.h"

#include "server/certificates/certificate_pair.h"
#include "server/ingest/bounds.h"
#include "server/jwt/jwk_files.h"
#include "server/logging/logging.h"
#include "server/redis/embedded_redis.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QTime>

#include <algorithm>
#include <cstdlib>

namespace pressboard::server::component_options {

namespace {

redis::TlsFiles tlsFiles(const Config &config)
{
    return {config.redisCa, config.redisFiles()};
}

protocol::Shop shop(const Config &config)
{
    protocol::Shop shop;
    shop.name = config.shopName;
    shop.timezone = QString::fromLatin1(config.timezone.id());
    shop.dayStart =
        QTime(0, 0).addSecs(int(config.dayStart.count()) * 60).toString(QStringLiteral("HH:mm"));
    shop.workHours = config.workHours;
    shop.shifts = config.shifts;
    shop.quietAfterSeconds = int(std::chrono::seconds(config.quietAfter).count());
    shop.joinSteps = config.joinSteps;
    shop.orderUrl = config.orderUrl;
    for (const QString &pair : config.departments)
        shop.departments.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    shop.steps = config.steps;
    for (const CallSettings &settings : config.calls)
        shop.calls.append(settings.call);
    shop.fields = config.fields;
    return shop;
}

/// Without those that problems() is about.
StatusWords statusWords(const Config &config)
{
    const auto words = StatusWords::parse(config.statusWords);
    return words ? *words : StatusWords();
}

SessionLimits sessionLimits(const Config &config)
{
    SessionLimits limits;
    limits.messagesPerSecond = config.messagesPerSecond;
    limits.messagesBurst = config.messagesPerSecond * 5 / 2;
    limits.publishesPerSecond = config.publishesPerSecond;
    limits.publishesBurst = config.publishesPerSecond * 4;
    limits.bytesPerSecond = double(config.bytesPerSecond);
    limits.bytesBurst =
        std::max(16.0 * limits.bytesPerSecond, 4.0 * double(config.maxMessageBytes));
    limits.workPerSecond = config.workMsPerSecond;
    limits.workBurst = 25 * config.workMsPerSecond;
    limits.hellosPerMinute = config.hellosPerMinute;
    limits.hellosBurst = config.hellosPerMinute;
    limits.userShare = config.userShare;
    limits.keepAlive.ping = config.ping;
    limits.keepAlive.stall = config.stall;
    return limits;
}

QByteArrayList bytes(const QStringList &texts)
{
    QByteArrayList all;
    for (const QString &text : texts)
        all.append(text.toUtf8());
    return all;
}

bool isGroup(const QString &text)
{
    return !bounds::checkGroups({text});
}

bool isAnyGroup(const QString &text)
{
    return text == QLatin1StringView("*");
}

QStringList channelsProblems(const Config &config)
{
    QStringList all;
    // The embedded one is ours alone: waiting there for Django would be for ever.
    if (config.channels != Channels::Off && config.channelsHosts.isEmpty()
        && config.usesEmbeddedRedis()) {
        all.append(QStringLiteral("channels-hosts: found nothing, expected the Redis of Django's "
                                  "CHANNEL_LAYERS, such as redis://127.0.0.1:6379: Django does "
                                  "not know the private one of redis = \"embedded\""));
    }
    for (const QString &url : config.channelsHosts) {
        const auto parsed = redis::Endpoint::parse(url);
        if (!parsed)
            all.append(QStringLiteral("channels-hosts: ") + parsed.error().message);
    }
    if (config.channelsPrefix.isEmpty())
        all.append(QStringLiteral("channels-prefix: found nothing, expected asgi: or asgi"));
    for (const QString &group : config.channelsGroups) {
        if (!isGroup(group) && !(config.channels == Channels::PubSub && isAnyGroup(group)))
            all.append(
                QStringLiteral("channels-groups: found %1, expected names of groups, such as "
                               "notifications")
                    .arg(group));
    }
    for (const QString &pair : config.channelsAudiences) {
        const QString audience = pair.section(u'=', 1);
        if (!isGroup(pair.section(u'=', 0, 0)) || !(isGroup(audience) || isAnyGroup(audience)))
            all.append(QStringLiteral("channels-audiences: found %1, expected group=audience, such "
                                      "as crm_press=dept_3")
                           .arg(pair));
    }
    return all;
}

QStringList groupProblems(const Config &config)
{
    QStringList all;
    const auto check = [&all](const QString &where, const QStringList &groups, bool mayBeAny) {
        for (const QString &group : groups) {
            if (!isGroup(group) && !(mayBeAny && isAnyGroup(group)))
                all.append(QStringLiteral("%1: groups: found %2, expected names of groups, such as "
                                          "dept_3 or role_admin")
                               .arg(where, group));
        }
    };
    check(QStringLiteral("stuck"), config.stuck.groups, false);
    for (const RobotSettings &robot : config.robots)
        check(QStringLiteral("robot \"%1\"").arg(robot.name), robot.groups, true);
    return all;
}

QStringList certificateProblems(const Config &config)
{
    QStringList all;
    for (const CertificateFiles &files : {config.tlsFiles(), config.redisFiles()}) {
        if (files.isEmpty())
            continue;
        if (const auto pair = CertificatePair::read(files); !pair)
            all.append(pair.error().message);
    }
    if (!config.redisCa.isEmpty() && QSslCertificate::fromPath(config.redisCa).isEmpty())
        all.append(
            QStringLiteral("redis-ca: there is no certificate (PEM) in %1").arg(config.redisCa));
    return all;
}

} // namespace

void setUpLogging(const Config &config)
{
    const bool asJson = config.logFormat == QLatin1StringView("json");
    server::setUpLogging(logLevelFromName(config.logLevel).value_or(LogLevel::Info),
                         asJson ? LogFormat::Json : LogFormat::Text);
}

LogOptions log(const Config &config)
{
    LogOptions options;
    options.keys.prefix = config.prefix.toUtf8();
    options.keys.database = endpoint(config).database;
    options.timezone = config.timezone;
    options.statusWords = statusWords(config);
    options.customFields = config.fields;
    options.dayStart = config.dayStart;
    options.retainEvents = config.retainEvents;
    options.retainBytes = config.retainBytes;
    options.retainOrdersDays = config.retainOrdersDays;
    return options;
}

HubOptions hub(const Config &config, const QByteArray &instance)
{
    HubOptions options;
    options.version = QStringLiteral(PRESSBOARD_VERSION);
    options.instance = QString::fromLatin1(instance);
    options.heartbeat = config.heartbeat;
    options.shop = shop(config);
    options.zone = config.timezone;
    options.statusWords = statusWords(config);
    for (const CallSettings &settings : config.calls)
        options.calls.append({settings.call, settings.alarm});
    options.limits = sessionLimits(config);
    options.snapshotBytes = config.snapshotBytes;
    return options;
}

ListenerOptions listener(const Config &config)
{
    ListenerOptions options;
    options.rules.anonymousMayRead = config.anonymous == Anonymous::Read;
    options.rules.origins = config.origins;
    options.rules.hosts = config.hosts;
    options.rules.isEncrypted = !config.tlsCert.isEmpty();
    options.rules.trustedProxies = config.trustedProxies;
    options.maxClients = config.maxClients;
    options.maxClientsPerAddress = config.maxClientsPerAddress;
    options.maxClientsPerUser = config.maxClientsPerUser;
    options.maxHandshakes = config.maxHandshakes;
    options.maxHandshakesPerAddress = config.maxHandshakesPerAddress;
    options.headTime = config.headTimeout;
    options.headBytes = config.maxHeadBytes;
    options.incoming = {quint64(config.maxFrameBytes), quint64(config.maxMessageBytes)};
    return options;
}

JwtOptions jwt(const Config &config)
{
    JwtOptions options;
    options.algorithms = config.jwtAlgorithms;
    options.keyFile = config.jwtKey;
    options.keySetFile = config.jwtJwks;
    options.audience = config.jwtAudience;
    options.issuer = config.jwtIssuer;
    options.nameClaim = config.jwtNameClaim;
    options.roleClaim = config.jwtRoleClaim;
    options.departmentsClaim = config.jwtDepartmentsClaim;
    options.maxRole = roleFromName(config.jwtMaxRole).value_or(Role::Operator);
    return options;
}

redis::Endpoint endpoint(const Config &config)
{
    if (config.usesEmbeddedRedis())
        return redis::EmbeddedRedis(config.dataDir).endpoint();
    return redis::Endpoint::parse(config.redis, tlsFiles(config)).value();
}

ChannelsOptions channels(const Config &config, Channels layer)
{
    ChannelsOptions options;
    options.timezone = config.timezone;
    options.ownPrefix = config.prefix.toUtf8();
    options.layerPrefixes = bytes(config.channelsPrefix);
    options.groups = bytes(config.channelsGroups);
    options.inbox.bytes = config.channelsInboxBytes;
    for (const QString &secret : config.channelsEncryptionKeys)
        options.keys.append(Fernet::ofSecret(secret.toUtf8()));
    for (const QString &pair : config.channelsAudiences)
        options.audiences.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    if (config.channels != layer)
        return options;
    for (const QString &url : config.channelsHosts)
        options.hosts.append(redis::Endpoint::parse(url, tlsFiles(config)).value());
    if (options.hosts.isEmpty())
        options.hosts.append(endpoint(config));
    return options;
}

RobotsOptions robots(const Config &config)
{
    RobotsOptions options;
    options.robots = config.robots;
    options.shopName = config.shopName;
    options.timezone = config.timezone;
    options.workHours = WorkHours::parse(config.workHours).value_or(WorkHours());
    options.quietAfter = config.quietAfter;
    return options;
}

ReadingRules readingRules(const Config &config)
{
    return {config.timezone, statusWords(config), config.fields};
}

QStringList endedCertificates(const Config &config, Moment now)
{
    QStringList all;
    for (const CertificateFiles &files : {config.tlsFiles(), config.redisFiles()}) {
        if (files.isEmpty())
            continue;
        const auto pair = CertificatePair::read(files);
        if (const QString doubt = pair ? pair->doubt(now) : QString(); !doubt.isEmpty())
            all.append(doubt);
    }
    return all;
}

QString shopDay(const Config &config, Moment now)
{
    const QTime begin = QTime(0, 0).addSecs(int(config.dayStart.count()) * 60);
    const int offset = config.timezone.offsetFromUtc(
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()));
    const QString shift = QLatin1StringView(offset < 0 ? "UTC-" : "UTC+")
        + QTime(0, 0).addSecs(std::abs(offset)).toString(QStringLiteral("HH:mm"));
    QString sentence = QStringLiteral("The shop's day begins at %1 in %2 (%3).")
                           .arg(begin.toString(QStringLiteral("HH:mm")),
                                QString::fromLatin1(config.timezone.id()), shift);
    if (config.timezone == QTimeZone::systemTimeZone())
        sentence += QStringLiteral(" That is this machine's time zone: if the shop's is another "
                                   "one, set timezone.");
    return sentence;
}

QStringList problems(const Config &config)
{
    QStringList all;
    if (!config.ops.host.isLoopback() && config.opsToken.isEmpty()) {
        all.append(QStringLiteral("ops: %1 can be reached from other machines: set ops-token, or "
                                  "keep it on this one (127.0.0.1:%2)")
                       .arg(config.ops.toString())
                       .arg(config.ops.port));
    }
    if (!config.usesEmbeddedRedis()) {
        const auto parsed = redis::Endpoint::parse(config.redis);
        if (!parsed)
            all.append(QStringLiteral("redis: ") + parsed.error().message);
    }
    all += channelsProblems(config);
    if (const auto words = StatusWords::parse(config.statusWords); !words)
        all.append(words.error().message);
    all += certificateProblems(config);
    all += JwkFiles::read(jwt(config)).problems;
    all += groupProblems(config);
    for (const RobotSettings &robot : config.robots) {
        if (const QString problem = robot.problem(); !problem.isEmpty())
            all.append(problem);
    }
    return all;
}

} // namespace pressboard::server::component_options
