// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/certificates/certificate_files.h"
#include "server/config/custom_field_settings.h"
#include "server/config/robot_settings.h"
#include "server/config/shop_settings.h"
#include "server/config/stuck_settings.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <variant>

namespace pressboard::server {

/// An address to listen on; port 0 = a free one, which the server then says.
struct ListenAddress
{
    QHostAddress host;
    quint16 port = 0;
    QString toString() const;
    bool operator==(const ListenAddress &) const = default;
};

enum class Anonymous { Off, Read };
/// The layer of Django Channels to listen to: channels_redis.core or channels_redis.pubsub.
enum class Channels { Off, Core, PubSub };

/// Everything that can be set, with its default. Every key has one name in three places: `key =`
/// in the file, PRESSBOARD_KEY in the environment, --key on the command line.
struct Config
{
    ListenAddress listen{QHostAddress::AnyIPv4, 5173};
    ListenAddress ops{QHostAddress::LocalHost, 5174};
    QString redis = QStringLiteral("embedded"); ///< or a URL; may hold a password: never print it
    // PEM files for rediss://: whom to believe (empty: the system's authorities), and what we show.
    QString redisCa;
    QString redisCert;
    QString redisKey;
    QString dataDir; ///< absolute; filled with the default when nobody set it
    QString opsToken; ///< what programs on other machines must know to ask `ops`: never print it
    QString logLevel = QStringLiteral("info"); ///< debug, info, warning, error
    QString logFormat = QStringLiteral("text"); ///< text, json
    QString prefix = QStringLiteral("pressboard:");

    Anonymous anonymous = Anonymous::Off;
    QStringList origins; ///< empty: the Origin must be the address asked for
    QStringList hosts; ///< what Host may be where pages read without a code of their own
    QList<QHostAddress> trustedProxies{QHostAddress::LocalHost, QHostAddress::LocalHostIPv6};
    QStringList jwtAlgorithms; ///< of the codes that the CRM signs; empty: it signs none
    QString jwtKey; ///< a file: a public key (PEM), or a secret
    QString jwtJwks; ///< a file with a set of keys
    QString jwtAudience;
    QString jwtIssuer;
    QString jwtNameClaim = QStringLiteral("name");
    QString jwtRoleClaim = QStringLiteral("role");
    QString jwtDepartmentsClaim = QStringLiteral("departments");
    QString jwtMaxRole = QStringLiteral("operator");
    QString tlsCert; ///< PEM files; both or neither
    QString tlsKey;

    std::chrono::seconds heartbeat{30};
    bool pubsub = true; ///< listen to PUBLISH <prefix>publish
    Channels channels = Channels::Off;
    QStringList channelsPrefix{QStringLiteral("asgi:"), QStringLiteral("asgi")}; ///< both forms
    QStringList channelsGroups{QStringLiteral("notifications")};
    QStringList channelsAudiences; ///< "group=audience"; "*" is everyone
    QStringList channelsHosts; ///< URLs, maybe with passwords; empty: where `redis` is
    QStringList channelsEncryptionKeys; ///< as in Django's settings: never print them
    qsizetype channelsInboxBytes = 256 * 1024 * 1024; ///< on each of them, while the log is away
    int maxClients = 20'000;
    int maxClientsPerAddress = 500;
    int maxClientsPerUser = 500;
    int maxHandshakes = 1024; ///< connections that have not been let in yet
    int maxHandshakesPerAddress = 32;
    qsizetype maxHeadBytes = 8 * 1024; ///< of the HTTP request a client comes in with
    std::chrono::seconds headTimeout{5}; ///< in which it must have come
    qsizetype ringBytes = 64 * 1024 * 1024;
    qsizetype snapshotBytes = 64 * 1024 * 1024; ///< kept for clients that read slowly
    qsizetype maxFrameBytes = 128 * 1024; ///< of a client's frame
    qsizetype maxMessageBytes = 128 * 1024; ///< of a client's message, all its frames together
    int messagesPerSecond = 200; ///< of one client, in the long run
    int publishesPerSecond = 50; ///< the same for what it publishes
    qsizetype bytesPerSecond = 64 * 1024; ///< of its messages
    int workMsPerSecond = 20; ///< of the server's time for them
    int hellosPerMinute = 6; ///< after its first
    int userShare = 16; ///< so many clients' worth for all of a user; 0: no such bound
    std::chrono::seconds ping{10}; ///< a client silent for so long is asked whether it lives
    std::chrono::seconds stall{15}; ///< a client that takes nothing for so long is dropped
    qint64 retainEvents = 100'000;
    qint64 retainBytes = qint64(1) << 30; ///< of the log's memory in Redis
    int retainOrdersDays = 90;

    QString shopName = QStringLiteral("印务看板");
    QTimeZone timezone; ///< the system's, unless set
    std::chrono::minutes dayStart{0}; ///< after midnight
    QString workHours = QStringLiteral("08:00-20:00");
    std::chrono::minutes quietAfter{60}; ///< 0: never say that the CRM is silent
    QStringList shifts; ///< "夜班 20:00-08:00"
    QStringList joinSteps;
    QStringList statusWords; ///< "word=status"
    QString orderUrl; ///< with {order_id} or {order_no}
    QStringList departments; ///< "id=name"
    QList<protocol::Shop::Step> steps;
    QList<CallSettings> calls = usualCalls();
    CustomFields fields; ///< of orders and steps, that the CRM has besides

    StuckSettings stuck;
    QList<RobotSettings> robots;

    Config();
    CertificateFiles tlsFiles() const { return {QStringLiteral("tls"), tlsCert, tlsKey}; }
    CertificateFiles redisFiles() const { return {QStringLiteral("redis"), redisCert, redisKey}; }
    bool usesEmbeddedRedis() const { return redis == QLatin1StringView("embedded"); }
};

/// A configuration, or everything that is wrong with it: one sentence a mistake, each naming the
/// key, where it stands, what was found, and what may stand there.
using ConfigOrProblems = std::variant<Config, QStringList>;

} // namespace pressboard::server
